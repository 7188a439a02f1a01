// One automation firing for one customer: its trace, and how far its actions have come.
import type { Decider } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { EventType } from '../events/shop-event.ts';
import {
  asId,
  type BatchId,
  type CaseId,
  type CustomerId,
  type EventId,
  type RunId,
} from '../ids.ts';
import type { Trace } from '../segments/trace.ts';

/** `waiting`: for a time or an event. `shadow`: recorded only. `held-out`: nothing is done, to compare with. `stopped`: before its last step; the reason says why. */
export type RunStatus =
  | 'running'
  | 'waiting'
  | 'waiting-for-approval'
  | 'done'
  | 'failed'
  | 'shadow'
  | 'held-out'
  | 'stopped';

/** The states that a run may still leave: one that failed goes on once somebody has settled what failed. */
export const OPEN_STATUSES = [
  'running',
  'waiting',
  'waiting-for-approval',
  'failed',
] as const satisfies readonly RunStatus[];

/** That a teammate follows up on what a run told the team of. */
export type Claim = { readonly by: Decider; readonly at: Date };

/** How long notices about the same customer say who follows up: a week. */
export const CLAIM_SHOWN_MS = 7 * 86_400_000;

export type Run = {
  readonly id: RunId;
  readonly automation: string;
  /** The definition it follows to its end, whatever the playbook says later. */
  readonly version: number;
  readonly customerId: CustomerId;
  /** What it fired upon, once for each customer: an event's id, `date:2026-11-25`, `schedule:<instant>`, `hand:<id>`. */
  readonly occasion: string;
  readonly eventId: EventId | null;
  readonly caseId: CaseId | null;
  readonly status: RunStatus;
  /** The next action that is not planned yet, and while it waits the wait itself; null: nothing is left. */
  readonly position: number | null;
  /** When its wait ends; stays while the end of the wait is acted on. */
  readonly wakeAt: Date | null;
  /** The events that end its wait earlier. */
  readonly waitingFor: readonly EventType[];
  /** The event that ended its last wait, so that the same event cannot end the next one. */
  readonly wokenBy: EventId | null;
  /** What became of its actions, in order. */
  readonly history: readonly RunNote[];
  readonly trace: Trace | null;
  readonly reason: string | null;
  readonly startedAt: Date;
  /** Who began it by hand, and so asked for what it proposes; null: nobody did. */
  readonly begunBy: Decider | null;
  /** Null: nobody has said that they follow up. */
  readonly claim: Claim | null;
};

/** What became of the action at a position. */
export type RunNote = { readonly position: number; readonly at: Date } & (
  | { readonly kind: 'planned' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'waiting'; readonly until: Date }
  | { readonly kind: 'waited'; readonly event: EventType | null }
  | { readonly kind: 'asked'; readonly trace: Trace }
);

/** The occasion of the runs of a batch. */
export function occasionOfBatch(id: BatchId): string {
  return `hand:${id}`;
}

/** The batch that a run is of; null for every other run. */
export function batchOfHand(occasion: string): BatchId | null {
  const id = /^hand:(bat_.+)$/.exec(occasion)?.[1];
  return id === undefined ? null : asId('batch', id);
}

/** Whether a run may still do something. */
export function isOpen({ status }: Pick<Run, 'status'>): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}

/** Whether something ended a run, rather than a person's no to one of its plans: then the rest of it is not done. */
export function isCutShort({ status, reason }: Pick<Run, 'status' | 'reason'>): boolean {
  return status === 'stopped' && reason !== 'rejected' && reason !== 'expired';
}

/** What a run with nothing left to do came to: done when a step was, or when there was none. */
export function runOutcome(plans: readonly PlanWithSteps[]): 'done' | 'failed' {
  const isDone = plans.some(({ steps }) => steps.some(({ status }) => status === 'done'));
  return plans.length === 0 || isDone ? 'done' : 'failed';
}

/** A run as it begins. */
export function newRun(
  begun: Pick<
    Run,
    | 'id'
    | 'automation'
    | 'version'
    | 'customerId'
    | 'occasion'
    | 'eventId'
    | 'trace'
    | 'startedAt'
    | 'begunBy'
  > & { readonly status: 'running' | 'shadow' | 'held-out' },
): Run {
  return {
    ...begun,
    caseId: null,
    position: begun.status === 'held-out' ? null : 0,
    wakeAt: null,
    waitingFor: [],
    wokenBy: null,
    history: [],
    reason: null,
    claim: null,
  };
}
