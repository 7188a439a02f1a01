// Turns effects into a plan under its hash, and a plan into an approval that waits.
import { createHash } from 'node:crypto';
import type { Effect } from '../actions/effect.ts';
import type { Approval, Decider } from '../approvals/approval.ts';
import { canonicalJson, type Plan, type PlanOrigin } from '../approvals/plan.ts';
import { summarise } from '../approvals/summary.ts';
import type { Deps } from '../deps.ts';
import { InvariantError } from '../errors.ts';
import type { CustomerId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { addDuration, parseDuration } from '../time.ts';
import { routeApproval } from './route-card.ts';

/** A plan over effects; its hash covers everything that will happen, the mail's bytes included. */
export function makePlan(
  deps: Pick<Deps, 'newId' | 'now'>,
  content: {
    readonly customerId: CustomerId;
    readonly origin: PlanOrigin;
    readonly effects: readonly Effect[];
  },
): Plan {
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  return { ...content, id: deps.newId('plan'), hash, createdAt: deps.now() };
}

/**
 * Stores a plan with an approval that waits for it, shows it in its channel and on the timeline. Runs inside
 * the transaction of what asked for it.
 */
export async function askForApproval(
  deps: Pick<Deps, 'newId' | 'now' | 'playbook'>,
  records: Records,
  ask: {
    readonly plan: Plan;
    readonly kind: string;
    readonly about: string;
    readonly requestedBy: Decider | null;
  },
): Promise<Approval> {
  const at = deps.now();
  const { plan, kind, about, requestedBy } = ask;
  const summary = summarise(about, plan.effects, deps.playbook.team.language);
  const { channel, mention } = await routeApproval(records, deps.playbook.team, plan);
  const approval: Approval = {
    id: deps.newId('approval'),
    kind,
    status: 'pending',
    version: 1,
    hash: plan.hash,
    planId: plan.id,
    customerId: plan.customerId,
    summary,
    createdAt: at,
    expiresAt: expiryFrom(deps, at),
    requestedBy,
    editedBy: null,
    decisions: [],
    remindedAt: null,
    escalatedAt: null,
    channel,
    mention,
    revision: 0,
  };
  await records.plans.insert(plan);
  await records.approvals.insert(approval);
  await records.audit.append({
    at,
    actor: requestedBy?.person ?? 'regulars',
    action: 'approval.requested',
    subject: approval.id,
    details: { hash: plan.hash, kind },
  });
  await records.timeline.add([
    {
      customerId: plan.customerId,
      key: `approval:${approval.id}`,
      at,
      kind: 'approval-requested',
      data: { approvalId: approval.id, summary },
    },
  ]);
  await records.enqueue([
    {
      job: {
        name: 'publish',
        subject: { kind: 'approval', id: approval.id },
        channel,
      },
    },
  ]);
  return approval;
}

function expiryFrom(deps: Pick<Deps, 'playbook'>, at: Date): Date {
  const { limits, timezone } = deps.playbook.team;
  const duration = parseDuration(limits.approval_expiry);
  if (duration === null) throw new InvariantError('limits.approval_expiry was not checked');
  return addDuration(at, duration, timezone);
}
