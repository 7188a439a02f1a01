// `anniversary ('birthday') BETWEEN today AND +14d`: the day of a date in any year.

import { dayOf } from '../time.ts';
import { type Answer, askPresence } from './answer.ts';
import { instantOfValue } from './any-leaf.ts';
import { type Check, isDate } from './check.ts';
import { monthDayOf } from './customer-values.ts';
import { resolveDate, type Stretch } from './days.ts';
import type { Field, Subject } from './field.ts';
import type { Leaf, Place } from './leaf.ts';
import { limitText, valueMiss } from './shortfall.ts';
import type { DateLiteral, Literal } from './tokens.ts';
import type { Unanswerable } from './unanswerable.ts';

const DAY_MS = 86_400_000;
const TODAY: DateLiteral = { kind: 'offset', amount: 0, unit: 'd', text: 'today' };

/** Month and day as "MM-DD"; null is missing. */
type MonthDay = (subject: Subject) => string | null;

/** Why an anniversary cannot be asked so; null when it can. There is nothing after a day that comes every year. */
export function whyNoAnniversary({ name, type }: Field, check: Check): Unanswerable | null {
  if (type !== 'date' && type !== 'any') return { why: 'no-date', name };
  const ordered = check.kind === 'compare' && check.operator !== '=' && check.operator !== '!=';
  return ordered ? { why: 'no-order', name } : null;
}

/** The leaf of an anniversary; null for a field that has no day, or that we do not hold. */
export function anniversaryLeaf(field: Field, check: Check, place: Place): Leaf | null {
  const read = monthDayReader(field, place.zone);
  if (read === null || whyNoAnniversary(field, check) !== null) return null;
  const wording = {
    check,
    show: (value: string) => value,
    limit: (literal: Literal, now: Date) => limitText(literal, place.zone, now),
  };
  return {
    holds: askMonthDay(read, check, place.zone),
    actual: read,
    shortfall: (subject, now) => valueMiss(read(subject), wording, now),
  };
}

/**
 * The days of the year that an anniversary's check asks for, as "MM-DD"; not negated. Who was born on 29 February has
 * the anniversary on the 28th where there is none.
 */
export function anniversaryDays(check: Check, zone: string, now: Date): ReadonlySet<string> {
  const day = (literal: Literal): string | null =>
    isDate(literal) ? dayOfLiteral(literal, zone, now) : null;
  switch (check.kind) {
    case 'compare':
      return daysBetween(day(check.value), day(check.value));
    case 'between':
      return daysBetween(day(check.from), day(check.to));
    case 'in':
      return new Set(check.values.flatMap((value) => [...daysBetween(day(value), day(value))]));
    default:
      return new Set();
  }
}

/** Whether the check is of the days asked for or of all others. */
export function isNegated(check: Check): boolean {
  if (check.kind === 'compare') return check.operator === '!=';
  return check.kind === 'in' && check.negated;
}

function askMonthDay(read: MonthDay, check: Check, zone: string): Answer<Subject> {
  if (check.kind === 'null') return askPresence(read, check.negated);
  const negated = isNegated(check);
  const resolveToday = resolveDate(TODAY, zone);
  let known: { readonly today: Stretch; readonly days: ReadonlySet<string> } | null = null;
  return (subject, now) => {
    const value = read(subject);
    const today = resolveToday(now);
    if (known?.today !== today) known = { today, days: anniversaryDays(check, zone, now) };
    return (value !== null && known.days.has(value)) !== negated;
  };
}

function monthDayReader(field: Field, zone: string): MonthDay | null {
  if (field.type === 'date') {
    const { read, readMonthDay } = field;
    if (readMonthDay !== undefined) return readMonthDay;
    return (subject) => monthDayAt(read(subject, zone)?.getTime() ?? null, zone);
  }
  if (field.type !== 'any') return null;
  return (subject) => {
    const value = field.read(subject);
    if (typeof value !== 'string') return null;
    return monthDayOf(value) ?? monthDayAt(instantOfValue(value, zone), zone);
  };
}

function monthDayAt(ms: number | null, zone: string): string | null {
  return ms === null ? null : dayOf(new Date(ms), zone).slice(5);
}

function dayOfLiteral(literal: DateLiteral, zone: string, now: Date): string {
  return dayOf(new Date(resolveDate(literal, zone)(now).from), zone);
}

/** Every day from the first to the last; a year or more is every day, and none where the last comes first. */
function daysBetween(first: string | null, last: string | null): ReadonlySet<string> {
  const days = new Set<string>();
  if (first === null || last === null) return days;
  const end = Date.parse(`${last}T00:00:00Z`);
  let at = Date.parse(`${first}T00:00:00Z`);
  // 366 days hold each day of the year, but for a 29 February that none of these years has.
  const stop = Math.min(end, at + 366 * DAY_MS);
  for (; at <= stop; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(5, 10);
    days.add(day);
    if (day === '02-28' && new Date(at + DAY_MS).toISOString().slice(5, 10) === '03-01')
      days.add('02-29');
  }
  return days;
}
