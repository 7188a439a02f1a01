// What a clause asks of its value, and which questions each type of value allows.
import { nearestName } from '../nearest.ts';
import type { QueryFault, Takes } from './query-fault.ts';
import { type DateLiteral, type Literal, literalText, shorten } from './tokens.ts';

/** The types of the segment language; `any` is decided by the value, for attributes and custom events. */
export type ValueType =
  | 'money'
  | 'integer'
  | 'number'
  | 'date'
  | 'text'
  | 'enum'
  | 'list'
  | 'id'
  | 'any';

export type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<=';

/** One question about one value. */
export type Check =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly value: Literal }
  | { readonly kind: 'between'; readonly from: Literal; readonly to: Literal }
  | { readonly kind: 'in'; readonly negated: boolean; readonly values: readonly Literal[] }
  | { readonly kind: 'contains'; readonly negated: boolean; readonly value: Literal }
  | { readonly kind: 'null'; readonly negated: boolean };

/** What is asked: a field, or a parameter of a function. */
export type Asked = {
  readonly name: string;
  readonly type: ValueType;
  /** The legal values of an enum. */
  readonly values?: readonly string[];
  /** A text that may be asked with CONTAINS, too. */
  readonly searchable?: boolean;
};

/** Why a check does not fit: on its operator, or on its n-th literal. */
export type CheckFault = { readonly on: 'operator' | number; readonly why: QueryFault };

/** Finds what is wrong in asking this of that type; null when it fits. */
export function findCheckFault(asked: Asked, check: Check): CheckFault | null {
  const why = faultOfOperator(asked, check);
  if (why !== null) return { on: 'operator', why };
  for (const [position, literal] of literalsOf(check).entries()) {
    const fault = faultOfLiteral(asked, literal);
    if (fault !== null) return { on: position, why: fault };
  }
  return null;
}

/** The literals of a check in the order they are written. */
export function literalsOf(check: Check): readonly Literal[] {
  switch (check.kind) {
    case 'compare':
    case 'contains':
      return [check.value];
    case 'between':
      return [check.from, check.to];
    case 'in':
      return check.values;
    case 'null':
      return [];
  }
}

/** A check as it would be written after the name. */
export function checkText(check: Check): string {
  switch (check.kind) {
    case 'compare':
      return `${check.operator} ${literalText(check.value)}`;
    case 'between':
      return `BETWEEN ${literalText(check.from)} AND ${literalText(check.to)}`;
    case 'in':
      return `${check.negated ? 'NOT IN' : 'IN'} (${check.values.map(literalText).join(', ')})`;
    case 'contains':
      return `${check.negated ? 'NOT CONTAINS' : 'CONTAINS'} ${literalText(check.value)}`;
    case 'null':
      return check.negated ? 'IS NOT NULL' : 'IS NULL';
  }
}

/** The operators that may follow a name of this type, in the order they are offered. */
export function operatorsOf({ type, searchable }: Asked): readonly string[] {
  const none = ['IS NULL', 'IS NOT NULL'];
  if (type === 'list') return ['CONTAINS', 'NOT CONTAINS', ...none];
  const ordered = ORDERED.includes(type) || type === 'any' ? ['>', '>=', '<', '<=', 'BETWEEN'] : [];
  const parts = type === 'any' || searchable === true ? ['CONTAINS', 'NOT CONTAINS'] : [];
  return ['=', '!=', ...ordered, ...parts, 'IN', 'NOT IN', ...none];
}

/** Whether a literal names a day or an instant. */
export function isDate(literal: Literal): literal is DateLiteral {
  return literal.kind === 'day' || literal.kind === 'local-time' || literal.kind === 'offset';
}

const ORDERED: readonly ValueType[] = ['money', 'integer', 'number', 'date'];

function faultOfOperator(asked: Asked, check: Check): QueryFault | null {
  const { name, type } = asked;
  if (check.kind === 'null') return null;
  if (type === 'list') return check.kind === 'contains' ? null : { reason: 'is-list', name };
  if (check.kind === 'contains')
    return type === 'any' || asked.searchable === true ? null : { reason: 'no-list', name };
  if (type === 'any' && check.kind === 'in' && !isOneFamily(check.values))
    return { reason: 'mixed-list' };
  return isOrdering(check) && !hasOrder(asked, check) ? { reason: 'no-order', name } : null;
}

function isOrdering(check: Check): boolean {
  if (check.kind === 'compare') return check.operator !== '=' && check.operator !== '!=';
  return check.kind === 'between';
}

function hasOrder(asked: Asked, check: Check): boolean {
  if (asked.type !== 'any') return ORDERED.includes(asked.type);
  const literals = literalsOf(check);
  const family = literals[0] === undefined ? null : literalFamily(literals[0]);
  return (family === 'number' || family === 'date') && isOneFamily(literals);
}

function isOneFamily(literals: readonly Literal[]): boolean {
  return new Set(literals.map(literalFamily)).size <= 1;
}

/** Numbers, dates, texts, yes-or-no: only values of one family can be compared. */
export function literalFamily(literal: Literal): 'number' | 'date' | 'string' | 'boolean' {
  return isDate(literal) ? 'date' : literal.kind;
}

/** Bounds of int64 and of unsigned 64-bit ids, which the reference gives for whole numbers and ids. */
const INT64 = { from: -(2n ** 63n), to: 2n ** 63n - 1n } as const;
const UINT64 = { from: 0n, to: 2n ** 64n - 1n } as const;

function faultOfLiteral(asked: Asked, literal: Literal): QueryFault | null {
  const seen = shorten(literalText(literal));
  const notThis = (takes: Takes): QueryFault => ({
    reason: 'takes',
    name: asked.name,
    takes,
    seen,
  });
  switch (asked.type) {
    case 'money':
    case 'number':
      return literal.kind === 'number' ? null : notThis('number');
    case 'integer':
      return isWhole(literal, INT64) ? null : notThis('whole-number');
    case 'id':
      // Other shops' ids are texts: ours take them in quotes, which Shopify does not.
      return literal.kind === 'string' || isWhole(literal, UINT64) ? null : notThis('id');
    case 'date':
      return isDate(literal) ? null : notThis('date');
    case 'text':
      return literal.kind === 'string' ? null : notThis('text');
    case 'enum':
      return faultOfEnum(asked, literal, seen);
    case 'list':
      return literal.kind === 'string' || literal.kind === 'number' ? null : notThis('text');
    case 'any':
      return null;
  }
}

function isWhole(
  literal: Literal,
  bounds: { readonly from: bigint; readonly to: bigint },
): boolean {
  if (literal.kind !== 'number' || !/^-?\d+$/.test(literal.text)) return false;
  const value = BigInt(literal.text);
  return value >= bounds.from && value <= bounds.to;
}

function faultOfEnum(asked: Asked, literal: Literal, seen: string): QueryFault | null {
  const values = asked.values ?? [];
  if (literal.kind === 'string' && values.includes(literal.value)) return null;
  const nearest = literal.kind === 'string' ? nearestName(literal.value, values) : null;
  return { reason: 'never', name: asked.name, seen, legal: values, nearest };
}
