// A run ends before its last step: what waits for a decision is taken back, and the timeline says why.
import type { Deps } from '../deps.ts';
import type { PlanId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { isOpen, type Run } from '../runs/run.ts';
import { expireApproval } from './expire-approval.ts';

/** Why a run was stopped; `rejected` and `expired` are said by the approval itself. */
export type StopReason =
  | 'exit'
  | 'stop-if'
  | 'did-not-happen'
  | 'automation-off'
  | 'automation-shadow'
  | 'automation-gone'
  | 'definition-lost'
  | 'forgotten'
  | 'stopped-by-person'
  | 'merged';

/** Ends the run of a plan that nobody lets out; what the run does beside it goes its way. */
export async function stopRunOf(
  records: Records,
  planId: PlanId,
  reason: 'rejected' | 'expired',
): Promise<void> {
  const plan = await records.plans.get(planId);
  const run = plan?.origin.kind === 'run' ? await records.runs.get(plan.origin.runId) : null;
  if (run !== null && isOpen(run))
    await records.runs.update(run, { ...run, status: 'stopped', reason });
}

/** Ends a run; false when it has moved on since it was read. Runs inside the transaction of what ends it. */
export async function stopRun(
  deps: Pick<Deps, 'now'>,
  records: Records,
  run: Run,
  stop: {
    readonly reason: StopReason;
    /** How the automation is called; unset: by its name. */
    readonly title?: string;
    readonly history?: Run['history'];
    /** The teammate who stopped it. */
    readonly by?: string;
  },
): Promise<boolean> {
  const { reason, title = run.automation, history = run.history, by } = stop;
  const ended = { wakeAt: null, waitingFor: [], history, reason } as const;
  if (!(await records.runs.update(run, { ...run, ...ended, status: 'stopped' }))) return false;
  for (const plan of await records.plans.ofRun(run.id)) {
    const approval = await records.approvals.byPlan(plan.id);
    if (approval?.status === 'pending') await expireApproval(deps, records, approval, reason);
  }
  await records.timeline.add([
    {
      customerId: run.customerId,
      key: `run-stopped:${run.id}`,
      at: deps.now(),
      kind: 'automation-stopped',
      data: { automation: run.automation, title, runId: run.id, reason, by: by ?? null },
    },
  ]);
  return true;
}
