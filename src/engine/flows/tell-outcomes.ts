// What came of the codes that were decided on: told once in the thread of the decision, when one is used or has expired.
import type { Deps } from '../deps.ts';
import type { GrantOutcome, GrantWithUses } from '../discounts/grant.ts';
import type { ThreadNote } from '../ports/notifier.ts';
import type { Records } from '../ports/storage.ts';
import { daysBetween } from '../time.ts';

type OutcomeDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** How long after its end a code is called unused: the last order may still be on its way. */
const PATIENCE_MS = 3_600_000;

/** How many outcomes of a kind are told in one go; the clock comes back every minute. */
const PAGE = 100;

/** Tells what can be told. Each outcome is taken and its line enqueued in one transaction, so that it is told once. */
export async function tellOutcomes(deps: OutcomeDeps): Promise<void> {
  const now = deps.now();
  const when = { now, endedBy: new Date(now.getTime() - PATIENCE_MS) };
  for (const outcome of ['redeemed', 'expired'] as const)
    await deps.storage.transaction(async (records) => {
      for (const grant of await records.grants.takeOutcomes(outcome, when, PAGE))
        await tell(deps, records, outcome, grant);
    });
}

/** Codes that nobody decided on are only counted; of who is forgotten nothing is said any more. */
async function tell(
  deps: OutcomeDeps,
  records: Records,
  outcome: GrantOutcome,
  grant: GrantWithUses,
): Promise<void> {
  const approval = grant.code === null ? null : await records.approvals.byPlan(grant.planId);
  const note = noteOf(grant, deps.playbook.team.timezone);
  if (approval === null) return;
  const subject = { kind: 'approval', id: approval.id } as const;
  const key = `${outcome}:${grant.planId}:${grant.position}`;
  await records.enqueue([{ job: { name: 'reply', subject, key, note } }]);
}

function noteOf({ grantedAt, uses: [first] }: GrantWithUses, zone: string): ThreadNote {
  if (first === undefined) return { kind: 'code-expired' };
  const { number: order, total, placedAt } = first;
  // An order that was placed before its code was noted as made was made on that day.
  const days = Math.max(0, daysBetween(grantedAt, placedAt, zone));
  return { kind: 'code-redeemed', order, total, days };
}
