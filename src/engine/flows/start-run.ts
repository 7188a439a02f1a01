// A run begins: at most once for an occasion, and only where re-entry and the automation's own exit allow it.
import type { Decider } from '../approvals/approval.ts';
import type { Automation, RunningMode } from '../automations/automation.ts';
import { isHeldOut } from '../automations/holdout.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { newRun, type Run } from '../runs/run.ts';
import type { Trace } from '../segments/trace.ts';
import { addDuration } from '../time.ts';

export type Start = {
  readonly automation: Automation;
  readonly mode: RunningMode;
  readonly profile: Profile;
  readonly event: ShopEvent | null;
  /** See `Run`. */
  readonly occasion: string;
  readonly trace: Trace | null;
  /** Who means this customer, by hand; unset: nobody does. */
  readonly by?: Decider;
  /** Past re-entry; unset: no. */
  readonly again?: boolean;
  /** A person means this customer: they are not held out. */
  readonly isChosen?: boolean;
};

type StartDeps = Pick<Deps, 'playbook' | 'now' | 'newId' | 'log'>;

/** Starts a run inside a transaction that holds the customer; null when it may not, or has begun already. */
export async function startRun(
  deps: StartDeps,
  records: Records,
  start: Start,
): Promise<Run | null> {
  const { automation, mode, profile, event, occasion, trace } = start;
  const isLetIn =
    start.again === true || (await mayEnter(deps, records, { automation, mode }, profile.id));
  if (!isLetIn) return null;
  if (await hasLeft(records, start)) return null;
  const run = newRun({
    id: deps.newId('run'),
    automation: automation.name,
    version: automation.version,
    customerId: profile.id,
    occasion,
    eventId: event?.id ?? null,
    trace,
    startedAt: deps.now(),
    begunBy: start.by ?? null,
    status: statusOf(start),
  });
  if (!(await records.runs.insert(run))) return null;
  await keepVersions(deps, records, [automation]);
  await noteStart(records, run, automation);
  const eventId = event?.id ?? null;
  deps.log.info(
    { runId: run.id, automation: automation.name, eventId, mode },
    'an automation fired',
  );
  return run;
}

function statusOf({
  automation,
  mode,
  profile,
  isChosen = false,
}: Start): 'running' | 'shadow' | 'held-out' {
  if (mode === 'shadow') return 'shadow';
  const { name, holdout } = automation;
  const heldOut = holdout !== null && !isChosen && isHeldOut(name, profile.id, holdout);
  return heldOut ? 'held-out' : 'running';
}

/** Whether the automation's own word on re-entry lets this customer in again. */
export async function mayEnter(
  deps: Pick<Deps, 'now' | 'playbook'>,
  records: Pick<Records, 'runs'>,
  { automation, mode }: { readonly automation: Automation; readonly mode: RunningMode },
  customerId: CustomerId,
): Promise<boolean> {
  if (automation.reentry.kind === 'always') return true;
  const last = await records.runs.lastStart({ automation: automation.name, mode }, customerId);
  if (last === null) return true;
  if (automation.reentry.kind === 'never') return false;
  return addDuration(last, automation.reentry.duration, deps.playbook.team.timezone) <= deps.now();
}

/** Keeps the definitions that runs may follow from now on. Inside a transaction. */
export async function keepVersions(
  deps: Pick<Deps, 'now'>,
  records: Pick<Records, 'versions'>,
  automations: readonly Automation[],
): Promise<void> {
  const at = deps.now();
  await records.versions.keep(
    automations.map(({ name, version, definition, source }) => ({
      ...{ name, version, definition, source, at },
      origin: 'playbook',
      by: null,
    })),
  );
}

/** The event that would end the run may have overtaken the one that starts it. */
async function hasLeft(
  records: Records,
  { automation: { exit }, profile, event }: Start,
): Promise<boolean> {
  if (exit?.kind !== 'event' || event === null) return false;
  return records.events.hasLater(profile.id, event.seq, exit.types);
}

async function noteStart(records: Records, run: Run, { name, title }: Automation): Promise<void> {
  const data = {
    automation: name,
    title,
    runId: run.id,
    shadow: run.status === 'shadow',
    heldOut: run.status === 'held-out',
  };
  const { customerId, startedAt: at } = run;
  await records.timeline.add([
    { customerId, key: `run:${run.id}`, at, kind: 'automation-fired', data },
  ]);
}
