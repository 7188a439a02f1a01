// One clause of a query: a field, a function or an anniversary, and what is asked of it.
import { suggestName } from '../nearest.ts';
import { type Asked, type Check, type Comparison, checkText, findCheckFault } from './check.ts';
import { type Cursor, isName, unexpected } from './cursor.ts';
import type { Field } from './field.ts';
import { fieldNames, findField } from './fields.ts';
import { findFunction, functionNames } from './functions.ts';
import { literalText, shorten, type Token } from './tokens.ts';

/** A leaf of a condition, as data. */
export type Clause =
  | { readonly kind: 'field'; readonly field: string; readonly check: Check }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly negated: boolean;
      readonly params: readonly Param[];
    }
  /** The day of a date attribute in any year. */
  | { readonly kind: 'anniversary'; readonly field: string; readonly check: Check };

/** One parameter inside `MATCHES (…)`. */
export type Param = { readonly name: string; readonly check: Check };

/** A list inside MATCHES may hold 500 values (segment query language reference, Functions). */
const MAX_LIST = 500;

/** Reads the clause that starts here. Throws SyntaxFault; notes names, types and values that do not fit. */
export function parseClause(cursor: Cursor): Clause {
  const name = takeName(cursor, 'a filter such as amount_spent');
  if (name.text === 'anniversary') return parseAnniversary(cursor);
  if (cursor.sees('MATCHES') || cursor.sees('NOT_MATCHES') || seesNotMatches(cursor))
    return parseFunction(cursor, name);
  return parseFieldClause(cursor, name);
}

/** A clause as it would be written; reading it again gives the same clause. */
export function clauseText(clause: Clause): string {
  switch (clause.kind) {
    case 'field':
      return `${clause.field} ${checkText(clause.check)}`;
    case 'anniversary':
      return `anniversary (${literalText({ kind: 'string', value: clause.field })}) ${checkText(clause.check)}`;
    case 'function':
      return `${clause.name} ${clause.negated ? 'NOT MATCHES' : 'MATCHES'} (${clause.params
        .map((param) => `${param.name} ${checkText(param.check)}`)
        .join(', ')})`;
  }
}

/** A field as something that may be asked: what its type is, known here or only to Shopify. */
export function askedOf(field: Field): Asked {
  const { name } = field;
  if (field.type === 'not-held')
    return { name, type: field.as, ...(field.values && { values: field.values }) };
  if (field.type === 'enum') return { name, type: field.type, values: field.values };
  if (field.type === 'text') return { name, type: 'text', searchable: field.searchable === true };
  return { name, type: field.type };
}

function parseFieldClause(cursor: Cursor, name: Token): Clause {
  const field = findField(name.text, cursor.scope);
  if (field === null) cursor.note({ offset: name.offset, message: whyNoField(cursor, name.text) });
  if (findFunction(name.text) !== null) throw unexpected(cursor.peek(), 'MATCHES or NOT MATCHES');
  const check = parseCheck(cursor, field === null ? null : askedOf(field));
  return { kind: 'field', field: name.text, check };
}

function whyNoField(cursor: Cursor, name: string): string {
  if (name.startsWith('event.') && !cursor.scope.event)
    return `'${shorten(name)}' is known only inside automations that an event starts.`;
  const names = [...fieldNames(cursor.scope), ...functionNames()];
  return `'${shorten(name)}' filter cannot be found.${suggestName(name, names)}`;
}

function parseAnniversary(cursor: Cursor): Clause {
  expectSign(cursor, '(');
  const { literal, offset } = cursor.takeLiteral();
  if (literal.kind !== 'string')
    cursor.note({ offset, message: "anniversary takes a name in single quotes, 'metafields.…'." });
  expectSign(cursor, ')');
  const check = parseCheck(cursor, { name: 'anniversary', type: 'date' });
  return { kind: 'anniversary', field: literal.kind === 'string' ? literal.value : '', check };
}

