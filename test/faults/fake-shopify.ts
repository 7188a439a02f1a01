// A Shopify of our own on loopback that remembers codes and tags, and at which something can happen before or after it acts.
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { AddressOf } from './mail-server.ts';

/** Where in an operation: the request is read, or what it asks for is done and not yet answered. */
export type ShopMoment = `asked:${string}` | `acted:${string}`;

export type FakeShopify = {
  readonly origin: string;
  /** Every code there is, in upper case. */
  readonly codes: ReadonlyMap<string, unknown>;
  readonly tags: ReadonlySet<string>;
  /** Every operation that arrived. */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

const Call = z.object({
  query: z.string(),
  variables: z.object({
    id: z.string().optional(),
    code: z.string().optional(),
    tags: z.array(z.string()).optional(),
    basicCodeDiscount: z
      .object({
        code: z.string(),
        usageLimit: z.int(),
        endsAt: z.string(),
        customerGets: z.object({ value: z.object({ percentage: z.number() }) }),
      })
      .optional(),
  }),
});
type Variables = z.infer<typeof Call>['variables'];

/** Starts one; `at` is awaited at every moment, and drops the request when it says so. */
export async function startFakeShopify(
  at: (moment: ShopMoment) => Promise<'goes-on' | 'dropped'>,
): Promise<FakeShopify> {
  const shop = { codes: new Map<string, Record<string, unknown>>(), tags: new Set<string>() };
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { operation, variables } = await readCall(request);
    asked.push(operation);
    if ((await at(`asked:${operation}`)) === 'dropped') return void response.destroy();
    const data = carryOut(shop, operation, variables);
    if ((await at(`acted:${operation}`)) === 'dropped') return void response.destroy();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${AddressOf.parse(server.address()).port}`,
    ...shop,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage) {
  const { query, variables } = Call.parse(JSON.parse(await text(request)));
  return { operation: /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '', variables };
}

type Shop = {
  readonly codes: Map<string, Record<string, unknown>>;
  readonly tags: Set<string>;
};

function carryOut(shop: Shop, operation: string, variables: Variables): unknown {
  switch (operation) {
    case 'CustomerHistory':
      return { customer: customerOf(variables.id ?? '') };
    case 'CreateDiscount':
      return { discountCodeBasicCreate: createCode(shop, variables) };
    case 'FindDiscount':
      return {
        codeDiscountNodeByCode: shop.codes.get(variables.code?.toUpperCase() ?? '') ?? null,
      };
    case 'AddTags':
      for (const tag of variables.tags ?? []) shop.tags.add(tag);
      return { tagsAdd: { userErrors: [] } };
    default:
      return {};
  }
}

/** A shop has a code once: the second of the same name is TAKEN. */
function createCode({ codes }: Shop, { basicCodeDiscount: input }: Variables) {
  const code = input?.code.toUpperCase() ?? '';
  if (input === undefined || codes.has(code)) {
    const error = { field: ['basicCodeDiscount', 'code'], code: 'TAKEN', message: 'taken' };
    return { codeDiscountNode: null, userErrors: [error] };
  }
  const id = `gid://shopify/DiscountCodeNode/${codes.size + 1}`;
  const { usageLimit, endsAt, customerGets } = input;
  codes.set(code, { id, codeDiscount: { usageLimit, endsAt, customerGets } });
  return { codeDiscountNode: { id }, userErrors: [] };
}

/** Someone who said yes to marketing and has no other orders. */
function customerOf(id: string) {
  return {
    id,
    firstName: 'John',
    lastName: 'Smith',
    locale: 'en',
    tags: [],
    createdAt: '2026-11-20T10:00:00Z',
    updatedAt: '2026-11-24T09:00:00Z',
    defaultEmailAddress: { emailAddress: 'john@example.com', marketingState: 'SUBSCRIBED' },
    defaultPhoneNumber: null,
    defaultAddress: null,
    orders: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
  };
}
