// Buttons about tasks: show, take, done, snooze, reassign, reopen.
import {
  assignTask,
  closeTask,
  reopenTask,
  snoozeTask,
  type TaskWorked,
  takeTask,
} from '#engine/flows/work-task.ts';
import { asId, type TaskId } from '#engine/ids.ts';
import { notFound } from '../answers.ts';
import type { TaskView } from '../cards/task.ts';
import type { Context } from '../command.ts';
import type { Form, FormValues } from '../form.ts';
import { loadTask } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { showTask, taskRefusal } from '../work/task.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { textOf } from './form-values.ts';
import { assignForm, snoozeForm } from './task-forms.ts';

/** The buttons about tasks. */
export function taskActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'task.show',
      role: 'viewer',
      press: (context, { id }) => showTask(words, context, asId('task', id)),
    },
    atOnce(words, 'task.take', ({ deps, teammate }, id) =>
      takeTask(deps, { id, by: toDecider(teammate) }),
    ),
    atOnce(words, 'task.done', ({ deps, teammate }, id) =>
      closeTask(deps, { id, by: toDecider(teammate), as: 'done' }),
    ),
    atOnce(words, 'task.reopen', ({ deps, teammate }, id) =>
      reopenTask(deps, { id, by: toDecider(teammate) }),
    ),
    withForm(words, 'task.snooze', {
      field: 'until',
      form: (view) => snoozeForm(words, view),
      work: ({ deps, teammate }, id, until) =>
        snoozeTask(deps, { id, until, by: toDecider(teammate) }),
    }),
    withForm(words, 'task.assign', {
      field: 'to',
      form: (view, { deps }) => assignForm(words, view, deps.playbook.team),
      work: ({ deps, teammate }, id, to) => assignTask(deps, { id, to, by: toDecider(teammate) }),
    }),
  ];
}

/** A button that acts when pressed. */
function atOnce(
  words: Words,
  name: string,
  work: (context: Context, id: TaskId) => Promise<TaskWorked>,
): ActionHandler {
  return {
    name,
    role: 'agent',
    press: async (context, action) => {
      const id = asId('task', action.id);
      const refusal = await taskRefusal(words, context, id, await work(context, id));
      return refusal ?? { kind: 'done', subject: { kind: 'task', id } };
    },
  };
}

type Asking = {
  readonly field: string;
  readonly form: (view: TaskView, context: Context) => Form;
  readonly work: (context: Context, id: TaskId, value: string) => Promise<TaskWorked>;
};

/** A button that asks one thing first; a task that is closed answers with how it stands instead of a form. */
function withForm(words: Words, name: string, { field, form, work }: Asking): ActionHandler {
  return {
    name,
    role: 'agent',
    press: async (context, action) => {
      const id = asId('task', action.id);
      const view = (await loadTask(context.deps, id)) ?? notFound('task', id);
      const closed = { kind: 'refused', reason: 'already-closed' } as const;
      const refusal =
        view.task.status === 'open' ? null : await taskRefusal(words, context, id, closed);
      return refusal ?? { kind: 'form', form: form(view, context) };
    },
    submit: async (context, action, values: FormValues): Promise<ActionReply> => {
      const id = asId('task', action.id);
      const value = textOf(values, field).trim();
      if (value === '') {
        const message = words.problems.fieldMissing;
        return { kind: 'faults', faults: [{ field, message }] };
      }
      const refusal = await taskRefusal(words, context, id, await work(context, id, value));
      return refusal ?? { kind: 'done', subject: { kind: 'task', id } };
    },
  };
}
