// The ledger of a customer's discounts and of the budgets, in English.
import type { BudgetPeriod } from '#engine/discounts/budget.ts';
import { counted } from './en-speech.ts';

const LIMIT: Record<BudgetPeriod, string> = {
  day: 'daily_discount_budget',
  month: 'monthly_discount_budget',
};

/** Words beside a decision on a code, and of a refusal that lies in the budget. */
export const exposure = {
  lately: (days: number) => `Discounts in ${days} days`,
  noneLately: 'none',
  granted: (codes: number, cost: string) =>
    `${counted(codes, 'code', 'codes')}, expected to cost ${cost}`,
  redeemed: (codes: number, total: string) => `${codes} used, on orders of ${total}`,
  noneRedeemed: 'none used',
  planned: 'Expected cost',
  left: { day: 'Left of today’s budget', month: 'Left of this month’s budget' },
  ofTotal: (left: string, total: string) => `${left} of ${total}`,
  tooLittle: {
    day: 'Too little is left today for this one. The budget renews ',
    month: 'Too little is left this month for this one. The budget renews ',
  },
  shortage: (period: BudgetPeriod, cost: string, left: string, total: string) =>
    `This is expected to cost ${cost}, and of ${period === 'day' ? 'today’s' : 'this month’s'} discount budget of ${total} only ${left} is left. It renews `,
  whoRaises: (period: BudgetPeriod, admins: string | null) =>
    `. Approve it then, edit it to cost less, or ask an admin${admins === null ? '' : ` (${admins})`} to raise ${LIMIT[period]} in team.yml.`,
};
