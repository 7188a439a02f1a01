// One check → a closure over one value, made once; two-valued: a missing value answers `!=` and NOT with yes, all else with no.
import { type Check, type Comparison, isDate } from './check.ts';
import { resolveDate, type Stretch } from './days.ts';
import type { Literal } from './tokens.ts';

/** Answers about one value; null is missing. */
export type Answer<Value> = (value: Value | null, now: Date) => boolean;

/** Asks of a number in its own unit; `scale` reads a literal in that unit (minor units for money). */
export function askNumber(check: Check, scale: (literal: Literal) => number): Answer<number> {
  switch (check.kind) {
    case 'compare':
      return compareNumber(check.operator, scale(check.value));
    case 'between': {
      const [from, to] = [scale(check.from), scale(check.to)];
      return (value) => value !== null && value >= from && value <= to;
    }
    case 'in': {
      const values = new Set(check.values.map(scale));
      return (value) => (value !== null && values.has(value)) !== check.negated;
    }
    case 'null':
      return askPresence(check.negated);
    case 'contains':
      return check.negated ? yes : no;
  }
}

/** Asks of an instant, in epoch milliseconds; a date is a whole day in the zone. */
export function askInstant(check: Check, zone: string): Answer<number> {
  switch (check.kind) {
    case 'compare':
      return compareInstant(check.operator, stretchOf(check.value, zone));
    case 'between': {
      const [from, to] = [stretchOf(check.from, zone), stretchOf(check.to, zone)];
      return (value, now) => value !== null && value >= from(now).from && value < to(now).until;
    }
    case 'in': {
      const days = check.values.map((value) => stretchOf(value, zone));
      return (value, now) => days.some((day) => isWithin(value, day(now))) !== check.negated;
    }
    case 'null':
      return askPresence(check.negated);
    case 'contains':
      return check.negated ? yes : no;
  }
}

/** Asks of a text; equal means the same characters, CONTAINS takes upper and lower case alike. */
export function askText(check: Check): Answer<string> {
  switch (check.kind) {
    case 'compare': {
      const wanted = textOf(check.value);
      if (check.operator === '!=') return (value) => value !== wanted;
      return check.operator === '=' ? (value) => value === wanted : no;
    }
    case 'in': {
      const values = new Set(check.values.map(textOf));
      return (value) => (value !== null && values.has(value)) !== check.negated;
    }
    case 'contains': {
      const part = textOf(check.value).toLowerCase();
      return (value) => (value?.toLowerCase().includes(part) ?? false) !== check.negated;
    }
    case 'null':
      return askPresence(check.negated);
    case 'between':
      return no;
  }
}

/** Asks of a list of texts; an empty list is a missing value. */
export function askList(check: Check, ignoresCase: boolean): Answer<readonly string[]> {
  const fold = ignoresCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  if (check.kind === 'null') return (values) => isEmpty(values) !== check.negated;
  if (check.kind !== 'contains') return no;
  const wanted = fold(textOf(check.value));
  return (values) => (values?.some((value) => fold(value) === wanted) ?? false) !== check.negated;
}

/** Asks of a yes-or-no value. */
export function askBoolean(check: Check): Answer<boolean> {
  if (check.kind === 'null') return askPresence(check.negated);
  if (check.kind !== 'compare' || check.value.kind !== 'boolean') return no;
  const wanted = check.value.value;
  if (check.operator === '!=') return (value) => value !== wanted;
  return check.operator === '=' ? (value) => value === wanted : no;
}

/** Asks whether there is a value. */
export function askPresence(wanted: boolean): Answer<unknown> {
  return (value) => (value !== null) === wanted;
}

/** The text of a literal as lists and texts hold it; ids and numbers keep their digits. */
export function textOf(literal: Literal): string {
  if (literal.kind === 'string') return literal.value;
  if (literal.kind === 'day') return literal.day;
  return literal.kind === 'boolean' ? String(literal.value) : literal.text;
}

function compareNumber(operator: Comparison, limit: number): Answer<number> {
  switch (operator) {
    case '=':
      return (value) => value === limit;
    case '!=':
      return (value) => value !== limit;
    case '>':
      return (value) => value !== null && value > limit;
    case '>=':
      return (value) => value !== null && value >= limit;
    case '<':
      return (value) => value !== null && value < limit;
    case '<=':
      return (value) => value !== null && value <= limit;
  }
}

/** Day rule of the reference: `d > D` is from D+1 00:00, `d <= D` before D+1 00:00, and so on. */
function compareInstant(operator: Comparison, day: (now: Date) => Stretch): Answer<number> {
  switch (operator) {
    case '=':
      return (value, now) => isWithin(value, day(now));
    case '!=':
      return (value, now) => !isWithin(value, day(now));
    case '>':
      return (value, now) => value !== null && value >= day(now).until;
    case '>=':
      return (value, now) => value !== null && value >= day(now).from;
    case '<':
      return (value, now) => value !== null && value < day(now).from;
    case '<=':
      return (value, now) => value !== null && value < day(now).until;
  }
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

function isEmpty(values: readonly string[] | null): boolean {
  return values === null || values.length === 0;
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}
