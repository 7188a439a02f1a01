// The day's discount budget: reserved in the transaction of the decision, given back when the code could not be made.
import { z } from 'zod';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import { expectedCost } from '../discounts/budget.ts';
import { majorUnits } from '../money.ts';
import type { Records } from '../ports/storage.ts';
import { dayOf } from '../time.ts';

type BudgetDeps = Pick<Deps, 'playbook' | 'now'>;

const Reserved = z.record(z.string(), z.number());

/**
 * Reserves what the plan's codes are expected to cost; false when the day's budget does not allow it. Without a budget
 * everything is allowed, and what the plan has reserved today is not reserved twice. Appending to the audit log first makes reservations take turns.
 */
export async function reserveBudget(
  deps: BudgetDeps,
  records: Records,
  plan: PlanWithSteps,
): Promise<boolean> {
  const budget = deps.playbook.team.limits.daily_discount_budget;
  const codes = plan.effects.filter((effect) => effect.kind === 'create-discount');
  if (budget === undefined || codes.length === 0) return true;
  const profile = await records.customers.get(plan.customerId);
  if (profile === null) return false;
  await records.audit.append({
    at: deps.now(),
    actor: 'regulars',
    action: 'budget.asked',
    subject: plan.id,
    details: {},
  });
  const zero = { minor: 0, currency: deps.playbook.team.currency };
  const cost = codes.reduce(
    (sum, { terms }) => sum + majorUnits(expectedCost(terms, profile.totals, zero)),
    0,
  );
  const reserved = await readReserved(deps, records);
  if (reserved[plan.id] !== undefined) return true;
  const taken = Object.values(reserved).reduce((sum, amount) => sum + amount, 0);
  if (taken + cost > budget) return false;
  await records.settings.set(keyOf(deps), { ...reserved, [plan.id]: cost });
  return true;
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

async function readReserved(
  deps: BudgetDeps,
  records: Records,
): Promise<Readonly<Record<string, number>>> {
  return Reserved.safeParse(await records.settings.get(keyOf(deps))).data ?? {};
}

function keyOf(deps: BudgetDeps): string {
  return `discount-budget:${dayOf(deps.now(), deps.playbook.team.timezone)}`;
}
