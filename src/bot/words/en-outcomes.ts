// What came of codes, in English: in the thread of a decision, and of an automation as a whole.
import type { HoldoutVerdict } from '#engine/automations/holdout.ts';
import { counted } from './en-speech.ts';

/** Words of outcomes. */
export const outcomes = {
  redeemedTitle: 'The code was used',
  redeemed: (order: string | null, total: string, days: number) =>
    `${order === null ? 'An order' : `Order ${order}`} of ${total} used it, ${after(days)}.`,
  expiredTitle: 'The code was not used',
  expired: 'It has expired, and no order used it.',
  label: 'Its codes',
  made: (codes: number, cost: string) =>
    `${counted(codes, 'code', 'codes')} made, expected to cost ${cost}`,
  used: (codes: number, share: string) => `${codes} used (${share})`,
  ordered: (total: string) => `orders of ${total}`,
  notUsed: (codes: number) => `${codes} expired unused`,
  compared: (days: number) => `Who ordered within ${days} days`,
  group: (buyers: number, customers: number, share: string, revenue: string) =>
    `${buyers} of ${customers} (${share}), orders of ${revenue}`,
  treated: 'With it',
  heldOut: 'Held out',
  verdict: (verdict: HoldoutVerdict, fewest: number) => verdicts(fewest)[verdict],
};

function verdicts(fewest: number): Record<HoldoutVerdict, string> {
  return {
    'too-few': `Too few to say: each group needs at least ${fewest} customers whose days are over, and some who ordered.`,
    chance: 'The groups differ by no more than chance would make them.',
    more: 'More customers order with it than without; chance alone would rarely show this.',
    fewer: 'Fewer customers order with it than without; chance alone would rarely show this.',
  };
}

function after(days: number): string {
  return days === 0
    ? 'on the day it was made'
    : `${counted(days, 'day', 'days')} after it was made`;
}
