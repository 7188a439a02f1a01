// Wider forms of a condition: each clause left out, or its limit moved, to see which one keeps a segment small.
import type { Check } from './check.ts';
import { type Clause, clauseText, type Param } from './clause.ts';
import { findField } from './fields.ts';
import { AGGREGATES } from './functions.ts';
import { type Condition, conditionText } from './grammar.ts';
import { moveLimit } from './move-limit.ts';

/** One wider form: which clause was touched, as it stands now, and the whole condition after it. */
export type Looser = {
  readonly clause: string;
  readonly condition: Condition;
  readonly text: string;
};

/**
 * The condition with each clause in turn moved to its next wider limits, then left out; in the order of the clauses and
 * the same every time. Nobody who is in is put out: under a NOT a clause is narrowed, and of an OR, where leaving one
 * side out would narrow, the whole is left out. What would ask nothing any more is not offered.
 */
export function loosen(condition: Condition): readonly Looser[] {
  const seen = new Set([conditionText(condition)]);
  return placesOf(condition, true).flatMap(({ clause, wider, put }) => {
    const clauses: (Clause | null)[] = [...variantsOf(clause, wider), null];
    return clauses.flatMap((changed) => {
      const loosened = put(changed);
      if (loosened === null) return [];
      const text = conditionText(loosened);
      if (seen.has(text)) return [];
      seen.add(text);
      return [{ clause: clauseText(clause), condition: loosened, text }];
    });
  });
}

/** A leaf in its tree. `put` gives the tree with another leaf, or without it; null when nothing is left. */
type LeafPlace = {
  readonly clause: Clause;
  /** Whether accepting more there accepts more altogether. */
  readonly wider: boolean;
  readonly put: (clause: Clause | null) => Condition | null;
};

function placesOf(condition: Condition, wider: boolean): readonly LeafPlace[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.children.flatMap((child, position) =>
        placesOf(child, wider).map(({ put, ...place }) => ({
          ...place,
          put: (clause) => putChild(condition, position, put(clause), wider),
        })),
      );
    case 'not':
      return placesOf(condition.child, !wider).map(({ put, ...place }) => ({
        ...place,
        put: (clause) => negate(put(clause)),
      }));
    default:
      return [{ clause: condition, wider, put: (clause) => clause }];
  }
}

/**
 * A child that asks nothing is dropped where that widens: from an AND that is meant, from an OR that is denied. In the
 * other case all that its siblings ask comes to nothing as well.
 */
function putChild(
  parent: Extract<Condition, { kind: 'and' | 'or' }>,
  position: number,
  child: Condition | null,
  wider: boolean,
): Condition | null {
  if (child === null && (parent.kind === 'and') !== wider) return null;
  const children = parent.children.flatMap((one, at) =>
    at !== position ? [one] : child === null ? [] : [child],
  );
  const [first, second] = children;
  return second === undefined ? (first ?? null) : { kind: parent.kind, children };
}

function negate(child: Condition | null): Condition | null {
  return child === null ? null : { kind: 'not', child };
}

function variantsOf(clause: Clause, wider: boolean): readonly Clause[] {
  switch (clause.kind) {
    case 'field':
      return moveLimit(clause.check, isWholeField(clause.field), wider).map((check) => ({
        ...clause,
        check,
      }));
    case 'anniversary':
      return clause.check.kind === 'between'
        ? moveLimit(clause.check, false, wider).map((check) => ({ ...clause, check }))
        : [];
    case 'function':
      return clause.params.flatMap((param, position) =>
        paramChecks(clause.params, param, wider !== clause.negated).map((check) => ({
          ...clause,
          params: clause.params.with(position, { ...param, check }),
        })),
      );
  }
}

/** With an aggregate that has an upper limit, more matching events would mean fewer customers: then only it is moved. */
function paramChecks(params: readonly Param[], param: Param, wider: boolean): readonly Check[] {
  const isAggregate = AGGREGATES.includes(param.name);
  const capped = params.some(
    ({ name, check }) => AGGREGATES.includes(name) && !isLowerLimit(check),
  );
  if (capped && !isAggregate) return [];
  return moveLimit(param.check, param.name !== 'amount' && param.name !== 'sum_amount', wider);
}

function isWholeField(name: string): boolean {
  return findField(name, { event: true, custom: true })?.type === 'integer';
}

function isLowerLimit(check: Check): boolean {
  return check.kind === 'compare' && (check.operator === '>' || check.operator === '>=');
}
