// What a code may be expected to cost, before anybody has used it.
import type { Totals } from '../customers/profile.ts';
import type { Money } from '../money.ts';
import type { DiscountTerms } from './discount.ts';

/** The share of the customer's largest order, for every use; of `typicalOrder` for who never ordered. */
export function expectedCost(
  terms: Pick<DiscountTerms, 'percent' | 'uses'>,
  totals: Totals,
  typicalOrder: Money,
): Money {
  const base = totals.largestOrder.minor > 0 ? totals.largestOrder : typicalOrder;
  return {
    minor: Math.ceil((base.minor * terms.percent * terms.uses) / 100),
    currency: base.currency,
  };
}
