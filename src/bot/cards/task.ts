// A task as a card: what is to be done for whom, by when, and who does it.
import type { Profile } from '#engine/customers/profile.ts';
import type { Task } from '#engine/tasks/task.ts';
import {
  type Button,
  buttons,
  type Card,
  facts,
  type Inline,
  note,
  type Text,
  type Tone,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { customerText, profileButton } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

/** What a task's card shows; `profile` is null when the customer is forgotten. */
export type TaskView = {
  readonly task: Task;
  readonly profile: Profile | null;
  readonly assignee: Extract<Inline, { kind: 'mention' }> | null;
  readonly now: Date;
};

/** The whole card, with the buttons of the state the task is in. */
export function taskCard(words: Words, view: TaskView): Card {
  const { tasks } = words;
  const { task, profile, assignee } = view;
  const state =
    task.status === 'open'
      ? tasks.status('open')
      : tasks.closed(task.status, task.closedBy === null ? null : oneLine(task.closedBy, 60));
  return {
    title: tasks.title(oneLine(task.title, 140)),
    tone: toneOf(view),
    blocks: [
      facts(
        [tasks.customer, profile === null ? words.unknown : customerText(profile)],
        [tasks.assignee, assignee ?? words.nobody],
        [tasks.due, task.status === 'open' ? dueText(words, view) : null],
        [tasks.statusLabel, state],
        [tasks.openedBy, task.openedBy === '' ? null : oneLine(task.openedBy, 60)],
      ),
      note(task.id),
      buttons(...taskButtons(words, view)),
    ],
  };
}

/** When it is due, and whether that is over. */
function dueText(words: Words, { task, now }: TaskView): Text {
  const late = task.dueAt <= now;
  return [late ? `${words.tasks.overdue} ` : '', time(task.dueAt, 'relative')];
}

function toneOf({ task, now }: TaskView): Tone {
  if (task.status !== 'open') return task.status === 'done' ? 'good' : 'neutral';
  if (task.dueAt <= now) return 'bad';
  return task.assignee === null ? 'warning' : 'neutral';
}

function taskButtons(words: Words, { task, profile }: TaskView): readonly (Button | null)[] {
  const { tasks } = words;
  const profileOf = profile === null ? null : profileButton(words, profile.id);
  const ref = { id: task.id, version: task.revision };
  if (task.status !== 'open')
    return [
      task.customerId === null
        ? null
        : { label: tasks.reopen, action: { name: 'task.reopen', ...ref } },
      profileOf,
    ];
  return [
    task.assignee === null
      ? { label: tasks.take, action: { name: 'task.take', ...ref }, style: 'primary' }
      : null,
    {
      label: tasks.done,
      action: { name: 'task.done', ...ref },
      ...(task.assignee === null ? {} : { style: 'primary' as const }),
    },
    { label: tasks.snooze, action: { name: 'task.snooze', ...ref } },
    { label: tasks.reassign, action: { name: 'task.assign', ...ref } },
    profileOf,
  ];
}
