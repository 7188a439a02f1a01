// What an event means for the automations: whose runs it ends or wakes, and which ones it starts, with the trace of why.
import { type Automation, isTriggered, type Mode } from '../automations/automation.ts';
import { isAboutStart, isExit } from '../automations/exit.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId, EventId, RunId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import type { Run } from '../runs/run.ts';
import { explain, holds, type Setting } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import { automationOfRun } from './automation-of-run.ts';
import { loadSubject, settingNow } from './load-subject.ts';
import { modesOf } from './set-mode.ts';
import { startRun } from './start-run.ts';
import { stopRun } from './stop-run.ts';

type EvaluateDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId' | 'log'>;

/**
 * Ends and wakes the customer's open runs, records a run for every automation that fires, and hands on what is to be
 * advanced. Most events concern none: they cost reads only. Repeating it adds nothing.
 */
export async function evaluateAutomations(
  deps: EvaluateDeps,
  job: { readonly eventId: EventId; readonly customerId: CustomerId },
): Promise<readonly RunId[]> {
  const { events, customers, runs } = deps.storage;
  const [event, profile, mode, openRuns] = await Promise.all([
    events.get(job.eventId),
    customers.get(job.customerId),
    modesOf(deps),
    runs.openOf(job.customerId),
  ]);
  if (event === null || profile === null) return [];
  const question = await ask(deps, { event, profile, mode, openRuns });
  if (question.firing.length === 0 && question.open.length === 0) return [];
  const runIds = await deps.storage.transaction(async (records) => {
    // The lock makes two events of one customer take turns, so that `never` holds.
    const held = await records.customers.lock(profile.id);
    // Merged since they were looked up: what was asked of the one is to be asked of both together.
    if (held !== null && held.id !== profile.id) return null;
    const woken = await passOn(deps, records, question);
    const started = await startAll(deps, records, question);
    const runIds = [
      ...woken,
      ...started.flatMap(({ id, status }) => (status === 'running' ? [id] : [])),
    ];
    if (runIds.length > 0) await records.enqueue([{ job: { name: 'advance', runIds } }]);
    return started.map(({ id }) => id);
  });
  return runIds ?? evaluateAutomations(deps, job);
}

/** A run that the event may end, with the definition it follows. */
type OpenRun = {
  readonly run: Run;
  readonly automation: Automation | null;
  /** What it began with, where that decides whether the event ends it. */
  readonly start: ShopEvent | null;
};

type Question = {
  readonly event: ShopEvent;
  readonly profile: Profile;
  readonly subject: Subject;
  readonly setting: Setting;
  readonly mode: (automation: Automation) => Mode;
  /** The automations that fire, the smallest rank first. */
  readonly firing: readonly Automation[];
  readonly open: readonly OpenRun[];
};

/** Reads what the event needs, and no more: only the automations it triggers are asked. */
async function ask(
  deps: EvaluateDeps,
  {
    event,
    profile,
    mode,
    openRuns,
  }: Pick<Question, 'event' | 'profile' | 'mode'> & { readonly openRuns: readonly Run[] },
): Promise<Question> {
  const triggered = deps.playbook.automations.filter(
    (each) => isTriggered(each.trigger, event) && mode(each) !== 'off',
  );
  const open = await Promise.all(
    openRuns
      .filter(({ eventId }) => eventId !== event.id)
      .map(async (run) => ({
        run,
        automation: await automationOfRun(deps, deps.storage, run),
        start:
          'appointment' in event.fact && run.eventId !== null
            ? await deps.storage.events.get(run.eventId)
            : null,
      })),
  );
  const setting = settingNow(deps);
  const conditions = [
    ...triggered.flatMap(({ when }) => (when === null ? [] : [when.condition])),
    ...open.flatMap(({ automation }) =>
      automation?.exit?.kind === 'condition' ? [automation.exit.condition] : [],
    ),
  ];
  const subject = await loadSubject(deps.storage, { profile, event }, conditions, setting);
  const firing = triggered
    .filter(({ when }) => when === null || holds(when.condition, subject, setting))
    .toSorted((a, b) => a.rank - b.rank);
  return { event, profile, subject, setting, mode, firing, open };
}

/** Ends the runs that the event ends and moves on those that waited for it; says which are to be advanced. */
async function passOn(
  deps: EvaluateDeps,
  records: Records,
  { event, profile, subject, setting, open }: Question,
): Promise<readonly RunId[]> {
  if (open.length === 0) return [];
  const now = new Map((await records.runs.openOf(profile.id)).map((run) => [run.id, run]));
  const woken: RunId[] = [];
  for (const { run: seen, automation, start } of open) {
    const run = now.get(seen.id);
    if (run === undefined) continue;
    const ends = automation !== null && isAboutStart(event, start);
    if (ends && isExit(automation.exit, subject, setting))
      await stopRun(deps, records, run, { reason: 'exit', title: automation.title });
    else if (await wake(deps, records, run, event)) woken.push(run.id);
  }
  return woken;
}

/** An event that came before the wait began is none that it waits for, however late it is evaluated. */
async function wake(
  deps: EvaluateDeps,
  records: Records,
  run: Run,
  { id, receivedAt, fact: { type } }: ShopEvent,
): Promise<boolean> {
  const { position, waitingFor, wokenBy } = run;
  if (position === null || wokenBy === id || !waitingFor.includes(type)) return false;
  const began = run.history.findLast((note) => note.kind === 'waiting')?.at ?? run.startedAt;
  if (receivedAt < began) return false;
  const note = { kind: 'waited', position, at: deps.now(), event: type } as const;
  return records.runs.update(run, {
    ...run,
    status: 'running',
    position: position + 1,
    wakeAt: null,
    waitingFor: [],
    wokenBy: id,
    history: [...run.history, note],
  });
}

async function startAll(
  deps: EvaluateDeps,
  records: Records,
  { event, profile, subject, setting, mode, firing }: Question,
): Promise<readonly Run[]> {
  const started: Run[] = [];
  for (const automation of firing) {
    const { when } = automation;
    const run = await startRun(deps, records, {
      automation,
      mode: mode(automation) === 'live' ? 'live' : 'shadow',
      profile,
      event,
      occasion: event.id,
      trace: when === null ? null : explain(when.condition, subject, setting),
    });
    if (run !== null) started.push(run);
  }
  return started;
}
