// What a teammate does with a run: looks at it, or stops it.
import type { Decider } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Automation } from '../automations/automation.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { RunId } from '../ids.ts';
import { isOpen, type Run } from '../runs/run.ts';
import { automationOfRun } from './automation-of-run.ts';
import { stopRun } from './stop-run.ts';

/** A run with what it follows, whom it is for, and what came of it. */
export type RunView = {
  readonly run: Run;
  /** Null when its definition can no longer be read. */
  readonly automation: Automation | null;
  /** "v3"; null for a definition of before they were kept. */
  readonly ordinal: number | null;
  readonly profile: Profile | null;
  readonly plans: readonly PlanWithSteps[];
};

/** Reads a run. Throws UserError when there is none. */
export async function viewRun(
  deps: Pick<Deps, 'storage' | 'playbook'>,
  id: RunId,
): Promise<RunView> {
  const { storage } = deps;
  const run = await storage.runs.get(id);
  if (run === null) throw new UserError({ code: 'not-found', what: 'run', who: id });
  const [automation, version, profile, plans] = await Promise.all([
    automationOfRun(deps, storage, run),
    storage.versions.get(run.automation, run.version),
    storage.customers.get(run.customerId),
    storage.plans.ofRun(id),
  ]);
  return { run, automation, ordinal: version?.ordinal ?? null, profile, plans };
}

/** Stops a run that may still do something, audited; false when it has ended already. Throws UserError when there is none. */
export async function stopRunByHand(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  command: { readonly id: RunId; readonly by: Decider },
): Promise<boolean> {
  const { id, by } = command;
  const { automation } = await viewRun(deps, id);
  return deps.storage.transaction(async (records) => {
    const seen = await records.runs.get(id);
    if (seen !== null) await records.customers.lock(seen.customerId);
    const run = await records.runs.get(id);
    if (run === null || !isOpen(run)) return false;
    const title = automation?.title ?? run.automation;
    const stop = { reason: 'stopped-by-person', title, by: by.name } as const;
    if (!(await stopRun(deps, records, run, stop))) return false;
    await records.audit.append({
      at: deps.now(),
      actor: by.person,
      action: 'run.stopped',
      subject: id,
      details: { automation: run.automation, surface: by.surface },
    });
    return true;
  });
}
