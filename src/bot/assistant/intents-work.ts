// What can be said: cases and tasks.
import { ASK, COUNT, type Intent } from './intent.ts';

/** Cases and tasks. */
export const WORK_INTENTS: readonly Intent[] = [
  {
    command: 'case list',
    needs: ['case'],
    may: [...COUNT, 'refund', 'last', 'mine', 'whether', 'today'],
    said: [
      ['open', 'open', 'true'],
      ['mine', 'mine', 'true'],
    ],
    options: { limit: 'limit' },
  },
  {
    command: 'case list',
    needs: ['unassigned', ['case', ...COUNT]],
    may: [...COUNT, 'case', 'refund', 'open', 'who', 'that', 'take'],
    fixed: { free: 'true' },
    options: { limit: 'limit' },
  },
  { command: 'case list', needs: ['open', 'refund'], may: [...COUNT], fixed: { open: 'true' } },
  { command: 'case show', needs: [], may: [...ASK, 'case', 'it'], args: { id: 'case' } },
  {
    command: 'case take',
    needs: ['take'],
    may: ['case', 'myself', 'assign', 'mine'],
    args: { id: 'case' },
  },
  { command: 'case take', needs: ['assign', 'myself'], may: ['case', 'to'], args: { id: 'case' } },
  ...(['refunded', 'exchanged', 'credited', 'declined'] as const).map(
    (resolution): Intent => ({
      command: 'case resolve',
      needs: [['resolve', 'mark', 'finish', 'case', 'declined'], resolution],
      may: ['case', 'set', 'resolve', 'customer'],
      args: { id: 'case' },
      options: { note: 'text' },
      fixed: { resolution },
    }),
  ),
  {
    command: 'case reassign',
    needs: ['assign'],
    may: ['case', 'over', 'assign'],
    args: { id: 'case', to: 'teammate' },
  },
  {
    command: 'case note',
    needs: ['note'],
    may: ['case', 'add', 'create', 'in', 'set', 'text'],
    args: { id: 'case', text: 'text' },
  },
  {
    command: 'case open',
    needs: [['create', 'open'], ['case']],
    may: ['customer', 'refund', 'create', 'order'],
    args: { who: 'customer' },
  },
  {
    command: 'case snooze',
    needs: ['remind'],
    may: ['case', 'remind', 'myself'],
    args: { id: 'case', until: 'due' },
  },
  {
    command: 'case snooze',
    needs: ['snooze'],
    may: ['case', 'due', 'snooze'],
    args: { id: 'case', until: 'due' },
  },
  { command: 'case escalate', needs: ['escalate'], may: ['case'], args: { id: 'case' } },
  {
    command: 'case release',
    needs: ['release'],
    may: ['case', 'release', 'set', 'give', 'in'],
    args: { id: 'case' },
  },
  {
    command: 'case handover',
    needs: ['assign', 'case'],
    may: ['mine', 'list', 'over', 'assign'],
    args: { to: 'teammate' },
  },
  { command: 'case refund', needs: ['refund'], may: ['case', 'approve'], args: { id: 'case' } },
  {
    command: 'case decline',
    needs: ['declined'],
    may: ['case'],
    args: { id: 'case', text: 'text' },
  },
  {
    command: 'case reopen',
    needs: ['reopen'],
    may: ['case', 'reopen', 'reason', 'set'],
    args: { id: 'case', reason: 'text' },
  },
  {
    command: 'task list',
    needs: ['task'],
    may: [...COUNT, 'last', 'waiting'],
    said: [
      ['mine', 'mine', 'true'],
      ['open', 'open', 'true'],
    ],
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
    may: ['task', 'due', 'snooze'],
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
    args: { title: 'text', who: 'customer' },
    options: { due: 'due' },
  },
];
