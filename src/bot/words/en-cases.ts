// Refund cases in English: the card, its forms, and why something cannot be done with one.
import type { OfferOption } from '#engine/actions/effect.ts';
import type { CaseStatus } from '#engine/cases/case.ts';
import type { CaseKind } from '#engine/cases/case-kind.ts';
import type { Resolution } from '#engine/cases/resolution.ts';
import type { Settlement } from '#engine/flows/settle-case.ts';
import { counted } from './en-speech.ts';
import { namedBy } from './names.ts';

const KINDS: Record<CaseKind, string> = { refund: 'Refund request', complaint: 'Complaint' };
const RESOLVED: Record<Resolution, string> = {
  refunded: 'refunded',
  exchanged: 'exchanged',
  credited: 'store credit given',
  declined: 'declined',
};
const STATUS: Record<CaseStatus, string> = { open: 'open', taken: 'taken', resolved: 'resolved' };
const OPTIONS: Record<OfferOption['kind'], string> = {
  exchange: 'an exchange',
  'store-credit': 'store credit',
  code: 'a discount code',
  refund: 'the refund',
};

/** Reasons that shops give by a code (Shopify's ReturnReason and the like); a customer's own words stay as they are. */
const REASONS = {
  color: 'wrong colour',
  damaged: 'damaged',
  defective: 'defective',
  not_as_described: 'not as described',
  other: 'another reason',
  size_too_large: 'too large',
  size_too_small: 'too small',
  style: 'not my style',
  unknown: 'not given',
  unwanted: 'changed their mind',
  wrong_item: 'wrong item sent',
} satisfies Readonly<Record<string, string>>;

/** The reasons that have words; every language has them all. */
export type ReturnReason = keyof typeof REASONS;

/** Why a case does not take a change: one key for each reason a flow gives. */
const REFUSED = {
  'not-found': 'There is no such case.',
  'already-resolved': 'This case is resolved already.',
  'already-taken': 'Somebody else has taken this case.',
  'already-open': 'This case is open already.',
  'not-taken': 'Nobody has taken this case, so there is nothing to give back.',
  'no-answer': 'The customer has not answered yet, so there is nothing to confirm.',
  'no-email': 'This customer has no e-mail address, so nothing can be offered by mail.',
  'no-customer': 'This case has no customer that we know, so nothing can be offered.',
  'no-order': 'This case has no order that the shop knows, so nothing can be refunded there.',
  'other-currency': 'The order was paid in another currency.',
  'too-much': 'That is more than is left to refund of this order.',
  'already-asked': 'Something for this case waits for approval or is being done already.',
  'no-consent':
    'This customer has not agreed to offers by mail, so no code can be offered. Choose something else.',
  changed: 'This case has just been changed by somebody else. Here is how it stands.',
} as const;

