// Why a clause does not hold, in a few words: "is 4,916.00, needs more than 5,000.00".
import { dayOf } from '../time.ts';
import { type Check, type Comparison, isDate } from './check.ts';
import { resolveDate } from './days.ts';
import { type Literal, literalText, shorten } from './tokens.ts';

/** How a value that was seen and a value that was asked for are written. */
export type Wording<Value> = {
  readonly check: Check;
  readonly show: (value: Value) => string;
  readonly limit: (literal: Literal, now: Date) => string;
};

/** The value seen, and what would have made the check true. Texts in it are untrusted. */
export function missText<Value>(value: Value | null, wording: Wording<Value>, now: Date): string {
  const seen = value === null ? 'has no value' : `is ${wording.show(value)}`;
  return `${seen}, ${needText(wording.check, (literal) => wording.limit(literal, now))}`;
}

/** Writes numbers with thousands set apart and at least so many decimals; made once, since making one is slow. */
export function createNumberFormat(decimals: number): (value: number) => string {
  const format = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 20,
  });
  return (value) => format.format(value);
}

/** A text in quotes, cut where it is long; other values as they are. */
export function quote(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${shorten(value)}'` : String(value);
}

/** A literal as it is asked for; a date as the calendar day it stands for now. */
export function limitText(literal: Literal, zone: string, now: Date): string {
  if (!isDate(literal) || literal.kind === 'local-time') return shorten(literalText(literal));
  return dayOf(new Date(resolveDate(literal, zone)(now).from), zone);
}

function needText(check: Check, limit: (literal: Literal) => string): string {
  switch (check.kind) {
    case 'compare':
      return compareText(check.operator, limit(check.value), isDate(check.value));
    case 'between':
      return `needs ${limit(check.from)} to ${limit(check.to)}`;
    case 'in':
      return `needs ${check.negated ? 'none' : 'one'} of ${check.values.slice(0, 5).map(limit).join(', ')}`;
    case 'contains':
      return check.negated ? `must not have ${limit(check.value)}` : `needs ${limit(check.value)}`;
    case 'null':
      return check.negated ? 'needs one' : 'needs none';
  }
}

function compareText(operator: Comparison, limit: string, date: boolean): string {
  switch (operator) {
    case '=':
      return `needs ${limit}`;
    case '!=':
      return `needs anything but ${limit}`;
    case '>':
      return date ? `needs later than ${limit}` : `needs more than ${limit}`;
    case '>=':
      return date ? `needs ${limit} or later` : `needs at least ${limit}`;
    case '<':
      return date ? `needs earlier than ${limit}` : `needs less than ${limit}`;
    case '<=':
      return date ? `needs ${limit} or earlier` : `needs at most ${limit}`;
  }
}
