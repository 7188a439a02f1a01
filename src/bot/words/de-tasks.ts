// Tasks in German: the card, its forms, and why something cannot be done with one.
import type { TaskRefusal } from '#engine/flows/work-task.ts';
import type { TaskStatus } from '#engine/tasks/task.ts';
import type { Words } from './en.ts';

const STATUS: Record<TaskStatus, string> = {
  open: 'offen',
  done: 'erledigt',
  cancelled: 'abgebrochen',
};

const REFUSED: Record<TaskRefusal, string> = {
  'not-found': 'Diese Aufgabe gibt es nicht.',
  'already-closed': 'Diese Aufgabe ist schon erledigt oder abgebrochen.',
  'already-open': 'Diese Aufgabe ist schon offen.',
  'already-taken': 'Diese Aufgabe hat jemand anderes. Zum Übernehmen bitte weitergeben.',
  forgotten: 'Ihr Kunde wurde vergessen, also ist nichts mehr zu tun.',
  changed: 'Diese Aufgabe wurde gerade von jemand anderem geändert. So steht sie jetzt.',
};

/** Words of the task card and of task commands. */
export const tasks: Words['tasks'] = {
  title: (title) => (title === '' ? 'Aufgabe zu einem vergessenen Kunden' : `Aufgabe: ${title}`),
  status: (status) => STATUS[status],
  statusLabel: 'Stand',
  closed: (status, by) => (by === null ? STATUS[status] : `${STATUS[status]} von ${by}`),
  customer: 'Kunde',
  assignee: 'Für',
  due: 'Fällig',
  overdue: 'überfällig seit',
  openedBy: 'Angelegt von',
  take: 'Übernehmen',
  done: 'Erledigt',
  snooze: 'Zurückstellen',
  reassign: 'Weitergeben',
  reopen: 'Wieder öffnen',
  task: 'Aufgabe',
  open: 'Aufgabe öffnen',
  refusedTitle: 'Die Aufgabe steht anders',
  refused: (reason) => REFUSED[reason],
  reminder: 'Erinnerung an eine Aufgabe',
  nobodyHasIt: 'Noch hat sie niemand übernommen.',
  listTitle: 'Aufgaben',
  listEmpty: 'Keine Aufgaben. Anlegen mit: task new <customer> --title "Zurückrufen"',
  columns: ['Aufgabe', 'Was', 'Kunde', 'Für', 'Fällig', 'Stand'],
  form: {
    snoozeTitle: 'Aufgabe zurückstellen',
    until: 'Erinnern und wieder fällig in',
    choices: {
      '2h': '2 Stunden',
      '1d': '1 Tag',
      '3d': '3 Tagen',
      '1w': '1 Woche',
      '1mo': '1 Monat',
    },
    snoozeSubmit: 'Zurückstellen',
    reassignTitle: 'Aufgabe weitergeben',
    to: 'Wer erledigt sie?',
    reassignSubmit: 'Weitergeben',
  },
};
