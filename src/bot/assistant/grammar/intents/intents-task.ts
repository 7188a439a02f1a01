// What can be said: tasks.
import { ASK, COUNT, type Intent } from './intent.ts';

/** Tasks: listed, shown, opened, done, put off. */
export const TASK_INTENTS: readonly Intent[] = [
  {
    command: 'task list',
    needs: ['task'],
    may: [...COUNT, 'last', 'waiting', 'today', 'due', 'next'],
    said: [
      ['mine', 'mine', 'true'],
      ['open', 'open', 'true'],
    ],
  },
  {
    command: 'task list',
    needs: ['task', [':days', ':moment', ':duration']],
    may: [...COUNT, 'waiting', 'due', 'next', 'in', 'past', 'that', 'finish', 'create'],
    mentions: ['days', 'moment', 'duration'],
    said: [
      ['mine', 'mine', 'true'],
      ['open', 'open', 'true'],
    ],
    caveat: 'period',
  },
  { command: 'task show', needs: [], may: [...ASK, 'task'], args: { id: 'task' } },
  {
    command: 'task take',
    needs: ['take'],
    may: ['task', 'myself', 'assign', 'mine'],
    args: { id: 'task' },
  },
  { command: 'task take', needs: ['assign', 'myself'], may: ['task'], args: { id: 'task' } },
  {
    command: 'task assign',
    needs: ['assign'],
    may: ['task', 'over', 'assign'],
    args: { id: 'task', to: 'teammate' },
  },
  {
    command: 'task snooze',
    needs: ['snooze'],
    may: ['task', 'due', 'snooze', 'set'],
    args: { id: 'task', until: 'due' },
  },
  {
    command: 'task done',
    needs: [['finish', 'resolve']],
    may: ['task', 'mark', 'finish', 'set', 'resolve', 'as'],
    args: { id: 'task' },
  },
  { command: 'task cancel', needs: ['cancel'], may: ['task', 'cancel'], args: { id: 'task' } },
  { command: 'task reopen', needs: ['reopen'], may: ['task', 'reopen'], args: { id: 'task' } },
  {
    command: 'task new',
    needs: [['remind', 'task']],
    may: ['create', 'add', 'customer', 'tomorrow', 'set', 'task', 'remind', 'text', 'call'],
    args: { title: 'todo', who: 'mentioned' },
    options: { due: 'due' },
  },
];
