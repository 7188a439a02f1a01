// A teammate's work on a task: open, take, assign, snooze, done, cancel, reopen; each change is made once and shown everywhere.
import type { Decider } from '../approvals/approval.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CustomerId, TaskId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import type { Records } from '../ports/storage.ts';
import { parseDue } from '../tasks/due.ts';
import { newTask, reopened, snoozed, type Task } from '../tasks/task.ts';
import { teammateNamed } from './teammate-named.ts';

type TaskDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'playbook'>;

export type TaskRefusal =
  | 'not-found'
  | 'already-closed'
  | 'already-open'
  | 'already-taken'
  | 'forgotten'
  | 'changed';

export type TaskWorked =
  | { readonly kind: 'done'; readonly task: Task }
  | { readonly kind: 'refused'; readonly reason: TaskRefusal };

type Command = { readonly id: TaskId; readonly by: Decider };

/** Opens a task by hand. Throws UserError for a time that is none and a person whom the team does not know. */
export async function openTask(
  deps: TaskDeps,
  command: {
    readonly customerId: CustomerId;
    readonly title: string;
    readonly due: string;
    readonly assignee: string | null;
    readonly channel: Channel;
    readonly by: Decider;
  },
): Promise<Task> {
  const { customerId, channel, by } = command;
  const task = newTask({
    id: deps.newId('task'),
    title: command.title.trim(),
    customerId,
    runId: null,
    channel,
    assignee: command.assignee === null ? null : teammateNamed(deps, command.assignee, by),
    openedBy: by.name,
    openedAt: deps.now(),
    dueAt: timeIn(deps, 'due', command.due),
    remind: null,
    zone: deps.playbook.team.timezone,
  });
  await deps.storage.transaction(async (records) => {
    await records.tasks.insert(task);
    await writeDown(deps, records, task, by, {
      action: 'task.opened',
      entry: { kind: 'task-opened', data: { by: by.name } },
    });
  });
  return task;
}

/** Takes a task; one that somebody else has taken stays theirs. */
export async function takeTask(deps: TaskDeps, { id, by }: Command): Promise<TaskWorked> {
  return changeOpenTask(deps, { id, by }, (task) => {
    if (task.assignee !== null && task.assignee.person !== by.person) return 'already-taken';
    return { next: { ...task, assignee: by }, action: 'task.taken', entry: null };
  });
}

/** Gives a task to somebody of the team, by name; `me` is who asks. */
export async function assignTask(
  deps: TaskDeps,
  { id, by, to }: Command & { readonly to: string },
): Promise<TaskWorked> {
  const assignee = teammateNamed(deps, to, by);
  return changeOpenTask(deps, { id, by }, (task) => ({
    next: { ...task, assignee },
    action: 'task.assigned',
    entry: null,
  }));
}

/** Puts a task off: it is due then, or so long from now. */
export async function snoozeTask(
  deps: TaskDeps,
  { id, by, until }: Command & { readonly until: string },
): Promise<TaskWorked> {
  const dueAt = timeIn(deps, 'until', until);
  return changeOpenTask(deps, { id, by }, (task) => ({
    next: snoozed(task, dueAt),
    action: 'task.snoozed',
    entry: null,
  }));
}

/** Ends a task; who ends it is who did it, where nobody had taken it. */
export async function closeTask(
  deps: TaskDeps,
  { id, by, as }: Command & { readonly as: 'done' | 'cancelled' },
): Promise<TaskWorked> {
  return changeOpenTask(deps, { id, by }, (task) => ({
    next: {
      ...task,
      status: as,
      assignee: task.assignee ?? (as === 'done' ? by : null),
      closedAt: deps.now(),
      closedBy: by.name,
    },
    action: `task.${as}`,
    entry: { kind: `task-${as}`, data: { by: by.name } },
  }));
}

/** Takes back that a task is done or cancelled; one about somebody who is forgotten stays as it is. */
export async function reopenTask(deps: TaskDeps, { id, by }: Command): Promise<TaskWorked> {
  return changeTask(deps, { id, by }, (task) => {
    if (task.status === 'open') return 'already-open';
    if (task.customerId === null) return 'forgotten';
    const entry = { kind: 'task-reopened', data: { by: by.name } } as const;
    return { next: reopened(task, deps.now()), action: 'task.reopened', entry };
  });
}

type Change = {
  readonly action: string;
  readonly entry: Pick<NewTimelineEntry, 'kind' | 'data'> | null;
};

type Decide = (task: Task) => (Change & { readonly next: Task }) | TaskRefusal;

function changeOpenTask(deps: TaskDeps, command: Command, change: Decide): Promise<TaskWorked> {
  return changeTask(deps, command, (task) =>
    task.status === 'open' ? change(task) : 'already-closed',
  );
}

/** One change: decided, written if nobody was quicker, audited, shown. */
async function changeTask(
  deps: TaskDeps,
  { id, by }: Command,
  change: Decide,
): Promise<TaskWorked> {
  return deps.storage.transaction(async (records): Promise<TaskWorked> => {
    const task = await records.tasks.get(id);
    if (task === null) return { kind: 'refused', reason: 'not-found' };
    const changed = change(task);
    if (typeof changed === 'string') return { kind: 'refused', reason: changed };
    if (!(await records.tasks.update(task, changed.next)))
      return { kind: 'refused', reason: 'changed' };
    const next = { ...changed.next, revision: task.revision + 1 };
    await writeDown(deps, records, next, by, changed);
    return { kind: 'done', task: next };
  });
}

async function writeDown(
  deps: Pick<Deps, 'now'>,
  records: Records,
  task: Task,
  by: Decider,
  { action, entry }: Change,
): Promise<void> {
  const { id, customerId, channel, revision } = task;
  const at = deps.now();
  const details = { surface: by.surface, revision };
  await records.audit.append({ at, actor: by.person, action, subject: id, details });
  if (entry !== null && customerId !== null) {
    const data = { ...entry.data, taskId: id, text: task.title };
    const key = `task:${id}:${revision}`;
    await records.timeline.add([{ customerId, key, at, kind: entry.kind, data }]);
  }
  await records.enqueue([{ job: { name: 'publish', subject: { kind: 'task', id }, channel } }]);
}

/** A time to come as people say it. Throws UserError for what is none. */
export function timeIn(
  { now, playbook }: Pick<Deps, 'now' | 'playbook'>,
  field: string,
  text: string,
): Date {
  const at = parseDue(text, now(), playbook.team.timezone);
  if (at !== null) return at;
  throw new UserError({ code: 'invalid', field, reason: 'no-time-to-come', typed: text });
}
