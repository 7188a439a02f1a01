// Replays a log against automations: who would have fired when, what it would have cost, and who is met by two.
import type { Measures, TierMove } from '../customers/tier.ts';
import { createOwnersInTime, type OwnedEvent } from '../events/owned-event.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { Subject } from '../segments/field.ts';
import type { Condition } from '../segments/grammar.ts';
import type { Automation } from './automation.ts';
import { createLedger, type Ledger, type LedgerReport } from './backtest-ledger.ts';
import { createReplayedClock, type ReplayedClock, type Ring } from './replayed-clock.ts';
import { createReplayedCustomers, type ReplayedCustomers } from './replayed-customer.ts';
import { effectsAtOnce, letsIn, type Watched, wakes, watch } from './watched.ts';

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
  /** Waited for after each tick of the clock, so that whoever replays is not held up by a long one. */
  readonly rest: () => Promise<void>;
};

/** A replay under way. */
export type Backtest = {
  /** Events in the order in which they happened. */
  readonly take: (page: readonly OwnedEvent[]) => Promise<void>;
  /** What the clock brings about after the last event, up to an instant. */
  readonly passUntil: (instant: Date) => Promise<void>;
  readonly report: () => BacktestReport;
};

/** Begins a replay. What an automation would have changed of a profile at once is changed in the replay, too. */
export function createBacktest(options: BacktestOptions): Backtest {
  const { automation, since, measures, zone, tierPercents } = options;
  const place = { zone, currency: measures.currency };
  const watched = [automation, ...options.others].map((each) =>
    watch(each, { segments: options.segments, place }),
  );
  const ranked = watched.some(({ asksForRanks }) => asksForRanks);
  const customers = createReplayedCustomers({ measures, ranked });
  const ledger = createLedger(automation, { ...place, tierPercents });
  const owners = createOwnersInTime();
  const { meet, change, ring } = createFiring({ watched, customers, ledger, since, zone });
  let clock: ReplayedClock | null = null;
  let events = 0;

  async function runClock(before: number): Promise<void> {
    for (let due = clock?.next(before); due != null; due = clock?.next(before)) {
      await ring(due);
      await options.rest();
    }
  }

  return {
    async take(page) {
      for (const owned of page) {
        const customerId = owners.of(owned);
        if (customerId === null) continue;
        const { event } = owned;
        const at = event.occurredAt;
        clock ??= createReplayedClock(watched, customers, { zone, from: at });
        // Waiting costs more than an event: it is done only where there is something to wait for.
        if (clock.isDue(at.getTime())) await runClock(at.getTime());
        const { subject, nth, move } = customers.take(event, customerId);
        // Every list grows by one at a time: one with holes would be a slow table.
        for (const { lastAt } of watched) if (lastAt.length <= nth) lastAt.push(undefined);
        clock.know(nth, at);
        if (since === null || at >= since) events += 1;
        const changing = meet(subject, nth, at);
        if (changing.length > 0) await change(changing, subject, nth, at);
        if (move === null) continue;
        const told = moved(subject, event, move);
        await change(meet(told, nth, at), told, nth, at);
      }
    },
    passUntil: (instant) => runClock(instant.getTime() + 1),
    report: () => ({ events, ...ledger.report(), overlap: overlapOf(watched, automation) }),
  };
}

/** Automations that open each other's doors for ever go round no more often than this at one instant. */
const ROUNDS = 5;

const NONE: readonly Watched[] = [];

/** What fires, is written down, and changes customers. The first one watched is the one under test. */
function createFiring({
  watched,
  customers,
  ledger,
  since,
  zone,
}: Pick<BacktestOptions, 'since' | 'zone'> & {
  readonly watched: readonly Watched[];
  readonly customers: ReplayedCustomers;
  readonly ledger: Ledger;
}) {
  const counts = (at: Date) => since === null || at >= since;

  /** Fires it where its condition and re-entry let it, and says whether that changes something at once. */
  function fire(one: Watched, subject: Subject, nth: number, at: Date): boolean {
    if (one.holds !== null && !one.holds(subject, at)) return false;
    if (!letsIn(one, nth, at, zone)) return false;
    one.lastAt[nth] = at;
    if (one === watched[0]) ledger.add(subject, at);
    return one.changes.length > 0;
  }

  /** Fires those that this starts, and gives the ones that have something to change: nearly always none. */
  function meet(subject: Subject, nth: number, at: Date): readonly Watched[] {
    let changing = NONE;
    for (const one of watched)
      if (wakes(one, subject, nth, at) && counts(at) && fire(one, subject, nth, at))
        changing = [...changing, one];
    return changing;
  }

  /** What is changed may open a segment's door, as it does live; so on until nothing more comes of it. */
  async function change(by: readonly Watched[], subject: Subject, nth: number, at: Date) {
    let [changing, seen] = [by, subject];
    for (let round = 0; round < ROUNDS && changing.length > 0; round += 1) {
      for (const one of changing) customers.change(nth, await effectsAtOnce(one, seen, at), at);
      seen = customers.subject(nth);
      changing = meet(seen, nth, at);
    }
  }

  async function ring({ one, at, whom }: Ring): Promise<void> {
    for (const nth of whom) {
      if (!counts(at) || !letsIn(one, nth, at, zone)) continue;
      const subject = customers.subject(nth);
      if (fire(one, subject, nth, at)) await change([one], subject, nth, at);
    }
  }

  return { meet, change, ring };
}

/** What we tell ourselves when money has moved a customer: the event that live evaluation gets. */
function moved(subject: Subject, event: ShopEvent, { type, from, to }: TierMove): Subject {
  const fact = { type, customer: {}, tier: { from, to } } as const;
  return { ...subject, event: { ...event, shop: 'regulars', fact } };
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
