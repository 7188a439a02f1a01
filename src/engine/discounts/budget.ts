// What a code may be expected to cost, before anybody has used it.
import type { Effect } from '../actions/effect.ts';
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

/** What all codes of a plan may be expected to cost; null: it makes none. For who never ordered a percentage costs nothing. */
export function expectedCostOf(
  effects: readonly Effect[],
  totals: Totals,
  currency: string,
): Money | null {
  const codes = effects.filter((effect) => effect.kind === 'create-discount');
  if (codes.length === 0) return null;
  const none = { minor: 0, currency };
  const costs = codes.map(({ terms }) => expectedCost(terms, totals, none).minor);
  return { minor: costs.reduce((sum, minor) => sum + minor, 0), currency };
}

/** What a budget is for: a day, or a month of the calendar; both are the shop's. */
export type BudgetPeriod = 'day' | 'month';

/** How a discount budget stands. */
export type Budget = {
  readonly period: BudgetPeriod;
  readonly total: Money;
  readonly left: Money;
  /** When the next day or month begins, with the whole budget. */
  readonly renewsAt: Date;
};

/** What one code too many would have cost, and what was left of the budget. */
export type Shortage = Budget & { readonly cost: Money };

/** The budget that has no room for this cost, the one that renews last where both have none; null: all have. */
export function shortageOf(budgets: readonly Budget[], cost: Money): Shortage | null {
  const short = budgets
    .filter(({ left }) => cost.minor > left.minor)
    .toSorted((a, b) => b.renewsAt.getTime() - a.renewsAt.getTime())[0];
  return short === undefined ? null : { ...short, cost };
}
