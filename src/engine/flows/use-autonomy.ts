// Approves what an automation proposes by itself, where it has earned that; anything in doubt is asked as before.
import type { Approval, Decision } from '../approvals/approval.ts';
import { type Autonomy, isCovered } from '../approvals/autonomy.ts';
import type { Plan } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';
import { reserveBudget } from './discount-budget.ts';
import { endAutonomy } from './end-autonomy.ts';

const DAY_MS = 86_400_000;

/**
 * Decides on an approval that was just asked for, in the same transaction; false when a person must. One more in a day than
 * was foreseen is a spike: it is asked, and the autonomy is over. What the budget has no room for is asked, too.
 */
export async function useAutonomy(
  deps: Pick<Deps, 'playbook' | 'now'>,
  records: Records,
  { approval, plan }: { readonly approval: Approval; readonly plan: Plan },
): Promise<boolean> {
  if (plan.origin.kind !== 'run') return false;
  const { automation, version } = plan.origin;
  // Asking for the approval has taken the audit log's turn, which whoever ends this needs, too.
  const autonomy = await records.autonomies.latest(automation);
  if (autonomy?.status !== 'active') return false;
  const { limits } = deps.playbook.team;
  if (!isCovered(autonomy, { effects: plan.effects, version }, limits)) return false;
  const at = deps.now();
  const today = await records.autonomies.countSince(autonomy.id, new Date(at.getTime() - DAY_MS));
  if (today >= autonomy.mostPerDay) {
    await endAutonomy(deps, records, autonomy, { end: 'spike', by: null });
    return false;
  }
  const stored = await records.plans.get(plan.id);
  if (stored === null || (await reserveBudget(deps, records, stored)).kind === 'refused')
    return false;
  return approve(records, approval, decisionOf(autonomy, approval, at));
}

async function approve(records: Records, approval: Approval, decision: Decision): Promise<boolean> {
  const { id, hash, version, customerId, summary, planId } = approval;
  const { at } = decision;
  const next: Approval = { ...approval, status: 'approved', decisions: [decision] };
  if (!(await records.approvals.update(approval, next))) return false;
  await records.audit.append({
    at,
    actor: 'regulars',
    action: 'approval.approved',
    subject: id,
    details: { version, hash, autonomy: decision.autonomy?.id ?? null },
  });
  await records.timeline.add([
    {
      customerId,
      key: `decision:${id}:1`,
      at,
      kind: 'approval-decided',
      data: { approvalId: id, decision: 'approved', by: decision.by.name, reason: null, summary },
    },
  ]);
  await records.enqueue([{ job: { name: 'execute', planId } }]);
  return true;
}

function decisionOf(autonomy: Autonomy, { version }: Approval, at: Date): Decision {
  const { id, bound, decidedBy } = autonomy;
  return {
    by: { person: 'regulars', name: 'Regulars', surface: 'autonomy' },
    ...{ at, decision: 'approved', version },
    autonomy: { id, bound, acceptedBy: decidedBy },
  };
}
