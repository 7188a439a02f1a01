// The timeline: what happened with one customer, newest first, as data that the catalogue words.
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
  | 'note'
  | 'automation-fired'
  | 'approval-requested'
  | 'approval-decided'
  | 'discount-created'
  | 'email-sent'
  | 'email-not-sent'
  | 'step-skipped'
  | 'step-failed'
  | 'case-opened'
  | 'case-taken'
  | 'case-resolved'
  | 'offer-answered'
  | 'unsubscribed';

/** An entry to add; a second one with the same `key` for the same customer is the same entry. */
export type NewTimelineEntry = Omit<TimelineEntry, 'id'> & { readonly key: string };
