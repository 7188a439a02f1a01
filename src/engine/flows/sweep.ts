// What time alone brings about: waits end, approvals expire, cases and tasks are reminded of, checkouts are left, shadows report, what is old goes.
import { viewsKeptSince } from '../customers/product-view.ts';
import type { Deps } from '../deps.ts';
import { abandonCheckouts } from './abandon-checkouts.ts';
import { expireApproval } from './expire-approval.ts';
import { expirePreviews } from './expire-previews.ts';
import { tellHandOver } from './hand-over-cases.ts';
import { remindOfApprovals } from './remind-of-approvals.ts';
import { remindOfCases } from './remind-of-cases.ts';
import { remindOfTasks } from './remind-of-tasks.ts';
import { stopRunOf } from './stop-run.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import { tellShadowWeeks } from './tell-shadow-weeks.ts';
import { tickAutomations } from './tick-automations.ts';
import { wakeCases } from './wake-cases.ts';
import { wakeRuns } from './wake-runs.ts';

type SweepDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'log'>;

const RAW_DAYS = 30;
const DAY_MS = 86_400_000;

/** Does what is due; called by the clock every minute, and harmless however often. */
export async function sweep(deps: SweepDeps): Promise<void> {
  await wakeRuns(deps);
  await tickAutomations(deps);
  await expireApprovals(deps);
  await remindOfApprovals(deps);
  await tellOutcomes(deps);
  await tellShadowWeeks(deps);
  await expirePreviews(deps);
  await wakeCases(deps);
  await remindOfCases(deps);
  await tellHandOver(deps);
  await remindOfTasks(deps);
  await abandonCheckouts(deps);
  await deps.storage.views.prune(viewsKeptSince(deps.now()));
  await deps.storage.events.prune(new Date(deps.now().getTime() - RAW_DAYS * DAY_MS));
}

async function expireApprovals(deps: SweepDeps): Promise<void> {
  for (const approval of await deps.storage.approvals.expiredBefore(deps.now())) {
    await deps.storage.transaction(async (records) => {
      if (await expireApproval(deps, records, approval, null))
        await stopRunOf(records, approval.planId, 'expired');
    });
  }
}
