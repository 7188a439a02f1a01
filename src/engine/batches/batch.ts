// A batch: one change for many customers, previewed, confirmed, made in pieces, and undone as one.
import type { StepSummary } from '../actions/summary.ts';
import type { Decider } from '../approvals/approval.ts';
import type { RunningMode } from '../automations/automation.ts';
import type { AttributeValue } from '../events/shop-event.ts';
import type { BatchId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Hindrance } from '../runs/guards.ts';

/** What is changed; of an undo, what was changed by the batch that it undoes. */
export type BatchChange = FactChange | RunChange;

/** What we know of somebody is changed. */
export type FactChange =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'untag'; readonly tag: string }
  /** Holds everybody on a level; null lets go of them, and their spend decides. */
  | { readonly kind: 'tier'; readonly tier: string | null }
  /** `value` null takes the attribute away. */
  | { readonly kind: 'set'; readonly name: string; readonly value: AttributeValue | null };

/** An automation is run for everybody, by hand. */
export type RunChange = {
  readonly kind: 'run';
  readonly automation: string;
  readonly title: string;
  /** The definition that was previewed: no other one is run. */
  readonly version: number;
  /** Shadow: what it would do is recorded, and nothing done. */
  readonly mode: RunningMode;
  /** Past re-entry. */
  readonly again: boolean;
  /** Confirming it takes the automation live as well. */
  readonly activates: boolean;
};

/**
 * `waiting-for-approval`: confirmed, and somebody must still decide on what each would get. `cancelled`, `rejected` and
 * `expired` have changed nobody; `stopped` has changed a part.
 */
export type BatchStatus =
  | 'previewed'
  | 'waiting-for-approval'
  | 'running'
  | 'done'
  | 'stopped'
  | 'cancelled'
  | 'rejected'
  | 'expired';

/**
 * What became of a member. `already`: it was so before. `left-out`: a guard of the automation kept it from running.
 * `moved-on`: somebody else has had a word since, so an undo left it alone. `gone`: the customer is not there any more.
 */
export type MemberOutcome = 'waiting' | 'changed' | 'already' | 'left-out' | 'moved-on' | 'gone';

/** Why a run by hand leaves somebody out: a guard, or the automation itself has changed since the preview. */
export type LeftOut = Hindrance | 'automation-off' | 'automation-gone' | 'definition-changed';

export type LeftOutCounts = readonly { readonly reason: LeftOut; readonly count: number }[];

/** How far the shop has come with a changed member. `skipped`: our own word has changed before it was asked. */
export type ShopOutcome = 'waiting' | 'asked' | 'done' | 'failed' | 'skipped';

/** What each of them gets that somebody must decide on, before the automation's first wait, and what all of it may cost. */
export type BulkAsk = {
  /** What each action does. */
  readonly gives: readonly StepSummary[];
  /** The largest percentage of a code; null: no code takes a percentage off. */
  readonly percent: number | null;
  /** Over all of them; an amount of nothing where no code is made. */
  readonly exposure: Money;
  /** SHA-256 over the mails as they are written, in hex. */
  readonly mailsHash: string;
};

/** Somebody's word on a batch that waits for one. */
export type BulkDecision = {
  readonly by: Decider;
  readonly at: Date;
  readonly decision: 'approved' | 'rejected';
};

/** What a batch would do, counted when its members were taken down. */
export type Foreseen = {
  readonly customers: number;
  readonly change: number;
  readonly already: number;
  readonly movedOn: number;
  readonly gone: number;
  /** Why a run leaves out how many; absent where nothing is run. */
  readonly leftOut?: LeftOutCounts;
  /** What somebody must decide on for all of them at once; absent where nobody is asked. */
  readonly asks?: BulkAsk;
  /** How many of the changes are made in a shop as well, one call each. */
  readonly shopCalls: number;
};

/** How far a batch has come, counted over its members. */
export type Tally = {
  readonly members: Readonly<Record<MemberOutcome, number>>;
  readonly shop: Readonly<Record<ShopOutcome, number>>;
  /** Those left out, by the reason. */
  readonly leftOut: LeftOutCounts;
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
  /** On what each of them would get. */
  readonly decisions: readonly BulkDecision[];
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

/**
 * Why a batch is not undone; `not-done`: nothing was changed, `running`: it must be stopped first, `run-undone`: it has
 * taken runs back, which nothing starts again but another run.
 */
export type UndoRefusal = 'not-done' | 'running' | 'undone' | 'too-old' | 'run-undone';

/** Why this batch cannot be undone now, or null. An undo is a batch too: undoing it makes the change again. */
export function whyNotUndone(
  batch: Pick<Batch, 'status' | 'undoneBy' | 'endedAt' | 'change' | 'undoOf'>,
  now: Date,
): UndoRefusal | null {
  if (batch.status === 'running') return 'running';
  if (batch.status !== 'done' && batch.status !== 'stopped') return 'not-done';
  if (batch.undoneBy !== null) return 'undone';
  if (batch.change.kind === 'run') {
    if (batch.undoOf !== null) return 'run-undone';
    if (batch.change.mode === 'shadow') return 'not-done';
  }
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
