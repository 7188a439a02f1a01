// A to-do for a teammate about a customer: open, done, cancelled; who does it, and by when.
import type { Decider } from '../approvals/approval.ts';
import type { CustomerId, RunId, TaskId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import { addDuration, type Duration } from '../time.ts';

export type TaskStatus = 'open' | 'done' | 'cancelled';

export type Task = {
  readonly id: TaskId;
  /** What is to be done. Values of customers may stand in it: untrusted. */
  readonly title: string;
  /** null once the customer is forgotten. */
  readonly customerId: CustomerId | null;
  /** The run that opened it; null: a teammate did. */
  readonly runId: RunId | null;
  /** Where its card stands. */
  readonly channel: Channel;
  readonly status: TaskStatus;
  readonly assignee: Decider | null;
  /** An automation's title, or a person's name. */
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** When the channel is reminded of it, once; at the latest when it is due. */
  readonly remindAt: Date;
  readonly remindedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  /** Grows with every change; a change names the one it saw. */
  readonly revision: number;
};

/** What is known of a task when it is opened; `remind` is how long before it is due, on the clock of the team's `zone`. */
export type TaskOpening = Pick<
  Task,
  | 'id'
  | 'title'
  | 'customerId'
  | 'runId'
  | 'channel'
  | 'assignee'
  | 'openedBy'
  | 'openedAt'
  | 'dueAt'
> & { readonly remind: Duration | null; readonly zone: string };

/** A task that waits to be done. */
export function newTask({ remind, zone, ...given }: TaskOpening): Task {
  return {
    ...given,
    status: 'open',
    remindAt: remindBefore(given.dueAt, remind, given.openedAt, zone),
    remindedAt: null,
    closedAt: null,
    closedBy: null,
    revision: 0,
  };
}

/** The task put off, and to be reminded of again. */
export function snoozed(task: Task, dueAt: Date): Task {
  return { ...task, dueAt, remindAt: dueAt, remindedAt: null };
}

/** The task to be done after all, due when it was; of one that is overdue the channel is reminded again. */
export function reopened(task: Task, now: Date): Task {
  const remindedAt = task.dueAt <= now ? null : task.remindedAt;
  return { ...task, status: 'open', closedAt: null, closedBy: null, remindedAt };
}

/** A reminder that would lie before the task itself comes when it is due. */
function remindBefore(dueAt: Date, remind: Duration | null, openedAt: Date, zone: string): Date {
  if (remind === null) return dueAt;
  const at = addDuration(dueAt, { ...remind, amount: -remind.amount }, zone);
  return at <= openedAt ? dueAt : at;
}
