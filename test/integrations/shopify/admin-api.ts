// A stand-in for a shop's Admin API on a local port: answers by operation, and keeps what it was asked.
import { createServer } from 'node:http';
import { afterEach } from 'vitest';
import { z } from 'zod';
import type { Shop } from '#engine/ports/shop.ts';
import { createHttpClient } from '#integrations/http-client.ts';
import { createShopifyShop } from '#integrations/shopify/shop.ts';

/** What one call is answered with. */
export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body: unknown;
};

/** What was asked. */
type Asked = {
  readonly path: string;
  readonly token: string | undefined;
  /** The operation's name: "CreateDiscount"; "token" for the exchange of credentials. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly text: string;
};

/** Answers by operation, in order; the last one stays. */
type Script = Readonly<Record<string, readonly Reply[]>>;

const GraphqlBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()),
});

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** A shop whose Admin API is the script; ends with the test. */
export async function aShop(
  script: Script,
  options: {
    readonly credentials?: boolean;
    readonly now?: () => Date;
  } = {},
): Promise<{ shop: Shop; asked: Asked[]; waits: number[] }> {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const origin = await listen(script, asked);
  const httpClient = createHttpClient({
    allowedOrigins: [origin],
    wait: async () => {},
  });
  open.push(() => httpClient.close());
  const shop = createShopifyShop({
    shopDomain: 'example-store.myshopify.com',
    apiUrl: `${origin}/`,
    accessToken: options.credentials ? null : 'shpat_test',
    clientId: options.credentials ? 'id' : null,
    clientSecret: options.credentials ? 'secret&=' : null,
    httpClient,
    now: options.now ?? (() => new Date('2026-11-25T12:00:00Z')),
    wait: async (ms) => void waits.push(ms),
  });
  return { shop, asked, waits };
}

/** The `data` of a good answer. */
export function data(value: unknown): Reply {
  return { body: { data: value } };
}

/** An error of the API, by its code. */
export function error(code: string, more: Readonly<Record<string, unknown>> = {}): Reply {
  return {
    body: {
      errors: [{ message: `says ${code}: secret-code`, extensions: { code }, ...more }],
    },
  };
}

async function listen(script: Script, asked: Asked[]): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const one = readAsked(request.url ?? '', request.headers, Buffer.concat(chunks).toString());
    const turn = asked.filter(({ operation }) => operation === one.operation).length;
    asked.push(one);
    const replies = script[one.operation] ?? [{ status: 404, body: 'not in the script' }];
    const reply = replies[Math.min(turn, replies.length - 1)];
    response.writeHead(reply?.status ?? 200, {
      'content-type': 'application/json',
      ...reply?.headers,
    });
    response.end(typeof reply?.body === 'string' ? reply.body : JSON.stringify(reply?.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

function readAsked(
  path: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  text: string,
): Asked {
  const token = headers['x-shopify-access-token']?.toString();
  if (path === '/admin/oauth/access_token') {
    const variables = Object.fromEntries(new URLSearchParams(text));
    return { path, token, operation: 'token', variables, text };
  }
  const { query, variables } = GraphqlBody.parse(JSON.parse(text));
  const operation = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
  return { path, token, operation, variables, text };
}
