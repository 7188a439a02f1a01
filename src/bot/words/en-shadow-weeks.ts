// The week of an automation in shadow, in English.
import type { Inline } from '../card.ts';

/** Words of its card. */
export const shadowWeeks = {
  title: (automation: string) => `In shadow: ${automation}`,
  span: (from: Inline, to: Inline): readonly Inline[] => [
    'What it would have done from ',
    from,
    ' to ',
    to,
    '. Nothing was sent or changed.',
  ],
  nobody: 'It would have met nobody. A back-test says whom it would have met before.',
  mails: 'Mails',
  codes: 'Codes',
  codesWorth: (codes: string, cost: string) => `${codes}, which could have cost ${cost}`,
  byDay: 'Firings by day',
  day: 'Day',
  examples: 'The latest',
  atMost:
    'Mails, codes and approvals are the most that could have come of it: consent, caps, waits and budgets were not asked.',
  now: 'It is now',
  goLive: 'Go live…',
};
