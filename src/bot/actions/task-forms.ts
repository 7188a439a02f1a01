// The forms of a task: for how long it is put off, and who does it instead.
import type { Team } from '#engine/playbook/team.ts';
import type { TaskView } from '../cards/task.ts';
import type { Form } from '../form.ts';
import type { Words } from '../words/en.ts';
import { teammateField } from '../work/teammate-field.ts';

/** For how long the task is put off. */
export function snoozeForm(words: Words, view: TaskView): Form {
  const { form } = words.tasks;
  const options = Object.entries(form.choices).map(([value, label]) => ({ value, label }));
  return {
    title: form.snoozeTitle,
    intro: [],
    fields: [
      { kind: 'choice', name: 'until', label: form.until, required: true, options, value: '1d' },
    ],
    submitLabel: form.snoozeSubmit,
    action: actionOf(view, 'task.snooze'),
  };
}

/** Who does it. */
export function assignForm(words: Words, view: TaskView, team: Team): Form {
  const { form } = words.tasks;
  return {
    title: form.reassignTitle,
    intro: [],
    fields: [teammateField(form.to, team)],
    submitLabel: form.reassignSubmit,
    action: actionOf(view, 'task.assign'),
  };
}

function actionOf({ task }: TaskView, name: string) {
  return { name, id: task.id, version: task.revision };
}
