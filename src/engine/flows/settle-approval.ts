// A decision on an approval: authorised by the caller, checked against what was shown, made by one conditional update.
import type { Approval, Decider, Decision } from '../approvals/approval.ts';
import { type DecideRefusal, decide, needsTwoApprovers } from '../approvals/decide.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import type { Shortage } from '../discounts/budget.ts';
import type { ApprovalId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { releaseBudget, reserveBudget } from './discount-budget.ts';
import { endAutonomyOf } from './end-autonomy.ts';
import { stopRunOf } from './stop-run.ts';

export type SettleCommand = {
  readonly id: ApprovalId;
  readonly decision: Decision['decision'];
  readonly by: Decider;
  /** The version that was on the card; null for "the newest". */
  readonly seenVersion: number | null;
  readonly reason?: string;
};

export type Settled =
  | { readonly kind: 'settled' | 'needs-second'; readonly approval: Approval }
  | {
      readonly kind: 'refused';
      readonly reason: DecideRefusal | 'not-found';
      readonly approval: Approval | null;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'over-budget';
      readonly approval: Approval;
      /** null: its customer is gone. */
      readonly shortage: Shortage | null;
    };

type SettleDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'log' | 'crashpoint'>;

/** Settles an approval or says why not; a refusal changes nothing but the audit log. */
export async function settleApproval(deps: SettleDeps, command: SettleCommand): Promise<Settled> {
  deps.crashpoint('K13');
  const settled = await deps.storage.transaction(async (records): Promise<Settled> => {
    const approval = await records.approvals.get(command.id);
    const plan = approval === null ? null : await records.plans.get(approval.planId);
    if (approval === null || plan === null)
      return { kind: 'refused', reason: 'not-found', approval: null };
    const settled = await settleInside(deps, records, command, { approval, plan });
    if (settled.kind === 'refused') await auditRefusal(deps, records, command, settled.reason);
    deps.crashpoint('K14');
    return settled;
  });
  deps.crashpoint('K15');
  deps.log.info({ approvalId: command.id, outcome: settled.kind }, 'an approval was decided on');
  return settled;
}

async function settleInside(
  deps: SettleDeps,
  records: Records,
  command: SettleCommand,
  seen: { readonly approval: Approval; readonly plan: PlanWithSteps },
): Promise<Settled> {
  const { approval, plan } = seen;
  const now = deps.now();
  const needsTwo = needsTwoApprovers(plan.effects, deps.playbook.team.limits);
  const decided = decide(approval, { ...command, now, needsTwo });
  if (decided.kind === 'refused') return { kind: 'refused', reason: decided.reason, approval };
  if (decided.next.status === 'approved') {
    const reservation = await reserveBudget(deps, records, plan);
    if (reservation.kind === 'refused') return { ...reservation, reason: 'over-budget', approval };
  }
  if (!(await records.approvals.decide(approval, decided.next, now))) {
    if (decided.next.status === 'approved') await releaseBudget(deps, records, plan.id);
    return lost(deps, records, command, { approval, plan });
  }
  await tellDecision(records, command, { approval: decided.next, plan, at: now });
  return { kind: decided.kind, approval: { ...decided.next, revision: approval.revision + 1 } };
}

/** Somebody else was first. Where they left it open, as the first of two who must approve do, it is decided on as it stands now. */
async function lost(
  deps: SettleDeps,
  records: Records,
  command: SettleCommand,
  { approval, plan }: { readonly approval: Approval; readonly plan: PlanWithSteps },
): Promise<Settled> {
  const fresh = await records.approvals.get(approval.id);
  if (fresh?.status === 'pending' && fresh.revision !== approval.revision) {
    const newest = await records.plans.get(plan.id);
    if (newest !== null)
      return settleInside(deps, records, command, { approval: fresh, plan: newest });
  }
  return { kind: 'refused', reason: 'already-settled', approval: fresh };
}

async function tellDecision(
  records: Records,
  command: SettleCommand,
  made: { readonly approval: Approval; readonly plan: PlanWithSteps; readonly at: Date },
): Promise<void> {
  const { approval, plan, at } = made;
  const { by, decision, reason } = command;
  await records.audit.append({
    at,
    actor: by.person,
    action: `approval.${decision}`,
    subject: approval.id,
    details: {
      version: approval.version,
      hash: approval.hash,
      surface: by.surface,
      reason: reason ?? null,
    },
  });
  await records.timeline.add([
    {
      customerId: approval.customerId,
      key: `decision:${approval.id}:${approval.decisions.length}`,
      at,
      kind: 'approval-decided',
      data: {
        approvalId: approval.id,
        decision,
        by: by.name,
        reason: reason ?? null,
        summary: approval.summary,
      },
    },
  ]);
  const publish = {
    job: {
      name: 'publish',
      subject: { kind: 'approval', id: approval.id },
      channel: approval.channel,
    },
  } as const;
  const execute =
    approval.status === 'approved'
      ? [{ job: { name: 'execute', planId: approval.planId } } as const]
      : [];
  await records.enqueue([publish, ...execute]);
  if (approval.status === 'rejected') await stopRunOf(records, plan.id, 'rejected');
  if (plan.origin.kind !== 'run') return;
  const { automation } = plan.origin;
  if (approval.status === 'rejected')
    await endAutonomyOf({ now: () => at }, records, automation, 'rejected');
  if (approval.status === 'approved')
    await records.enqueue([{ job: { name: 'earn-autonomy', automation } }]);
}

async function auditRefusal(
  deps: SettleDeps,
  records: Records,
  command: SettleCommand,
  reason: string,
): Promise<void> {
  await records.audit.append({
    at: deps.now(),
    actor: command.by.person,
    action: 'approval.refused',
    subject: command.id,
    details: { reason, surface: command.by.surface },
  });
}
