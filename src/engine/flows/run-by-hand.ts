// A teammate runs an automation for one customer: its guards are asked, its condition is not.
import type { Decider } from '../approvals/approval.ts';
import type { Automation } from '../automations/automation.ts';
import type { Deps } from '../deps.ts';
import { InvariantError, UserError } from '../errors.ts';
import type { CustomerId } from '../ids.ts';
import type { Hindered } from '../runs/guards.ts';
import type { Run } from '../runs/run.ts';
import { guardRuns } from './guard-runs.ts';
import { modeThatRuns } from './preview-run.ts';
import { automationNamed } from './set-mode.ts';
import { startRun } from './start-run.ts';

type RunDeps = Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now' | 'newId' | 'log'>;

export type RunByHand = { readonly automation: Automation } & (
  | { readonly kind: 'started'; readonly run: Run }
  | { readonly kind: 'left-out'; readonly why: Hindered }
);

/**
 * Starts the run, audited; in shadow mode it is recorded only. `again` goes past re-entry. Throws UserError when the
 * automation is off, and when there is no such automation or customer.
 */
export async function runByHand(
  deps: RunDeps,
  command: {
    readonly name: string;
    readonly customerId: CustomerId;
    readonly again: boolean;
    readonly by: Decider;
  },
): Promise<RunByHand> {
  const { customerId, again, by } = command;
  const automation = await automationNamed(deps, command.name);
  const mode = await modeThatRuns(deps, automation);
  return deps.storage.transaction(async (records): Promise<RunByHand> => {
    const profile = await records.customers.lock(customerId);
    if (profile === null)
      throw new UserError({ code: 'not-found', what: 'customer', who: customerId });
    const guarded = await guardRuns(deps, records, {
      automation,
      mode,
      profiles: [profile],
      again,
    });
    const why = guarded.get(customerId);
    if (why !== undefined) return { kind: 'left-out', automation, why };
    const occasion = `hand:${deps.newId('entry')}`;
    const upon = { event: null, occasion, trace: null };
    const firing = { automation, mode, profile, ...upon, by, again: true, isChosen: true };
    const run = await startRun(deps, records, firing);
    if (run === null) throw new InvariantError(`a run upon ${occasion} has begun already`);
    await records.audit.append({
      at: deps.now(),
      actor: by.person,
      action: 'automation.run',
      subject: run.id,
      details: { automation: automation.name, mode, again, surface: by.surface },
    });
    if (run.status !== 'shadow')
      await records.enqueue([{ job: { name: 'advance', runIds: [run.id] } }]);
    return { kind: 'started', automation, run };
  });
}
