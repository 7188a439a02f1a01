// The clock of a replay: at which instants dates, schedules and the calendar start something, and whom they mean.
import { zoneOf } from '../customers/zone.ts';
import { InvariantError } from '../errors.ts';
import { dayOf, moveDay, nextClockTime, startOfDay } from '../time.ts';
import type { DateTrigger } from './automation.ts';
import { metOn, parseCron } from './cron.ts';
import { keptAt, ownDay } from './due.ts';
import type { ReplayedCustomers } from './replayed-customer.ts';
import type { Standing } from './standing.ts';
import type { Watched } from './watched.ts';

/** An instant at which an automation may start, for customers as the replay counts them. */
export type Ring = { readonly one: Watched; readonly at: Date; readonly whom: Iterable<number> };

export type ReplayedClock = {
  /** Whether anything rings before an instant, in epoch milliseconds. */
  readonly isDue: (before: number) => boolean;
  /** The next ring before an instant; null: nothing is due. Its `whom` is gone through before the next is asked for. */
  readonly next: (before: number) => Ring | null;
  /** Notes in which zone a customer lives from an instant on. */
  readonly know: (nth: number, at: Date) => void;
};

type Alarm = {
  readonly one: Watched;
  /** In order, without end. */
  readonly times: Iterator<Date, never>;
  readonly whom: (at: Date) => Iterable<number>;
  at: Date;
};

/**
 * `zone` is the shop's; nothing starts before `from`. Whom another's purchase carries through the door of a segment of
 * percentiles is looked at once a day; live, once an hour.
 */
export function createReplayedClock(
  watched: readonly Watched[],
  customers: ReplayedCustomers,
  { zone, from }: { readonly zone: string; readonly from: Date },
): ReplayedClock {
  const alarms: Alarm[] = [];
  const dated = watched.filter(({ automation: { trigger } }) => trigger.kind === 'date');
  const residents = createResidents();
  let nextAt = Number.POSITIVE_INFINITY;

  function set(one: Watched, times: Alarm['times'], whom: Alarm['whom']): void {
    alarms.push({ one, times, whom, at: times.next().value });
    nextAt = Math.min(...alarms.map(({ at }) => at.getTime()));
  }

  for (const one of watched) {
    const { automation, standing } = one;
    const { trigger } = automation;
    if (standing === null) continue;
    if (trigger.kind === 'schedule')
      set(one, ticks(trigger.cron, from, zone), meeting(standing, customers, zone));
    if (trigger.kind === 'segment' && standing.driftsWith !== 'nothing')
      set(one, mornings(from, zone), (at) => passing(standing, customers, trigger.change, at));
  }

  return {
    isDue: (before) => nextAt < before,
    next(before) {
      if (nextAt >= before) return null;
      const alarm = alarms.find(({ at }) => at.getTime() === nextAt);
      if (alarm === undefined) throw new InvariantError('a replay lost the alarm that is due');
      const { one, at, whom } = alarm;
      alarm.at = alarm.times.next().value;
      nextAt = Math.min(...alarms.map((each) => each.at.getTime()));
      return { one, at, whom: whom(at) };
    },
    know(nth, at) {
      if (dated.length === 0) return;
      const name = customers.profile(nth).timezone ?? '';
      if (!residents.move(nth, name)) return;
      const clock = zoneOf({ timezone: name }, zone);
      for (const one of dated) {
        const { trigger } = one.automation;
        if (trigger.kind !== 'date') continue;
        const keeping = (due: Date) =>
          keepingDay(one, trigger, { customers, among: residents.of(name), at: due, clock });
        set(one, clockTimes(trigger.at, at, clock), keeping);
      }
    },
  };
}

/** Who lives in which zone. */
function createResidents() {
  const zones = new Map<string, Set<number>>();
  const zoneNames: string[] = [];
  return {
    of: (name: string): ReadonlySet<number> => zones.get(name) ?? new Set(),
    /** True where nobody has lived in this zone before. */
    move(nth: number, name: string): boolean {
      const before = zoneNames[nth];
      if (before === name) return false;
      if (before !== undefined) zones.get(before)?.delete(nth);
      zoneNames[nth] = name;
      const known = zones.get(name);
      if (known === undefined) zones.set(name, new Set([nth]));
      else known.add(nth);
      return known === undefined;
    },
  };
}

/** Everybody who meets the condition of a schedule at its tick; what drifts is asked of all, once a day where that is enough. */
function meeting(standing: Standing, customers: ReplayedCustomers, zone: string) {
  let asked = '';
  return (at: Date): Iterable<number> => {
    const today = standing.driftsWith === 'nothing' ? asked : dayOf(at, zone);
    if (standing.driftsWith === 'others' || today !== asked)
      for (let nth = 0; nth < customers.count(); nth += 1)
        standing.ask(customers.subject(nth), nth, at);
    asked = today;
    // Who is changed by being met may leave and come back while the others are met.
    return [...standing.members];
  };
}

/** Who has passed a segment's door because a day has passed. */
function* passing(
  standing: Standing,
  customers: ReplayedCustomers,
  change: 'entered' | 'left',
  at: Date,
): Generator<number> {
  for (let nth = 0; nth < customers.count(); nth += 1)
    if (standing.ask(customers.subject(nth), nth, at) === change) yield nth;
}

/** Whose day it is, of those who have not been met for this year's. */
function* keepingDay(
  { lastAt }: Watched,
  trigger: DateTrigger,
  {
    customers,
    among,
    at,
    clock,
  }: {
    readonly customers: ReplayedCustomers;
    readonly among: Iterable<number>;
    readonly at: Date;
    readonly clock: string;
  },
): Generator<number> {
  const { monthDays, year } = keptAt(trigger, at, clock);
  for (const nth of among) {
    const day = ownDay(trigger, customers.profile(nth));
    if (day === null || !monthDays.includes(day)) continue;
    const last = lastAt[nth];
    if (last === undefined || keptAt(trigger, last, clock).year !== year) yield nth;
  }
}

function* ticks(text: string, from: Date, zone: string): Generator<Date, never> {
  const cron = parseCron(text);
  if (cron === null) throw new InvariantError(`an automation has the schedule "${text}"`);
  for (let day = dayOf(from, zone); ; day = moveDay(day, { days: 1 }))
    for (const at of metOn(cron, day, zone)) if (at >= from) yield at;
}

function* mornings(from: Date, zone: string): Generator<Date, never> {
  for (let day = dayOf(from, zone); ; ) {
    day = moveDay(day, { days: 1 });
    yield startOfDay(day, zone);
  }
}

function* clockTimes(time: string, from: Date, clock: string): Generator<Date, never> {
  for (let at = new Date(from.getTime() - 1); ; ) {
    at = nextClockTime(at, time, clock);
    yield at;
  }
}
