// The states of a refund case: open, taken, resolved; what was offered and what the customer chose.
import type { OfferOption } from '../actions/effect.ts';
import type { Decider } from '../approvals/approval.ts';
import type { ReturnItem } from '../events/shop-event.ts';
import type { CaseId, CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';

export const RESOLUTIONS = ['refunded', 'exchanged', 'credited', 'declined'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

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
