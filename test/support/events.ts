// Events as shops send them, stating only what matters.
import type {
  CustomerFacts,
  NewEvent,
  OrderEventType,
  OrderItem,
  ShopKey,
} from '#engine/events/shop-event.ts';
import { NOW } from './world.ts';

let serial = 0;

/** An instant so many days before the world's start. */
export function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000);
}

/** A customer with consent, unless said otherwise. */
export function someone(facts: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    ref: 'c-1',
    email: 'maria@example.com',
    firstName: 'Maria',
    lastName: 'Silva',
    emailConsent: 'subscribed',
    ...facts,
  };
}

/** An event in the log of the generic shop; each has a delivery of its own. */
export function anEvent(
  fact: NewEvent['fact'],
  given: {
    readonly at?: Date;
    readonly key?: string;
    readonly historic?: boolean;
    readonly shop?: ShopKey;
  } = {},
): NewEvent {
  serial += 1;
  const { at = NOW, key = `test:${serial}`, historic = false, shop = 'events' } = given;
  return { shop, dedupeKeys: [key], fact, occurredAt: at, historic };
}

/** An order's event; `total` in minor units of `currency`. */
export function anOrder(
  given: {
    readonly type?: OrderEventType;
    readonly ref?: string;
    readonly total?: number;
    readonly currency?: string;
    readonly customer?: CustomerFacts | null;
    readonly at?: Date;
    readonly placedAt?: Date;
    readonly key?: string;
    readonly historic?: boolean;
    readonly codes?: readonly string[];
    readonly checkout?: string;
    readonly test?: boolean;
    readonly items?: readonly OrderItem[];
  } = {},
): NewEvent {
  const {
    type = 'order.paid',
    ref = `o-${serial + 1}`,
    total = 5_000,
    currency = 'USD',
    customer = someone(),
    at = NOW,
    placedAt = at,
    codes = [],
  } = given;
  const said = {
    ...(type === 'order.paid' ? { paid: true } : {}),
    ...(type === 'order.cancelled' ? { cancelled: true } : {}),
    ...(given.test === true ? { test: true } : {}),
    ...(given.checkout === undefined ? {} : { checkoutRef: given.checkout }),
  };
  const price = { minor: total, currency };
  const order = {
    ref,
    number: `#${ref}`,
    total: price,
    placedAt,
    version: at,
    ...said,
    discountCodes: codes,
    items: given.items ?? [
      { productId: 'p-1', title: 'Blue Train', quantity: 1, price, lineItemRef: `${ref}-line` },
    ],
  };
  return anEvent({ type, customer, order }, given);
}

/** A refund; it names its order, and a customer only when told. */
export function aRefund(given: {
  readonly ref?: string;
  readonly orderRef: string;
  readonly amount: number;
  readonly customer?: CustomerFacts;
  readonly at?: Date;
}): NewEvent {
  const { ref = `r-${serial + 1}`, orderRef, amount, customer = null, at = NOW } = given;
  return anEvent(
    {
      type: 'refund.created',
      customer,
      refund: { ref, orderRef, amount: { minor: amount, currency: 'USD' }, refundedAt: at },
    },
    { at },
  );
}

/** A return request, as Shopify sends it: of an order, with no customer. */
export function aReturn(given: {
  readonly ref?: string;
  readonly orderRef: string;
  readonly reason?: string;
  readonly note?: string;
  readonly amount?: number;
  readonly customer?: CustomerFacts | null;
  readonly at?: Date;
}): NewEvent {
  const { ref = `ret-${serial + 1}`, orderRef, reason = 'defective', customer = null } = given;
  const { at = NOW, amount } = given;
  const request = {
    ref,
    orderRef,
    reason,
    items: [],
    requestedAt: at,
    ...(amount === undefined ? {} : { amount: { minor: amount, currency: 'USD' } }),
    ...(given.note === undefined ? {} : { note: given.note }),
  };
  return anEvent({ type: 'return.requested', customer, return: request }, { at });
}
