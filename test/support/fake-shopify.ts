// A Shopify store of our own on loopback: the Admin GraphQL operations we use, with what they changed and were asked.
import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';

/** A customer as the Admin API tells them; the ids are numbers as text. */
export type StoreCustomer = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly subscribed: boolean;
  readonly createdAt: Date;
};

/** An order as the Admin API tells it; `total` is decimal text in dollars. */
export type StoreOrder = {
  readonly id: string;
  readonly name: string;
  readonly customerId: string;
  readonly total: string;
  readonly at: Date;
  readonly lines: readonly { readonly id: string; readonly title: string }[];
};

export interface FakeShopify {
  /** For `SHOPIFY_API_URL`. */
  readonly url: string;
  readonly customers: StoreCustomer[];
  readonly orders: StoreOrder[];
  /** What was made of each code: the input of `discountCodeBasicCreate`. */
  readonly codes: Map<string, z.infer<typeof DiscountInput>>;
  /** The codes that were ended. */
  readonly ended: Set<string>;
  /** Tags by the customer's global id. */
  readonly tags: Map<string, readonly string[]>;
  /** The operations asked so far, in order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

type Answer = Readonly<Record<string, unknown>>;

const Body = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
const ById = z.object({ id: z.string() });
const Tagged = z.object({ id: z.string(), tags: z.array(z.string()) });
const DiscountInput = z.looseObject({
  code: z.string(),
  title: z.string(),
  usageLimit: z.int(),
  endsAt: z.string(),
  customerGets: z.object({
    value: z.object({
      percentage: z.number().optional(),
      discountAmount: z.object({ amount: z.string() }).optional(),
    }),
    items: z.looseObject({
      products: z.object({ productsToAdd: z.array(z.string()) }).optional(),
      collections: z.object({ add: z.array(z.string()) }).optional(),
    }),
  }),
});
const Discount = z.object({ basicCodeDiscount: DiscountInput });

/** Starts an empty store. */
export async function startFakeShopify(): Promise<FakeShopify> {
  const customers: StoreCustomer[] = [];
  const orders: StoreOrder[] = [];
  const codes: FakeShopify['codes'] = new Map();
  const ended: FakeShopify['ended'] = new Set();
  const tags: FakeShopify['tags'] = new Map();
  const asked: string[] = [];

  function createDiscount(variables: unknown): Answer {
    const { basicCodeDiscount: input } = Discount.parse(variables);
    const taken = codes.has(input.code);
    const userErrors = taken ? [{ field: ['code'], code: 'TAKEN' }] : [];
    if (!taken) codes.set(input.code, input);
    const codeDiscountNode = { id: discountGid(input.code) };
    return { discountCodeBasicCreate: { codeDiscountNode, userErrors } };
  }

  function addTags(variables: unknown): Answer {
    const { id, tags: more } = Tagged.parse(variables);
    tags.set(id, [...new Set([...(tags.get(id) ?? []), ...more])]);
    return { tagsAdd: { userErrors: [] } };
  }

  function removeTags(variables: unknown): Answer {
    const { id, tags: gone } = Tagged.parse(variables);
    tags.set(
      id,
      (tags.get(id) ?? []).filter((tag) => !gone.includes(tag)),
    );
    return { tagsRemove: { userErrors: [] } };
  }

  function findDiscount(variables: unknown): Answer {
    const input = codes.get(z.object({ code: z.string() }).parse(variables).code);
    if (input === undefined) return { codeDiscountNodeByCode: null };
    const { usageLimit, endsAt, customerGets } = input;
    const { percentage, discountAmount } = customerGets.value;
    const amount = discountAmount && { amount: discountAmount.amount, currencyCode: 'USD' };
    const codeDiscount = {
      usageLimit,
      asyncUsageCount: 0,
      endsAt,
      customerGets: { value: { percentage, amount } },
    };
    return { codeDiscountNodeByCode: { id: discountGid(input.code), codeDiscount } };
  }

  function endDiscount(variables: unknown): Answer {
    const { id } = ById.parse(variables);
    for (const code of codes.keys()) if (discountGid(code) === id) ended.add(code);
    return { discountCodeDeactivate: { userErrors: [] } };
  }

  function customerHistory(variables: unknown): Answer {
    const customer = customers.find(({ id }) => gid('Customer', id) === ById.parse(variables).id);
    if (customer === undefined) return { customer: null };
    const own = orders.filter(({ customerId }) => customerId === customer.id);
    return { customer: { ...customerNode(customer), orders: connection(own.map(orderNode)) } };
  }

  function order(variables: unknown): Answer {
    const found = orders.find(({ id }) => gid('Order', id) === ById.parse(variables).id);
    const buyer = customers.find(({ id }) => id === found?.customerId);
    if (found === undefined) return { order: null };
    return { order: { ...orderNode(found), customer: buyer ? customerNode(buyer) : null } };
  }

  function carryOut(operation: string, variables: unknown): Answer | null {
    switch (operation) {
      case 'CreateDiscount':
        return createDiscount(variables);
      case 'FindDiscount':
        return findDiscount(variables);
      case 'WithdrawDiscount':
        return endDiscount(variables);
      case 'AddTags':
        return addTags(variables);
      case 'RemoveTags':
        return removeTags(variables);
      case 'CustomerTags':
        return { customer: { tags: tags.get(ById.parse(variables).id) ?? [] } };
      case 'CustomerHistory':
        return customerHistory(variables);
      case 'Order':
        return order(variables);
      case 'ShopName':
        return { shop: { name: 'Example store' } };
      default:
        return null;
    }
  }

  const server = createServer(async (request, response) => {
    const { query, variables } = Body.parse(JSON.parse(await readText(request)));
    const operation = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    asked.push(operation);
    const data = carryOut(operation, variables);
    response.writeHead(data === null ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    customers,
    orders,
    codes,
    ended,
    tags,
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function discountGid(code: string): string {
  return `gid://shopify/DiscountCodeNode/${code}`;
}

function gid(kind: string, id: string): string {
  return `gid://shopify/${kind}/${id}`;
}

function connection(nodes: readonly unknown[]): Answer {
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
}

function money(amount: string): Answer {
  return { shopMoney: { amount, currencyCode: 'USD' } };
}

function customerNode(customer: StoreCustomer): Answer {
  const createdAt = customer.createdAt.toISOString();
  return {
    id: gid('Customer', customer.id),
    firstName: customer.firstName,
    lastName: customer.lastName,
    locale: 'en-US',
    tags: [],
    createdAt,
    updatedAt: createdAt,
    defaultEmailAddress: {
      emailAddress: customer.email,
      marketingState: customer.subscribed ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED',
    },
    defaultPhoneNumber: null,
    defaultAddress: null,
  };
}

function orderNode(order: StoreOrder): Answer {
  const at = order.at.toISOString();
  const line = (item: StoreOrder['lines'][number]) => ({
    id: gid('LineItem', item.id),
    title: item.title,
    sku: null,
    quantity: 1,
    product: null,
    originalUnitPriceSet: money(order.total),
  });
  return {
    id: gid('Order', order.id),
    name: order.name,
    createdAt: at,
    updatedAt: at,
    cancelledAt: null,
    test: false,
    email: null,
    phone: null,
    customerLocale: 'en-US',
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'FULFILLED',
    discountCodes: [],
    totalPriceSet: money(order.total),
    lineItems: connection(order.lines.map(line)),
    refunds: [],
  };
}
