// The timeline: what happened with one customer, newest first, as data that the catalogue words.
import type { Fact, ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';

/** One thing that happened; `data` depends on the kind. Texts in it are untrusted. */
export type TimelineEntry = {
  readonly id: string;
  readonly customerId: CustomerId;
  readonly at: Date;
  readonly kind: TimelineKind;
  readonly data: Readonly<Record<string, unknown>>;
};

export type TimelineKind =
  | 'event'
  | 'tagged'
  | 'untagged'
  | 'attribute-set'
  | 'tier-set'
  | 'tier-released'
  | 'tier-changed'
  | 'note'
  | 'automation-fired'
  | 'automation-stopped'
  | 'approval-requested'
  | 'approval-decided'
  | 'discount-created'
  | 'discount-withdrawn'
  | 'group-set'
  | 'email-sent'
  | 'email-not-sent'
  | 'step-delayed'
  | 'step-skipped'
  | 'step-failed'
  | 'case-opened'
  | 'case-taken'
  | 'case-resolved'
  | 'case-reopened'
  | 'case-escalated'
  | 'refund-made'
  | 'credit-given'
  | 'request-sent'
  | 'task-opened'
  | 'task-done'
  | 'task-cancelled'
  | 'task-reopened'
  | 'customer-claimed'
  | 'customer-released'
  | 'offer-answered'
  | 'unsubscribed'
  | 'segment-entered'
  | 'segment-left'
  | 'merged'
  | 'unmerged';

/** An entry to add; a second one with the same `key` for the same customer is the same entry. */
export type NewTimelineEntry = Omit<TimelineEntry, 'id'> & { readonly key: string };

/** The timeline's entry of an event: what kind of event, and the few values that people look for. */
export function entryOfEvent(event: ShopEvent, customerId: CustomerId): NewTimelineEntry {
  return {
    customerId,
    key: `event:${event.id}`,
    at: event.occurredAt,
    kind: 'event',
    data: { eventId: event.id, shop: event.shop, type: event.fact.type, ...summarise(event.fact) },
  };
}

function summarise(fact: Fact): Readonly<Record<string, unknown>> {
  if ('order' in fact)
    return { number: fact.order.number ?? fact.order.ref, money: fact.order.total };
  if ('refund' in fact)
    return {
      number: fact.refund.orderRef,
      money: fact.refund.amount,
      text: fact.refund.reason ?? null,
    };
  if ('return' in fact)
    return {
      number: fact.return.orderRef,
      money: fact.return.amount ?? null,
      text: fact.return.reason ?? null,
    };
  if ('checkout' in fact) return { money: fact.checkout.total };
  if ('product' in fact) return { text: fact.product.title ?? fact.product.ref };
  if ('appointment' in fact)
    return { startsAt: fact.appointment.startsAt, text: fact.appointment.title ?? null };
  if ('message' in fact) return { text: fact.message.subject ?? fact.message.text.slice(0, 200) };
  if ('review' in fact) return { rating: fact.review.rating, text: fact.review.text ?? null };
  return {};
}
