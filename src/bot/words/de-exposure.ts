// The ledger of a customer's discounts and of the day's budget, in German.
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words beside a decision on a code, and of a refusal that lies in the budget. */
export const exposure: Words['exposure'] = {
  lately: (days) => `Rabatte in ${days} Tagen`,
  noneLately: 'keine',
  granted: (codes, cost) => `${counted(codes, 'Code', 'Codes')}, voraussichtliche Kosten ${cost}`,
  redeemed: (codes, total) => `${codes} eingelöst, bei Bestellungen über ${total}`,
  noneRedeemed: 'keiner eingelöst',
  planned: 'Voraussichtliche Kosten',
  left: 'Vom heutigen Budget übrig',
  ofTotal: (left, total) => `${left} von ${total}`,
  tooLittle: 'Heute ist zu wenig für diesen übrig. Das Budget erneuert sich ',
  shortage: (cost, left, total) =>
    `Dies kostet voraussichtlich ${cost}, und vom heutigen Rabattbudget von ${total} sind nur ${left} übrig. Es erneuert sich `,
  whoRaises: (admins) =>
    `. Dann freigeben, auf geringere Kosten ändern oder die Administration${admins === null ? '' : ` (${admins})`} bitten, daily_discount_budget in team.yml zu erhöhen.`,
};
