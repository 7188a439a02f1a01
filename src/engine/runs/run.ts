// One automation firing for one customer: its trace, and how far its actions have come.
import type { CaseId, CustomerId, EventId, RunId } from '../ids.ts';
import type { Trace } from '../segments/trace.ts';

/** `shadow`: recorded only. `blocked`: fired, but a guard stopped it; the reason says which. */
export type RunStatus =
  | 'running'
  | 'waiting-for-approval'
  | 'done'
  | 'failed'
  | 'shadow'
  | 'stopped';

export type Run = {
  readonly id: RunId;
  readonly automation: string;
  readonly version: number;
  readonly customerId: CustomerId;
  readonly eventId: EventId | null;
  readonly caseId: CaseId | null;
  readonly status: RunStatus;
  readonly trace: Trace | null;
  readonly reason: string | null;
  readonly startedAt: Date;
};
