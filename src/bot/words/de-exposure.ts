// The ledger of a customer's discounts and of the budgets, in German.
import type { BudgetPeriod } from '#engine/discounts/budget.ts';
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

const LIMIT: Record<BudgetPeriod, string> = {
  day: 'daily_discount_budget',
  month: 'monthly_discount_budget',
};

/** Words beside a decision on a code, and of a refusal that lies in the budget. */
export const exposure: Words['exposure'] = {
  lately: (days) => `Rabatte in ${days} Tagen`,
  noneLately: 'keine',
  granted: (codes, cost) => `${counted(codes, 'Code', 'Codes')}, voraussichtliche Kosten ${cost}`,
  redeemed: (codes, total) => `${codes} eingelöst, bei Bestellungen über ${total}`,
  noneRedeemed: 'keiner eingelöst',
  planned: 'Voraussichtliche Kosten',
  left: { day: 'Vom heutigen Budget übrig', month: 'Vom Budget dieses Monats übrig' },
  ofTotal: (left, total) => `${left} von ${total}`,
  tooLittle: {
    day: 'Heute ist zu wenig für diesen übrig. Das Budget erneuert sich ',
    month: 'Diesen Monat ist zu wenig für diesen übrig. Das Budget erneuert sich ',
  },
  shortage: (period, cost, left, total) =>
    `Dies kostet voraussichtlich ${cost}, und vom ${period === 'day' ? 'heutigen Rabattbudget' : 'Rabattbudget dieses Monats'} von ${total} sind nur ${left} übrig. Es erneuert sich `,
  whoRaises: (period, admins) =>
    `. Dann freigeben, auf geringere Kosten ändern oder die Administration${admins === null ? '' : ` (${admins})`} bitten, ${LIMIT[period]} in team.yml zu erhöhen.`,
};
