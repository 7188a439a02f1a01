// Keeps the codes that were made: for the ledger of a customer's discounts, and for what comes of them.
import type { Effect } from '../actions/effect.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { expectedCost } from '../discounts/budget.ts';
import type { Records } from '../ports/storage.ts';

/** Notes that a step made a code. Repeating it changes nothing. */
export async function noteGrant(
  deps: Pick<Deps, 'now'>,
  records: Records,
  { code, terms }: Extract<Effect, { kind: 'create-discount' }>,
  made: {
    readonly plan: PlanWithSteps;
    readonly position: number;
    readonly profile: Pick<Profile, 'totals'>;
  },
): Promise<void> {
  const { plan, position, profile } = made;
  const { totals } = profile;
  await records.grants.insert({
    planId: plan.id,
    position,
    customerId: plan.customerId,
    automation: plan.origin.kind === 'run' ? plan.origin.automation : null,
    code,
    cost: expectedCost(terms, totals, { minor: 0, currency: totals.spent.currency }),
    grantedAt: deps.now(),
    expiresAt: terms.expiresAt,
    withdrawnAt: null,
  });
}
