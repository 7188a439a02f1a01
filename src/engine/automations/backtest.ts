// Replays a log against automations: who would have fired when, what it would have cost, and who is met by two.
import type { ActingStep, PlanTools } from '../actions/action.ts';
import type { Effect } from '../actions/effect.ts';
import type { Measures, TierMove } from '../customers/tier.ts';
import { InvariantError } from '../errors.ts';
import { createOwnersInTime, type OwnedEvent } from '../events/owned-event.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import { type Compiled, compileCondition } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import type { Condition } from '../segments/grammar.ts';
import { needsOf } from '../segments/needs.ts';
import { addDuration } from '../time.ts';
import { type Automation, isTriggered, type Trigger } from './automation.ts';
import { createLedger, type LedgerReport } from './backtest-ledger.ts';
import { createReplayedCustomers, type Occurrence } from './replayed-customer.ts';

export type BacktestReport = LedgerReport & {
  /** Events of the span that were replayed. */
  readonly events: number;
  /** Other automations that met the same customers, the one with the most first. */
  readonly overlap: readonly { readonly name: string; readonly customers: number }[];
};

export type BacktestOptions = {
  readonly automation: Automation;
  /** Automations that run beside it. */
  readonly others: readonly Automation[];
  /** The conditions of segments that automations wait for, by name. */
  readonly segments: ReadonlyMap<string, Condition>;
  readonly zone: string;
  readonly measures: Measures;
  /** What each level gives in percent. */
  readonly tierPercents: ReadonlyMap<string, number>;
  /** Events from before it only make the customers what they were; null: the whole log counts. */
  readonly since: Date | null;
};

/** A replay under way. Events come in the order in which they happened. */
export type Backtest = {
  readonly take: (page: readonly OwnedEvent[]) => Promise<void>;
  readonly report: () => BacktestReport;
};

/** Why a trigger cannot be replayed from the log; null when it can. */
export function whyNoBacktest(trigger: Trigger): 'date' | 'schedule' | null {
  return trigger.kind === 'date' || trigger.kind === 'schedule' ? trigger.kind : null;
}

/** Begins a replay. What an automation would have changed of a profile at once is changed in the replay, too. */
export function createBacktest(options: BacktestOptions): Backtest {
  const { automation, since, measures, zone, tierPercents } = options;
  const watched = [automation, ...options.others]
    .filter(({ trigger }) => whyNoBacktest(trigger) === null)
    .map((each) => watch(each, options));
  const customers = createReplayedCustomers({ measures, ranked: watched.some(asksForRanks) });
  const ledger = createLedger(automation, { zone, currency: measures.currency, tierPercents });
  const owners = createOwnersInTime();
  let events = 0;

  /** Fires those that this starts, and gives the ones that have something to change at once: nearly always none. */
  function meet(occurrence: Occurrence, at: Date, counts: boolean): readonly Watched[] {
    let changing: readonly Watched[] = NONE;
    for (const one of watched) {
      if (!wakes(one, occurrence, at) || !counts) continue;
      if (one.holds !== null && !one.holds(occurrence.subject, at)) continue;
      if (!mayEnter(one, occurrence, at, zone)) continue;
      one.lastAt[occurrence.nth] = at;
      if (one.automation === automation) ledger.add(occurrence.subject, at);
      if (one.changes.length > 0) changing = [...changing, one];
    }
    return changing;
  }

  async function change(by: readonly Watched[], { subject }: Occurrence, at: Date): Promise<void> {
    for (const one of by)
      customers.change(subject.profile.id, await effectsAtOnce(one, subject, at), at);
  }

  return {
    async take(page) {
      for (const owned of page) {
        const customerId = owners.of(owned);
        if (customerId === null) continue;
        const { event } = owned;
        const at = event.occurredAt;
        const occurrence = customers.take(event, customerId);
        const { nth, move } = occurrence;
        // Every list grows by one at a time: one with holes would be a slow table.
        for (const { lastAt } of watched) if (lastAt.length <= nth) lastAt.push(undefined);
        const counts = since === null || at >= since;
        if (counts) events += 1;
        // Waiting costs more than an event: it is done only where there is something to wait for.
        const changing = meet(occurrence, at, counts);
        if (changing.length > 0) await change(changing, occurrence, at);
        if (move === null) continue;
        const told = moved(occurrence, event, move);
        await change(meet(told, at, counts), told, at);
      }
    },
    report: () => ({ events, ...ledger.report(), overlap: overlapOf(watched, automation) }),
  };
}

