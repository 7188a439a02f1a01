// holds(condition, subject, setting) and explain(…): the same tree, answered or argued.

import { UserError } from '../errors.ts';
import { anniversaryLeaf, whyNoAnniversary } from './anniversary.ts';
import { anyLeaf } from './any-leaf.ts';
import type { Check } from './check.ts';
import { type Clause, clauseText } from './clause.ts';
import type { Field, Subject } from './field.ts';
import { findField } from './fields.ts';
import { functionLeaf } from './function-leaf.ts';
import { whyFunctionUnanswered } from './functions.ts';
import { type Condition, clausesOf, conditionText } from './grammar.ts';
import {
  dateLeaf,
  integerLeaf,
  type Leaf,
  listLeaf,
  moneyLeaf,
  type Place,
  textLeaf,
} from './leaf.ts';
import type { Trace } from './trace.ts';
import type { Unanswerable } from './unanswerable.ts';

/** When and where a condition is asked. */
export type Setting = Place & { readonly now: Date };

/** A condition made into closures once, to be asked of many; dates are compared as epoch milliseconds. */
export type Compiled = (subject: Subject, now: Date) => boolean;

/** Makes a condition fast. Throws UserError (`invalid`) when a part of it cannot be evaluated here yet. */
export function compileCondition(condition: Condition, place: Place): Compiled {
  return compile(condition, place).holds;
}

/** Whether the condition is true of this subject. Throws as `compileCondition`. */
export function holds(condition: Condition, subject: Subject, setting: Setting): boolean {
  return remembered(condition, setting).holds(subject, setting.now);
}

/** The same answer with the value seen at every leaf, and what was missing where one is false. */
export function explain(condition: Condition, subject: Subject, setting: Setting): Trace {
  return remembered(condition, setting).explain(subject, setting.now);
}

/** Why a condition cannot be evaluated here although it is good language; null when it can. */
export function whyUnanswerable(condition: Condition): Unanswerable | null {
  for (const clause of clausesOf(condition)) {
    const why = whyUnanswered(clause);
    if (why !== null) return why;
  }
  return null;
}

type Node = {
  readonly holds: Compiled;
  readonly explain: (subject: Subject, now: Date) => Trace;
};

/** Closures by condition, so that asking the same automation of every event does not make them again. */
const MADE = new WeakMap<Condition, Place & { readonly node: Node }>();

function remembered(condition: Condition, { zone, currency }: Place): Node {
  const made = MADE.get(condition);
  if (made?.zone === zone && made.currency === currency) return made.node;
  const node = compile(condition, { zone, currency });
  MADE.set(condition, { zone, currency, node });
  return node;
}

function compile(condition: Condition, place: Place): Node {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return compileJoined(condition, place);
    case 'not':
      return compileNot(condition, place);
    default:
      return compileLeaf(condition, place);
  }
}

/** AND ends at the first no, OR at the first yes; the explanation asks them all. */
function compileJoined(condition: Extract<Condition, { kind: 'and' | 'or' }>, place: Place): Node {
  const nodes = condition.children.map((child) => compile(child, place));
  const parts = nodes.map((node) => node.holds);
  const decisive = condition.kind === 'or';
  const text = conditionText(condition);
  return {
    holds: joinParts(parts, decisive),
    explain: (subject, now) => {
      const children = nodes.map((node) => node.explain(subject, now));
      const decided = children.some((child) => child.result === decisive);
      return { text, result: decided === decisive, children };
    },
  };
}

/** Written out for the usual lengths: calls from a place of their own are inlined, those from a loop are not. */
function joinParts(parts: readonly Compiled[], decisive: boolean): Compiled {
  const [a, b, c, d] = parts;
  if (parts.length === 2 && a && b)
    return decisive
      ? (subject, now) => a(subject, now) || b(subject, now)
      : (subject, now) => a(subject, now) && b(subject, now);
  if (parts.length === 3 && a && b && c)
    return decisive
      ? (subject, now) => a(subject, now) || b(subject, now) || c(subject, now)
      : (subject, now) => a(subject, now) && b(subject, now) && c(subject, now);
  if (parts.length === 4 && a && b && c && d)
    return decisive
      ? (subject, now) => a(subject, now) || b(subject, now) || c(subject, now) || d(subject, now)
      : (subject, now) => a(subject, now) && b(subject, now) && c(subject, now) && d(subject, now);
  return (subject, now) => {
    for (const part of parts) if (part(subject, now) === decisive) return decisive;
    return !decisive;
  };
}

function compileNot(condition: Extract<Condition, { kind: 'not' }>, place: Place): Node {
  const node = compile(condition.child, place);
  const text = conditionText(condition);
  return {
    holds: (subject, now) => !node.holds(subject, now),
    explain: (subject, now) => {
      const child = node.explain(subject, now);
      return { text, result: !child.result, children: [child] };
    },
  };
}

function compileLeaf(clause: Clause, place: Place): Node {
  const leaf = makeLeaf(clause, place);
  const text = clauseText(clause);
  return {
    holds: leaf.holds,
    explain: (subject, now) => {
      const result = leaf.holds(subject, now);
      const actual = leaf.actual(subject, now);
      return result
        ? { text, result, actual }
        : { text, result, actual, shortfall: leaf.shortfall(subject, now) };
    },
  };
}

function makeLeaf(clause: Clause, place: Place): Leaf {
  const why = whyUnanswered(clause);
  const leaf = why === null ? leafOf(clause, place) : null;
  if (leaf !== null) return leaf;
  throw new UserError({
    code: 'invalid',
    field: 'query',
    reason: 'query-unanswerable',
    asked: why,
  });
}

function leafOf(clause: Clause, place: Place): Leaf | null {
  if (clause.kind === 'function') return functionLeaf(clause, place);
  const field = anyField(clause.field);
  if (field === null) return null;
  if (clause.kind === 'anniversary') return anniversaryLeaf(field, clause.check, place);
  return fieldLeaf(field, clause.check, place);
}

/** null: a field that is known, but not held here. */
function fieldLeaf(field: Field, check: Check, place: Place): Leaf | null {
  switch (field.type) {
    case 'money':
      return moneyLeaf(field.read, check, place);
    case 'integer':
      return integerLeaf(field.read, check);
    case 'date':
      return dateLeaf(field.read, check, place);
    case 'text':
    case 'enum':
      return textLeaf(field.read, check, place);
    case 'list':
      return listLeaf(field.read, field.ignoresCase, check, place);
    case 'any':
      return anyLeaf(field.read, check, place);
    case 'not-held':
      return null;
  }
}

function whyUnanswered(clause: Clause): Unanswerable | null {
  if (clause.kind === 'function') return whyFunctionUnanswered(clause.name, clause.params);
  const field = anyField(clause.field);
  if (field === null) return { why: 'unknown', name: clause.field };
  if (field.type === 'not-held') {
    const { name, why: because = 'it is not kept' } = field;
    return { why: 'not-held', name, of: null, because };
  }
  return clause.kind === 'anniversary' ? whyNoAnniversary(field, clause.check) : null;
}

function anyField(name: string): Field | null {
  return findField(name, { event: true, custom: true });
}
