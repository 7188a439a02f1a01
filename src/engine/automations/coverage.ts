// Who is covered by no rule or by several, and at which exact values rules leave a gap or meet.
import type { Money } from '../money.ts';
import type { Setting } from '../segments/condition.ts';
import type { Stretch } from '../segments/days.ts';
import { type Condition, conditionText, parseQuery } from '../segments/grammar.ts';
import { comparedFields, type Reach, reachOf, type Unit, unitOf } from '../segments/reach.ts';
import { complement, EVERYTHING, intersect, unite, type ValueSet } from '../segments/value-set.ts';
import { dayOf } from '../time.ts';

/** A named condition: a segment's, or that of an automation. */
export type Rule = {
  readonly kind: 'segment' | 'automation';
  readonly name: string;
  readonly condition: Condition;
};

/** Customers whom the same rules are true of, by the places of these rules; buyers have bought at least once. */
export type Pattern = {
  readonly rules: readonly number[];
  readonly buyers: number;
  readonly others: number;
};

/** How many are covered by no rule, by one, by more. */
export type Spread = {
  readonly total: number;
  readonly none: number;
  readonly one: number;
  readonly several: number;
};

/** Two rules that are true of the same customers. */
export type Overlap = { readonly rules: readonly Rule[]; readonly customers: number };

/** What patterns come to. */
export type RuleCounts = {
  /** Of each rule, in order, whom it is true of. */
  readonly customers: readonly number[];
  readonly everybody: Spread;
  readonly buyers: Spread;
  /** Pairs that share somebody, most first. */
  readonly overlaps: readonly Overlap[];
};

/** A value of a field, in its own unit. */
export type BoundValue =
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'day'; readonly day: string };

/**
 * Values of one field between the bounds of rules: a gap that none of them takes, or an overlap that two certainly
 * take. Both ends belong to it; null is without end.
 */
export type Seam = {
  readonly kind: 'gap' | 'overlap';
  readonly field: string;
  readonly first: BoundValue | null;
  readonly last: BoundValue | null;
  readonly rules: readonly Rule[];
  /** A gap that is not certain may be closed by what rules ask beside this field. */
  readonly certain: boolean;
};

/** Adds up patterns: they say of everybody which rules are true. */
export function countRules(rules: readonly Rule[], patterns: readonly Pattern[]): RuleCounts {
  return {
    customers: rules.map((_, at) =>
      sum(
        patterns.filter((pattern) => pattern.rules.includes(at)),
        everyone,
      ),
    ),
    everybody: spreadOf(patterns, everyone),
    buyers: spreadOf(patterns, ({ buyers }) => buyers),
    overlaps: overlapsOf(rules, patterns),
  };
}

/** The query that finds the buyers whom none of these rules covers; null where it would be too long to ask. */
export function uncoveredBuyers(rules: readonly Rule[]): string | null {
  const [first, ...others] = rules.map(({ condition }) => condition);
  if (first === undefined) return null;
  const covered: Condition =
    others.length === 0 ? first : { kind: 'or', children: [first, ...others] };
  const text = conditionText({ kind: 'and', children: [BUYER, { kind: 'not', child: covered }] });
  return parseQuery(text).ok ? text : null;
}

const BUYER: Condition = {
  kind: 'field',
  field: 'number_of_orders',
  check: { kind: 'compare', operator: '>=', value: { kind: 'number', value: 1, text: '1' } },
};

/** The gaps and overlaps in the bounds of rules over one field; single values first. */
export function findSeams(rules: readonly Rule[], setting: Setting): readonly Seam[] {
  const fields = new Set(rules.flatMap(({ condition }) => comparedFields(condition)));
  const seams = [...fields].flatMap((field) => {
    const unit = unitOf(field);
    if (unit === null) return [];
    const reached = rules.map((rule) => ({
      rule,
      reach: reachOf(rule.condition, field, setting),
    }));
    const shown = { field, value: showIn(unit, setting) };
    return [...gaps(reached, shown), ...overlaps(reached, shown)];
  });
  return seams.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)));
}

