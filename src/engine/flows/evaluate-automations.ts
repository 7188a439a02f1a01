// Which automations fire for an event: each at most once for it, with the trace of why.
import { type Automation, fires, type Mode } from '../automations/automation.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId, EventId, RunId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import type { Trace } from '../segments/trace.ts';
import { addDuration } from '../time.ts';
import { loadSubject, settingNow } from './load-subject.ts';
import { modesOf } from './set-mode.ts';

type EvaluateDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId' | 'log'>;

/** Records a run for every automation that fires, and hands the live ones on to be planned. Repeating it adds nothing. */
export async function evaluateAutomations(
  deps: EvaluateDeps,
  job: { readonly eventId: EventId; readonly customerId: CustomerId },
): Promise<readonly RunId[]> {
  const event = await deps.storage.events.get(job.eventId);
  const profile = await deps.storage.customers.get(job.customerId);
  if (event === null || profile === null) return [];
  const mode = await modesOf(deps);
  const automations = deps.playbook.automations.filter((each) => mode(each) !== 'off');
  const setting = settingNow(deps);
  const conditions = automations.flatMap(({ when }) => (when === null ? [] : [when.condition]));
  const subject = await loadSubject(deps.storage, { profile, event }, conditions, setting);
  const started: RunId[] = [];
  for (const automation of automations) {
    const verdict = fires(automation, subject, setting);
    if (!verdict.fires) continue;
    const id = await startRun(deps, {
      automation,
      mode: mode(automation),
      profile,
      event,
      trace: verdict.trace,
    });
    if (id !== null) started.push(id);
  }
  return started;
}

type Firing = {
  readonly automation: Automation;
  readonly mode: Mode;
  readonly profile: Profile;
  readonly event: ShopEvent;
  readonly trace: Trace | null;
};

async function startRun(deps: EvaluateDeps, firing: Firing): Promise<RunId | null> {
  const { automation, profile, event, trace, mode } = firing;
  return deps.storage.transaction(async (records) => {
    // The lock makes two events of one customer take turns, so that `never` holds.
    await records.customers.lock(profile.id);
    if (!(await mayEnter(deps, records, automation, profile.id))) return null;
    const id = deps.newId('run');
    const status = mode === 'shadow' ? 'shadow' : 'running';
    const startedAt = deps.now();
    const isNew = await records.runs.insert({
      id,
      automation: automation.name,
      version: automation.version,
      customerId: profile.id,
      eventId: event.id,
      caseId: null,
      status,
      trace,
      reason: null,
      startedAt,
    });
    if (!isNew) return null;
    await records.timeline.add([
      {
        customerId: profile.id,
        key: `run:${id}`,
        at: startedAt,
        kind: 'automation-fired',
        data: {
          automation: automation.name,
          title: automation.title,
          runId: id,
          shadow: mode === 'shadow',
        },
      },
    ]);
    if (mode === 'live') await records.enqueue([{ job: { name: 'propose', runId: id } }]);
    deps.log.info(
      { runId: id, automation: automation.name, eventId: event.id, mode },
      'an automation fired',
    );
    return id;
  });
}

/** Whether the automation's own word on re-entry lets this customer in again. */
export async function mayEnter(
  deps: Pick<Deps, 'now' | 'playbook'>,
  records: Pick<Records, 'runs'>,
  automation: Automation,
  customerId: CustomerId,
): Promise<boolean> {
  if (automation.reentry.kind === 'always') return true;
  const last = await records.runs.lastStart(automation.name, customerId);
  if (last === null) return true;
  if (automation.reentry.kind === 'never') return false;
  return addDuration(last, automation.reentry.duration, deps.playbook.team.timezone) <= deps.now();
}
