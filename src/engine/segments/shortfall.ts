// Why a clause does not hold: what was seen and what it needed, as data; the catalogue has the sentences.
import { dayOf } from '../time.ts';
import { type Check, type Comparison, isDate } from './check.ts';
import { resolveDate } from './days.ts';
import { type Literal, literalText, shorten } from './tokens.ts';

/** A value as a condition writes it: letters, texts in quotes and days as YYYY-MM-DD; or a number with at least so many decimals. */
export type Written = string | { readonly value: number; readonly decimals: number };

/** What would have made a check true. */
export type Need =
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly limit: Written;
      readonly isDate: boolean;
    }
  | { readonly kind: 'between'; readonly from: Written; readonly to: Written }
  | { readonly kind: 'one-of' | 'none-of'; readonly values: readonly Written[] }
  | { readonly kind: 'with' | 'without'; readonly value: Written }
  | { readonly kind: 'some' | 'none' };

/** The value seen, null where there is none, and what was needed instead. Texts in it are untrusted. */
export type Miss = { readonly seen: Written | null; readonly needs: Need };

export type Shortfall =
  | ({ readonly kind: 'value' } & Miss)
  | { readonly kind: 'other-currency'; readonly seen: string; readonly currency: string }
  /** A text where a number is asked for, and the like. */
  | { readonly kind: 'other-kind'; readonly seen: Written }
  /** So many that should not be there. */
  | { readonly kind: 'found'; readonly count: number }
  | { readonly kind: 'none-found' }
  /** By `count`, `sum_amount` and the like. */
  | { readonly kind: 'aggregates'; readonly misses: readonly (Miss & { readonly name: string })[] };

/** How a value that was seen and a value that was asked for are written. */
export type Wording<Value> = {
  readonly check: Check;
  readonly show: (value: Value) => Written;
  readonly limit: (literal: Literal, now: Date) => Written;
};

/** The value seen, and what would have made the check true. */
export function missOf<Value>(value: Value | null, wording: Wording<Value>, now: Date): Miss {
  return {
    seen: value === null ? null : wording.show(value),
    needs: needOf(wording.check, (literal) => wording.limit(literal, now)),
  };
}

/** The same where the value is all there is to say. */
export function valueMiss<Value>(
  value: Value | null,
  wording: Wording<Value>,
  now: Date,
): Shortfall {
  return { kind: 'value', ...missOf(value, wording, now) };
}

/** Writes numbers with at least so many decimals. */
export function numberOfDecimals(decimals: number): (value: number) => Written {
  return (value) => ({ value, decimals });
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

function needOf(check: Check, limit: (literal: Literal) => Written): Need {
  switch (check.kind) {
    case 'compare': {
      const { operator, value } = check;
      return { kind: 'compare', operator, limit: limit(value), isDate: isDate(value) };
    }
    case 'between':
      return { kind: 'between', from: limit(check.from), to: limit(check.to) };
    case 'in': {
      const values = check.values.slice(0, 5).map(limit);
      return { kind: check.negated ? 'none-of' : 'one-of', values };
    }
    case 'contains':
      return { kind: check.negated ? 'without' : 'with', value: limit(check.value) };
    case 'null':
      return { kind: check.negated ? 'some' : 'none' };
  }
}