function parseFunction(cursor: Cursor, name: Token): Clause {
  const known = findFunction(name.text);
  if (known === null)
    cursor.note({
      offset: name.offset,
      message: `'${shorten(name.text)}' function cannot be found.${suggestName(name.text, functionNames())}`,
    });
  const negated = cursor.takeKeyword('NOT') !== null || cursor.sees('NOT_MATCHES');
  cursor.take();
  expectSign(cursor, '(');
  const params: Param[] = [];
  while (cursor.takeSign(')') === null) {
    if (params.length > 0) expectSign(cursor, ',');
    params.push(parseParam(cursor, name.text, known, params));
  }
  return { kind: 'function', name: name.text, negated, params };
}

function parseParam(
  cursor: Cursor,
  owner: string,
  known: ReturnType<typeof findFunction>,
  before: readonly Param[],
): Param {
  const { text: name, offset } = takeName(cursor, 'a parameter');
  const type = known !== null && Object.hasOwn(known, name) ? known[name] : undefined;
  if (known !== null && type === undefined)
    cursor.note({
      offset,
      message: `${owner} has no parameter '${shorten(name)}'.${suggestName(name, Object.keys(known))}`,
    });
  if (before.some((param) => param.name === name))
    cursor.note({ offset, message: `'${name}' may stand only once in one MATCHES.` });
  return { name, check: parseCheck(cursor, type === undefined ? null : { name, type }) };
}

/** Reads a check, and notes where it does not fit what is asked (null: unknown, nothing to compare with). */
function parseCheck(cursor: Cursor, asked: Asked | null): Check {
  const operator = cursor.peek();
  const { check, offsets } = readCheck(cursor);
  const fault = asked === null ? null : findCheckFault(asked, check);
  if (fault !== null) {
    const offset = fault.on === 'operator' ? operator.offset : offsets[fault.on];
    cursor.note({ offset: offset ?? operator.offset, message: fault.message });
  }
  return check;
}

type ReadCheck = { readonly check: Check; readonly offsets: readonly number[] };

function readCheck(cursor: Cursor): ReadCheck {
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
  throw unexpected(cursor.peek(), negated ? 'CONTAINS or IN' : 'an operator such as = or >');
}

const COMPARISONS: readonly Comparison[] = ['=', '!=', '>', '>=', '<', '<='];

function readComparison(cursor: Cursor): Comparison | null {
  const found = COMPARISONS.find((comparison) => comparison === cursor.peek().text);
  return found !== undefined && cursor.takeSign(found) !== null ? found : null;
}

function readBetween(cursor: Cursor): ReadCheck {
  const from = cursor.takeLiteral();
  if (!cursor.takeKeyword('AND')) throw unexpected(cursor.peek(), 'AND and a second value');
  const to = cursor.takeLiteral();
  return {
    check: { kind: 'between', from: from.literal, to: to.literal },
    offsets: [from.offset, to.offset],
  };
}

function readNullCheck(cursor: Cursor): ReadCheck {
  const negated = cursor.takeKeyword('NOT') !== null;
  if (!cursor.takeKeyword('NULL')) throw unexpected(cursor.peek(), 'NULL');
  return { check: { kind: 'null', negated }, offsets: [] };
}

function readList(cursor: Cursor, negated: boolean): ReadCheck {
  const open = expectSign(cursor, '(');
  const items = [cursor.takeLiteral()];
  while (cursor.takeSign(',')) items.push(cursor.takeLiteral());
  expectSign(cursor, ')');
  if (items.length > MAX_LIST)
    cursor.note({ offset: open.offset, message: `A list holds at most ${MAX_LIST} values.` });
  return {
    check: { kind: 'in', negated, values: items.map((item) => item.literal) },
    offsets: items.map((item) => item.offset),
  };
}

function seesNotMatches(cursor: Cursor): boolean {
  return cursor.sees('NOT') && cursor.sees('MATCHES', 1);
}

function takeName(cursor: Cursor, expected: string): Token {
  if (!isName(cursor.peek())) throw unexpected(cursor.peek(), expected);
  return cursor.take();
}

function expectSign(cursor: Cursor, sign: string): Token {
  const token = cursor.takeSign(sign);
  if (token === null) throw unexpected(cursor.peek(), `'${sign}'`);
  return token;
}