const NONE: readonly Watched[] = [];

/** What we tell ourselves when money has moved a customer: the event that live evaluation gets. */
function moved(occurrence: Occurrence, event: ShopEvent, { type, from, to }: TierMove): Occurrence {
  const fact = { type, customer: {}, tier: { from, to } } as const;
  return {
    ...occurrence,
    subject: { ...occurrence.subject, event: { ...event, shop: 'regulars', fact } },
  };
}

type Watched = {
  readonly automation: Automation;
  readonly holds: Compiled | null;
  /** Of who waits for a segment: its condition, and who is in it. */
  readonly door: { readonly holds: Compiled; readonly inside: Set<number> } | null;
  readonly conditions: readonly Condition[];
  /** What it does to the profile at once, before its first wait. */
  readonly changes: readonly ActingStep[];
  /** By customer, as they are counted in the replay. */
  readonly lastAt: (Date | undefined)[];
};

function watch(automation: Automation, { segments, zone, measures }: BacktestOptions): Watched {
  const place = { zone, currency: measures.currency };
  const { trigger, when } = automation;
  const segment = trigger.kind === 'segment' ? segments.get(trigger.segment) : undefined;
  return {
    automation,
    holds: when === null ? null : compileCondition(when.condition, place),
    door:
      segment === undefined ? null : { holds: compileCondition(segment, place), inside: new Set() },
    conditions: [when?.condition, segment].filter((condition) => condition !== undefined),
    changes: changesAtOnce(automation),
    lastAt: [],
  };
}

function asksForRanks({ conditions }: Watched): boolean {
  return conditions.some((condition) => needsOf(condition).has('ranks'));
}

/** Whether what happened starts it: one of its events, or that its segment's door was passed. */
function wakes({ automation, door }: Watched, { subject, nth }: Occurrence, at: Date): boolean {
  const { trigger } = automation;
  if (trigger.kind !== 'segment') return isTriggered(trigger, subject.event);
  if (door === null) return false;
  const wasInside = door.inside.has(nth);
  const isInside = door.holds(subject, at);
  if (wasInside === isInside) return false;
  if (isInside) door.inside.add(nth);
  else door.inside.delete(nth);
  return (trigger.change === 'entered') === isInside;
}

function mayEnter(
  { automation: { reentry }, lastAt }: Watched,
  { nth }: Occurrence,
  at: Date,
  zone: string,
): boolean {
  if (reentry.kind === 'always') return true;
  const last = lastAt[nth];
  if (last === undefined) return true;
  return reentry.kind === 'after' && addDuration(last, reentry.duration, zone) <= at;
}

const CHANGES = new Set(['tag', 'untag', 'set', 'tier', 'shop_group']);

function changesAtOnce({ actions }: Automation): readonly ActingStep[] {
  const firstWait = actions.findIndex(({ control }) => control !== null);
  const before = firstWait === -1 ? actions : actions.slice(0, firstWait);
  return before.filter(
    (step): step is ActingStep =>
      step.control === null && !step.needsApproval && CHANGES.has(step.kind),
  );
}

async function effectsAtOnce(
  { changes, automation }: Watched,
  { profile, event }: Subject,
  now: Date,
): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const step of changes) {
    const plan = await step.plan({ profile, event, now, automation, discount: null }, NO_TOOLS);
    if (plan.kind === 'planned') effects.push(...plan.effects);
  }
  return effects;
}

/** Actions that change a profile draw on nothing. */
const NO_TOOLS: PlanTools = {
  renderMail: () => refuse(),
  showsCode: () => false,
  recommendedFor: () => refuse(),
  newCode: () => refuse(),
  newMailId: () => refuse(),
  addDuration: (at, duration) => addDuration(at, duration),
  shopMoney: () => refuse(),
  renderText: () => refuse(),
  routing: [],
  tierPercent: () => refuse(),
};

function refuse(): never {
  throw new InvariantError('a back-test carries nothing out');
}

function overlapOf(watched: readonly Watched[], automation: Automation): BacktestReport['overlap'] {
  const own = watched.find((one) => one.automation === automation)?.lastAt ?? [];
  return watched
    .filter((one) => one.automation !== automation)
    .map(({ automation: { name }, lastAt }) => ({
      name,
      customers: own.filter((at, nth) => at !== undefined && lastAt[nth] !== undefined).length,
    }))
    .filter(({ customers }) => customers > 0)
    .toSorted((a, b) => b.customers - a.customers);
}