/** Whether it is about one single value. */
export function isExact({ first, last }: Seam): boolean {
  return first !== null && last !== null && JSON.stringify(first) === JSON.stringify(last);
}

type Reached = { readonly rule: Rule; readonly reach: Reach };
type Shown = { readonly field: string; readonly value: (value: number) => BoundValue };

function overlapsOf(rules: readonly Rule[], patterns: readonly Pattern[]): readonly Overlap[] {
  const shared = new Map<string, number>();
  for (const pattern of patterns) {
    for (const [at, a] of pattern.rules.entries()) {
      for (const b of pattern.rules.slice(at + 1)) {
        const pair = `${a} ${b}`;
        shared.set(pair, (shared.get(pair) ?? 0) + everyone(pattern));
      }
    }
  }
  return [...shared]
    .map(([pair, customers]) => ({
      rules: pair.split(' ').flatMap((at) => rules[Number(at)] ?? []),
      customers,
    }))
    .toSorted((a, b) => b.customers - a.customers);
}

/** What is beyond the lowest and the highest bound is no gap: nobody spoke of it. */
function gaps(reached: readonly Reached[], shown: Shown): readonly Seam[] {
  const speaking = reached.flatMap(({ rule, reach: { may, said } }) =>
    said === null || said.stretches.length === 0 || isWhole(said) ? [] : [{ rule, may, said }],
  );
  if (speaking.length < 2) return [];
  const taken = unite(speaking.map(({ said }) => said));
  return complement(taken)
    .stretches.filter(isBounded)
    .map((gap): Seam => {
      const beside = speaking.filter(({ said }) =>
        said.stretches.some(({ from, until }) => until === gap.from || from === gap.until),
      );
      const certain = speaking.every(({ may }) => !meets(may, gap));
      return { kind: 'gap', ...seam(gap, shown), rules: beside.map(({ rule }) => rule), certain };
    });
}

function overlaps(reached: readonly Reached[], shown: Shown): readonly Seam[] {
  return reached.flatMap((a, at) =>
    reached.slice(at + 1).flatMap((b) =>
      intersect([a.reach.must, b.reach.must]).stretches.map(
        (both): Seam => ({
          kind: 'overlap',
          ...seam(both, shown),
          rules: [a.rule, b.rule],
          certain: true,
        }),
      ),
    ),
  );
}

function seam({ from, until }: Stretch, { field, value }: Shown) {
  return {
    field,
    first: Number.isFinite(from) ? value(from) : null,
    last: Number.isFinite(until) ? value(until - 1) : null,
  };
}

function showIn(unit: Unit, { currency, zone }: Setting): (value: number) => BoundValue {
  switch (unit) {
    case 'money':
      return (minor) => ({ kind: 'money', money: { minor, currency } });
    case 'count':
      return (count) => ({ kind: 'count', count });
    case 'instant':
      return (ms) => ({ kind: 'day', day: dayOf(new Date(ms), zone) });
  }
}

function isBounded({ from, until }: Stretch): boolean {
  return Number.isFinite(from) && Number.isFinite(until);
}

function isWhole({ stretches }: ValueSet): boolean {
  return complement({ ...EVERYTHING, stretches }).stretches.length === 0;
}

function meets(set: ValueSet, stretch: Stretch): boolean {
  return intersect([set, { stretches: [stretch], missing: false }]).stretches.length > 0;
}

function spreadOf(patterns: readonly Pattern[], of: (pattern: Pattern) => number): Spread {
  const where = (fits: (rules: number) => boolean) =>
    sum(
      patterns.filter(({ rules }) => fits(rules.length)),
      of,
    );
  return {
    total: sum(patterns, of),
    none: where((rules) => rules === 0),
    one: where((rules) => rules === 1),
    several: where((rules) => rules > 1),
  };
}

function everyone({ buyers, others }: Pattern): number {
  return buyers + others;
}

function sum(patterns: readonly Pattern[], of: (pattern: Pattern) => number): number {
  return patterns.reduce((total, pattern) => total + of(pattern), 0);
}
