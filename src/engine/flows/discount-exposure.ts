// The ledger beside a decision on a code: what it may cost, what the customer was given lately, what the budgets have left.
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { type Budget, expectedCostOf } from '../discounts/budget.ts';
import { EXPOSURE_DAYS, type Exposure, exposureOf } from '../discounts/exposure.ts';
import type { Money } from '../money.ts';
import { addDuration } from '../time.ts';
import { budgetsNow } from './discount-budget.ts';

export type ExposureView = Exposure & {
  /** What the plan's own codes are expected to cost. */
  readonly planned: Money;
  /** Those that the team has set. */
  readonly budgets: readonly Budget[];
};

/** The ledger for a plan that makes codes; null for any other plan. The plan's own codes, once made, are not counted. */
export async function viewExposure(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  plan: PlanWithSteps,
  profile: Profile,
): Promise<ExposureView | null> {
  const { currency, timezone } = deps.playbook.team;
  const planned = expectedCostOf(plan.effects, profile.totals, currency);
  if (planned === null) return null;
  const since = addDuration(deps.now(), { amount: -EXPOSURE_DAYS, unit: 'd' }, timezone);
  const grants = await deps.storage.grants.ofCustomer(profile.id, since);
  const others = grants.filter(({ planId }) => planId !== plan.id);
  const budgets = await budgetsNow(deps, deps.storage);
  return { ...exposureOf(others), planned, budgets };
}
