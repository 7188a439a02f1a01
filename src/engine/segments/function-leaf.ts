// A function clause → closures: what happened to the customer, asked one by one and all together.
import { decimalsOf, majorUnits } from '../money.ts';
import { type Answer, askInstant, askNumber, askText } from './answer.ts';
import type { Check } from './check.ts';
import type { Clause, Param } from './clause.ts';
import type { Subject } from './field.ts';
import { AGGREGATES } from './functions.ts';
import { type Happening, happeningsOf } from './happenings.ts';
import { type Leaf, numberOf, type Place, toMinor } from './leaf.ts';
import { missOf, numberOfDecimals, type Written } from './shortfall.ts';
import type { Literal } from './tokens.ts';

type FunctionClause = Extract<Clause, { kind: 'function' }>;

/** One aggregate of everything that fits, ready to be asked. */
type Aggregate = {
  readonly name: string;
  readonly check: Check;
  readonly of: (fitting: readonly Happening[]) => number;
  readonly holds: Answer<readonly Happening[]>;
  readonly show: (value: number) => Written;
  readonly limit: (literal: Literal) => Written;
};

/** Null for a function that our data cannot answer. */
export function functionLeaf(clause: FunctionClause, place: Place): Leaf | null {
  const read = happeningsOf(clause.name, place.currency);
  if (read === null) return null;
  const asked = clause.params.filter(({ name }) => !AGGREGATES.includes(name));
  const fits = asked.map((param) => makeFits(param, place));
  const aggregates = clause.params
    .filter(({ name }) => AGGREGATES.includes(name))
    .map((param) => makeAggregate(param, place));
  const fitting = (subject: Subject, now: Date): readonly Happening[] =>
    read(subject).filter((happening) => fits.every((matches) => matches(happening, now)));
  const meets = (found: readonly Happening[], now: Date): boolean =>
    aggregates.length === 0
      ? found.length > 0
      : aggregates.every((aggregate) => aggregate.holds(found, now));
  return {
    holds: (subject, now) => meets(fitting(subject, now), now) !== clause.negated,
    actual: (subject, now) => countOf(fitting(subject, now)),
    shortfall: (subject, now) => {
      const found = fitting(subject, now);
      if (clause.negated) return { kind: 'found', count: countOf(found) };
      if (aggregates.length === 0) return { kind: 'none-found' };
      const missed = aggregates.filter((aggregate) => !aggregate.holds(found, now));
      const misses = missed.map(({ name, of, ...wording }) => ({
        name,
        ...missOf(of(found), wording, now),
      }));
      return { kind: 'aggregates', misses };
    },
  };
}

function makeFits({ name, check }: Param, { zone, currency }: Place): Answer<Happening> {
  switch (name) {
    case 'date':
      return askInstant(({ at }) => at, check, zone);
    case 'amount': {
      const decimals = decimalsOf(currency) ?? 2;
      return askNumber(
        ({ amount }) => amount,
        check,
        (literal) => toMinor(literal, decimals),
      );
    }
    case 'quantity':
      return askNumber(({ quantity }) => quantity, check, numberOf);
    case 'category':
      return askText(({ category }) => category, check);
    default:
      return askText(({ id }) => id, check);
  }
}

function makeAggregate({ name, check }: Param, { currency }: Place): Aggregate {
  if (name !== 'sum_amount') {
    const of = name === 'count' ? countOf : sumQuantity;
    const show = numberOfDecimals(0);
    const limit = (literal: Literal) => show(numberOf(literal));
    return { name, check, of, holds: askNumber(of, check, numberOf), show, limit };
  }
  const decimals = decimalsOf(currency) ?? 2;
  const format = numberOfDecimals(decimals);
  return {
    name,
    check,
    of: sumAmount,
    holds: askNumber(sumAmount, check, (literal) => toMinor(literal, decimals)),
    show: (minor) => format(majorUnits({ minor, currency })),
    limit: (literal) => format(numberOf(literal)),
  };
}

/** Two lines of one order are one purchase. */
function countOf(found: readonly Happening[]): number {
  return new Set(found.map(({ key }) => key)).size;
}

function sumQuantity(found: readonly Happening[]): number {
  return found.reduce((total, { quantity }) => total + quantity, 0);
}

function sumAmount(found: readonly Happening[]): number {
  return found.reduce((total, { amount }) => total + (amount ?? 0), 0);
}
