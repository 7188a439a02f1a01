// A batch: one change for many customers, previewed, confirmed, made in pieces, and undone as one.
import type { Decider } from '../approvals/approval.ts';
import type { AttributeValue } from '../events/shop-event.ts';
import type { BatchId } from '../ids.ts';

/** What is changed; of an undo, what was changed by the batch that it undoes. */
export type BatchChange =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'untag'; readonly tag: string }
  /** Holds everybody on a level; null lets go of them, and their spend decides. */
  | { readonly kind: 'tier'; readonly tier: string | null }
  /** `value` null takes the attribute away. */
  | { readonly kind: 'set'; readonly name: string; readonly value: AttributeValue | null };

/** `cancelled` and `expired` were never confirmed; `stopped` has changed a part. */
export type BatchStatus = 'previewed' | 'running' | 'done' | 'stopped' | 'cancelled' | 'expired';

/**
 * What became of a member. `already`: it was so before. `moved-on`: somebody else has had a word since, so an undo left
 * it alone. `gone`: the customer is not there any more.
 */
export type MemberOutcome = 'waiting' | 'changed' | 'already' | 'moved-on' | 'gone';

/** How far the shop has come with a changed member. `skipped`: our own word has changed before it was asked. */
export type ShopOutcome = 'waiting' | 'asked' | 'done' | 'failed' | 'skipped';

/** What a batch would do, counted when its members were taken down. */
export type Foreseen = {
  readonly customers: number;
  readonly change: number;
  readonly already: number;
  readonly movedOn: number;
  readonly gone: number;
  /** How many of the changes are made in a shop as well, one call each. */
  readonly shopCalls: number;
};

/** How far a batch has come, counted over its members. */
export type Tally = {
  readonly members: Readonly<Record<MemberOutcome, number>>;
  readonly shop: Readonly<Record<ShopOutcome, number>>;
};

export type Batch = {
  readonly id: BatchId;
  readonly change: BatchChange;
  /** Who its members were taken from: a segment, or a query without a name. */
  readonly segment: { readonly name: string | null; readonly query: string };
  readonly undoOf: BatchId | null;
  /** The batch that has undone this one or is about to. */
  readonly undoneBy: BatchId | null;
  readonly status: BatchStatus;
  readonly foreseen: Foreseen;
  /** SHA-256 over the members' ids in order, a line each, in hex. */
  readonly membersHash: string;
  readonly requestedBy: Decider;
  readonly requestedAt: Date;
  readonly confirmedBy: Decider | null;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
  /** Grows with every change of the batch itself; a change names the one it saw. */
  readonly revision: number;
};

const DAY_MS = 86_400_000;

/** How long a preview waits to be confirmed. */
const PREVIEW_DAYS = 1;

/** How long a batch can be undone after its end. */
const UNDO_DAYS = 30;

/** When a preview is too old to be confirmed. */
export function previewExpiry({ requestedAt }: Pick<Batch, 'requestedAt'>): Date {
  return new Date(requestedAt.getTime() + PREVIEW_DAYS * DAY_MS);
}

/** Previews that were asked for before this instant have expired. */
export function previewsExpiredBefore(now: Date): Date {
  return new Date(now.getTime() - PREVIEW_DAYS * DAY_MS);
}

/** Until when it can be undone; null before it has ended. */
export function undoableUntil({ endedAt }: Pick<Batch, 'endedAt'>): Date | null {
  return endedAt === null ? null : new Date(endedAt.getTime() + UNDO_DAYS * DAY_MS);
}

/** Why a batch is not undone; `not-done`: nothing was changed, `running`: it must be stopped first. */
export type UndoRefusal = 'not-done' | 'running' | 'undone' | 'too-old';

/** Why this batch cannot be undone now, or null. An undo is a batch too: undoing it makes the change again. */
export function whyNotUndone(
  batch: Pick<Batch, 'status' | 'undoneBy' | 'endedAt'>,
  now: Date,
): UndoRefusal | null {
  if (batch.status === 'running') return 'running';
  if (batch.status !== 'done' && batch.status !== 'stopped') return 'not-done';
  if (batch.undoneBy !== null) return 'undone';
  const until = undoableUntil(batch);
  return until === null || until <= now ? 'too-old' : null;
}

/** Whether a confirmed batch has something left to do: members it was stopped before, or shop calls that failed. */
export function canGoOn(
  batch: Pick<Batch, 'status' | 'undoneBy'>,
  { members, shop }: Tally,
): boolean {
  if (batch.undoneBy !== null) return false;
  if (batch.status === 'stopped') return members.waiting + shop.waiting + shop.failed > 0;
  return batch.status === 'done' && shop.failed > 0;
}
