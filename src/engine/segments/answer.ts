// A value's reader and a check → one closure, made once; two-valued: a missing value answers `!=` and NOT with yes, all else with no.
import { type Check, type Comparison, isDate } from './check.ts';
import { resolveDate, type Stretch } from './days.ts';
import type { Literal } from './tokens.ts';

/** How to read a value; null is missing. */
export type Reader<From, Value> = (from: From) => Value | null;

/**
 * The answer about one value of whatever it is read from. Reading and comparing are one closure for each operator: a
 * condition is asked of every customer, and each closure in between would cost as much as the comparison.
 */
export type Answer<From> = (from: From, now: Date) => boolean;

/** Asks of a number in its own unit; `scale` reads a literal in that unit (minor units for money). */
export function askNumber<From>(
  read: Reader<From, number>,
  check: Check,
  scale: (literal: Literal) => number,
): Answer<From> {
  switch (check.kind) {
    case 'compare':
      return compareNumber(read, check.operator, scale(check.value));
    case 'between': {
      const [least, most] = [scale(check.from), scale(check.to)];
      return (from) => {
        const value = read(from);
        return value !== null && value >= least && value <= most;
      };
    }
    case 'in':
      return askMember(read, new Set(check.values.map(scale)), check.negated);
    case 'null':
      return askPresence(read, check.negated);
    case 'contains':
      return check.negated ? yes : no;
  }
}

/** Asks of an instant, in epoch milliseconds; a date is a whole day in the zone. */
export function askInstant<From>(
  read: Reader<From, number>,
  check: Check,
  zone: string,
): Answer<From> {
  switch (check.kind) {
    case 'compare':
      return compareInstant(read, check.operator, stretchOf(check.value, zone));
    case 'between': {
      const [first, last] = [stretchOf(check.from, zone), stretchOf(check.to, zone)];
      return (from, now) => {
        const value = read(from);
        return value !== null && value >= first(now).from && value < last(now).until;
      };
    }
    case 'in': {
      const days = check.values.map((value) => stretchOf(value, zone));
      const { negated } = check;
      return (from, now) => {
        const value = read(from);
        return days.some((day) => isWithin(value, day(now))) !== negated;
      };
    }
    case 'null':
      return askPresence(read, check.negated);
    case 'contains':
      return check.negated ? yes : no;
  }
}

/** Asks of a text; equal means the same characters, CONTAINS takes upper and lower case alike. */
export function askText<From>(read: Reader<From, string>, check: Check): Answer<From> {
  switch (check.kind) {
    case 'compare':
      return compareSame(read, check.operator, textOf(check.value));
    case 'in':
      return askMember(read, new Set(check.values.map(textOf)), check.negated);
    case 'contains': {
      const part = textOf(check.value).toLowerCase();
      const { negated } = check;
      return (from) => (read(from)?.toLowerCase().includes(part) ?? false) !== negated;
    }
    case 'null':
      return askPresence(read, check.negated);
    case 'between':
      return no;
  }
}

/** Asks of a list of texts; an empty list is a missing value. */
export function askList<From>(
  read: (from: From) => readonly string[],
  check: Check,
  ignoresCase: boolean,
): Answer<From> {
  const { kind } = check;
  if (kind === 'null') return (from) => read(from).length > 0 === check.negated;
  if (kind !== 'contains') return no;
  const isWanted = ignoresCase ? sameIgnoringCase(textOf(check.value)) : same(textOf(check.value));
  const { negated } = check;
  return (from) => {
    for (const value of read(from)) if (isWanted(value)) return !negated;
    return negated;
  };
}

/** Asks of a yes-or-no value. */
export function askBoolean<From>(read: Reader<From, boolean>, check: Check): Answer<From> {
  if (check.kind === 'null') return askPresence(read, check.negated);
  if (check.kind !== 'compare' || check.value.kind !== 'boolean') return no;
  return compareSame(read, check.operator, check.value.value);
}

/** Asks whether there is a value. */
export function askPresence<From>(read: Reader<From, unknown>, wanted: boolean): Answer<From> {
  return (from) => (read(from) !== null) === wanted;
}

/** The text of a literal as lists and texts hold it; ids and numbers keep their digits. */
export function textOf(literal: Literal): string {
  if (literal.kind === 'string') return literal.value;
  if (literal.kind === 'day') return literal.day;
  return literal.kind === 'boolean' ? String(literal.value) : literal.text;
}

function compareNumber<From>(
  read: Reader<From, number>,
  operator: Comparison,
  limit: number,
): Answer<From> {
  switch (operator) {
    case '=':
    case '!=':
      return compareSame(read, operator, limit);
    case '>':
      return (from) => {
        const value = read(from);
        return value !== null && value > limit;
      };
    case '>=':
      return (from) => {
        const value = read(from);
        return value !== null && value >= limit;
      };
    case '<':
      return (from) => {
        const value = read(from);
        return value !== null && value < limit;
      };
    case '<=':
      return (from) => {
        const value = read(from);
        return value !== null && value <= limit;
      };
  }
}

/** Day rule of the reference: `d > D` is from D+1 00:00, `d <= D` before D+1 00:00, and so on. */
function compareInstant<From>(
  read: Reader<From, number>,
  operator: Comparison,
  day: (now: Date) => Stretch,
): Answer<From> {
  switch (operator) {
    case '=':
      return (from, now) => isWithin(read(from), day(now));
    case '!=':
      return (from, now) => !isWithin(read(from), day(now));
    case '>':
      return (from, now) => {
        const value = read(from);
        return value !== null && value >= day(now).until;
      };
    case '>=':
      return (from, now) => {
        const value = read(from);
        return value !== null && value >= day(now).from;
      };
    case '<':
      return (from, now) => {
        const value = read(from);
        return value !== null && value < day(now).from;
      };
    case '<=':
      return (from, now) => {
        const value = read(from);
        return value !== null && value < day(now).until;
      };
  }
}

/** What has no order; a literal of another kind (NaN) is the same as nothing. */
function compareSame<From, Value>(
  read: Reader<From, Value>,
  operator: Comparison,
  wanted: Value,
): Answer<From> {
  if (operator === '!=') return (from) => read(from) !== wanted;
  return operator === '=' ? (from) => read(from) === wanted : no;
}

function askMember<From, Value>(
  read: Reader<From, Value>,
  values: ReadonlySet<Value>,
  negated: boolean,
): Answer<From> {
  return (from) => {
    const value = read(from);
    return (value !== null && values.has(value)) !== negated;
  };
}

function same(wanted: string): (value: string) => boolean {
  return (value) => value === wanted;
}

/**
 * Folding every tag of every customer would cost more than all the rest. Only İ changes its length in lower case, and
 * becomes an i with U+0307: where that is not wanted, texts of another length are not the same.
 */
function sameIgnoringCase(written: string): (value: string) => boolean {
  const wanted = written.toLowerCase();
  if (wanted.includes('\u0307')) return (value) => value.toLowerCase() === wanted;
  const { length } = wanted;
  return (value) =>
    value === written || (value.length === length && value.toLowerCase() === wanted);
}

/** A literal that is no date stands for no day at all: nothing is on it, after it or before it. */
function stretchOf(literal: Literal, zone: string): (now: Date) => Stretch {
  return isDate(literal)
    ? resolveDate(literal, zone)
    : () => ({ from: Number.NaN, until: Number.NaN });
}

function isWithin(value: number | null, stretch: Stretch): boolean {
  return value !== null && value >= stretch.from && value < stretch.until;
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}
