// The bodies the sample shop posts: the documented shapes of the generic signed webhook.
import type { Order } from '#engine/customers/purchases.ts';
import type { OrderItem } from '#engine/events/shop-event.ts';
import { type Money, moneyToText } from '#engine/money.ts';
import type { Player } from './cast.ts';
import type { Complaint } from './complaints.ts';
import type { samplePerson } from './people.ts';

/** What stands in `data` of a delivery, and its type. */
export type Body = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** What somebody puts into a basket. */
export type Basket = {
  readonly ref: string;
  readonly number: string;
  readonly items: readonly OrderItem[];
  readonly total: Money;
};

/** An order placed or paid now. */
export function orderBody(
  type: 'order.placed' | 'order.paid',
  player: Player,
  basket: Basket,
  now: Date,
): Body {
  const { ref: id, number } = basket;
  return { type, data: { id, number, ...common(player, basket), placedAt: now.toISOString() } };
}

/** A look at something that may be put into a basket. */
export function viewBody(player: Player, { productId, title }: OrderItem): Body {
  return { type: 'product.viewed', data: { customer: { id: player.ref }, productId, title } };
}

/** A basket that may be left standing. */
export function checkoutBody(player: Player, basket: Basket, now: Date): Body {
  const { ref: id } = basket;
  const url = `https://regular-records.example/checkout/${id}`;
  const { email } = player.profile;
  const data = { id, ...common(player, basket), email, url, startedAt: now.toISOString() };
  return { type: 'checkout.started', data };
}

/** A request to send back the first item of an order. */
export function returnBody(
  ref: string,
  player: Player,
  order: Order,
  complaint: Complaint,
  now: Date,
): Body {
  const [item] = order.items;
  const amount = item === undefined ? order.total : item.price;
  return {
    type: 'return.requested',
    data: {
      id: ref,
      orderId: order.ref,
      customer: { id: player.ref },
      amount: moneyToText(amount),
      currency: amount.currency,
      ...complaint,
      items: item === undefined ? [] : [{ title: item.title, quantity: 1 }],
      requestedAt: now.toISOString(),
    },
  };
}

/** Somebody who made an account now. */
export function customerBody(
  ref: string,
  person: ReturnType<typeof samplePerson>,
  now: Date,
): Body {
  const { region: _, ...said } = person;
  return { type: 'customer.created', data: { id: ref, ...said, createdAt: now.toISOString() } };
}

function common(player: Player, basket: Basket) {
  return {
    customer: { id: player.ref },
    currency: basket.total.currency,
    total: moneyToText(basket.total),
    items: basket.items.map((item) => ({ ...item, price: moneyToText(item.price) })),
  };
}
