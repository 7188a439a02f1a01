// One clause of a query: a field, a function or an anniversary, and what is asked of it.
import { type Asked, type Check, checkText } from './check.ts';
import { parseCheck } from './check-reader.ts';
import { type Cursor, expectSign, takeName, unexpected } from './cursor.ts';
import type { Field } from './field.ts';
import { fieldNames, findField } from './fields.ts';
import { parseFunction, parseOldFunction, seesMatches } from './function-reader.ts';
import { findFunction, functionNames } from './functions.ts';
import { hintOf, type QueryFault } from './query-fault.ts';
import { type Literal, literalText, shorten, type Token } from './tokens.ts';

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

/** Reads the clause that starts here. Throws SyntaxFault; notes names, types and values that do not fit. */
export function parseClause(cursor: Cursor): Clause {
  const name = takeName(cursor, { kind: 'filter' });
  if (name.text === 'anniversary') return parseAnniversary(cursor);
  if (seesMatches(cursor)) return parseFunction(cursor, name);
  if (seesOldForm(cursor, name.text)) return parseOldFunction(cursor, name);
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
  if (field === null) cursor.note({ offset: name.offset, why: whyNoField(cursor, name.text) });
  if (findFunction(name.text) !== null)
    throw unexpected(cursor.peek(), { kind: 'written', either: ['MATCHES', 'NOT MATCHES'] });
  const check = parseCheck(cursor, field === null ? null : askedOf(field));
  return { kind: 'field', field: name.text, check };
}

function whyNoField(cursor: Cursor, name: string): QueryFault {
  if (name.startsWith('event.') && !cursor.scope.event)
    return { reason: 'event-only', name: shorten(name) };
  const names = [...fieldNames(cursor.scope), ...functionNames()];
  return { reason: 'no-field', name: shorten(name), hint: hintOf(name, names) };
}

/** `f(…)`: a name before a parenthesis is a function, unless it is known to be a field. */
function seesOldForm(cursor: Cursor, name: string): boolean {
  const { kind, text } = cursor.peek();
  return kind === 'sign' && text === '(' && findField(name, cursor.scope) === null;
}

/** `anniversary ('birthday')`; the old form names its parameter: `anniversary(date: 'birthday')`. */
function parseAnniversary(cursor: Cursor): Clause {
  expectSign(cursor, '(');
  if (cursor.takeKeyword('DATE') !== null) expectSign(cursor, ':');
  const { literal, offset } = cursor.takeLiteral();
  const field = literal.kind === 'string' ? literal.value : '';
  const why = whyNoDate(cursor, literal);
  if (why !== null) cursor.note({ offset, why });
  expectSign(cursor, ')');
  const check = parseCheck(cursor, { name: 'anniversary', type: 'date' });
  return { kind: 'anniversary', field, check };
}

function whyNoDate(cursor: Cursor, literal: Literal): QueryFault | null {
  if (literal.kind !== 'string') return { reason: 'anniversary-of-what' };
  const field = findField(literal.value, cursor.scope);
  if (field === null) return whyNoField(cursor, literal.value);
  const type = field.type === 'not-held' ? field.as : field.type;
  return type === 'date' || type === 'any'
    ? null
    : { reason: 'no-anniversary', name: literal.value };
}
