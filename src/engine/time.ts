// Durations, and calendar days in a time zone; instants are `Date`, in UTC.
import { Temporal } from 'temporal-polyfill';

/** A length of time as people write it in the playbook: "30d", "24h", "90m", "2w", "-2y". */
export type Duration = { readonly amount: number; readonly unit: DurationUnit };
export type DurationUnit = 'm' | 'h' | 'd' | 'w' | 'mo' | 'y';

const UNIT = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks', mo: 'months', y: 'years' } as const;

/** Reads "30d" and the like; null when it is none. `m` is minutes, `mo` months. */
export function parseDuration(text: string): Duration | null {
  const match = /^(\d{1,5})(mo|[mhdwy])$/.exec(text.trim());
  if (!match) return null;
  return { amount: Number(match[1]), unit: match[2] as DurationUnit };
}

/** The instant a duration after another; days and longer keep the wall clock of the zone (DST, month ends clamped). */
export function addDuration(at: Date, duration: Duration, zone = 'UTC'): Date {
  const moved = toZoned(at, zone).add({ [UNIT[duration.unit]]: duration.amount });
  return new Date(moved.epochMilliseconds);
}

/** The instant a duration before another, by the same rules as `addDuration`. */
export function subtractDuration(at: Date, duration: Duration, zone = 'UTC'): Date {
  return addDuration(at, { ...duration, amount: -duration.amount }, zone);
}

/**
 * The first instant after another at which a zone's clock shows "HH:MM"; on a day whose clock skips that time, an hour
 * later; on one that shows it twice, the first.
 */
export function nextClockTime(after: Date, clock: string, zone: string): Date {
  const time = Temporal.PlainTime.from(clock);
  const day = toZoned(after, zone).toPlainDate();
  const on = (date: Temporal.PlainDate) =>
    new Date(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
  const today = on(day);
  return today > after ? today : on(day.add({ days: 1 }));
}

/** The calendar day of an instant in a zone, as "YYYY-MM-DD". */
export function dayOf(at: Date, zone: string): string {
  return toZoned(at, zone).toPlainDate().toString();
}

/** What a zone's clock shows at an instant, as "2024-03-31T18:30:00". */
export function clockReading(at: Date, zone: string): string {
  return toZoned(at, zone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** The weekday of a calendar day, 0 for Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek % 7;
}

/** The first instant of a calendar day ("YYYY-MM-DD") in a zone. Throws RangeError for an impossible day. */
export function startOfDay(day: string, zone: string): Date {
  const date = Temporal.PlainDate.from(day, { overflow: 'reject' });
  return new Date(date.toZonedDateTime(zone).epochMilliseconds);
}

/** The instant of a clock reading ("2024-03-31T18:30:00") in a zone; a reading that a DST change skips is an hour later. */
export function instantOf(reading: string, zone: string): Date {
  const local = Temporal.PlainDateTime.from(reading, { overflow: 'reject' });
  return new Date(local.toZonedDateTime(zone).epochMilliseconds);
}

/** A calendar day moved by whole days, weeks, months or years; month ends are clamped (31 March − 1 month = 28 February). */
export function moveDay(
  day: string,
  by: {
    readonly days?: number;
    readonly weeks?: number;
    readonly months?: number;
    readonly years?: number;
  },
): string {
  return Temporal.PlainDate.from(day).add(by, { overflow: 'constrain' }).toString();
}

/** How many calendar days of a zone lie between two instants: 0 on the same day, negative where the later one comes first. */
export function daysBetween(earlier: Date, later: Date, zone: string): number {
  const from = toZoned(earlier, zone).toPlainDate();
  return from.until(toZoned(later, zone).toPlainDate(), { largestUnit: 'day' }).days;
}

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function toZoned(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}
