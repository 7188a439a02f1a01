// What a customer did before we listened, read page by page from the Admin API.
import { VendorError } from '#engine/errors.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import {
  CustomerHistoryAnswer,
  type CustomerPage,
  type LineNode,
  OrderAnswer,
  type OrderNode,
  type OrderWithCustomer,
  type PageInfo,
} from './answers.ts';
import type { AdminApi } from './graphql.ts';
import { guestOf, tellCustomer, tellOrder } from './history-events.ts';
import { CUSTOMER_HISTORY, ORDER, REFUNDS_A_PAGE } from './queries.ts';

/** An order with all its lines and refunds, and its customer; null when the shop has none. */
export async function readOrderHistory(
  api: AdminApi,
  shopDomain: string,
  orderId: string,
): Promise<readonly NewEvent[] | null> {
  const order = await readWholeOrder(api, orderId);
  if (order === null) return null;
  const known = order.customer ? [tellCustomer(order.customer)] : [];
  return [
    ...known,
    ...tellOrder(order, order.customer ? { ref: order.customer.id } : guestOf(order), shopDomain),
  ];
}

/** A customer with all orders and refunds; null when the shop has none. Without the scope `read_all_orders` Shopify shows 60 days. */
export async function readCustomerHistory(
  api: AdminApi,
  shopDomain: string,
  customerId: string,
): Promise<readonly NewEvent[] | null> {
  const events: NewEvent[] = [];
  let after: string | null = null;
  do {
    const customer: CustomerPage | null = await readPage(api, customerId, after);
    if (customer === null) return events.length === 0 ? null : events;
    if (after === null) events.push(tellCustomer(customer));
    for (const node of customer.orders.nodes) {
      const order = isWhole(node) ? node : await readWholeOrder(api, gid('Order', node.id));
      if (order) events.push(...tellOrder(order, { ref: customer.id }, shopDomain));
    }
    after = nextCursor(customer.orders.pageInfo, after);
  } while (after !== null);
  return events;
}

/** The global id of a thing. */
export function gid(kind: 'Customer' | 'Order' | 'Product' | 'Collection', ref: string): string {
  return `gid://shopify/${kind}/${ref}`;
}

async function readPage(
  api: AdminApi,
  id: string,
  after: string | null,
): Promise<CustomerPage | null> {
  const { customer } = await api.read({
    name: 'CustomerHistory',
    document: CUSTOMER_HISTORY,
    variables: { id, after },
    answer: CustomerHistoryAnswer,
  });
  return customer ?? null;
}

async function readWholeOrder(api: AdminApi, id: string): Promise<OrderWithCustomer | null> {
  const lines: LineNode[] = [];
  let after: string | null = null;
  for (;;) {
    const { order }: OrderAnswer = await api.read({
      name: 'Order',
      document: ORDER,
      variables: { id, after },
      answer: OrderAnswer,
    });
    if (!order) return null;
    lines.push(...order.lineItems.nodes);
    after = nextCursor(order.lineItems.pageInfo, after);
    if (after === null) return { ...order, lineItems: { ...order.lineItems, nodes: lines } };
  }
}

/** Null at the end. A page that points at itself would be read for ever. */
function nextCursor(page: PageInfo, current: string | null): string | null {
  if (!page?.hasNextPage) return null;
  if (page.endCursor && page.endCursor !== current) return page.endCursor;
  throw new VendorError('shopify gave a page without a next one although there is more', {
    vendor: 'shopify',
    retryable: false,
  });
}

function isWhole(order: OrderNode): boolean {
  return !order.lineItems.pageInfo?.hasNextPage && order.refunds.length < REFUNDS_A_PAGE;
}
