// Tasks in English: the card, its forms, and why something cannot be done with one.
import type { TaskRefusal } from '#engine/flows/work-task.ts';
import type { TaskStatus } from '#engine/tasks/task.ts';

const STATUS: Record<TaskStatus, string> = { open: 'open', done: 'done', cancelled: 'cancelled' };

const REFUSED: Record<TaskRefusal, string> = {
  'not-found': 'There is no such task.',
  'already-closed': 'This task is done or cancelled already.',
  'already-open': 'This task is open already.',
  'already-taken': 'Somebody else has this task. Reassign it to take it over.',
  forgotten: 'Its customer is forgotten, so nothing is left to do.',
  changed: 'This task has just been changed by somebody else. Here is how it stands.',
};

/** Words of the task card and of task commands. */
export const tasks = {
  title: (title: string) => (title === '' ? 'Task about a forgotten customer' : `Task: ${title}`),
  status: (status: TaskStatus) => STATUS[status],
  statusLabel: 'State',
  closed: (status: TaskStatus, by: string | null) =>
    by === null ? STATUS[status] : `${STATUS[status]} by ${by}`,
  customer: 'Customer',
  assignee: 'For',
  due: 'Due',
  overdue: 'overdue since',
  openedBy: 'Opened by',
  take: 'Take',
  done: 'Done',
  snooze: 'Snooze',
  reassign: 'Reassign',
  reopen: 'Reopen',
  task: 'Task',
  open: 'Open task',
  refusedTitle: 'The task stands otherwise',
  refused: (reason: TaskRefusal) => REFUSED[reason],
  reminder: 'Task reminder',
  nobodyHasIt: 'Nobody has taken it yet.',
  listTitle: 'Tasks',
  listEmpty: 'No tasks. Open one with: task new <customer> --title "Call back"',
  columns: ['Task', 'What', 'Customer', 'For', 'Due', 'State'],
  form: {
    snoozeTitle: 'Snooze the task',
    until: 'Remind and be due again in',
    choices: { '2h': '2 hours', '1d': '1 day', '3d': '3 days', '1w': '1 week', '1mo': '1 month' },
    snoozeSubmit: 'Snooze',
    reassignTitle: 'Reassign the task',
    to: 'Who does it?',
    reassignSubmit: 'Reassign',
  },
};
