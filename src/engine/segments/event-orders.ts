// What the customer's other orders say of the order that woke an automation: how many lie close before it, which came after.
import { counts, type Order } from '../customers/purchases.ts';
import type { OrderItem, ShopEvent } from '../events/shop-event.ts';
import { loaded, type Subject } from './field.ts';

const DAY_MS = 86_400_000;

/**
 * How many orders were placed in the 24 hours up to the event's own, which counts too, paid or not yet; cancelled and
 * test orders do not. Null for an event that is about no order.
 */
export function countRecentOrders(subject: Subject): number | null {
  const order = orderOf(subject.event);
  if (order === null) return null;
  const until = order.placedAt.getTime();
  const others = loaded(subject.orders, 'orders').filter(({ ref, shop, placedAt, ...known }) => {
    const at = placedAt.getTime();
    const isOther = ref !== order.ref || shop !== subject.event?.shop;
    return isOther && at > until - DAY_MS && at <= until && !known.cancelled && !known.test;
  });
  return others.length + 1;
}

/** How many paid orders since the event's own hold one of its products; null for an event that is about no order. */
export function countBoughtAgain(subject: Subject): number | null {
  const order = orderOf(subject.event);
  if (order === null || subject.event === null) return null;
  return ordersLike(loaded(subject.orders, 'orders'), subject.event).filter(
    ({ ref, placedAt }) => ref !== order.ref && placedAt >= order.placedAt,
  ).length;
}

/** The customer's paid orders of the event's shop that hold one of its products; its own is among them once it is paid. */
export function ordersLike(orders: readonly Order[], event: ShopEvent): readonly Order[] {
  const products = new Set(itemsOf(event).map(productOf));
  return orders.filter(
    (order) =>
      counts(order) &&
      order.shop === event.shop &&
      order.items.some((item) => products.has(productOf(item))),
  );
}

/** The lines of the order or checkout that an event is about. */
export function itemsOf({ fact }: ShopEvent): readonly OrderItem[] {
  if ('order' in fact) return fact.order.items;
  return 'checkout' in fact ? fact.checkout.items : [];
}

function orderOf(event: ShopEvent | null) {
  return event !== null && 'order' in event.fact ? event.fact.order : null;
}

function productOf({ productId, title }: OrderItem): string {
  return productId ?? title;
}
