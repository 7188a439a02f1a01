// The discount budgets of the day and the month: reserved in the transaction of the decision, given back when the code could not be made.
import { z } from 'zod';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import {
  type Budget,
  type BudgetPeriod,
  expectedCostOf,
  type Shortage,
  shortageOf,
} from '../discounts/budget.ts';
import { moneyOf } from '../money.ts';
import type { Records } from '../ports/storage.ts';
import { dayOf, moveDay, startOfDay } from '../time.ts';

type BudgetDeps = Pick<Deps, 'playbook' | 'now'>;

/** By plan, in minor units of the shop's currency. */
const Reserved = z.record(z.string(), z.number());
type Reserved = Readonly<z.infer<typeof Reserved>>;

/** Whether a plan may make its codes now; `shortage` is null when it is the customer who is gone. */
export type Reservation =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'refused'; readonly shortage: Shortage | null };

/** How the budgets of today and of this month stand; those that the team has not set are left out. */
export async function budgetsNow(
  deps: BudgetDeps,
  records: Pick<Records, 'settings'>,
): Promise<readonly Budget[]> {
  return budgetsAfter(deps, await readMonth(deps, records));
}

/**
 * Reserves what the plan's codes are expected to cost, unless a budget does not allow it. Without a budget everything is
 * allowed, and what the plan has reserved today is not reserved twice. Appending to the audit log first makes
 * reservations take turns.
 */
export async function reserveBudget(
  deps: BudgetDeps,
  records: Records,
  plan: PlanWithSteps,
): Promise<Reservation> {
  const { currency } = deps.playbook.team;
  const makesCodes = plan.effects.some(({ kind }) => kind === 'create-discount');
  if (budgetsAfter(deps, new Map()).length === 0 || !makesCodes) return { kind: 'reserved' };
  const profile = await records.customers.get(plan.customerId);
  if (profile === null) return { kind: 'refused', shortage: null };
  await records.audit.append({
    at: deps.now(),
    actor: 'regulars',
    action: 'budget.asked',
    subject: plan.id,
    details: {},
  });
  const today = keyOf(dayNow(deps));
  const reserved = (await readMonth(deps, records)).get(today) ?? {};
  if (reserved[plan.id] !== undefined) return { kind: 'reserved' };
  // What it reserved on another day is not needed beside what it needs today.
  await releaseBudget(deps, records, plan.id);
  const cost = expectedCostOf(plan.effects, profile.totals, currency) ?? { minor: 0, currency };
  const shortage = shortageOf(await budgetsNow(deps, records), cost);
  if (shortage !== null) return { kind: 'refused', shortage };
  await records.settings.set(today, { ...reserved, [plan.id]: cost.minor });
  return { kind: 'reserved' };
}

/** Gives back what a plan reserved this month, after a definite failure. */
export async function releaseBudget(
  deps: BudgetDeps,
  records: Pick<Records, 'settings'>,
  planId: string,
): Promise<void> {
  for (const [key, { [planId]: released, ...rest }] of await readMonth(deps, records))
    if (released !== undefined) await records.settings.set(key, rest);
}

/** What was reserved on the days of this month, by the key of each day. */
type Month = ReadonlyMap<string, Reserved>;

function budgetsAfter(deps: BudgetDeps, month: Month): readonly Budget[] {
  const { daily_discount_budget, monthly_discount_budget } = deps.playbook.team.limits;
  const today = dayNow(deps);
  const nextMonth = moveDay(`${today.slice(0, 7)}-01`, { months: 1 });
  const all = [...month.values()];
  return [
    ...budgetOf(deps, 'day', daily_discount_budget, {
      reserved: [month.get(keyOf(today)) ?? {}],
      next: moveDay(today, { days: 1 }),
    }),
    ...budgetOf(deps, 'month', monthly_discount_budget, { reserved: all, next: nextMonth }),
  ];
}

function budgetOf(
  { playbook }: BudgetDeps,
  period: BudgetPeriod,
  amount: number | undefined,
  { reserved, next }: { readonly reserved: readonly Reserved[]; readonly next: string },
): readonly Budget[] {
  if (amount === undefined) return [];
  const { currency, timezone } = playbook.team;
  const total = moneyOf(amount, currency);
  const taken = reserved.flatMap(Object.values).reduce((sum: number, minor) => sum + minor, 0);
  // A budget that was lowered meanwhile may be overdrawn: then nothing is left.
  const left = { minor: Math.max(0, total.minor - taken), currency };
  return [{ period, total, left, renewsAt: startOfDay(next, timezone) }];
}

async function readMonth(
  deps: BudgetDeps,
  { settings }: Pick<Records, 'settings'>,
): Promise<Month> {
  const rows = await settings.all(keyOf(dayNow(deps).slice(0, 7)));
  return new Map([...rows].map(([key, row]) => [key, Reserved.safeParse(row).data ?? {}]));
}

function dayNow({ playbook, now }: BudgetDeps): string {
  return dayOf(now(), playbook.team.timezone);
}

function keyOf(day: string): string {
  return `discount-reserved:${day}`;
}
