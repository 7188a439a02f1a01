// A person's word on a step that failed, is uncertain, or is done by hand in the shop.
import { type Step, stepName } from '../actions/effect.ts';
import type { Approval, Decider } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import { doneByHand } from '../effects/by-hand.ts';
import { noteGrant } from '../effects/note-grant.ts';
import { noteRefund } from '../effects/refund-order.ts';
import { recordMail } from '../effects/send-email.ts';
import type { PlanId } from '../ids.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';
import { BY_HAND } from './record-attempt.ts';

/** `arrived`, `again`, `give-up` answer an uncertain step; `retry` a failed one; `by-hand-done` one that waits for a person. */
export type StepChoice = 'retry' | 'arrived' | 'again' | 'give-up' | 'by-hand-done';

export type StepSettled =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: 'not-found' | 'not-so' };

/** Takes a person's word on a step of a plan, audited. A step that is not in that state is left as it is. */
export async function settleStep(
  deps: Pick<Deps, 'storage' | 'now'>,
  command: {
    readonly planId: PlanId;
    readonly position: number;
    readonly choice: StepChoice;
    readonly by: Decider;
  },
): Promise<StepSettled> {
  const { planId, choice, by } = command;
  return deps.storage.transaction(async (records): Promise<StepSettled> => {
    const plan = await records.plans.get(planId);
    const step = plan?.steps[command.position];
    if (plan === null || step === undefined) return { kind: 'refused', reason: 'not-found' };
    if (!fits(step, choice)) return { kind: 'refused', reason: 'not-so' };
    const approval = await records.approvals.byPlan(planId);
    await apply(deps, records, { plan, approval, step, choice });
    const details = {
      step: step.position,
      kind: stepName(step.effect),
      choice,
      surface: by.surface,
    };
    const subject = approval?.id ?? planId;
    await records.audit.append({
      at: deps.now(),
      actor: by.person,
      action: 'step.settled',
      subject,
      details,
    });
    await records.enqueue([{ job: { name: 'execute', planId } }, ...publishing(approval)]);
    return { kind: 'done' };
  });
}

function publishing(approval: Approval | null): readonly Enqueued[] {
  if (approval === null) return [];
  const subject = { kind: 'approval', id: approval.id } as const;
  return [{ job: { name: 'publish', subject, channel: approval.channel } }];
}

function fits({ status, reason }: Step, choice: StepChoice): boolean {
  const isByHand = status === 'waiting' && reason === BY_HAND;
  if (choice === 'retry') return status === 'failed';
  if (choice === 'by-hand-done') return isByHand;
  if (choice === 'give-up') return status === 'uncertain' || status === 'failed' || isByHand;
  return status === 'uncertain';
}

type Choice = {
  readonly plan: PlanWithSteps;
  readonly approval: Approval | null;
  readonly step: Step;
  readonly choice: StepChoice;
};

async function apply(
  deps: Pick<Deps, 'now'>,
  records: Records,
  { plan, approval, step, choice }: Choice,
): Promise<void> {
  const at = deps.now();
  const write = (status: Step['status'], reason: string | null) =>
    records.plans.settle(plan.id, step.position, step.attempts, {
      status,
      reason,
      outcome: step.outcome,
      at,
    });
  switch (choice) {
    case 'retry':
    case 'again':
      await write('waiting', null);
      return;
    case 'by-hand-done':
      return recordByHand(deps, records, { plan, approval, step });
    case 'arrived':
      await write('done', 'said-by-person');
      if (step.effect.kind === 'create-discount') {
        const profile = await records.customers.get(plan.customerId);
        if (profile !== null)
          await noteGrant(deps, records, step.effect, { plan, position: step.position, profile });
      }
      if (step.effect.kind === 'refund-order')
        await noteRefund(deps, records, step.effect, { plan, approval, position: step.position });
      if (step.effect.kind === 'send-email')
        await recordMail(
          deps,
          records,
          step.effect,
          { plan, approval, position: step.position },
          { status: 'sent', reason: null },
        );
      return;
    case 'give-up':
      await write('skipped', 'given-up');
  }
}

/** A step done by hand is written down as if the shop could have been asked. */
async function recordByHand(
  deps: Pick<Deps, 'now'>,
  records: Records,
  { plan, approval, step }: Omit<Choice, 'choice'>,
): Promise<void> {
  const { position, attempts, outcome, effect } = step;
  const profile = await records.customers.lock(plan.customerId);
  const done =
    profile === null ? null : await doneByHand(deps, effect, { plan, approval, position, profile });
  await records.plans.settle(plan.id, position, attempts, {
    status: 'done',
    reason: BY_HAND,
    outcome,
    ...(done?.before === undefined ? {} : { before: done.before }),
    at: deps.now(),
  });
  await done?.record(records);
}
