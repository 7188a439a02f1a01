// What can be ordered: cases taken, settled, put off.
import type { Intent } from './intent.ts';

const RESOLUTIONS = ['refunded', 'exchanged', 'credited', 'declined'] as const;

/** What a case is resolved by, said as done or as a thing: "exchanged", "as an exchange". */
const NOUN_OF = {
  refunded: ['refunded', 'refundNow'],
  exchanged: ['exchanged', 'exchangeNow'],
  credited: ['credited', 'creditNow'],
  declined: ['declined'],
} as const;

/** Cases: taken, settled, put off. */
export const CASE_INTENTS: readonly Intent[] = [
  {
    command: 'case take',
    needs: ['take'],
    may: ['case', 'myself', 'assign', 'mine'],
    args: { id: 'case' },
  },
  { command: 'case take', needs: ['assign', 'myself'], may: ['case', 'to'], args: { id: 'case' } },
  ...RESOLUTIONS.map(
    (resolution): Intent => ({
      command: 'case resolve',
      needs: [['resolve', 'mark', 'finish', 'case', 'declined'], NOUN_OF[resolution]],
      may: ['case', 'set', 'resolve', 'customer', 'she', 'as', 'money'],
      args: { id: 'case' },
      options: { note: 'text' },
      fixed: { resolution },
    }),
  ),
  ...RESOLUTIONS.map(
    (resolution): Intent => ({
      command: 'case resolve',
      needs: [resolution],
      may: ['case', 'customer', 'she', 'money', 'set'],
      args: { id: 'case' },
      fixed: { resolution },
    }),
  ),
  {
    command: 'case credit',
    needs: ['creditNow'],
    may: ['case', 'give', 'send', 'money', 'customer', 'recommended', 'in'],
    args: { id: 'case' },
    options: { amount: 'amount' },
  },
  {
    command: 'case exchange',
    needs: ['exchangeNow'],
    may: ['case', 'send', 'give', 'money', 'customer', 'recommended', 'in'],
    args: { id: 'case' },
    options: { text: 'text' },
  },
  {
    command: 'case reassign',
    needs: ['assign'],
    may: ['case', 'over', 'assign'],
    args: { id: 'case', to: 'teammate' },
  },
  {
    command: 'case reassign',
    needs: ['take', ':person'],
    may: ['case', 'over', 'assign', 'set'],
    args: { id: 'case', to: 'teammate' },
  },
  {
    command: 'case note',
    needs: ['add', ':text'],
    may: ['case', 'to', 'in'],
    args: { id: 'case', text: 'text' },
  },
  {
    command: 'case note',
    needs: ['note'],
    may: ['case', 'add', 'create', 'in', 'set', 'text'],
    args: { id: 'case', text: 'text' },
  },
  {
    command: 'case draft',
    needs: ['draft'],
    may: ['case', 'create', 'answer', 'customer', 'show', 'give', 'send', 'email', 'in'],
    args: { id: 'case' },
  },
  {
    command: 'case draft',
    needs: ['answer', ['list', 'whether', 'recommended']],
    may: ['case', 'customer', 'show', 'in'],
    args: { id: 'case' },
  },
  {
    command: 'case reply',
    needs: ['answer'],
    may: ['case', 'customer', 'text'],
    args: { id: 'case', text: 'text' },
  },
  {
    command: 'case open',
    needs: [['create', 'open'], ['case']],
    may: ['customer', 'refund', 'create', 'order', 'reason'],
    args: { who: 'customer' },
    options: { order: 'order', reason: 'reason' },
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
    may: ['case', 'due', 'snooze', 'set'],
    args: { id: 'case', until: 'due' },
  },
  {
    command: 'case escalate',
    needs: ['escalate'],
    may: ['case', 'it', 'resolve', 'not', 'text'],
    args: { id: 'case' },
    options: { note: 'text' },
  },
  {
    command: 'case release',
    needs: ['release'],
    may: ['case', 'release', 'set', 'give', 'in', 'it'],
    args: { id: 'case' },
  },
  {
    command: 'case handover',
    needs: ['assign', 'case', ['mine', 'everyone']],
    may: ['list', 'over', 'assign', 'open'],
    args: { to: 'colleague' },
  },
  {
    command: 'case refund',
    needs: ['refundNow'],
    may: ['case', 'approve', 'money', 'customer', 'in', 'she', 'give'],
    args: { id: 'case' },
    options: { amount: 'amount' },
  },
  {
    command: 'case decline',
    needs: ['declineNow'],
    may: ['case', 'declineNow', 'text', 'refund', 'refundNow', 'in', 'customer', 'money'],
    args: { id: 'case', text: 'text' },
  },
  {
    command: 'case reopen',
    needs: ['reopen'],
    may: ['case', 'reopen', 'reason', 'set'],
    args: { id: 'case', reason: 'text' },
  },
];
