// The day's discount budget: reserved in the transaction of the decision, given back when the code could not be made.
import { z } from 'zod';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import { type Budget, expectedCostOf, type Shortage } from '../discounts/budget.ts';
import { moneyOf } from '../money.ts';
import type { Records } from '../ports/storage.ts';
import { dayOf, moveDay, startOfDay } from '../time.ts';

type BudgetDeps = Pick<Deps, 'playbook' | 'now'>;

/** By plan, in minor units of the shop's currency. */
const Reserved = z.record(z.string(), z.number());
type Reserved = Readonly<z.infer<typeof Reserved>>;

/** Whether a plan may make its codes today; `shortage` is null when it is the customer who is gone. */
export type Reservation =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'refused'; readonly shortage: Shortage | null };

/** How the budget of today stands; null: there is none. */
export async function budgetToday(
  deps: BudgetDeps,
  records: Pick<Records, 'settings'>,
): Promise<Budget | null> {
  return budgetAfter(deps, await readReserved(deps, records));
}

/**
 * Reserves what the plan's codes are expected to cost, unless the day's budget does not allow it. Without a budget
 * everything is allowed, and what the plan has reserved today is not reserved twice. Appending to the audit log first makes reservations take turns.
 */
export async function reserveBudget(
  deps: BudgetDeps,
  records: Records,
  plan: PlanWithSteps,
): Promise<Reservation> {
  const { currency, limits } = deps.playbook.team;
  const makesCodes = plan.effects.some(({ kind }) => kind === 'create-discount');
  if (limits.daily_discount_budget === undefined || !makesCodes) return { kind: 'reserved' };
  const profile = await records.customers.get(plan.customerId);
  if (profile === null) return { kind: 'refused', shortage: null };
  await records.audit.append({
    at: deps.now(),
    actor: 'regulars',
    action: 'budget.asked',
    subject: plan.id,
    details: {},
  });
  const reserved = await readReserved(deps, records);
  if (reserved[plan.id] !== undefined) return { kind: 'reserved' };
  const budget = budgetAfter(deps, reserved);
  const cost = expectedCostOf(plan.effects, profile.totals, currency) ?? { minor: 0, currency };
  if (budget !== null && cost.minor > budget.left.minor)
    return { kind: 'refused', shortage: { ...budget, cost } };
  await records.settings.set(keyOf(deps), { ...reserved, [plan.id]: cost.minor });
  return { kind: 'reserved' };
}

/** Gives back what a plan reserved today, after a definite failure. */
export async function releaseBudget(
  deps: BudgetDeps,
  records: Records,
  planId: string,
): Promise<void> {
  const { [planId]: released, ...rest } = await readReserved(deps, records);
  if (released !== undefined) await records.settings.set(keyOf(deps), rest);
}

function budgetAfter(deps: BudgetDeps, reserved: Reserved): Budget | null {
  const { currency, limits, timezone } = deps.playbook.team;
  if (limits.daily_discount_budget === undefined) return null;
  const total = moneyOf(limits.daily_discount_budget, currency);
  const taken = Object.values(reserved).reduce((sum, minor) => sum + minor, 0);
  const tomorrow = moveDay(dayOf(deps.now(), timezone), { days: 1 });
  // A budget that was lowered during the day may be overdrawn: then nothing is left.
  const left = { minor: Math.max(0, total.minor - taken), currency };
  return { total, left, renewsAt: startOfDay(tomorrow, timezone) };
}

async function readReserved(
  deps: BudgetDeps,
  records: Pick<Records, 'settings'>,
): Promise<Reserved> {
  return Reserved.safeParse(await records.settings.get(keyOf(deps))).data ?? {};
}

function keyOf(deps: BudgetDeps): string {
  return `discount-reserved:${dayOf(deps.now(), deps.playbook.team.timezone)}`;
}
