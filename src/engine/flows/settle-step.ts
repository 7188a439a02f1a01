// A person's word on a step that failed, is uncertain, or is done by hand in the shop.
import { type Step, stepName } from '../actions/effect.ts';
import type { Approval, Decider } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import { recordMail } from '../effects/send-email.ts';
import type { ApprovalId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { BY_HAND } from './execute-plan.ts';

/** `arrived`, `again`, `give-up` answer an uncertain step; `retry` a failed one; `by-hand-done` one that waits for a person. */
export type StepChoice = 'retry' | 'arrived' | 'again' | 'give-up' | 'by-hand-done';

export type StepSettled =
  | { readonly kind: 'done'; readonly approval: Approval }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-found' | 'not-so';
      readonly approval: Approval | null;
    };

/** Takes a person's word on a step of an approval's plan, audited. A step that is not in that state is left as it is. */
export async function settleStep(
  deps: Pick<Deps, 'storage' | 'now'>,
  command: {
    readonly id: ApprovalId;
    readonly position: number;
    readonly choice: StepChoice;
    readonly by: Decider;
  },
): Promise<StepSettled> {
  return deps.storage.transaction(async (records): Promise<StepSettled> => {
    const approval = await records.approvals.get(command.id);
    const plan = approval === null ? null : await records.plans.get(approval.planId);
    const step = plan?.steps[command.position];
    if (approval === null || plan === null || step === undefined)
      return { kind: 'refused', reason: 'not-found', approval };
    if (!fits(step, command.choice)) return { kind: 'refused', reason: 'not-so', approval };
    await apply(deps, records, { plan, approval, step, choice: command.choice });
    const details = { step: step.position, kind: stepName(step.effect), choice: command.choice };
    await records.audit.append({
      at: deps.now(),
      actor: command.by.person,
      action: 'step.settled',
      subject: approval.id,
      details,
    });
    await records.enqueue([
      { job: { name: 'execute', planId: plan.id } },
      {
        job: {
          name: 'publish',
          subject: { kind: 'approval', id: approval.id },
          channel: 'approvals',
        },
      },
    ]);
    return { kind: 'done', approval };
  });
}

function fits({ status, reason }: Step, choice: StepChoice): boolean {
  if (choice === 'retry') return status === 'failed';
  if (choice === 'by-hand-done') return status === 'waiting' && reason === BY_HAND;
  return status === 'uncertain' || (choice === 'give-up' && status === 'failed');
}

type Choice = {
  readonly plan: PlanWithSteps;
  readonly approval: Approval;
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
      await write('done', BY_HAND);
      return;
    case 'arrived':
      await write('done', 'said-by-person');
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
