// Runs an automation for a piece of a batch's members, or takes those runs back: each once, each by the guards of now.
import type { Decider } from '../approvals/approval.ts';
import type { Automation, RunningMode } from '../automations/automation.ts';
import type { Batch, LeftOut, RunChange } from '../batches/batch.ts';
import type { Member } from '../batches/change-member.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { asId, type CustomerId } from '../ids.ts';
import type { Settled } from '../ports/batch-records.ts';
import type { Records } from '../ports/storage.ts';
import { isOpen, occasionOfBatch } from '../runs/run.ts';
import { guardRuns } from './guard-runs.ts';
import { modesOf } from './set-mode.ts';
import { startRun } from './start-run.ts';
import { stopRun } from './stop-run.ts';
import { undoPlanOf } from './undo-plan.ts';

type RunDeps = Pick<Deps, 'playbook' | 'now' | 'newId' | 'log'>;

type RunBatch = Omit<Batch, 'change'> & { readonly change: RunChange };

/** Starts these members' runs inside the transaction of their piece; who may not be run for is left out with the reason. */
export async function runMembers(
  deps: RunDeps,
  records: Records,
  batch: RunBatch,
  members: readonly Member[],
): Promise<void> {
  const ids = members.map(({ customerId }) => customerId);
  const startable = await whatStarts(deps, records, batch.change);
  const settled =
    startable.kind === 'nothing'
      ? ids.map((id) => leftOut(id, startable.reason))
      : await startAll(deps, records, batch, { startable, ids });
  await records.batches.settle(batch.id, deps.now(), settled);
  const runIds = settled.flatMap(({ after }) => (after === null ? [] : [asId('run', `${after}`)]));
  if (startable.kind === 'runs' && startable.mode === 'live' && runIds.length > 0)
    await records.enqueue([{ job: { name: 'advance', runIds } }]);
}

type Startable = {
  readonly kind: 'runs';
  readonly automation: Automation;
  readonly mode: RunningMode;
};
type NotStartable = {
  readonly kind: 'nothing';
  readonly reason: LeftOut;
};

/** The automation as it was previewed, and no more than that: what was to be a shadow stays one. */
async function whatStarts(
  { playbook }: RunDeps,
  records: Records,
  { automation: name, version, mode }: RunChange,
): Promise<Startable | NotStartable> {
  const automation = playbook.automations.find((each) => each.name === name);
  if (automation === undefined) return { kind: 'nothing', reason: 'automation-gone' };
  if (automation.version !== version) return { kind: 'nothing', reason: 'definition-changed' };
  const now = (await modesOf({ storage: records, playbook }))(automation);
  if (now === 'off') return { kind: 'nothing', reason: 'automation-off' };
  const isLive = now === 'live' && mode === 'live';
  return { kind: 'runs', automation, mode: isLive ? 'live' : 'shadow' };
}

async function startAll(
  deps: RunDeps,
  records: Records,
  { id: batchId, change: { again } }: RunBatch,
  { startable, ids }: { readonly startable: Startable; readonly ids: readonly CustomerId[] },
): Promise<readonly Settled[]> {
  const { automation, mode } = startable;
  const profiles = await records.customers.lockMany(ids);
  const guarded = await guardRuns(deps, records, { automation, mode, profiles, again });
  const settled: Settled[] = [];
  for (const id of ids) {
    const profile = profiles.find((each) => each.id === id);
    const why = guarded.get(id);
    if (profile === undefined) settled.push(outcome(id, 'gone'));
    else if (why !== undefined) settled.push(leftOut(id, why.reason));
    else {
      const occasion = occasionOfBatch(batchId);
      const firing = { automation, mode, profile, event: null, occasion, trace: null };
      // The guards have asked for re-entry already.
      const run = await startRun(deps, records, { ...firing, again: true });
      settled.push({
        ...outcome(id, run === null ? 'already' : 'changed'),
        after: run?.id ?? null,
      });
    }
  }
  return settled;
}

/** Stops these members' runs and takes back what they did, as far as it can be; what is left alone has moved on. */
export async function undoRunsOf(
  deps: RunDeps,
  records: Records,
  batch: Batch,
  members: readonly Member[],
): Promise<void> {
  const ids = members.map(({ customerId }) => customerId);
  const profiles = new Map(
    (await records.customers.lockMany(ids)).map((profile) => [profile.id, profile]),
  );
  const by = batch.confirmedBy ?? batch.requestedBy;
  const settled: Settled[] = [];
  for (const { customerId, undoes } of members) {
    const profile = profiles.get(customerId);
    const runId = undoes?.after;
    if (profile === undefined || typeof runId !== 'string')
      settled.push(outcome(customerId, 'gone'));
    else {
      const isUndone = await undoRun(deps, records, { runId, profile, by });
      settled.push(outcome(customerId, isUndone ? 'changed' : 'moved-on'));
    }
  }
  await records.batches.settle(batch.id, deps.now(), settled);
}

/** Whether anything was stopped or taken back. */
async function undoRun(
  deps: RunDeps,
  records: Records,
  {
    runId,
    profile,
    by,
  }: { readonly runId: string; readonly profile: Profile; readonly by: Decider },
): Promise<boolean> {
  const run = await records.runs.get(asId('run', runId));
  if (run === null) return false;
  const stop = { reason: 'stopped-by-person', by: by.name } as const;
  let isUndone = isOpen(run) && (await stopRun(deps, records, run, stop));
  for (const plan of (await records.plans.ofRun(run.id)).toReversed()) {
    const undone = await undoPlanOf(deps, records, { plan, profile, by });
    isUndone = undone.kind === 'undoing' || isUndone;
  }
  return isUndone;
}

function leftOut(customerId: CustomerId, reason: LeftOut): Settled {
  return { ...outcome(customerId, 'left-out'), reason };
}

function outcome(customerId: CustomerId, what: Settled['outcome']): Settled {
  return { customerId, outcome: what, reason: null, before: null, after: null };
}
