// The Admin GraphQL API: one call in, its data or a VendorError out.
//
// Shopify's own @shopify/admin-api-client 2.0.0 was tried and is not used: it forces https, so that SHOPIFY_API_URL could
// not name a plain-http stand-in; it takes one token for ever, where a client's token lasts a day; and it turns every
// failure into text, so that "never sent" and "may have acted" look alike. What is left of it is one POST.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { VendorError } from '#engine/errors.ts';
import { parseExactJson } from '../exact-json.ts';
import type { HttpAnswer, HttpClient } from '../http-client.ts';
import type { TokenSource } from './access-token.ts';

/**
 * The newest stable version when this was written (November 2026); served until October 2027, after which Shopify
 * answers with the oldest it still has. `context` of a discount needs 2025-10 or later.
 */
const API_VERSION = '2026-10';

/** One operation: its name for messages, its document, and the shape of its `data`. */
type AdminCall<Answer> = {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Answer>;
};

export interface AdminApi {
  /** Asks a question. Waits for short throttling itself, for a long history takes many pages. */
  read<Answer>(call: AdminCall<Answer>): Promise<Answer>;
  /** Changes something; `repeatable` when the same change twice leaves the shop as once. */
  write<Answer>(call: AdminCall<Answer>, repeatable: boolean): Promise<Answer>;
}

export type AdminApiOptions = {
  /** Scheme, host and port of the shop's admin. */
  readonly origin: string;
  readonly token: TokenSource;
  readonly httpClient: HttpClient;
  /** Waits while throttled; tests give one that does not. */
  readonly wait?: (ms: number) => Promise<unknown>;
};

/** How often and how long a read waits for its turn before the job queue has to. */
const TURNS = 8;
const LONGEST_WAIT_MS = 20_000;

/** Where a throttled answer does not say how long: one refill of a standard shop's bucket for a costly query. */
const USUAL_WAIT_MS = 5_000;

/** Makes the client; every method throws VendorError as http-client.ts says, and for errors in the answer. */
export function createAdminApi(options: AdminApiOptions): AdminApi {
  const wait = options.wait ?? sleep;
  return {
    read: (call) => takeTurns(wait, () => ask(options, call, { changes: false, repeatable: true })),
    write: (call, repeatable) => ask(options, call, { changes: true, repeatable }),
  };
}

async function takeTurns<Answer>(
  wait: (ms: number) => Promise<unknown>,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      const waitMs = error.retryAfterMs;
      if (waitMs === null || waitMs > LONGEST_WAIT_MS || turn >= TURNS) throw error;
      await wait(waitMs);
    }
  }
}

type Kind = { readonly changes: boolean; readonly repeatable: boolean };

async function ask<Answer>(
  options: AdminApiOptions,
  call: AdminCall<Answer>,
  kind: Kind,
): Promise<Answer> {
  const answer = await post(options, call, kind);
  // A token may end before its time: refused means not done, so a new one may try the same.
  const last =
    answer.status === 401 && options.token.forget() ? await post(options, call, kind) : answer;
  if (last.status === 200) return understand(call, last.text, kind);
  throw fail(`answered ${last.status}`, call, { status: last.status });
}

async function post<Answer>(
  { origin, token, httpClient }: AdminApiOptions,
  call: AdminCall<Answer>,
  kind: Kind,
): Promise<HttpAnswer> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'x-shopify-access-token': await token.get(),
  };
  try {
    return await httpClient.request({
      vendor: 'shopify',
      url: `${origin}/admin/api/${API_VERSION}/graphql.json`,
      method: 'POST',
      headers,
      body: JSON.stringify({ query: call.document, variables: call.variables }),
      idempotent: kind.repeatable,
    });
  } catch (error) {
    throw kind.changes ? error : asHarmless(error);
  }
}

/** The client takes every POST for a change; a question leaves nothing uncertain. */
function asHarmless(error: unknown): unknown {
  if (!(error instanceof VendorError) || !error.ambiguous) return error;
  const { vendor, status, retryable, retryAfterMs } = error;
  return new VendorError(error.message, { vendor, status, retryable, retryAfterMs, cause: error });
}

const Problem = z.object({
  path: z.array(z.unknown()).nullish(),
  message: z.string().nullish(),
  extensions: z.object({ code: z.string().nullish() }).nullish(),
});
type Problem = z.infer<typeof Problem>;

const Cost = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
});

const Envelope = z.object({
  data: z.unknown().optional(),
  errors: z.array(Problem).nullish(),
  extensions: z.object({ cost: Cost.nullish().catch(null) }).nullish(),
});

function understand<Answer>(call: AdminCall<Answer>, text: string, kind: Kind): Answer {
  const envelope = Envelope.safeParse(parseOrNull(text));
  // A page instead of JSON is a proxy's or a maintenance page's.
  if (!envelope.success) {
    throw fail('gave no JSON of the API', call, { retryable: true, ambiguous: kind.changes });
  }
  const { data, errors, extensions } = envelope.data;
  const problem = errors?.find((error) => !isHiddenProduct(error));
  if (problem) throw toError(problem, call, kind, extensions?.cost ?? null);
  const answer = call.answer.safeParse(data ?? {});
  if (answer.success) return answer.data;
  const where = answer.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw fail(`gave an answer we cannot read (${where})`, call, { ambiguous: kind.changes });
}

/** An app without `read_products` may read orders, only not which product a line was: the line keeps its title. */
function isHiddenProduct(problem: Problem): boolean {
  return problem.extensions?.code === 'ACCESS_DENIED' && problem.path?.at(-1) === 'product';
}

function toError<Answer>(
  problem: Problem,
  call: AdminCall<Answer>,
  kind: Kind,
  cost: z.infer<typeof Cost> | null,
): VendorError {
  const code = problem.extensions?.code ?? 'an error without a code';
  switch (code) {
    case 'THROTTLED':
      return fail('throttled', call, {
        status: 429,
        retryable: true,
        retryAfterMs: throttledForMs(cost),
      });
    case 'INTERNAL_SERVER_ERROR':
    case 'TIMEOUT':
      return fail(`said ${code}`, call, {
        status: 500,
        retryable: true,
        ambiguous: kind.changes,
      });
    case 'ACCESS_DENIED':
    case 'SHOP_INACTIVE':
      return fail(`said ${code}${namedScopes(problem.message)}`, call, { status: 403 });
    default:
      return fail(`said ${code}`, call, { status: 400 });
  }
}

/** Until the bucket holds the query again (shopify.dev, "Shopify API limits", read November 2026). */
function throttledForMs(cost: z.infer<typeof Cost> | null): number {
  if (cost === null) return USUAL_WAIT_MS;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(1_000, Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000));
}

/** The scopes that Shopify's message names: what the operator has to grant. The rest of it may repeat what we sent. */
function namedScopes(message: string | null | undefined): string {
  const scopes = message?.match(/\b(read|write)_[a-z_]+\b/g) ?? [];
  return scopes.length === 0 ? '' : ` (needs ${[...new Set(scopes)].join(', ')})`;
}

function fail<Answer>(
  what: string,
  call: AdminCall<Answer>,
  details: Partial<Pick<VendorError, 'status' | 'retryable' | 'ambiguous' | 'retryAfterMs'>>,
): VendorError {
  return new VendorError(`shopify ${what} on ${call.name}`, {
    vendor: 'shopify',
    retryable: false,
    ...details,
  });
}

function parseOrNull(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return null;
  }
}
