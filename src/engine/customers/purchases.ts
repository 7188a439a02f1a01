// A customer's orders and refunds as we keep them, and what they add up to.
import type { OrderFacts, RefundFacts, ShopKey } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Totals } from './profile.ts';

/** An order as it stands after every state of it that has arrived. */
export type Order = OrderFacts & {
  readonly shop: ShopKey;
  readonly customerId: CustomerId | null;
  readonly paid: boolean;
  readonly fulfilled: boolean;
  readonly cancelled: boolean;
  readonly test: boolean;
};

export type Refund = RefundFacts & {
  readonly shop: ShopKey;
  readonly customerId: CustomerId | null;
};

/**
 * The order after one more state of it. An older state never overwrites a newer one, but what it proves is kept: once
 * paid stays paid, once fulfilled, cancelled or test likewise.
 */
export function mergeOrder(
  known: Order | null,
  facts: OrderFacts,
  shop: ShopKey,
  customerId: CustomerId | null,
): Order {
  const newest = known !== null && outranks(known, facts) ? known : facts;
  const checkoutRef = newest.checkoutRef ?? known?.checkoutRef ?? facts.checkoutRef;
  return {
    ...newest,
    ...(checkoutRef === undefined ? {} : { checkoutRef }),
    shop,
    customerId: customerId ?? known?.customerId ?? null,
    number: newest.number ?? known?.number ?? facts.number,
    placedAt: known !== null && known.placedAt < facts.placedAt ? known.placedAt : facts.placedAt,
    paid: known?.paid === true || facts.paid === true,
    fulfilled: known?.fulfilled === true || facts.fulfilled === true,
    cancelled: known?.cancelled === true || facts.cancelled === true,
    test: known?.test === true || facts.test === true,
  };
}

/** Of two states at one instant the same one must win whichever came first. */
function outranks(known: Order, facts: OrderFacts): boolean {
  if (known.version.getTime() !== facts.version.getTime()) return known.version > facts.version;
  return known.total.minor > facts.total.minor;
}

/** Whether an order counts towards spend and number of orders. */
export function counts(order: Pick<Order, 'paid' | 'cancelled' | 'test'>): boolean {
  return order.paid && !order.cancelled && !order.test;
}

/** Adds up a customer's orders and refunds in the shop's currency; other currencies stay apart. */
export function sumPurchases(
  orders: readonly Order[],
  refunds: readonly Refund[],
  currency: string,
): Totals {
  const sums = { orders: 0, ownOrders: 0, spent: 0, refunded: 0, refundedOfSpent: 0, largest: 0 };
  let elsewhere: Map<string, number> | null = null;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  // One pass over numbers, without lists in between: this runs for every event of a replay.
  for (const order of orders) {
    if (!counts(order)) continue;
    const { minor, currency: paidIn } = order.total;
    sums.orders += 1;
    const placedAt = order.placedAt.getTime();
    if (placedAt < first) first = placedAt;
    if (placedAt > last) last = placedAt;
    if (paidIn !== currency) {
      elsewhere ??= new Map();
      elsewhere.set(paidIn, (elsewhere.get(paidIn) ?? 0) + minor);
      continue;
    }
    sums.ownOrders += 1;
    sums.spent += minor;
    sums.largest = Math.max(sums.largest, minor);
  }
  for (const refund of refunds) {
    if (refund.amount.currency !== currency) continue;
    sums.refunded += refund.amount.minor;
    if (orders.some((order) => isSpentOn(order, refund, currency)))
      sums.refundedOfSpent += refund.amount.minor;
  }
  return {
    orders: sums.orders,
    ownOrders: sums.ownOrders,
    spent: { minor: sums.spent, currency },
    spentElsewhere: elsewhere === null ? [] : inOrder(elsewhere),
    refunds: refunds.length,
    refunded: { minor: sums.refunded, currency },
    refundedOfSpent: { minor: sums.refundedOfSpent, currency },
    firstOrderAt: sums.orders === 0 ? null : new Date(first),
    lastOrderAt: sums.orders === 0 ? null : new Date(last),
    largestOrder: { minor: sums.largest, currency },
  };
}

/** Amounts by their currency, in the order of its code. */
function inOrder(amounts: ReadonlyMap<string, number>): readonly Money[] {
  return [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ minor, currency }));
}

/** Whether a refund takes off what was spent: its order counts, in the shop's currency. */
function isSpentOn(order: Order, { orderRef, shop }: Refund, currency: string): boolean {
  return (
    order.ref === orderRef &&
    order.shop === shop &&
    order.total.currency === currency &&
    counts(order)
  );
}
