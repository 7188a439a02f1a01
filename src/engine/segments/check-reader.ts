// The part of a clause after its name: an operator and its values, in the new form and in the old one.
import { type Asked, type Check, type Comparison, findCheckFault, operatorsOf } from './check.ts';
import { type Cursor, expectSign, unexpected } from './cursor.ts';
import type { Expected } from './query-fault.ts';
import type { Token } from './tokens.ts';

/** A list inside MATCHES may hold 500 values (segment query language reference, Functions). */
const MAX_LIST = 500;

/** Reads a check, and notes where it does not fit what is asked (null: unknown, nothing to compare with). */
export function parseCheck(cursor: Cursor, asked: Asked | null): Check {
  return checked(cursor, asked, cursor.peek(), readCheck(cursor, asked));
}

/** The old form after a parameter's colon: a value, a list, two values with `..` between, or a check as it is now. */
export function parseOldCheck(cursor: Cursor, asked: Asked | null, operator: Comparison): Check {
  const start = cursor.peek();
  if (start.kind === 'sign' && start.text === '(')
    return checked(cursor, asked, start, readList(cursor, false));
  if (start.kind !== 'literal') return parseCheck(cursor, asked);
  const { literal, offset } = cursor.takeLiteral();
  if (cursor.takeSign('..') === null)
    return checked(cursor, asked, start, {
      check: { kind: 'compare', operator, value: literal },
      offsets: [offset],
    });
  const to = cursor.takeLiteral();
  return checked(cursor, asked, start, {
    check: { kind: 'between', from: literal, to: to.literal },
    offsets: [offset, to.offset],
  });
}

type ReadCheck = { readonly check: Check; readonly offsets: readonly number[] };

function checked(
  cursor: Cursor,
  asked: Asked | null,
  operator: Token,
  { check, offsets }: ReadCheck,
): Check {
  const fault = asked === null ? null : findCheckFault(asked, check);
  if (fault !== null) {
    const offset = fault.on === 'operator' ? operator.offset : offsets[fault.on];
    cursor.note({ offset: offset ?? operator.offset, why: fault.why });
  }
  return check;
}

function readCheck(cursor: Cursor, asked: Asked | null): ReadCheck {
  if (cursor.takeKeyword('BETWEEN')) return readBetween(cursor);
  if (cursor.takeKeyword('IS')) return readNullCheck(cursor);
  const comparison = readComparison(cursor);
  if (comparison !== null) {
    const { literal, offset } = cursor.takeLiteral();
    return { check: { kind: 'compare', operator: comparison, value: literal }, offsets: [offset] };
  }
  const negated = cursor.takeKeyword('NOT') !== null;
  if (cursor.takeKeyword('CONTAINS')) {
    const { literal, offset } = cursor.takeLiteral();
    return { check: { kind: 'contains', negated, value: literal }, offsets: [offset] };
  }
  if (cursor.takeKeyword('IN')) return readList(cursor, negated);
  throw unexpected(
    cursor.peek(),
    negated ? { kind: 'written', either: ['CONTAINS', 'IN'] } : operatorsFor(asked),
  );
}

function operatorsFor(asked: Asked | null): Expected {
  return asked === null
    ? { kind: 'operator' }
    : { kind: 'operator-of', operators: operatorsOf(asked) };
}

const COMPARISONS: readonly Comparison[] = ['=', '!=', '>', '>=', '<', '<='];

function readComparison(cursor: Cursor): Comparison | null {
  const found = COMPARISONS.find((comparison) => comparison === cursor.peek().text);
  return found !== undefined && cursor.takeSign(found) !== null ? found : null;
}

function readBetween(cursor: Cursor): ReadCheck {
  const from = cursor.takeLiteral();
  if (!cursor.takeKeyword('AND')) throw unexpected(cursor.peek(), { kind: 'second-value' });
  const to = cursor.takeLiteral();
  return {
    check: { kind: 'between', from: from.literal, to: to.literal },
    offsets: [from.offset, to.offset],
  };
}

function readNullCheck(cursor: Cursor): ReadCheck {
  const negated = cursor.takeKeyword('NOT') !== null;
  if (!cursor.takeKeyword('NULL'))
    throw unexpected(cursor.peek(), { kind: 'written', either: ['NULL'] });
  return { check: { kind: 'null', negated }, offsets: [] };
}

function readList(cursor: Cursor, negated: boolean): ReadCheck {
  const open = expectSign(cursor, '(');
  const items = [cursor.takeLiteral()];
  while (cursor.takeSign(',')) items.push(cursor.takeLiteral());
  expectSign(cursor, ')');
  if (items.length > MAX_LIST)
    cursor.note({ offset: open.offset, why: { reason: 'list-too-long', most: MAX_LIST } });
  return {
    check: { kind: 'in', negated, values: items.map((item) => item.literal) },
    offsets: items.map((item) => item.offset),
  };
}
