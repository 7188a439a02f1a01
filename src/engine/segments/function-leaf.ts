// A function clause → closures: what happened to the customer, asked one by one and all together.
import { decimalsOf } from '../money.ts';
import { type Answer, askInstant, askNumber, askText } from './answer.ts';
import type { Check } from './check.ts';
import type { Clause, Param } from './clause.ts';
import type { Subject } from './field.ts';
import { AGGREGATES } from './functions.ts';
import { type Happening, happeningsOf } from './happenings.ts';
import { type Leaf, numberOf, type Place, toMinor } from './leaf.ts';
import { createNumberFormat, missText } from './shortfall.ts';
import type { Literal } from './tokens.ts';

type FunctionClause = Extract<Clause, { kind: 'function' }>;
type Fits = (happening: Happening, now: Date) => boolean;

/** One aggregate of everything that fits, ready to be asked. */
type Aggregate = {
  readonly name: string;
  readonly check: Check;
  readonly of: (fitting: readonly Happening[]) => number;
  readonly holds: Answer<number>;
  readonly show: (value: number) => string;
  readonly limit: (literal: Literal) => string;
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
      : aggregates.every((aggregate) => aggregate.holds(aggregate.of(found), now));
  return {
    holds: (subject, now) => meets(fitting(subject, now), now) !== clause.negated,
    actual: (subject, now) => countOf(fitting(subject, now)),
    shortfall: (subject, now) => {
      const found = fitting(subject, now);
      if (clause.negated) return `${times(countOf(found))} found, must not match`;
      return aggregates.length === 0
        ? 'none found, needs at least one'
        : aggregates
            .filter((aggregate) => !aggregate.holds(aggregate.of(found), now))
            .map((aggregate) => aggregateMiss(aggregate, found, now))
            .join('; ');
    },
  };
}

function makeFits({ name, check }: Param, { zone, currency }: Place): Fits {
  switch (name) {
    case 'date': {
      const ask = askInstant(check, zone);
      return ({ at }, now) => ask(at, now);
    }
    case 'amount': {
      const decimals = decimalsOf(currency) ?? 2;
      const ask = askNumber(check, (literal) => toMinor(literal, decimals));
      return ({ amount }, now) => ask(amount, now);
    }
    case 'quantity': {
      const ask = askNumber(check, numberOf);
      return ({ quantity }, now) => ask(quantity, now);
    }
    case 'category': {
      const ask = askText(check);
      return ({ category }, now) => ask(category, now);
    }
    default: {
      const ask = askText(check);
      return ({ id }, now) => ask(id, now);
    }
  }
}

function makeAggregate({ name, check }: Param, { currency }: Place): Aggregate {
  if (name !== 'sum_amount') {
    const show = createNumberFormat(0);
    return {
      name,
      check,
      of: name === 'count' ? countOf : (found) => sum(found.map(({ quantity }) => quantity)),
      holds: askNumber(check, numberOf),
      show,
      limit: (literal) => show(numberOf(literal)),
    };
  }
  const decimals = decimalsOf(currency) ?? 2;
  const format = createNumberFormat(decimals);
  return {
    name,
    check,
    of: (found) => sum(found.map(({ amount }) => amount ?? 0)),
    holds: askNumber(check, (literal) => toMinor(literal, decimals)),
    show: (minor) => format(minor / 10 ** decimals),
    limit: (literal) => format(numberOf(literal)),
  };
}

/** Two lines of one order are one purchase. */
function countOf(found: readonly Happening[]): number {
  return new Set(found.map(({ key }) => key)).size;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function aggregateMiss(aggregate: Aggregate, found: readonly Happening[], now: Date): string {
  const { name, check, show, limit } = aggregate;
  return `${name} ${missText(aggregate.of(found), { check, show, limit }, now)}`;
}

function times(count: number): string {
  return count === 1 ? '1 is' : `${count} are`;
}
