// The union of what a shop can tell us: immutable, normalised facts, the same for every platform.
import type { EventId } from '../ids.ts';
import type { Money } from '../money.ts';

/**
 * A connected store, by the name it has in the log: one key a platform (`events` is the generic signed webhook,
 * `regulars` what we noticed ourselves).
 */
export type ShopKey = 'shopify' | 'bigcommerce' | 'woocommerce' | 'events' | 'sample' | 'regulars';

/** What somebody's consent to a channel is, as far as a shop says. */
export type ConsentState = 'subscribed' | 'unsubscribed' | 'pending' | 'unknown';

export type AttributeValue = string | number | boolean;

/** What a shop says of a customer; an absent key is "not said", null is "known to be none". */
export type CustomerFacts = {
  /** The shop's own customer id; absent for a guest. */
  readonly ref?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  /** "MM-DD" or "YYYY-MM-DD". */
  readonly birthday?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  /** ISO 3166-2 subdivision without the country: "ON". */
  readonly region?: string | null;
  readonly city?: string | null;
  readonly locale?: string | null;
  readonly timezone?: string | null;
  readonly emailConsent?: ConsentState;
  readonly smsConsent?: ConsentState;
  /** The whole list; replaces what this shop said before. */
  readonly tags?: readonly string[];
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly createdAt?: Date;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
};

export type OrderItem = {
  readonly productId: string | null;
  readonly sku?: string;
  readonly title: string;
  readonly quantity: number;
  readonly price: Money;
  readonly category?: string;
  /** The shop's own id of this line, which a return names. */
  readonly lineItemRef?: string;
};

/** The state of an order at `version`; a state with an older version never overwrites a newer one. */
export type OrderFacts = {
  readonly ref: string;
  /** What people call it: "#1054". */
  readonly number: string | null;
  readonly total: Money;
  readonly placedAt: Date;
  /** The instant this state was true in the shop. */
  readonly version: Date;
  /** Said only when true; once paid stays paid. */
  readonly paid?: boolean;
  readonly fulfilled?: boolean;
  readonly cancelled?: boolean;
  readonly test?: boolean;
  readonly items: readonly OrderItem[];
  readonly discountCodes: readonly string[];
  /** The shop's own id of the checkout that it came of. */
  readonly checkoutRef?: string;
  readonly url?: string;
};

export type RefundFacts = {
  readonly ref: string;
  readonly orderRef: string;
  readonly amount: Money;
  readonly refundedAt: Date;
  readonly reason?: string;
};

export type ReturnItem = {
  readonly title: string;
  readonly quantity: number;
  readonly reason?: string;
  readonly note?: string;
  readonly lineItemRef?: string;
};

export type ReturnFacts = {
  readonly ref: string;
  readonly orderRef: string | null;
  readonly amount?: Money;
  readonly reason?: string;
  readonly note?: string;
  readonly items: readonly ReturnItem[];
  readonly requestedAt: Date;
};

export type CheckoutFacts = {
  readonly ref: string;
  readonly total: Money;
  readonly url?: string;
  readonly items: readonly OrderItem[];
  readonly startedAt: Date;
};

