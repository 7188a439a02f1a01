// What a check asks, as comparisons with bounds: the same for numbers, instants and texts, before it is SQL.
import { textOf } from '#engine/segments/answer.ts';
import { type Check, type Comparison, isDate } from '#engine/segments/check.ts';
import { resolveDate, type Stretch } from '#engine/segments/days.ts';
import type { Literal } from '#engine/segments/tokens.ts';

/** One comparison of a value with a bound. */
export type Test<Bound> = readonly [operator: Exclude<Comparison, '!='>, bound: Bound];

/**
 * True where all tests of one group hold; a group without tests asks only that there is a value. A missing value fails
 * every group. `negated`: true of everybody else, those without a value among them.
 */
export type Question<Bound> = {
  readonly any: readonly (readonly Test<Bound>[])[];
  readonly negated: boolean;
};

/** Asks of a number in its own unit; `scale` reads a literal in that unit. */
export function numberQuestion(
  check: Check,
  scale: (literal: Literal) => number,
): Question<number> {
  return questionOf(check, (operator, literal) => {
    const limit = scale(literal);
    return Number.isNaN(limit) ? null : [[operator, limit]];
  });
}

/** Asks of an instant in epoch milliseconds; a date is a whole day in the zone, a half-open stretch. */
export function instantQuestion(check: Check, zone: string, now: Date): Question<number> {
  return questionOf(check, (operator, literal) =>
    isDate(literal) ? stretchTests(operator, resolveDate(literal, zone)(now)) : null,
  );
}

/** Asks of a text, which has no order; what no stored text can be is equal to none. */
export function textQuestion(check: Check): Question<string> {
  return questionOf(check, (operator, literal) =>
    operator === '=' && isStorable(textOf(literal)) ? [['=', textOf(literal)]] : null,
  );
}

/** Asks of a yes-or-no value, which has no order and stands in no list. */
export function booleanQuestion(check: Check): Question<boolean> {
  if (check.kind !== 'compare' && check.kind !== 'null') return { any: [], negated: false };
  return questionOf(check, (operator, literal) =>
    operator === '=' && literal.kind === 'boolean' ? [['=', literal.value]] : null,
  );
}

/** Whether PostgreSQL can hold a text: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Whole numbers meet a fraction at the whole number beside it; bounds that 64 bits cannot hold decide by themselves. */
export function toWhole({ any, negated }: Question<number>): Question<bigint> {
  const whole = any.flatMap((tests) => {
    const tightened = tests.map(tighten);
    return tightened.every((test) => test !== 'never') ? [tightened.flat()] : [];
  });
  return { any: whole, negated };
}

/** The answer for one value that is known. */
export function isTrueOf({ any, negated }: Question<number>, value: number): boolean {
  return any.some((tests) => tests.every((test) => passes(test, value))) !== negated;
}

/** `null`: no value meets it. Only `!=`, NOT IN and NOT CONTAINS are true of a missing value. */
function questionOf<Bound>(
  check: Check,
  ask: (operator: Test<Bound>[0], literal: Literal) => readonly Test<Bound>[] | null,
): Question<Bound> {
  switch (check.kind) {
    case 'compare': {
      const { operator, value } = check;
      const tests = ask(operator === '!=' ? '=' : operator, value);
      return { any: tests === null ? [] : [tests], negated: operator === '!=' };
    }
    case 'between': {
      const [from, to] = [ask('>=', check.from), ask('<=', check.to)];
      return { any: from === null || to === null ? [] : [[...from, ...to]], negated: false };
    }
    case 'in':
      return {
        any: check.values.flatMap((value) => {
          const tests = ask('=', value);
          return tests === null ? [] : [tests];
        }),
        negated: check.negated,
      };
    case 'null':
      return { any: [[]], negated: !check.negated };
    case 'contains':
      return { any: [], negated: check.negated };
  }
}

/** Day rule of the reference: `d > D` is from D+1 00:00, `d <= D` before D+1 00:00, and so on. */
function stretchTests(
  operator: Test<number>[0],
  { from, until }: Stretch,
): readonly Test<number>[] {
  switch (operator) {
    case '=':
      return [
        ['>=', from],
        ['<', until],
      ];
    case '>':
      return [['>=', until]];
    case '>=':
      return [['>=', from]];
    case '<':
      return [['<', from]];
    case '<=':
      return [['<', until]];
  }
}

/** Bounds of PostgreSQL's bigint. */
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

function tighten([operator, limit]: Test<number>): readonly Test<bigint>[] | 'never' {
  switch (operator) {
    case '=':
      return Number.isInteger(limit) && isHeld(BigInt(limit)) ? [['=', BigInt(limit)]] : 'never';
    case '>':
      return fromBound(limit, (finite) => BigInt(Math.floor(finite)) + 1n);
    case '>=':
      return fromBound(limit, (finite) => BigInt(Math.ceil(finite)));
    case '<':
      return untilBound(limit, (finite) => BigInt(Math.ceil(finite)));
    case '<=':
      return untilBound(limit, (finite) => BigInt(Math.floor(finite)) + 1n);
  }
}

function fromBound(
  limit: number,
  toBound: (finite: number) => bigint,
): readonly Test<bigint>[] | 'never' {
  if (!Number.isFinite(limit)) return limit < 0 ? [] : 'never';
  const bound = toBound(limit);
  if (bound > MOST) return 'never';
  return bound <= LEAST ? [] : [['>=', bound]];
}

function untilBound(
  limit: number,
  toBound: (finite: number) => bigint,
): readonly Test<bigint>[] | 'never' {
  if (!Number.isFinite(limit)) return limit > 0 ? [] : 'never';
  const bound = toBound(limit);
  if (bound > MOST) return [];
  return bound <= LEAST ? 'never' : [['<', bound]];
}

function isHeld(value: bigint): boolean {
  return value >= LEAST && value <= MOST;
}

function passes([operator, bound]: Test<number>, value: number): boolean {
  switch (operator) {
    case '=':
      return value === bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
  }
}