/** Words of the refund card and of case commands. */
export const cases = {
  title: (about: CaseKind, name: string | null) =>
    name === null ? KINDS[about] : `${KINDS[about]} from ${name}`,
  status: (status: CaseStatus) => STATUS[status],
  statusLabel: 'State',
  customer: 'Customer',
  order: 'Order',
  amount: 'Amount',
  reason: 'Reason',
  noReason: 'not given',
  reasonText: (reason: string) => namedBy(REASONS, reason.toLowerCase()) ?? reason,
  items: 'Items',
  item: (title: string, quantity: number) => (quantity === 1 ? title : `${quantity} × ${title}`),
  spent: 'Lifetime value',
  earlierRefunds: 'Earlier refunds',
  due: 'Answer by',
  overdue: 'overdue since',
  assignee: 'Taken by',
  opened: 'Asked',
  resolved: (resolution: Resolution) => `Resolved: ${RESOLVED[resolution]}`,
  resolution: (resolution: Resolution) => RESOLVED[resolution],
  fromCustomer: 'from the customer',
  offered: 'Offered to the customer:',
  offerWaits: 'Offered; waiting for the customer’s choice.',
  chose: (option: OfferOption['kind'] | string, amount: string | null) =>
    `The customer chose ${optionName(option)}${amount === null ? '' : ` of ${amount}`}.`,
  score: (score: number) => `Score ${score} of 5.`,
  option: (option: OfferOption, amount: string | null) =>
    option.kind === 'code'
      ? `a code for ${option.percent} % off`
      : `${OPTIONS[option.kind]}${amount === null ? '' : ` of ${amount}`}`,
  /** What an alternative is called in the customer's mail. */
  mailOption: (option: OfferOption, amount: string | null) => mailOption(option, amount),
  take: 'Take',
  offer: 'Offer alternatives',
  note: 'Note',
  refund: 'Refund',
  decline: 'Decline',
  refundMade: (money: string) => `${money} was refunded through the shop.`,
  reply: 'Reply',
  replySent: 'The customer was written to, with the text as approved.',
  declineSent: 'The customer was told no, with the text as approved.',
  credit: 'Store credit',
  creditGiven: (money: string) => `${money} of store credit was given in the shop.`,
  exchange: 'Exchange',
  exchangeSent: 'The customer was told that they get something else instead.',
  settle: 'Settle',
  settlement: {
    refund: 'Refund through the shop',
    credit: 'Store credit',
    exchange: 'An exchange',
    decline: 'A no, with a text',
  } satisfies Record<Settlement['kind'], string>,
  resolve: 'Resolve',
  reassign: 'Reassign',
  confirm: 'Confirm choice',
  open: 'Open case',
  refusedTitle: 'The case stands otherwise',
  refused: (reason: keyof typeof REFUSED): string => REFUSED[reason],
  takenBy: (name: string) => `${name} has taken this case.`,
  listTitle: 'Refund cases',
  listEmpty: 'No cases.',
  columns: ['Case', 'Customer', 'Order', 'State', 'Taken by', 'Answer by'],
  noteLine: (by: string) => `${by} noted`,
  offerSent: 'The alternatives were sent to the customer.',
  dueSoon: 'Due soon',
  dueLine: 'It needs an answer by ',
  nobodyHasIt: 'Nobody has taken it yet.',
  awake: 'Awake again',
  awakeLine: 'It was put off until now. It needs an answer by ',
  snooze: 'Snooze',
  snoozed: 'Snoozed until',
  release: 'Give back',
  reopen: 'Reopen',
  escalate: 'Escalate',
  escalated: 'Escalated',
  escalatedBy: (by: string | null) => (by === null ? 'overdue too long, ' : `by ${by}, `),
  escalatedTitle: (by: string | null) =>
    by === null ? 'This case is overdue' : `${by} escalated this case`,
  calledRole: (role: string) => `For ${role}: `,
  waitsSince: 'it was to be answered by ',
  hasIt: (assignee: string | null) =>
    assignee === null ? 'Nobody has it.' : `${assignee} has it.`,
  reopenedLine: (by: string) => `${by} opened this case again`,
  handOver: {
    title: (count: number) =>
      `Hand-over: ${counted(count, 'refund case is open', 'refund cases are open')}`,
    nothing: 'Hand-over: no refund case is open',
    nothingText: 'Everything is resolved.',
    overdue: 'Overdue',
    free: 'Nobody has',
    asleep: 'Snoozed',
    columns: ['Case', 'State', 'Taken by', 'Answer by', 'Snoozed until'],
    isOverdue: 'overdue',
    isAsleep: 'snoozed',
    escalated: 'escalated',
    more: (count: number) => `and ${counted(count, 'more', 'more')}: case list --open`,
    openCase: (name: string) => `Open ${name}`,
    giveMine: 'Take mine over',
    formTitle: 'Hand your cases over',
    to: 'Who takes your open cases over?',
    backToAll: 'Nobody yet: give them back',
    submit: 'Hand over',
    done: (count: number, to: string | null) =>
      to === null
        ? `${counted(count, 'case', 'cases')} given back, for whoever is there to take.`
        : `${counted(count, 'case', 'cases')} handed over to ${to}.`,
    none: 'You have no open case.',
  },
  form: {
    offerTitle: 'Offer alternatives',
    offerIntro:
      'They go into a mail, beside the refund as asked. The mail waits for approval before it is sent.',
    options: 'What may the customer choose from?',
    exchange: 'Exchange for another item',
    credit: 'Store credit',
    code: 'A discount code for the next order',
    codeHint: 'Only with the customer’s consent to offers',
    creditAmount: (currency: string) => `Store credit amount in ${currency}`,
    amountFault: (currency: string) => `Write an amount in ${currency}, such as 25 or 25.00.`,
    percent: 'Discount of the code in percent',
    percentFault: (most: number) => `Write a whole number from 1 to ${most}.`,
    noOption: 'Choose at least one alternative.',
    line: 'A personal line for the customer',
    linePlaceholder: 'I am sorry the jacket did not fit …',
    offerSubmit: 'Ask for approval',
    offerAsked: 'The mail waits for approval.',
    asked: 'This waits for approval.',
    settleTitle: 'Settle the case',
    settleIntro:
      'Somebody approves it first. Then it is done, the customer is told by mail, and the case is resolved.',
    way: 'What does the customer get?',
    settleAmount: (currency: string) => `Amount in ${currency}, for a refund or credit`,
    settleText: 'What the customer reads (needed for a no)',
    settlePlaceholder: 'The return period of 30 days ended on …',
    noteTitle: 'Note on the case',
    noteField: 'Note (for the team only)',
    noteSubmit: 'Save note',
    resolveTitle: 'Resolve the case',
    resolution: 'How was it resolved?',
    resolveNote: 'Note (optional, for the team only)',
    resolveSubmit: 'Resolve',
    snoozeTitle: 'Snooze the case',
    until: 'Wake it in',
    untilHint: 'Nobody is reminded until then. It wakes by itself, or when the customer answers.',
    snoozeSubmit: 'Snooze',
    escalateTitle: 'Escalate the case',
    escalateNote: 'What is needed? (optional, for the team only)',
    escalateSubmit: 'Escalate',
    reopenTitle: 'Open the case again',
    reopenReason: 'Why? (for the team only)',
    reopenSubmit: 'Reopen',
    reassignTitle: 'Reassign the case',
    reassignField: 'Who takes over?',
    reassignSubmit: 'Reassign',
  },
};

function optionName(option: string): string {
  return new Map<string, string>(Object.entries(OPTIONS)).get(option) ?? option;
}

function mailOption(option: OfferOption, amount: string | null): string {
  switch (option.kind) {
    case 'exchange':
      return 'Exchange it for something else';
    case 'store-credit':
      return `Store credit of ${amount ?? ''}`;
    case 'code':
      return `${option.percent} % off your next order`;
    case 'refund':
      return 'The refund as asked for';
  }
}
