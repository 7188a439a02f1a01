// Replays the stored log against one automation, with customers as they were at each instant.
import type { Automation } from '../automations/automation.ts';
import { type BacktestReport, createBacktest } from '../automations/backtest.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';
import { measuresOf, tierPercents } from '../playbook/tiers.ts';
import type { LogPlace } from '../ports/event-records.ts';
import { listSegments } from './segments.ts';
import { modesOf } from './set-mode.ts';

export type AutomationBacktest = BacktestReport & {
  readonly automation: Automation;
  /** The span that was replayed; null without any event. */
  readonly span: Span | null;
  /** The people of the examples who are still there. */
  readonly people: ReadonlyMap<CustomerId, Profile>;
};

type Span = { readonly from: Date; readonly to: Date };

type BacktestDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** Read at a time: what folding them takes stays far below what anybody notices. */
const PAGE = 1000;

/**
 * What an automation, also one that is not saved, would have done: nothing is carried out and nothing written. Events
 * are taken in the order in which they happened, history included, and the clock goes on between them and until now.
 */
export async function backtestAutomation(
  deps: BacktestDeps,
  { automation, since }: { readonly automation: Automation; readonly since: Date | null },
): Promise<AutomationBacktest> {
  const now = deps.now();
  const backtest = createBacktest({
    automation,
    others: await liveBeside(deps, automation),
    segments: new Map((await listSegments(deps)).map((one) => [one.name, one.condition])),
    zone: deps.playbook.team.timezone,
    measures: measuresOf(deps.playbook.team),
    tierPercents: tierPercents(deps.playbook.team),
    since,
    rest: () => new Promise((resolve) => setImmediate(resolve)),
  });
  let span: Span | null = null;
  let after: LogPlace | null = null;
  do {
    const page = await deps.storage.events.readInTime(after, PAGE);
    await backtest.take(page);
    for (const { event } of page) {
      if (since === null || event.occurredAt >= since) span = extended(span, event.occurredAt);
    }
    const last = page.at(-1)?.event;
    after = last === undefined ? null : { at: last.occurredAt, seq: last.seq };
  } while (after !== null);
  await backtest.passUntil(now);
  // What only an event starts would have done nothing since the last one.
  if (span !== null && automation.trigger.kind !== 'event') span = extended(span, now);
  const report = backtest.report();
  return { ...report, automation, span, people: await peopleOf(deps, report) };
}

function extended(span: Span | null, to: Date): Span {
  return { from: span?.from ?? to, to };
}

async function liveBeside(
  deps: BacktestDeps,
  { name }: Automation,
): Promise<readonly Automation[]> {
  const mode = await modesOf(deps);
  return deps.playbook.automations.filter((each) => each.name !== name && mode(each) === 'live');
}

async function peopleOf(
  { storage }: BacktestDeps,
  { sample }: BacktestReport,
): Promise<ReadonlyMap<CustomerId, Profile>> {
  const profiles = await Promise.all(
    sample.map(({ customerId }) => storage.customers.get(customerId)),
  );
  return new Map(
    profiles.filter((profile) => profile !== null).map((profile) => [profile.id, profile]),
  );
}
