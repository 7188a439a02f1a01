// Names of things in English: surfaces, roles, shops, states; and how amounts and lists are written.
import type { Money } from '#engine/money.ts';
import { counted, decimal, language, list, money, number, shortDay } from './en-speech.ts';

const SURFACES: Readonly<Record<string, string>> = {
  slack: 'Slack',
  discord: 'Discord',
  workspace: 'the workspace',
  terminal: 'the terminal',
  mcp: 'an assistant',
};

const SHOPS: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  bigcommerce: 'BigCommerce',
  woocommerce: 'WooCommerce',
  events: 'the shop',
  sample: 'the sample shop',
};

/** General words, used by many cards. */
export const things = {
  language,
  /** Who acts on this machine itself, as cards call them. */
  localAdmin: 'You',
  money,
  shortDay,
  /** Sums of several currencies: there is no rate to add them by. */
  amounts: (sums: readonly Money[]) => list(sums.map(money)),
  number,
  decimal,
  list,
  surface: (name: string) => SURFACES[name] ?? name,
  shop: (key: string) => SHOPS[key] ?? key,
  role: {
    viewer: 'a viewer',
    agent: 'an agent',
    approver: 'an approver',
    admin: 'an administrator',
  },
  named: {
    customer: 'customer',
    segment: 'segment',
    batch: 'batch',
    approval: 'approval',
    case: 'case',
    task: 'task',
    automation: 'automation',
    run: 'run',
    event: 'event',
    command: 'command',
    merge: 'merge',
    suggestion: 'pair of customers',
    mail: 'mail',
    template: 'template',
    teammate: 'teammate',
    card: 'card',
  },
  /** A thing that was changed by a command, said where its card may not stand. */
  changed: {
    title: {
      approval: (id: string, state: string) => `Approval ${id}: ${state}`,
      case: (id: string, state: string) => `Case ${id}: ${state}`,
      task: (id: string, state: string) => `Task ${id}: ${state}`,
      run: (id: string, state: string) => `Run ${id}: ${state}`,
    },
    by: (name: string) => `Changed by ${name}`,
    show: 'Show how it stands',
  },
  /** A file, where it is not simply written. */
  files: {
    inMessages: (name: string) => `${name} is in your messages with Regulars.`,
    tooLarge: 'The file is too large to be given here. In a terminal the same command writes it.',
    notGiven: 'The file could not be given here. Please try again; a terminal writes it as well.',
    byCommand: 'The command itself gives the file.',
    inTerminal: 'In a terminal, Slack or Discord the same command gives the file.',
  },
  none: 'none',
  unknown: 'unknown',
  nobody: 'nobody yet',
  yes: 'yes',
  no: 'no',
  regulars: 'Regulars',
  separator: ' · ',
  orders: (count: number) => counted(count, 'order', 'orders'),
  refunds: (count: number) => counted(count, 'refund', 'refunds'),
  cases: (count: number) => counted(count, 'open case', 'open cases'),
  customers: (count: number) => counted(count, 'customer', 'customers'),
  more: (count: number) => `and ${counted(count, 'more', 'more')}`,
  nextPage: (command: string) => `More: ${command}`,
  paused: 'Regulars is paused: nothing is sent, created or tagged until it is resumed.',
};
