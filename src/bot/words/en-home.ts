// One teammate's own page, in English.
import type { Inline } from '../card.ts';
import { counted } from './en-speech.ts';

/** Words of the page that a teammate starts from, and of finding a customer. */
export const home = {
  title: (name: string) => `Hello ${name}`,
  approvals: (count: number) =>
    count === 0 ? 'Your decision' : `${counted(count, 'approval waits', 'approvals wait')} for you`,
  bulk: (count: number) => `${counted(count, 'decision', 'decisions')} for many customers at once`,
  noApprovals: 'Nothing waits for your decision.',
  mine: (count: number) =>
    count === 0 ? 'Your cases' : counted(count, 'case of yours', 'cases of yours'),
  noneMine: 'You have no open case.',
  tasks: (count: number) =>
    count === 0 ? 'Your tasks' : counted(count, 'task of yours', 'tasks of yours'),
  noTasks: 'You have no open task.',
  free: (count: number) =>
    count === 0 ? 'Not taken' : `${counted(count, 'case', 'cases')} nobody has taken`,
  noneFree: 'Every request is taken.',
  expires: (at: Inline): readonly Inline[] => ['expires ', at],
  due: (at: Inline): readonly Inline[] => ['due ', at],
  overdue: (at: Inline): readonly Inline[] => ['overdue since ', at],
  refund: (order: string | null) =>
    order === null ? 'Refund request' : `Refund request, order ${order}`,
  openCase: 'Open the case',
  today: 'Today',
  orders: 'Orders',
  refunds: 'Refunds',
  newCustomers: 'New customers',
  casesToday: 'Cases',
  mails: 'Mails sent',
  withAmount: (count: number, amount: string) => (count === 0 ? '0' : `${count} (${amount})`),
  openedAndResolved: (opened: number, resolved: number) => `${opened} opened, ${resolved} resolved`,
  findCustomer: 'Find a customer',
  findSegment: 'Show a segment',
  newSegment: 'New segment',
  previewMail: 'Preview a mail',
  segmentLabel: 'Which segment',
  mailLabel: 'Which mail',
  previewSubmit: 'Preview',
  findTitle: 'Find a customer',
  findLabel: 'Who',
  findHint: 'E-mail, phone, order number or name',
  findSubmit: 'Find',
};
