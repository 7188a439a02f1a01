// Says that a step waits for a person, where the team looks: on the plan's own card, or as news where it has none.
import { type Step, stepName } from '../actions/effect.ts';
import type { Approval } from '../approvals/approval.ts';
import { noticesOf, type PlanWithSteps } from '../approvals/plan.ts';
import type { News } from '../ports/notifier.ts';
import type { Records } from '../ports/storage.ts';

/** A step that is being taken, with the plan it is of. */
export type Taking = {
  readonly plan: PlanWithSteps;
  readonly approval: Approval | null;
  readonly step: Step;
};

/** How a step got stuck; `by-hand`: this shop cannot be asked. */
export type Stuck =
  | { readonly kind: 'failed' | 'uncertain'; readonly reason: string }
  | { readonly kind: 'by-hand' };

/** Notes a failure on the timeline, and tells the team of a step that no card shows. */
export async function tellStuck(
  records: Records,
  taking: Taking,
  stuck: Stuck,
  at: Date,
): Promise<void> {
  const { plan, approval, step } = taking;
  const key = `${stuck.kind}:${plan.id}:${step.position}:${at.getTime()}`;
  if (stuck.kind !== 'by-hand') {
    const data = {
      step: stepName(step.effect),
      reason: stuck.reason,
      approvalId: approval?.id ?? null,
    };
    const { customerId } = plan;
    await records.timeline.add([{ customerId, key, at, kind: 'step-failed', data }]);
  }
  if (await hasCard(records, taking)) return;
  const news = newsOf(taking, stuck);
  await records.enqueue([{ job: { name: 'tell', channel: 'reports', key, news } }]);
}

/** An approval shows its plan, a notice the plans of its run, and a batch counts its members. */
async function hasCard(records: Records, { plan, approval }: Taking): Promise<boolean> {
  if (approval !== null || plan.origin.kind === 'batch') return true;
  if (plan.origin.kind !== 'run') return false;
  const plans = await records.plans.ofRun(plan.origin.runId);
  return noticesOf(plans).length > 0;
}

function newsOf({ plan, step }: Taking, stuck: Stuck): News {
  const place = { planId: plan.id, position: step.position };
  if (stuck.kind !== 'by-hand')
    return {
      kind: `effect-${stuck.kind}`,
      ...place,
      step: stepName(step.effect),
      reason: stuck.reason,
    };
  return { kind: 'by-hand', ...place, customerId: plan.customerId, effect: step.effect };
}
