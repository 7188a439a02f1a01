// Back-tests in English.
import type { Inline } from '../card.ts';
import { counted } from './en-speech.ts';

/** Words of a back-test's card. */
export const backtests = {
  title: (automation: string) => `Back-test: ${automation}`,
  noEvents: 'There is nothing to replay in that time: no event of a customer is in the log.',
  span: (from: Inline, to: Inline): readonly Inline[] => [
    'What it would have done from ',
    from,
    ' to ',
    to,
    ', with every customer as they were at each instant. Nothing was sent or changed.',
  ],
  events: 'Events replayed',
  firings: 'Would have fired',
  customers: 'Customers',
  approvals: 'Approvals',
  aWeek: (all: string, aWeek: number) => `${all} (${aWeek} a week)`,
  exposure: 'Codes could have cost',
  byMonth: 'Firings by month',
  month: 'Month',
  overlap: 'Also met by',
  people: (count: number) => counted(count, 'customer', 'customers'),
  limits:
    'Not replayed: mails and answers to surveys, tags that your team gave by hand, and what comes after a wait.',
};
