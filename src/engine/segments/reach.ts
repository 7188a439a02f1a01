// What a condition says of one field: for which of its values it can hold, must hold, and is meant to hold.
import { decimalsOf } from '../money.ts';
import type { Check } from './check.ts';
import { isDate } from './check.ts';
import type { Setting } from './condition.ts';
import { resolveDate, type Stretch } from './days.ts';
import { findField } from './fields.ts';
import { type Condition, clausesOf } from './grammar.ts';
import { numberOf, toMinor } from './leaf.ts';
import type { Literal } from './tokens.ts';
import { complement, EVERYTHING, intersect, NOTHING, unite, type ValueSet } from './value-set.ts';

/** What the values of a field count: minor units of the shop's currency, things, or milliseconds of whole days. */
export type Unit = 'money' | 'count' | 'instant';

/**
 * Values of one field, as `holds` has it. Outside `may` the condition never holds, inside `must` it always does,
 * whatever else it asks. `said` is between them: what stands there when every other clause is left out; null where
 * nothing does.
 */
export type Reach = {
  readonly may: ValueSet;
  readonly must: ValueSet;
  readonly said: ValueSet | null;
};

/** The fields of a customer that a condition compares, whose values have an order. */
export function comparedFields(condition: Condition): readonly string[] {
  const names = clausesOf(condition).flatMap((clause) =>
    clause.kind === 'field' && unitOf(clause.field) !== null ? [clause.field] : [],
  );
  return [...new Set(names)];
}

/** What a field counts; null for one whose values have no order, and for those of events. */
export function unitOf(field: string): Unit | null {
  switch (findField(field, { event: false, custom: false })?.type) {
    case 'money':
      return 'money';
    case 'integer':
      return 'count';
    case 'date':
      return 'instant';
    default:
      return null;
  }
}

/** What a condition says of a field now. */
export function reachOf(condition: Condition, field: string, setting: Setting): Reach {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const join = condition.kind === 'and' ? intersect : unite;
      const parts = condition.children.map((child) => reachOf(child, field, setting));
      const said = parts.flatMap((part) => (part.said === null ? [] : [part.said]));
      return {
        may: join(parts.map(({ may }) => may)),
        must: join(parts.map(({ must }) => must)),
        said: said.length === 0 ? null : join(said),
      };
    }
    case 'not': {
      const { may, must, said } = reachOf(condition.child, field, setting);
      return {
        may: complement(must),
        must: complement(may),
        said: said === null ? null : complement(said),
      };
    }
    default: {
      if (condition.kind !== 'field' || condition.field !== field)
        return { may: EVERYTHING, must: NOTHING, said: null };
      const values = valuesOf(condition.check, (literal) => stretchOf(literal, field, setting));
      return { may: values, must: values, said: values };
    }
  }
}

/** The values that pass a check. `read` gives the values that are equal to a literal, null for no value at all. */
function valuesOf(check: Check, read: (literal: Literal) => Stretch | null): ValueSet {
  switch (check.kind) {
    case 'compare': {
      const limit = read(check.value);
      if (check.operator === '!=') return complement(present(limit));
      if (limit === null) return NOTHING;
      return present(compared(check.operator, limit));
    }
    case 'between': {
      const [first, last] = [read(check.from), read(check.to)];
      return present(
        first === null || last === null ? null : { from: first.from, until: last.until },
      );
    }
    case 'in': {
      const values = unite(check.values.map((value) => present(read(value))));
      return check.negated ? complement(values) : values;
    }
    case 'null': {
      const missing = { ...NOTHING, missing: true };
      return check.negated ? complement(missing) : missing;
    }
    case 'contains':
      return check.negated ? EVERYTHING : NOTHING;
  }
}

/** Day rule of the reference: `d > D` is from D+1 00:00. A number is a day of one. */
function compared(
  operator: Exclude<Extract<Check, { kind: 'compare' }>['operator'], '!='>,
  { from, until }: Stretch,
): Stretch {
  switch (operator) {
    case '=':
      return { from, until };
    case '>':
      return { from: until, until: Infinity };
    case '>=':
      return { from, until: Infinity };
    case '<':
      return { from: -Infinity, until: from };
    case '<=':
      return { from: -Infinity, until };
  }
}

function present(stretch: Stretch | null): ValueSet {
  return unite([{ stretches: stretch === null ? [] : [stretch], missing: false }]);
}

/** A fraction equals no whole number, but lies between two: below it is up to the next one, above it from there on. */
function stretchOf(literal: Literal, field: string, setting: Setting): Stretch | null {
  if (isDate(literal)) return resolveDate(literal, setting.zone)(setting.now);
  const decimals = unitOf(field) === 'money' ? (decimalsOf(setting.currency) ?? 2) : null;
  const value = decimals === null ? numberOf(literal) : toMinor(literal, decimals);
  if (Number.isNaN(value)) return null;
  return { from: Math.ceil(value), until: Math.floor(value) + 1 };
}
