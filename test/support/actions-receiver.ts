// A merchant's own receiver on loopback: what EVENTS_ACTIONS_URL points to, with what was done there.
import { createServer } from 'node:http';
import { z } from 'zod';
import { keyOf, verifySignature } from '#integrations/generic/signature.ts';

const Customer = z.object({ id: z.string() });
const Terms = z.looseObject({ code: z.string(), expiresAt: z.string() });
const Action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('discount.create'), data: Terms }),
  z.object({ type: z.literal('discount.withdraw'), data: z.object({ code: z.string() }) }),
  z.object({
    type: z.enum(['customer.tag', 'customer.untag']),
    data: z.object({ customer: Customer, tag: z.string() }),
  }),
  z.object({
    type: z.literal('customer.group'),
    data: z.object({ customer: Customer, group: z.string().nullable() }),
  }),
]);
type Action = z.infer<typeof Action>;

export interface ActionsReceiver {
  /** For `EVENTS_ACTIONS_URL`. */
  readonly url: string;
  /** What was asked for each code, until it was withdrawn. */
  readonly codes: Map<string, z.infer<typeof Terms>>;
  /** Tags and groups by the customer's id. */
  readonly tags: Map<string, ReadonlySet<string>>;
  readonly groups: Map<string, string | null>;
  stop(): Promise<void>;
}

/** Starts one that takes only what is signed with this secret. */
export async function startActionsReceiver(secret: string): Promise<ActionsReceiver> {
  const codes: ActionsReceiver['codes'] = new Map();
  const tags: ActionsReceiver['tags'] = new Map();
  const groups: ActionsReceiver['groups'] = new Map();

  /** The status that it is answered with. */
  function act(action: Action): number {
    switch (action.type) {
      case 'discount.create':
        if (codes.has(action.data.code)) return 409;
        codes.set(action.data.code, action.data);
        return 200;
      case 'discount.withdraw':
        codes.delete(action.data.code);
        return 200;
      case 'customer.tag':
      case 'customer.untag': {
        const { customer, tag } = action.data;
        const rest = [...(tags.get(customer.id) ?? [])].filter((other) => other !== tag);
        tags.set(customer.id, new Set(action.type === 'customer.tag' ? [...rest, tag] : rest));
        return 200;
      }
      case 'customer.group':
        groups.set(action.data.customer.id, action.data.group);
        return 200;
    }
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    const verdict = verifySignature([keyOf(secret)], headers, body, new Date());
    const status =
      verdict.kind === 'genuine' ? act(Action.parse(JSON.parse(body.toString('utf8')))) : 401;
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/actions`,
    codes,
    tags,
    groups,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
