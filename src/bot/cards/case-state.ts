// How a refund case stands, in a few words: taken, overdue, escalated, snoozed.
import type { Case } from '#engine/cases/case.ts';
import type { Words } from '../words/en.ts';

/** What a case's state is read from. */
export type Standing = Pick<Case, 'status' | 'resolution'> & {
  readonly isOverdue: boolean;
  readonly isEscalated: boolean;
  readonly isAsleep: boolean;
};

/** The standing of a case at an instant; one that sleeps is not overdue. */
export function standingOf(item: Case, now: Date): Standing {
  return {
    status: item.status,
    resolution: item.resolution,
    isOverdue: item.dueAt <= now,
    isEscalated: item.escalatedAt !== null,
    isAsleep: item.snoozedUntil !== null,
  };
}

/** The words of it; of a resolved case only how it ended. */
export function caseStateText({ cases }: Words, standing: Standing): string {
  const { status, resolution, isOverdue, isEscalated, isAsleep } = standing;
  if (resolution !== null) return cases.resolution(resolution);
  return [
    cases.status(status),
    ...(isOverdue ? [cases.handOver.isOverdue] : []),
    ...(isEscalated ? [cases.handOver.escalated] : []),
    ...(isAsleep ? [cases.handOver.isAsleep] : []),
  ].join(', ');
}
