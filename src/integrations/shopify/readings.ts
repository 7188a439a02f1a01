// What each webhook body tells: the body's shape in, facts out.
import type {
  CheckoutEventType,
  CustomerFacts,
  Fact,
  OrderEventType,
  ReturnEventType,
} from '#engine/events/shop-event.ts';
import { buyerOf, toConsent, toCustomerFacts } from './customer.ts';
import { toCheckoutFacts, toOrderFacts, toRefundFacts, toReturnFacts } from './order.ts';
import type {
  CheckoutBody,
  ConsentBody,
  CustomerBody,
  DeletedBody,
  OrderBody,
  PersonBody,
  RefundBody,
  ReturnBody,
  ShopRedactBody,
  TagsBody,
} from './schema.ts';
import { refOf } from './values.ts';

/** What a body tells. */
export type Reading = {
  /** The id of the order, customer, … it is about. */
  readonly resource: string;
  /** When the body says it happened, where it does. */
  readonly saidAt: Date | null;
  /** The first is the topic's own; the others follow from it. */
  readonly tellings: readonly Telling[];
};

/**
 * A fact. `once` names what it tells when that happens only once: several deliveries may tell it (an order made already
 * paid comes as `orders/create` and as `orders/paid`), and one counts.
 */
type Telling = { readonly fact: Fact; readonly once?: string };

/** An order that has just been made: placed, and where it was paid at once also paid. */
export function readNewOrder(body: OrderBody, shopDomain: string): Reading {
  const placed = readOrder('order.placed', body, shopDomain);
  const order = toOrderFacts(body, shopDomain);
  if (!order.paid) return placed;
  return {
    ...placed,
    tellings: [...placed.tellings, tellOrder('order.paid', body, shopDomain)],
  };
}

/** An order that changed in one way, or in any (`order.updated`). */
export function readOrder(type: OrderEventType, body: OrderBody, shopDomain: string): Reading {
  return {
    resource: refOf(body),
    saidAt: body.updated_at ?? body.created_at,
    tellings: [tellOrder(type, body, shopDomain)],
  };
}

/** Money given back. */
export function readRefund(body: RefundBody): Reading {
  const refund = toRefundFacts(body);
  return {
    resource: refund.ref,
    saidAt: refund.refundedAt,
    tellings: [
      { fact: { type: 'refund.created', customer: null, refund }, once: `refund:${refund.ref}` },
    ],
  };
}

/** A return and what became of it; whose it is must be looked up through the order. */
export function readReturn(type: ReturnEventType, body: ReturnBody, deliveredAt: Date): Reading {
  const facts = toReturnFacts(body, deliveredAt);
  return {
    resource: facts.ref,
    saidAt: null,
    tellings: [{ fact: { type, customer: null, return: facts } }],
  };
}

/** A checkout; one that has become an order is completed. */
export function readCheckout(type: CheckoutEventType, body: CheckoutBody): Reading {
  const checkout = toCheckoutFacts(body);
  const customer = buyerOf(body);
  const done = body.completed_at ?? null;
  const telling: Telling = done
    ? {
        fact: { type: 'checkout.completed', customer, checkout },
        once: `checkout-completed:${checkout.ref}`,
      }
    : { fact: { type, customer, checkout } };
  return {
    resource: checkout.ref,
    saidAt: body.updated_at ?? body.created_at,
    tellings: [telling],
  };
}

/** Somebody new. */
export function readNewCustomer(body: CustomerBody): Reading {
  const customer = toCustomerFacts(body);
  const once = `customer-created:${refOf(body)}`;
  return readPerson(body, [{ fact: { type: 'customer.created', customer }, once }]);
}

/** Somebody known, as they are now. */
export function readCustomer(body: CustomerBody): Reading {
  const customer = toCustomerFacts(body);
  return readPerson(body, [{ fact: { type: 'customer.updated', customer } }]);
}

/** Somebody whom the shop has deleted. */
export function readDeletedCustomer(body: DeletedBody): Reading {
  const customer = { ref: refOf(body) };
  return readPerson(body, [{ fact: { type: 'customer.deleted', customer } }]);
}

/** Tags put on or taken off. */
export function readTags(change: 'addTags' | 'removeTags', body: TagsBody): Reading {
  const tags = body.tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  const customer: CustomerFacts =
    change === 'addTags'
      ? { ref: body.customerId, addTags: tags }
      : { ref: body.customerId, removeTags: tags };
  return {
    resource: body.customerId,
    saidAt: body.occurredAt ?? null,
    tellings: [{ fact: { type: 'customer.updated', customer } }],
  };
}

/** Consent given or withdrawn. */
export function readConsent(channel: 'emailConsent' | 'smsConsent', body: ConsentBody): Reading {
  const state = toConsent(body.state);
  const customer: CustomerFacts =
    channel === 'emailConsent'
      ? { ref: body.customerRef, emailConsent: state }
      : { ref: body.customerRef, smsConsent: state };
  return {
    resource: body.customerRef,
    saidAt: body.changedAt,
    tellings: [{ fact: { type: 'customer.updated', customer } }],
  };
}

/** One of the two privacy topics about a person. */
export function readPrivacy(
  type: 'customer.data-requested' | 'customer.redacted',
  body: PersonBody,
): Reading {
  const { id, email, phone } = body.customer;
  const customer: CustomerFacts = {
    ...(id ? { ref: id } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
  };
  return { resource: id ?? 'guest', saidAt: null, tellings: [{ fact: { type, customer } }] };
}

/** The shop is gone and all of it is to be forgotten. */
export function readShopRedact(body: ShopRedactBody): Reading {
  const fact: Fact = { type: 'shop.redacted', shopDomain: body.shop_domain };
  return { resource: body.shop_id, saidAt: null, tellings: [{ fact }] };
}

const HAPPENS_ONCE: Partial<Record<OrderEventType, string>> = {
  'order.placed': 'order-placed',
  'order.paid': 'order-paid',
};

function tellOrder(type: OrderEventType, body: OrderBody, shopDomain: string): Telling {
  const facts = toOrderFacts(body, shopDomain);
  // A body without a financial status (fields may be left out of a subscription) is paid because its topic says so.
  const order = type === 'order.paid' ? { ...facts, paid: true } : facts;
  const once = HAPPENS_ONCE[type];
  return {
    fact: { type, customer: buyerOf(body), order },
    ...(once ? { once: `${once}:${order.ref}` } : {}),
  };
}

function readPerson(body: DeletedBody | CustomerBody, tellings: readonly Telling[]): Reading {
  const updatedAt = 'updated_at' in body ? (body.updated_at ?? null) : null;
  return { resource: refOf(body), saidAt: updatedAt, tellings };
}
