// Cron expressions of five fields (minute, hour, day, month, weekday), and when a clock last met one.
import { clockReading, instantOf, moveDay, weekdayOf } from '../time.ts';

/** The values that each field allows. */
export type Cron = {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Both a day and a weekday are restricted: as in every cron, either will do. */
  readonly eitherDay: boolean;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** Reads "0 9 * * 1": numbers, names, lists, ranges and steps; null when it is none, or no day ever fits it. */
export function parseCron(text: string): Cron | null {
  const [minute, hour, day, month, weekday, ...rest] = text.trim().split(/\s+/);
  if (weekday === undefined || rest.length > 0) return null;
  const minutes = readField(minute, { from: 0, to: 59 });
  const hours = readField(hour, { from: 0, to: 23 });
  const days = readField(day, { from: 1, to: 31 });
  const months = readField(month, { from: 1, to: 12, names: MONTHS });
  const sevens = readField(weekday, { from: 0, to: 7, names: WEEKDAYS });
  if (minutes === null || hours === null || days === null || months === null || sevens === null)
    return null;
  const weekdays = new Set([...sevens].map((value) => value % 7));
  const eitherDay = day !== '*' && weekday !== '*';
  const cron = { minutes, hours, days, months, weekdays, eitherDay };
  return isEver(cron) ? cron : null;
}

/**
 * The last instant after one and up to another at which a zone's clock meets the expression; null where none does. A
 * time of day that a change of the clock skips counts an hour later, one that it shows twice counts once.
 */
export function lastMet(cron: Cron, after: Date, until: Date, zone: string): Date | null {
  const first = clockReading(after, zone).slice(0, 10);
  for (
    let day = clockReading(until, zone).slice(0, 10);
    day >= first;
    day = moveDay(day, { days: -1 })
  ) {
    if (!meetsDay(cron, day)) continue;
    for (const time of timesOf(cron)) {
      const at = instantOf(`${day}T${time}`, zone);
      if (at <= after) break;
      if (at <= until) return at;
    }
  }
  return null;
}

/** The instants of a day ("YYYY-MM-DD") at which a zone's clock meets the expression, in order, by the rules of `lastMet`. */
export function metOn(cron: Cron, day: string, zone: string): readonly Date[] {
  if (!meetsDay(cron, day)) return [];
  const instants = timesOf(cron).map((time) => instantOf(`${day}T${time}`, zone).getTime());
  return [...new Set(instants)].sort((a, b) => a - b).map((at) => new Date(at));
}

/** Latest first; a clock that goes back does not change which of two times of a day comes later. */
function timesOf({ hours, minutes }: Cron): readonly string[] {
  const two = (value: number) => String(value).padStart(2, '0');
  return [...hours]
    .flatMap((hour) => [...minutes].map((minute) => `${two(hour)}:${two(minute)}:00`))
    .sort()
    .reverse();
}

function meetsDay(cron: Cron, day: string): boolean {
  if (!cron.months.has(Number(day.slice(5, 7)))) return false;
  const isDay = cron.days.has(Number(day.slice(8)));
  const isWeekday = cron.weekdays.has(weekdayOf(day));
  return cron.eitherDay ? isDay || isWeekday : isDay && isWeekday;
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isEver({ days, months, eitherDay }: Cron): boolean {
  if (eitherDay) return true;
  return [...months].some((month) => [...days].some((day) => day <= (LONGEST[month - 1] ?? 0)));
}

type Range = { readonly from: number; readonly to: number; readonly names?: readonly string[] };

function readField(text: string | undefined, range: Range): ReadonlySet<number> | null {
  const values = new Set<number>();
  for (const part of (text ?? '').split(',')) {
    const [span = '', step = '1', more] = part.split('/');
    const bounds = readSpan(span, range, part.includes('/'));
    const by = /^\d{1,2}$/.test(step) ? Number(step) : 0;
    if (bounds === null || by === 0 || more !== undefined) return null;
    for (let value = bounds.from; value <= bounds.to; value += by) values.add(value);
  }
  return values;
}

function readSpan(span: string, range: Range, isStepped: boolean): Range | null {
  if (span === '*') return range;
  const [first = '', last, more] = span.split('-');
  const from = readValue(first, range);
  // "5/15" goes on to the end, "5" alone does not.
  const to = last === undefined ? (isStepped ? range.to : from) : readValue(last, range);
  if (from === null || to === null || more !== undefined || from > to) return null;
  return { from, to };
}

function readValue(text: string, { from, to, names = [] }: Range): number | null {
  const named = names.indexOf(text.toLowerCase());
  if (named !== -1) return named + from;
  if (!/^\d{1,2}$/.test(text)) return null;
  const value = Number(text);
  return value >= from && value <= to ? value : null;
}
