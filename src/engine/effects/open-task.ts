// A to-do for a teammate: opened once for a step, and cancelled when the step is taken back.
import type { Effect } from '../actions/effect.ts';
import { InvariantError } from '../errors.ts';
import type { Records } from '../ports/storage.ts';
import { newTask, type Task } from '../tasks/task.ts';
import { addDuration, parseDuration } from '../time.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

/** Opens the task; its card is posted, and the timeline says so. */
export async function openTask(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'open-task' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { origin } = attempt.plan;
  const due = parseDuration(effect.due);
  if (due === null) throw new InvariantError('the time a task is due in was not checked');
  const { assignee } = effect;
  const now = deps.now();
  const zone = deps.playbook.team.timezone;
  const task = newTask({
    id: deps.newId('task'),
    title: effect.title,
    customerId: attempt.profile.id,
    runId: origin.kind === 'run' ? origin.runId : null,
    channel: effect.channel,
    assignee:
      assignee === null ? null : { person: assignee, name: assignee, surface: 'automation' },
    openedBy: origin.kind === 'run' ? origin.automation : '',
    openedAt: now,
    dueAt: addDuration(now, due, zone),
    remind: effect.remind === null ? null : parseDuration(effect.remind),
    zone,
  });
  return { kind: 'done', ref: task.id, record: (records) => store(deps, records, task, attempt) };
}

/** Cancels a task that is still open; one that was done or cancelled meanwhile stays so. */
export async function cancelTask(
  deps: PerformDeps,
  { taskId }: Extract<Effect, { kind: 'cancel-task' }>,
  attempt: Attempt,
): Promise<Performed> {
  const task = await deps.storage.tasks.get(taskId);
  if (task === null || task.status !== 'open') return { kind: 'skipped', reason: 'task-closed' };
  const { origin } = attempt.plan;
  const closedBy = origin.kind === 'undo' ? origin.person : null;
  const next: Task = { ...task, status: 'cancelled', closedAt: deps.now(), closedBy };
  return {
    kind: 'done',
    ref: taskId,
    record: async (records) => {
      if (!(await records.tasks.update(task, next))) return;
      const data = { taskId, text: task.title };
      await records.timeline.add([stepEntry(deps, attempt, 'task-cancelled', data)]);
      await publish(records, task);
    },
  };
}

async function store(
  deps: PerformDeps,
  records: Records,
  task: Task,
  attempt: Attempt,
): Promise<void> {
  await records.tasks.insert(task);
  const data = { taskId: task.id, text: task.title, assignee: task.assignee?.name ?? null };
  await records.timeline.add([stepEntry(deps, attempt, 'task-opened', data)]);
  await publish(records, task);
}

async function publish(records: Records, { id, channel }: Task): Promise<void> {
  await records.enqueue([{ job: { name: 'publish', subject: { kind: 'task', id }, channel } }]);
}
