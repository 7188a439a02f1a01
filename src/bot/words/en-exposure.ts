// The ledger of a customer's discounts and of the day's budget, in English.
import { counted } from './en-speech.ts';

/** Words beside a decision on a code, and of a refusal that lies in the budget. */
export const exposure = {
  lately: (days: number) => `Discounts in ${days} days`,
  noneLately: 'none',
  granted: (codes: number, cost: string) =>
    `${counted(codes, 'code', 'codes')}, expected to cost ${cost}`,
  redeemed: (codes: number, total: string) => `${codes} used, on orders of ${total}`,
  noneRedeemed: 'none used',
  planned: 'Expected cost',
  left: 'Left of today’s budget',
  ofTotal: (left: string, total: string) => `${left} of ${total}`,
  tooLittle: 'Too little is left today for this one. The budget renews ',
  shortage: (cost: string, left: string, total: string) =>
    `This is expected to cost ${cost}, and of today’s discount budget of ${total} only ${left} is left. It renews `,
  whoRaises: (admins: string | null) =>
    `. Approve it then, edit it to cost less, or ask an admin${admins === null ? '' : ` (${admins})`} to raise daily_discount_budget in team.yml.`,
};
