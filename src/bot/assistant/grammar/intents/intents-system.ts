// What can be said: changes of many, mails, events, the log, the whole.
import { ASK, COUNT, type Intent } from './intent.ts';

/** Changes of many, mails, events, the log, the whole. */
export const SYSTEM_INTENTS: readonly Intent[] = [
  { command: 'batch list', needs: ['batch'], may: [...COUNT, 'last'] },
  // The last of them stands first, with what takes it back.
  {
    command: 'batch list',
    needs: ['undo', 'batch', 'last'],
    may: ['undo', 'batch', 'mine'],
  },
  { command: 'batch show', needs: [], may: ['show', 'batch'], args: { id: 'batch' } },
  {
    command: 'batch stop',
    needs: [['stop', 'cancel']],
    may: ['batch', 'stop'],
    args: { id: 'batch' },
  },
  {
    command: 'event list',
    needs: ['event'],
    may: [...COUNT, 'last', 'today', 'newcomer'],
    options: { limit: 'limit' },
  },
  { command: 'event show', needs: [], may: ['show', 'event'], args: { id: 'event' } },
  {
    command: 'event quarantine',
    needs: ['quarantine'],
    may: [...COUNT, 'in', 'delivery', 'whether', 'event', 'waiting'],
  },
  {
    command: 'event quarantine',
    needs: [['delivery', 'event'], 'failedOnes'],
    may: [...COUNT, 'last', 'today', 'in', 'from'],
  },
  {
    command: 'event reread',
    needs: [['reopen', 'show', 'run']],
    may: ['delivery', 'show'],
    args: { id: 'entry' },
  },
  {
    command: 'audit list',
    needs: ['audit'],
    may: [...ASK, 'last'],
    mentions: ['days'],
    options: { limit: 'limit' },
  },
  {
    command: 'audit verify',
    needs: ['audit', 'intact'],
    may: ['show', 'whether', 'list', 'not', 'everyone'],
  },
  {
    command: 'email outbox',
    needs: ['outbox'],
    may: [...COUNT, 'last', 'not', 'failedOnes', 'send', 'today', 'everyone', 'and', 'why'],
    options: { limit: 'limit' },
  },
  {
    command: 'email outbox',
    needs: ['outbox', [':days', ':duration']],
    may: [...COUNT, 'last', 'past', 'in', 'since', 'during', 'failedOnes', 'send', 'whether'],
    mentions: ['days', 'duration'],
    caveat: 'period',
  },
  {
    command: 'email preview',
    needs: ['preview'],
    may: ['template', 'email', 'customer', 'preview', 'show', 'whether'],
    args: { template: 'template', who: 'customer' },
  },
  {
    command: 'email preview',
    needs: ['show', ['template', 'email']],
    may: ['customer', 'whether'],
    args: { template: 'template', who: 'customer' },
  },
  {
    command: 'email test',
    needs: ['send'],
    may: ['template', 'email', 'backtest'],
    args: { template: 'template', address: 'customer' },
  },
  { command: 'home', needs: ['home'], may: ['show', 'whether', 'today', 'list'] },
  { command: 'pause', needs: ['pause'], may: ['automation', 'stop', 'everyone'] },
  { command: 'resume', needs: ['resume'], may: ['automation'] },
  {
    command: 'mute',
    needs: ['mute'],
    may: ['channel', 'mute', 'switch', 'save', 'set'],
    args: { channel: 'channel' },
    options: { for: 'length' },
  },
  {
    command: 'unmute',
    needs: ['unmute'],
    may: ['channel', 'unmute', 'switch'],
    args: { channel: 'channel' },
  },
  {
    command: 'undo',
    needs: ['undo'],
    may: ['batch', 'undo', 'runs', 'merge'],
    args: { id: 'anything' },
  },
  // Without what it is about, how it is said.
  {
    command: 'help',
    needs: ['undo'],
    may: ['undo', 'last', 'it', 'batch', 'changed', 'mine', 'compare', 'that'],
    fixed: { command: 'undo' },
  },
  {
    command: 'help',
    needs: ['mute'],
    may: ['mute', 'channel', 'switch', 'set', 'during', 'before', 'due'],
    mentions: ['duration', 'moment', 'channel'],
    fixed: { command: 'mute' },
  },
  {
    command: 'help',
    needs: ['preview'],
    may: ['template', 'email', 'show', 'preview'],
    mentions: ['template'],
    fixed: { command: 'email preview' },
  },
  { command: 'help', needs: ['help'], may: ['show'] },
  { command: 'help', needs: ['greeting'] },
];
