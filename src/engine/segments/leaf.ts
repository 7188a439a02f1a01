// A field and a check → closures made once: does it hold, what was seen, what was missing.
import { decimalsOf, type Money, majorUnits, moneyToText } from '../money.ts';
import { dayOf } from '../time.ts';
import { type Answer, askInstant, askList, askNumber, askText } from './answer.ts';
import type { Check } from './check.ts';
import type { Subject } from './field.ts';
import {
  limitText,
  numberOfDecimals,
  quote,
  type Shortfall,
  valueMiss,
  type Wording,
} from './shortfall.ts';
import type { Literal } from './tokens.ts';

/** Where a condition is asked: the shop's time zone, and the currency in which amounts are compared. */
export type Place = { readonly zone: string; readonly currency: string };

/** What was seen, as a trace shows it; null is missing. */
export type Seen = string | number | boolean | readonly string[] | null;

/** A clause ready to be asked many times. */
export type Leaf = {
  readonly holds: (subject: Subject, now: Date) => boolean;
  readonly actual: (subject: Subject, now: Date) => Seen;
  /** Meant for where it does not hold. */
  readonly shortfall: (subject: Subject, now: Date) => Shortfall;
};

/** The common shape: the value read is the value asked, seen and shown. */
export function plainLeaf<Value extends string | number | boolean>(
  read: (subject: Subject) => Value | null,
  holds: Answer<Subject>,
  wording: Wording<Value>,
): Leaf {
  return {
    holds,
    actual: read,
    shortfall: (subject, now) => valueMiss(read(subject), wording, now),
  };
}

/** A whole number. */
export function integerLeaf(read: (subject: Subject) => number | null, check: Check): Leaf {
  const show = numberOfDecimals(0);
  const limit = (literal: Literal) => show(numberOf(literal));
  return plainLeaf(read, askNumber(read, check, numberOf), { check, show, limit });
}

/** A text, or a value of a fixed list. */
export function textLeaf(
  read: (subject: Subject) => string | null,
  check: Check,
  { zone }: Place,
): Leaf {
  const limit = (literal: Literal, now: Date): string => limitText(literal, zone, now);
  return plainLeaf(read, askText(read, check), { check, show: quote, limit });
}

/** An amount: compared in minor units, and only in the shop's currency; another one's is no value here. */
export function moneyLeaf(
  read: (subject: Subject) => Money | null,
  check: Check,
  { currency }: Place,
): Leaf {
  const decimals = decimalsOf(currency) ?? 2;
  const readOwn = (subject: Subject): number | null => {
    const money = read(subject);
    return money !== null && money.currency === currency ? money.minor : null;
  };
  const format = numberOfDecimals(decimals);
  const wording: Wording<number> = {
    check,
    show: (minor) => format(majorUnits({ minor, currency })),
    limit: (literal) => format(numberOf(literal)),
  };
  return {
    holds: askNumber(readOwn, check, (literal) => toMinor(literal, decimals)),
    actual: (subject) => moneySeen(read(subject), currency),
    shortfall: (subject, now) => {
      const money = read(subject);
      return money !== null && money.currency !== currency
        ? { kind: 'other-currency', seen: moneySeen(money, currency) ?? '', currency }
        : valueMiss(readOwn(subject), wording, now);
    },
  };
}

/** An instant, asked by whole days of the shop's calendar. */
export function dateLeaf(
  read: (subject: Subject, zone: string) => Date | null,
  check: Check,
  { zone }: Place,
): Leaf {
  const readMs = (subject: Subject): number | null => read(subject, zone)?.getTime() ?? null;
  const wording: Wording<number> = {
    check,
    show: (ms) => dayOf(new Date(ms), zone),
    limit: (literal, now) => limitText(literal, zone, now),
  };
  return {
    holds: askInstant(readMs, check, zone),
    actual: (subject) => read(subject, zone)?.toISOString() ?? null,
    shortfall: (subject, now) => valueMiss(readMs(subject), wording, now),
  };
}

/** A list of texts; an empty one is missing. */
export function listLeaf(
  read: (subject: Subject) => readonly string[],
  ignoresCase: boolean,
  check: Check,
  { zone }: Place,
): Leaf {
  const readFilled = (subject: Subject): readonly string[] | null => {
    const values = read(subject);
    return values.length === 0 ? null : values;
  };
  const wording: Wording<readonly string[]> = {
    check,
    show: (values) => values.slice(0, 10).map(quote).join(', '),
    limit: (literal, now) => limitText(literal, zone, now),
  };
  return {
    holds: askList(read, check, ignoresCase),
    actual: readFilled,
    shortfall: (subject, now) => valueMiss(readFilled(subject), wording, now),
  };
}

/** The number a literal stands for; any other literal is no number. */
export function numberOf(literal: Literal): number {
  return literal.kind === 'number' ? literal.value : Number.NaN;
}

/** Moves the point in the text, not in a float: 0.29 is 29 cents, never 28.999…. */
export function toMinor(literal: Literal, decimals: number): number {
  return literal.kind === 'number' ? Number(`${literal.text}e${decimals}`) : Number.NaN;
}

/** Minor units of an amount in the shop's currency; any other amount is missing. */
export function ownMinor(money: Money | null, currency: string): number | null {
  return money !== null && money.currency === currency ? money.minor : null;
}

function moneySeen(money: Money | null, currency: string): string | null {
  if (money === null) return null;
  const text = moneyToText(money);
  return money.currency === currency ? text : `${text} ${money.currency}`;
}
