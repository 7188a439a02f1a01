// The states of a refund case: open, taken, resolved; what was offered and what the customer chose.
import type { OfferOption } from '../actions/effect.ts';
import type { Decider } from '../approvals/approval.ts';
import { InvariantError } from '../errors.ts';
import type { ReturnItem } from '../events/shop-event.ts';
import type { CaseId, CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Channel } from '../playbook/team.ts';
import { parseDuration } from '../time.ts';
import type { CaseKind } from './case-kind.ts';
import type { Resolution } from './resolution.ts';
import { addWorkTime, type WorkClock } from './work-clock.ts';

export type CaseStatus = 'open' | 'taken' | 'resolved';

export type CaseNote = { readonly at: Date; readonly by: string; readonly text: string };

/** Alternatives offered to the customer, and the answer once there is one. */
export type Offer = {
  readonly options: readonly OfferOption[];
  readonly token: string;
  readonly offeredAt: Date;
  readonly answer: {
    readonly option: OfferOption['kind'];
    readonly score: number | null;
    readonly comment: string | null;
    readonly at: Date;
  } | null;
};

export type Case = {
  readonly id: CaseId;
  readonly about: CaseKind;
  readonly shop: string;
  /** The shop's id of the return, or null when a teammate opened the case. */
  readonly returnRef: string | null;
  readonly orderRef: string | null;
  readonly orderNumber: string | null;
  readonly customerId: CustomerId | null;
  readonly status: CaseStatus;
  readonly resolution: Resolution | null;
  readonly amount: Money | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly items: readonly ReturnItem[];
  readonly assignee: Decider | null;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly remindedAt: Date | null;
  /** It sleeps until then: nobody is reminded. Null: it is awake. */
  readonly snoozedUntil: Date | null;
  readonly escalatedAt: Date | null;
  /** Who escalated it; null: nobody, or the clock once it was overdue. */
  readonly escalatedBy: string | null;
  /** Where its card stands. */
  readonly channel: Channel;
  /** The person of team.yml who is named on the card. */
  readonly mention: string | null;
  readonly resolvedAt: Date | null;
  readonly notes: readonly CaseNote[];
  readonly offer: Offer | null;
  /** Grows with every change; a change names the one it saw. */
  readonly revision: number;
};

/** Whether nobody works on it any more. */
export function isResolved(item: Pick<Case, 'status'>): boolean {
  return item.status === 'resolved';
}

/** The resolution that a customer's choice leads to. */
export function resolutionOf(option: OfferOption['kind']): Resolution {
  switch (option) {
    case 'exchange':
      return 'exchanged';
    case 'store-credit':
    case 'code':
      return 'credited';
    case 'refund':
      return 'refunded';
  }
}

/** What is known of a case when it is opened. `dueIn` passes on the team's clock. */
export type CaseOpening = Pick<
  Case,
  | 'id'
  | 'about'
  | 'shop'
  | 'returnRef'
  | 'customerId'
  | 'reason'
  | 'note'
  | 'items'
  | 'openedAt'
  | 'channel'
  | 'mention'
> & {
  readonly orderRef: string | null;
  readonly orderNumber: string | null;
  readonly amount: Money | null;
  readonly dueIn: string;
  readonly clock: WorkClock;
};

/** A case that nobody has taken yet. Throws InvariantError for a `dueIn` that the playbook should have refused. */
export function newCase({ dueIn, clock, ...given }: CaseOpening): Case {
  return {
    ...given,
    status: 'open',
    resolution: null,
    assignee: null,
    dueAt: dueAfter(given.openedAt, dueIn, clock),
    remindedAt: null,
    snoozedUntil: null,
    escalatedAt: null,
    escalatedBy: null,
    resolvedAt: null,
    notes: [],
    offer: null,
    revision: 0,
  };
}

/** A resolved case that is worked again: due anew, and neither reminded of nor escalated yet. */
export function reopened(item: Case, dueAt: Date): Case {
  return {
    ...item,
    status: item.assignee === null ? 'open' : 'taken',
    resolution: null,
    resolvedAt: null,
    dueAt,
    remindedAt: null,
    snoozedUntil: null,
    escalatedAt: null,
    escalatedBy: null,
  };
}

/** Asleep until an instant. One that sleeps past its due time is due when it wakes. */
export function asleep(item: Case, until: Date): Case {
  return { ...item, snoozedUntil: until, dueAt: item.dueAt < until ? until : item.dueAt };
}

/**
 * Awake before its time, since somebody has moved. Where sleep had put off when it is due, it is due anew: nobody would be
 * reminded of it until then.
 */
export function woken(
  item: Case,
  now: Date,
  { dueIn, clock }: Pick<CaseOpening, 'dueIn' | 'clock'>,
): Case {
  const { snoozedUntil, dueAt } = item;
  if (snoozedUntil === null) return item;
  if (dueAt > snoozedUntil) return { ...item, snoozedUntil: null };
  const anew = dueAfter(now, dueIn, clock);
  return {
    ...item,
    snoozedUntil: null,
    dueAt: anew < dueAt ? anew : dueAt,
    remindedAt: null,
  };
}

/** When something is due so long after an instant. Throws InvariantError for what is no duration. */
export function dueAfter(at: Date, dueIn: string, clock: WorkClock): Date {
  const due = parseDuration(dueIn);
  if (due === null) throw new InvariantError('the time a case is due in was not checked');
  return addWorkTime(at, due, clock);
}
