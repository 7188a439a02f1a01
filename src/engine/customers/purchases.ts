// A customer's orders and refunds as we keep them, and what they add up to.
import type { OrderFacts, RefundFacts, ShopKey } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import { emptyTotals, type Totals } from './profile.ts';

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
  const counted = orders.filter(counts);
  const own = counted.filter((order) => order.total.currency === currency);
  const elsewhere = new Map<string, number>();
  for (const order of counted) {
    if (order.total.currency !== currency)
      elsewhere.set(
        order.total.currency,
        (elsewhere.get(order.total.currency) ?? 0) + order.total.minor,
      );
  }
  const ownRefunds = refunds.filter((refund) => refund.amount.currency === currency);
  const instants = counted.map((order) => order.placedAt.getTime());
  return {
    ...emptyTotals(currency),
    orders: counted.length,
    ownOrders: own.length,
    spent: { minor: sum(own.map((order) => order.total.minor)), currency },
    spentElsewhere: [...elsewhere]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, minor]) => ({ minor, currency: code })),
    refunds: refunds.length,
    refunded: { minor: sum(ownRefunds.map(({ amount }) => amount.minor)), currency },
    refundedOfSpent: {
      minor: sum(
        ownRefunds
          .filter((refund) => own.some((order) => isOf(refund, order)))
          .map(({ amount }) => amount.minor),
      ),
      currency,
    },
    firstOrderAt: instants.length === 0 ? null : new Date(Math.min(...instants)),
    lastOrderAt: instants.length === 0 ? null : new Date(Math.max(...instants)),
    largestOrder: { minor: Math.max(0, ...own.map((order) => order.total.minor)), currency },
  };
}

function isOf(refund: Refund, order: Order): boolean {
  return refund.orderRef === order.ref && refund.shop === order.shop;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
