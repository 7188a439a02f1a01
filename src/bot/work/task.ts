// Working a task from any face: what the flows answer, as the task's card or as why not.
import type { TaskWorked } from '#engine/flows/work-task.ts';
import type { TaskId } from '#engine/ids.ts';
import { changed, notFound, refusedAs, refusedFor, shown } from '../answers.ts';
import { type TaskView, taskCard } from '../cards/task.ts';
import type { Answer, Context } from '../command.ts';
import { taskJson } from '../commands/task-json.ts';
import { loadTask } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';

/** The task as an answer. */
export async function showTask(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: TaskId,
): Promise<Answer> {
  const { card, json } = present(words, (await loadTask(deps, id)) ?? notFound('task', id));
  return shown(card, json);
}

/** The task as a command has just changed it. */
export async function changedTask(
  words: Words,
  { deps, teammate }: Context,
  id: TaskId,
): Promise<Answer> {
  const view = (await loadTask(deps, id)) ?? notFound('task', id);
  return changed(present(words, view), {
    ...{ kind: 'task', id, by: teammate.name },
    state: ({ tasks }) => tasks.status(view.task.status),
  });
}

/** Why a change was refused, with the task as it stands; null when it was done. */
export async function taskRefusal(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: TaskId,
  outcome: TaskWorked,
): Promise<Answer | null> {
  if (outcome.kind === 'done') return null;
  const view = await loadTask(deps, id);
  if (view === null) return refusedFor(words, { code: 'not-found', what: 'task', who: id });
  const { reason } = outcome;
  const message = words.tasks.refused(reason);
  const refusal = { title: words.tasks.refusedTitle, code: reason, message };
  return refusedAs(refusal, present(words, view));
}

function present(words: Words, view: TaskView) {
  return { card: taskCard(words, view), json: taskJson(view) };
}
