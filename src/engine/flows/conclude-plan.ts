// What a plan's steps make of its approval, its run, its case and its batch, shown wherever they stand.
import type { ApprovalStatus } from '../approvals/approval.ts';
import { isSettledPlan, noticesOf, type PlanWithSteps, planStatus } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import type { PlanId } from '../ids.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { ThreadNote } from '../ports/notifier.ts';
import type { Records } from '../ports/storage.ts';
import { type Run, runOutcome } from '../runs/run.ts';
import { noteShopAnswer } from './tell-shop.ts';

/** The line in a case's thread about what was done for its customer. */
function saidOfCase({ steps }: PlanWithSteps): readonly ThreadNote[] {
  return steps.flatMap(({ effect, status }): readonly ThreadNote[] => {
    if (status !== 'done') return [];
    if (effect.kind === 'record-offer') return [{ kind: 'offer-sent' }];
    if (effect.kind === 'refund-order') return [{ kind: 'refund-made', money: effect.money }];
    if (effect.kind === 'give-credit') return [{ kind: 'credit-given', money: effect.money }];
    if (effect.kind !== 'send-email') return [];
    if (effect.mail.template === 'refund-declined') return [{ kind: 'decline-sent' }];
    if (effect.mail.template === 'case-reply') return [{ kind: 'reply-sent' }];
    return effect.mail.template === 'refund-exchanged' ? [{ kind: 'exchange-sent' }] : [];
  });
}

/** Brings approval, run and case up to date with the steps. Repeating it changes nothing. */
export async function concludePlan(
  deps: Pick<Deps, 'storage' | 'now'>,
  planId: PlanId,
): Promise<void> {
  await deps.storage.transaction(async (records) => {
    const plan = await records.plans.get(planId);
    const approval = await records.approvals.byPlan(planId);
    if (plan === null) return;
    const status = planStatus(plan.steps);
    if (approval !== null && approval.status !== status) {
      await records.approvals.update(approval, { ...approval, status });
      await records.enqueue([
        {
          job: {
            name: 'publish',
            subject: { kind: 'approval', id: approval.id },
            channel: approval.channel,
          },
        },
      ]);
    }
    await concludeOrigin(deps, records, plan, status);
  });
}

async function concludeOrigin(
  deps: Pick<Deps, 'now'>,
  records: Records,
  plan: PlanWithSteps,
  status: ApprovalStatus,
): Promise<void> {
  const { origin } = plan;
  const item = origin.kind === 'case' ? await records.cases.get(origin.caseId) : null;
  if (origin.kind === 'case' && item !== null && status === 'done') {
    const subject = { kind: 'case', id: origin.caseId } as const;
    await records.enqueue([
      { job: { name: 'publish', subject, channel: item.channel } },
      ...saidOfCase(plan).map((note): Enqueued => {
        return { job: { name: 'reply', subject, key: `${note.kind}:${plan.id}`, note } };
      }),
    ]);
  }
  if (origin.kind === 'batch') return noteShopAnswer(deps, records, plan);
  if (origin.kind === 'undo') return showUndone(records, origin.planId);
  if (origin.kind !== 'run') return;
  const run = await records.runs.get(origin.runId);
  if (run === null || run.status === 'stopped') return;
  const plans = await records.plans.ofRun(run.id);
  await concludeRun(records, run, plans);
  await showNotices(records, plans);
}

/** Brings what a run has said to the team up to date. */
async function showNotices(records: Records, plans: readonly PlanWithSteps[]): Promise<void> {
  await records.enqueue(
    noticesOf(plans).map(({ ref, channel }) => {
      const subject = { kind: 'notice', id: ref } as const;
      return { job: { name: 'publish', subject, channel } };
    }),
  );
}

/** The notices of what was taken back say so. */
async function showUndone(records: Records, planId: PlanId): Promise<void> {
  const plan = await records.plans.get(planId);
  if (plan?.origin.kind !== 'run') return;
  const { runId } = plan.origin;
  await showNotices(records, await records.plans.ofRun(runId));
}

/** A run whose plans are settled takes its next steps, or has come to its end. */
async function concludeRun(
  records: Records,
  run: Run,
  plans: readonly PlanWithSteps[],
): Promise<void> {
  if (run.status === 'waiting') return;
  if (!plans.every(({ steps }) => isSettledPlan(steps))) {
    if (plans.some(({ steps }) => planStatus(steps) === 'failed'))
      await records.runs.update(run, { ...run, status: 'failed' });
  } else if (run.position !== null)
    await records.enqueue([{ job: { name: 'advance', runIds: [run.id] } }]);
  else await records.runs.update(run, { ...run, status: runOutcome(plans) });
}
