// Starts an automation for one customer upon an occasion that is no event: a date, a tick of the clock, a hand.
import type { Automation, RunningMode } from '../automations/automation.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';
import type { Run } from '../runs/run.ts';
import { explain } from '../segments/condition.ts';
import { loadSubject, settingNow } from './load-subject.ts';
import { startRun } from './start-run.ts';

type StartDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId' | 'log'>;

export type StartFor = {
  readonly automation: Automation;
  readonly mode: RunningMode;
  readonly customerId: CustomerId;
  readonly occasion: string;
  /** Whether the automation's condition must hold; a person may mean whom they like. */
  readonly asks: boolean;
  /** Past re-entry. */
  readonly again?: boolean;
};

/** Starts a run for this customer, once for the occasion; null where the condition or re-entry does not let them in. */
export async function startFor(deps: StartDeps, start: StartFor): Promise<Run | null> {
  const { automation, mode, customerId, occasion, asks, again = false } = start;
  const { when } = automation;
  return deps.storage.transaction(async (records) => {
    const profile = await records.customers.lock(customerId);
    if (profile === null) return null;
    let trace = null;
    if (asks && when !== null) {
      const setting = settingNow(deps);
      const given = { profile, event: null };
      const subject = await loadSubject(records, given, [when.condition], setting);
      trace = explain(when.condition, subject, setting);
      if (!trace.result) return null;
    }
    const firing = {
      automation,
      mode,
      profile,
      event: null,
      occasion,
      trace,
      again,
      isChosen: !asks,
    };
    const run = await startRun(deps, records, firing);
    if (run !== null && run.status === 'running')
      await records.enqueue([{ job: { name: 'advance', runIds: [run.id] } }]);
    return run;
  });
}
