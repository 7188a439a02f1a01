// What a code may be expected to cost, before anybody has used it.
import type { Totals } from '../customers/profile.ts';
import type { Money } from '../money.ts';
import type { DiscountTerms } from './discount.ts';

/**
 * For every use: the amount, or the share of the customer's largest order; of `typicalOrder` for who never ordered.
 * An amount is in the shop's currency, as orders that count are.
 */
export function expectedCost(terms: DiscountTerms, totals: Totals, typicalOrder: Money): Money {
  if ('amount' in terms)
    return { minor: terms.amount.minor * terms.uses, currency: terms.amount.currency };
  const base = totals.largestOrder.minor > 0 ? totals.largestOrder : typicalOrder;
  return {
    minor: Math.ceil((base.minor * terms.percent * terms.uses) / 100),
    currency: base.currency,
  };
}
