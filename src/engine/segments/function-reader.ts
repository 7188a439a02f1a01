// Functions of a query: `f MATCHES (a = 1)`, and the old form `f(a: 1) = true`, which is read as the new one.
import type { Asked, Check } from './check.ts';
import { parseCheck, parseOldCheck } from './check-reader.ts';
import { type Cursor, expectSign, takeName, unexpected } from './cursor.ts';
import { type FunctionParams, findFunction, functionNames } from './functions.ts';
import { hintOf } from './query-fault.ts';
import { shorten, type Token } from './tokens.ts';

/** A function as a clause holds it. */
type ReadFunction = {
  readonly kind: 'function';
  readonly name: string;
  readonly negated: boolean;
  readonly params: readonly Param[];
};
type Param = { readonly name: string; readonly check: Check };

/** Whether a function in the form since 2026-10 starts here, its name being read. */
export function seesMatches(cursor: Cursor): boolean {
  return (
    cursor.sees('MATCHES') ||
    cursor.sees('NOT_MATCHES') ||
    (cursor.sees('NOT') && cursor.sees('MATCHES', 1))
  );
}

/** Reads `MATCHES (…)` after a function's name. */
export function parseFunction(cursor: Cursor, name: Token): ReadFunction {
  const known = noteUnknown(cursor, name);
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

/**
 * Reads the old form after a function's name, `(id: (1, 2), date: -3m..today) = true`, as what it would be now:
 * `MATCHES (id IN (1, 2), date BETWEEN -3m AND today)`; `= false` is NOT MATCHES.
 */
export function parseOldFunction(cursor: Cursor, name: Token): ReadFunction {
  const known = noteUnknown(cursor, name);
  expectSign(cursor, '(');
  const params: Param[] = [];
  while (cursor.takeSign(')') === null) {
    if (params.length > 0) expectSign(cursor, ',');
    params.push(parseOldParam(cursor, name.text, known, params));
  }
  return { kind: 'function', name: name.text, negated: takeOldNegation(cursor), params };
}

function noteUnknown(cursor: Cursor, { text, offset }: Token): FunctionParams | null {
  const known = findFunction(text);
  if (known !== null) return known;
  const hint = hintOf(text, functionNames());
  cursor.note({ offset, why: { reason: 'no-function', name: shorten(text), hint } });
  return null;
}

function takeOldNegation(cursor: Cursor): boolean {
  const different = cursor.takeSign('=') === null;
  if (different && cursor.takeSign('!=') === null)
    throw unexpected(cursor.peek(), { kind: 'written', either: ['= true', '= false'] });
  const { literal, offset } = cursor.takeLiteral();
  if (literal.kind !== 'boolean') cursor.note({ offset, why: { reason: 'only-true-or-false' } });
  return (literal.kind === 'boolean' && !literal.value) !== different;
}

/** `count_at_least: n` is `count >= n` now. */
function parseOldParam(
  cursor: Cursor,
  owner: string,
  known: FunctionParams | null,
  before: readonly Param[],
): Param {
  const token = takeName(cursor, { kind: 'parameter' });
  const atLeast = token.text === 'count_at_least';
  const name = atLeast ? 'count' : token.text;
  const asked = noteParam(cursor, owner, known, { name, offset: token.offset, before });
  expectSign(cursor, ':');
  return { name, check: parseOldCheck(cursor, asked, atLeast ? '>=' : '=') };
}

function parseParam(
  cursor: Cursor,
  owner: string,
  known: FunctionParams | null,
  before: readonly Param[],
): Param {
  const { text: name, offset } = takeName(cursor, { kind: 'parameter' });
  const asked = noteParam(cursor, owner, known, { name, offset, before });
  return { name, check: parseCheck(cursor, asked) };
}

/** What a parameter is, noting that there is none of its name or that it was there before. */
function noteParam(
  cursor: Cursor,
  owner: string,
  known: FunctionParams | null,
  param: { readonly name: string; readonly offset: number; readonly before: readonly Param[] },
): Asked | null {
  const { name, offset, before } = param;
  const type = known !== null && Object.hasOwn(known, name) ? known[name] : undefined;
  if (known !== null && type === undefined) {
    const hint = hintOf(name, Object.keys(known));
    const why = { reason: 'no-parameter', of: owner, name: shorten(name), hint } as const;
    cursor.note({ offset, why });
  }
  if (before.some((one) => one.name === name))
    cursor.note({ offset, why: { reason: 'twice', name: shorten(name) } });
  return type === undefined ? null : { name, type };
}
