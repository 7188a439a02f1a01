// A run takes its next steps: it plans actions up to the next wait, asks, waits, or comes to its end.
import { asksForOrders, endOfWait, type Wait } from '../actions/control.ts';
import type { Effect, Step } from '../actions/effect.ts';
import { isSettledPlan } from '../approvals/plan.ts';
import type { Automation } from '../automations/automation.ts';
import type { Profile } from '../customers/profile.ts';
import { zoneOf } from '../customers/zone.ts';
import type { Deps } from '../deps.ts';
import type { RunId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { type Leg, legAt } from '../runs/leg.ts';
import { isOpen, type Run, type RunNote, runOutcome } from '../runs/run.ts';
import { explain } from '../segments/condition.ts';
import { automationOfRun, haltOf } from './automation-of-run.ts';
import { loadSubject, settingNow } from './load-subject.ts';
import { isPaused } from './pause.ts';
import { codeIn, type PlanDeps, proposeLeg, storeLeg } from './plan-leg.ts';
import { type StopReason, stopRun } from './stop-run.ts';

type AdvanceDeps = PlanDeps & Pick<Deps, 'log' | 'chatRules'>;

/** A wait that ends within this time has a job of its own, to be on time; longer ones are found by the clock. */
const NEAR_MS = 5 * 60_000;

/** When a run is looked at again whose automation cannot be read at the moment. */
const UNREADABLE_MS = 3_600_000;

/**
 * Advances runs one after the other, so that of two that began together the first plans first. One that fails does not
 * keep the others back; repeating it takes no step twice.
 */
export async function advanceRuns(deps: AdvanceDeps, runIds: readonly RunId[]): Promise<void> {
  const failures: unknown[] = [];
  for (const id of runIds) {
    try {
      let goesOn = true;
      while (goesOn) goesOn = await advance(deps, id);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Takes one leg; true when the next may be taken at once. */
async function advance(deps: AdvanceDeps, id: RunId): Promise<boolean> {
  const run = await deps.storage.runs.get(id);
  if (run === null || !isOpen(run) || run.position === null) return false;
  if (run.status === 'waiting' && !isOver(run, deps.now())) return false;
  const plans = await deps.storage.plans.ofRun(id);
  if (!plans.every(({ steps }) => isSettledPlan(steps))) return false;
  if (run.wakeAt !== null && (await isPaused(deps))) return restAgain(deps, run, run.wakeAt);
  const profile = await deps.storage.customers.get(run.customerId);
  if (profile === null) return stop(deps, run, { reason: 'forgotten' });
  const automation = await automationOfRun(deps, deps.storage, run);
  if (automation === null) return stop(deps, run, { reason: 'definition-lost' });
  return takeLeg(deps, { run, position: run.position, automation, profile });
}

function isOver({ wakeAt }: Run, now: Date): boolean {
  return wakeAt !== null && wakeAt <= now;
}

type Advancing = {
  readonly run: Run;
  readonly position: number;
  readonly automation: Automation;
  readonly profile: Profile;
};

async function takeLeg(deps: AdvanceDeps, advancing: Advancing): Promise<boolean> {
  const { run, position, automation } = advancing;
  const leg = legAt(automation.actions, position);
  if (leg.kind === 'act' || leg.kind === 'ask') {
    const halt = await haltOf(deps, run.automation);
    if (halt === 'later')
      return restAgain(deps, run, new Date(deps.now().getTime() + UNREADABLE_MS));
    if (halt !== null) return stop(deps, run, { reason: halt, title: automation.title });
  }
  switch (leg.kind) {
    case 'act':
      return act(deps, advancing, leg);
    case 'wait':
      return run.wakeAt === null
        ? beginWait(deps, advancing, leg.wait)
        : endWait(deps, advancing, leg.wait);
    case 'ask':
      return ask(deps, advancing, leg);
    case 'end': {
      const plans = await deps.storage.plans.ofRun(run.id);
      const status = runOutcome(plans);
      await deps.storage.runs.update(run, { ...run, status, position: null });
      return false;
    }
  }
}

async function act(
  deps: AdvanceDeps,
  { run, automation, profile }: Advancing,
  { steps, next }: Extract<Leg, { kind: 'act' }>,
): Promise<boolean> {
  const event = run.eventId === null ? null : await deps.storage.events.get(run.eventId);
  const plans = await deps.storage.plans.ofRun(run.id);
  const discount = codeIn(
    plans.flatMap(({ steps: made }) => made.filter(isPromised).map(effectOf)),
  );
  const { name, title } = automation;
  const subject = { profile, event, now: deps.now(), automation: { name, title }, discount };
  const proposal = await proposeLeg(deps, steps, subject);
  const status = await hold(deps, run, (records) =>
    storeLeg(deps, records, { run, automation, profile, next }, proposal),
  );
  return status === 'running' && next !== null && proposal.immediate.length === 0;
}

/** What was skipped or failed made no code. */
function isPromised({ status }: Step): boolean {
  return status !== 'skipped' && status !== 'failed';
}

function effectOf({ effect }: Step): Effect {
  return effect;
}

async function beginWait(
  deps: AdvanceDeps,
  { run, position, profile }: Advancing,
  wait: Wait,
): Promise<boolean> {
  const at = deps.now();
  const zone = zoneOf(profile, deps.playbook.team.timezone);
  const event = run.eventId === null ? null : await deps.storage.events.get(run.eventId);
  const orders = asksForOrders(wait) ? await deps.storage.purchases.ordersOf(profile.id) : [];
  const wakeAt = endOfWait(wait, { now: at, zone, event, orders });
  const note: RunNote = { kind: 'waiting', position, at, until: wakeAt };
  const waitingFor = wait.kind === 'wait-for' ? wait.events : [];
  const history = [...run.history, note];
  await hold(deps, run, async (records) => {
    const next: Run = { ...run, status: 'waiting', wakeAt, waitingFor, history };
    if (!(await records.runs.update(run, next))) return;
    if (wakeAt.getTime() - at.getTime() <= NEAR_MS)
      await records.enqueue([{ job: { name: 'advance', runIds: [run.id] }, notBefore: wakeAt }]);
  });
  return false;
}

async function endWait(
  deps: AdvanceDeps,
  { run, position, automation }: Advancing,
  wait: Wait,
): Promise<boolean> {
  const note: RunNote = { kind: 'waited', position, at: deps.now(), event: null };
  const history = [...run.history, note];
  if (wait.kind === 'wait-for' && wait.otherwise === 'stop')
    return stop(deps, run, { reason: 'did-not-happen', title: automation.title, history });
  const next = { status: 'running', position: position + 1, wakeAt: null, history } as const;
  return hold(deps, run, (records) =>
    records.runs.update(run, { ...run, ...next, waitingFor: [] }),
  );
}

async function ask(
  deps: AdvanceDeps,
  { run, position, automation, profile }: Advancing,
  { question }: Extract<Leg, { kind: 'ask' }>,
): Promise<boolean> {
  const setting = settingNow(deps);
  const event = run.eventId === null ? null : await deps.storage.events.get(run.eventId);
  const given = { profile, event };
  const subject = await loadSubject(deps.storage, given, [question.condition], setting);
  const trace = explain(question.condition, subject, setting);
  const history = [...run.history, { kind: 'asked', position, at: setting.now, trace } as const];
  if (trace.result) return stop(deps, run, { reason: 'stop-if', title: automation.title, history });
  const next = { status: 'running', position: position + 1, wakeAt: null, history } as const;
  return hold(deps, run, (records) => records.runs.update(run, { ...run, ...next }));
}

async function stop(
  deps: AdvanceDeps,
  run: Run,
  why: { readonly reason: StopReason; readonly title?: string; readonly history?: Run['history'] },
): Promise<false> {
  const isMine = await hold(deps, run, (records) => stopRun(deps, records, run, why));
  if (isMine) deps.log.info({ runId: run.id, reason: why.reason }, 'a run was stopped');
  return false;
}

/** Puts a run back among those that wait. */
async function restAgain(deps: AdvanceDeps, run: Run, wakeAt: Date): Promise<false> {
  await deps.storage.runs.update(run, { ...run, status: 'waiting', wakeAt });
  return false;
}

/** A transaction that holds the run's customer, so that an event that ends their runs and a step take turns. */
function hold<Result>(
  deps: AdvanceDeps,
  { customerId }: Run,
  work: (records: Records) => Promise<Result>,
): Promise<Result> {
  return deps.storage.transaction(async (records) => {
    await records.customers.lock(customerId);
    return work(records);
  });
}