/** What happened, with what the shop said about it. `customer` is null when the shop named nobody. */
export type Fact =
  | { readonly type: CustomerEventType; readonly customer: CustomerFacts }
  | {
      readonly type: OrderEventType;
      readonly customer: CustomerFacts | null;
      readonly order: OrderFacts;
    }
  | {
      readonly type: 'refund.created';
      readonly customer: CustomerFacts | null;
      readonly refund: RefundFacts;
    }
  | {
      readonly type: ReturnEventType;
      readonly customer: CustomerFacts | null;
      readonly return: ReturnFacts;
    }
  | {
      readonly type: CheckoutEventType;
      readonly customer: CustomerFacts | null;
      readonly checkout: CheckoutFacts;
    }
  | {
      readonly type: 'product.viewed';
      readonly customer: CustomerFacts;
      readonly product: { readonly ref: string; readonly title?: string; readonly url?: string };
    }
  | {
      readonly type: AppointmentEventType;
      readonly customer: CustomerFacts;
      readonly appointment: {
        readonly ref: string;
        readonly startsAt: Date;
        readonly title?: string;
        readonly place?: string;
      };
    }
  | {
      readonly type: 'message.received';
      readonly customer: CustomerFacts;
      readonly message: { readonly ref: string; readonly subject?: string; readonly text: string };
    }
  | {
      readonly type: 'review.created';
      readonly customer: CustomerFacts;
      readonly review: { readonly ref: string; readonly rating: number; readonly text?: string };
    }
  | {
      readonly type: `custom.${string}`;
      readonly customer: CustomerFacts;
      readonly fields: Readonly<Record<string, AttributeValue>>;
    }
  /** Told by ourselves: a checkout of a shop was left. */
  | {
      readonly type: 'checkout.abandoned';
      readonly customer: CustomerFacts;
      readonly checkout: CheckoutFacts;
      readonly shop: ShopKey;
    }
  /** Told by ourselves: who is in a segment has changed. */
  | { readonly type: SegmentEventType; readonly customer: CustomerFacts; readonly segment: string }
  /** Told by ourselves: money moved the customer from one level to another; null is none. */
  | {
      readonly type: TierEventType;
      readonly customer: CustomerFacts;
      readonly tier: { readonly from: string | null; readonly to: string | null };
    }
  /** Told by ourselves: a customer answered a survey of ours; `score` is 1 to 5. */
  | {
      readonly type: 'survey.answered';
      readonly customer: CustomerFacts;
      readonly survey: { readonly score: number; readonly comment: string | null };
    }
  | { readonly type: 'customer.redacted'; readonly customer: CustomerFacts }
  /** A customer asked the shop what is kept about them: told to people, never answered by itself. */
  | { readonly type: 'customer.data-requested'; readonly customer: CustomerFacts }
  | { readonly type: 'shop.redacted'; readonly shopDomain: string };

export type CustomerEventType = 'customer.created' | 'customer.updated' | 'customer.deleted';
export type OrderEventType =
  | 'order.placed'
  | 'order.paid'
  | 'order.updated'
  | 'order.fulfilled'
  | 'order.cancelled';
export type ReturnEventType =
  | 'return.requested'
  | 'return.approved'
  | 'return.declined'
  | 'return.closed';
export type CheckoutEventType = 'checkout.started' | 'checkout.updated' | 'checkout.completed';
export type AppointmentEventType = 'appointment.booked' | 'appointment.cancelled';
export type SegmentEventType = 'segment.entered' | 'segment.left';
export type TierEventType = 'tier.promoted' | 'tier.demoted';
export type EventType = Fact['type'];

/** A fact before it is in the log: what a webhook or an import hands to ingest. */
export type NewEvent = {
  readonly shop: ShopKey;
  /** Every key under which a repeat of this delivery may come; any match with a known one is a duplicate. */
  readonly dedupeKeys: readonly string[];
  readonly fact: Fact;
  /** When it happened in the shop. */
  readonly occurredAt: Date;
  /** Imported history: projected, never a trigger. */
  readonly historic: boolean;
};

/** A fact in the log. `seq` grows with the order of arrival. */
export type ShopEvent = {
  readonly id: EventId;
  readonly seq: number;
  readonly shop: ShopKey;
  readonly fact: Fact;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly historic: boolean;
};

/** Every event type an automation may be triggered by, but `custom.<name>`. */
export const EVENT_TYPES = [
  'customer.created',
  'customer.updated',
  'customer.deleted',
  'order.placed',
  'order.paid',
  'order.updated',
  'order.fulfilled',
  'order.cancelled',
  'refund.created',
  'return.requested',
  'return.approved',
  'return.declined',
  'return.closed',
  'checkout.started',
  'checkout.updated',
  'checkout.completed',
  'checkout.abandoned',
  'product.viewed',
  'appointment.booked',
  'appointment.cancelled',
  'message.received',
  'review.created',
  'tier.promoted',
  'tier.demoted',
  'survey.answered',
] as const satisfies readonly EventType[];
