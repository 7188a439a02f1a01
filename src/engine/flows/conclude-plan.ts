// What a plan's steps make of its approval, its run and its case, shown wherever they stand.
import type { Step } from '../actions/effect.ts';
import type { ApprovalStatus } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import type { PlanId, RunId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';

/** Brings approval, run and case up to date with the steps. Repeating it changes nothing. */
export async function concludePlan(deps: Pick<Deps, 'storage'>, planId: PlanId): Promise<void> {
  await deps.storage.transaction(async (records) => {
    const plan = await records.plans.get(planId);
    const approval = await records.approvals.byPlan(planId);
    if (plan === null) return;
    const status = statusOf(plan.steps);
    if (approval !== null && approval.status !== status) {
      await records.approvals.update(approval, { ...approval, status });
      await records.enqueue([
        {
          job: {
            name: 'publish',
            subject: { kind: 'approval', id: approval.id },
            channel: 'approvals',
          },
        },
      ]);
    }
    await concludeOrigin(records, plan, status);
  });
}

async function concludeOrigin(
  records: Records,
  plan: PlanWithSteps,
  status: ApprovalStatus,
): Promise<void> {
  const { origin } = plan;
  if (origin.kind === 'case' && status === 'done') {
    const subject = { kind: 'case', id: origin.caseId } as const;
    await records.enqueue([
      { job: { name: 'publish', subject, channel: 'refunds' } },
      {
        job: { name: 'reply', subject, key: `offer-sent:${plan.id}`, note: { kind: 'offer-sent' } },
      },
    ]);
  }
  if (origin.kind === 'undo') return showUndone(records, origin.planId);
  if (origin.kind !== 'run') return;
  const run = await records.runs.get(origin.runId);
  if (run === null || run.status === 'stopped') return;
  const plans = await records.plans.ofRun(run.id);
  const statuses = plans.map(({ steps }) => statusOf(steps));
  if (statuses.every((each) => each === 'done')) await records.runs.setStatus(run.id, 'done', null);
  else if (statuses.includes('failed')) await records.runs.setStatus(run.id, 'failed', null);
  await showNotice(records, run.id, plans);
}

/** Brings the notice of a run up to date, where it has one. */
async function showNotice(
  records: Records,
  runId: RunId,
  plans: readonly PlanWithSteps[],
): Promise<void> {
  const notice = plans
    .flatMap(({ effects }) => effects)
    .find((effect) => effect.kind === 'post-notice');
  if (notice === undefined) return;
  const subject = { kind: 'notice', id: runId } as const;
  await records.enqueue([{ job: { name: 'publish', subject, channel: notice.channel } }]);
}

/** The notice of what was taken back says so. */
async function showUndone(records: Records, planId: PlanId): Promise<void> {
  const plan = await records.plans.get(planId);
  if (plan?.origin.kind !== 'run') return;
  const { runId } = plan.origin;
  await showNotice(records, runId, await records.plans.ofRun(runId));
}

/** `done` when every step is done or skipped and at least one is done; else what stands in the way. */
function statusOf(
  steps: readonly Step[],
): Extract<ApprovalStatus, 'done' | 'failed' | 'uncertain' | 'executing'> {
  if (steps.some(({ status }) => status === 'uncertain')) return 'uncertain';
  if (steps.some(({ status }) => status === 'failed')) return 'failed';
  if (steps.some(({ status }) => status === 'waiting' || status === 'marked')) return 'executing';
  return steps.some(({ status }) => status === 'done') ? 'done' : 'failed';
}
