// What is said of customers, clause by clause, as a query of the segment language.

import { coverFrom, type Reading, type Step, type Wanted } from '../cover.ts';
import { means } from '../kept-text.ts';
import type { Lattice } from '../lattice.ts';
import type { Concept } from '../lexicon/phrases-en.ts';
import type { Edge } from '../part.ts';
import { CLAUSES } from './clauses.ts';
import { type Said, said } from './said.ts';

/** How far a clause may reach. */
const LONGEST_CLAUSE = 16;
const MOST_CLAUSES = 10;

/** Clauses that do not say of whom: only some of them can stand so. */
const HEADLESS = 0.3;

/** "How many have not ordered" asks for people without saying so. */
const COUNTED = 0.1;

const OPENING: ReadonlySet<Concept> = new Set(['who', 'that', 'not']);

/** A time belongs to what was said before it rather than to what comes next. */
const STRAY_TIME = 0.3;

/** Who is spoken of, before what is said of them. */
const HEADS: Wanted = {
  needs: [['everyone', 'who', 'customer', 'ofThem']],
  may: ['who', 'that', 'everyone', 'customer', 'ofThem'],
  takes: [],
};

/** Between two clauses. */
const LINKS: Wanted = {
  needs: [['and', 'or', 'but', 'who', 'that']],
  may: ['who', 'that', 'everyone', 'and', 'but'],
  takes: [],
};

/** Each stretch of the sentence that says who is meant, as people with their query. */
export function findPeople(lattice: Lattice): readonly Edge[] {
  const known = new Map<number, readonly Clause[]>();
  const clausesAt = (at: number) => {
    const found = known.get(at) ?? clausesFrom(lattice, at);
    known.set(at, found);
    return found;
  };
  const counted = new Set(
    lattice.edges.flat().flatMap(({ part, to }) => (means(part, 'count') ? [to] : [])),
  );
  return Array.from({ length: lattice.length }, (_, from) => {
    const heads = coverFrom(lattice, from, HEADS, Math.min(lattice.length, from + 6));
    const isCounted = counted.has(from) && isNegatedAt(lattice, from);
    const none = { to: from, cost: isCounted ? COUNTED : HEADLESS, steps: [], isCounted };
    return [...heads.map((head) => ({ ...head, isCounted: false })), none].flatMap((head) =>
      chainsFrom(lattice, clausesAt, from, head),
    );
  }).flat();
}

/** Whether it is said here, or behind a helping verb, that something was not. */
function isNegatedAt({ edges }: Lattice, from: number): boolean {
  return [from, from + 1].some((at) => (edges[at] ?? []).some(({ part }) => means(part, 'not')));
}

type Clause = {
  readonly to: number;
  readonly cost: number;
  readonly query: string;
  readonly standsAlone: boolean;
  /** Begins with when it was, and says only then what. */
  readonly isTimeFirst: boolean;
};

/** What each clause that begins here says, the cheapest of each length. */
function clausesFrom(lattice: Lattice, from: number): readonly Clause[] {
  const farthest = Math.min(lattice.length, from + LONGEST_CLAUSE);
  const best = new Map<number, Clause>();
  for (const clause of CLAUSES)
    for (const { to, cost, steps } of coverFrom(lattice, from, clause.wanted, farthest)) {
      const known = best.get(to);
      if (known !== undefined && known.cost <= cost) continue;
      if (endsOpen(steps) || leavesTimeOut(steps)) continue;
      const what = said(steps);
      const query = isTooMuch(what) ? null : clause.write(what);
      if (query !== null) {
        const isTimeFirst = beginsWithTime(steps, clause.wanted);
        best.set(to, { to, cost, query, standsAlone: clause.standsAlone, isTimeFirst });
      }
    }
  return [...best.values()];
}

/** "Who" and "not" are said of what comes after them; so are "over" and "from", however they were read. */
function endsOpen(steps: readonly Step[]): boolean {
  const at = steps.findLastIndex(
    ({ part, concepts }) => part.kind !== 'phrase' || concepts.length > 0,
  );
  const last = steps[at];
  if (last === undefined || last.part.kind !== 'phrase') return false;
  if (last.concepts.some((concept) => OPENING.has(concept))) return true;
  // "Three or more" is complete.
  const isBehind = steps[at - 1]?.part.kind === 'number';
  return means(last.part, 'over', 'under', 'between') || (!isBehind && means(last.part, 'least'));
}

/** Of two times a clause would write one; two days between which something was are read as one stretch. */
function isTooMuch({ durations, days, numbers }: Said): boolean {
  return durations.length + days.length > 1 || numbers.length > 2;
}

/** Words that say nothing without a time, and nothing else: of "since May" not even half is left out. */
const OF_TIME: readonly Concept[] = ['since', 'after', 'ago', 'past'];
const OF_OTHER: readonly Concept[] = ['from', 'between', 'least', 'last', 'as'];

function leavesTimeOut(steps: readonly Step[]): boolean {
  const hasTime = steps.some(({ part }) => part.kind === 'duration' || part.kind === 'days');
  return (
    !hasTime &&
    steps.some(
      ({ part, concepts }) =>
        concepts.some((one) => OF_TIME.includes(one)) && !means(part, ...OF_OTHER),
    )
  );
}

function beginsWithTime(steps: readonly Step[], { needs }: Wanted): boolean {
  const first = steps.find(
    ({ part, concepts }) =>
      part.kind === 'duration' ||
      part.kind === 'days' ||
      concepts.some((concept) => needs.some((anyOf) => anyOf.includes(concept))),
  );
  return first?.part.kind === 'duration' || first?.part.kind === 'days';
}

/** All of these hold, of each the one or the other. */
type All = readonly (readonly string[])[];

type Chain = { readonly cost: number; readonly all: All; readonly count: number };

/** "Or" joins what is of one kind; null where it may reach further than that. */
function joined(all: All, joint: 'AND' | 'OR', query: string): All | null {
  const last = all.at(-1);
  // Nobody is on two tiers: "silver and gold customers" are both kinds of them.
  const areBoth = [query, ...(last ?? [])].every((one) => one.startsWith('tier = '));
  if (last === undefined || (joint === 'AND' && !areBoth)) return [...all, [query]];
  const isOfOneKind = fieldOf(last.at(-1) ?? '') === fieldOf(query);
  return all.length === 1 || isOfOneKind ? [...all.slice(0, -1), [...last, query]] : null;
}

function fieldOf(query: string): string {
  return query.slice(0, query.indexOf(' '));
}

function queryOf(all: All): string {
  return all
    .map((some) => {
      const either = some.join(' OR ');
      return some.length > 1 && all.length > 1 ? `(${either})` : either;
    })
    .join(' AND ');
}

/** One clause after the other, joined by what stands between them: and where nothing does. */
function chainsFrom(
  lattice: Lattice,
  clausesAt: (at: number) => readonly Clause[],
  from: number,
  head: Reading & { readonly isCounted: boolean },
): readonly Edge[] {
  const ends = new Map<number, Chain>();
  const starts: (Chain & { readonly at: number })[] = [
    { at: head.to, cost: head.cost, all: [], count: 0 },
  ];
  for (let next = starts.shift(); next !== undefined; next = starts.shift()) {
    if (next.count === MOST_CLAUSES) continue;
    for (const { at, cost, joint } of jointsFrom(lattice, next.at, next.count === 0))
      for (const clause of clausesAt(at)) {
        if (next.count === 0 && head.to === from && !head.isCounted && !clause.standsAlone)
          continue;
        const all = joined(next.all, joint, clause.query);
        if (all === null) continue;
        const stray = clause.isTimeFirst && next.count > 0 && at === next.at ? STRAY_TIME : 0;
        const found = {
          cost: next.cost + cost + clause.cost + stray,
          all,
          count: next.count + 1,
        };
        const known = ends.get(clause.to);
        if (known !== undefined && known.cost <= found.cost) continue;
        ends.set(clause.to, found);
        starts.push({ ...found, at: clause.to });
      }
  }
  const narrows = head.steps.some(({ concepts }) => concepts.includes('ofThem'));
  return [...ends].map(([to, { cost, all }]) => ({
    from,
    to,
    cost,
    part: { kind: 'people', query: queryOf(all), ...(narrows ? { narrows } : {}) },
  }));
}

function jointsFrom(
  lattice: Lattice,
  at: number,
  isFirst: boolean,
): readonly { readonly at: number; readonly cost: number; readonly joint: 'AND' | 'OR' }[] {
  const none = [{ at, cost: 0, joint: 'AND' as const }];
  if (isFirst) return none;
  const links = coverFrom(lattice, at, LINKS, Math.min(lattice.length, at + 4)).map((link) => ({
    at: link.to,
    cost: link.cost,
    joint: link.steps.some(({ concepts }) => concepts.includes('or'))
      ? ('OR' as const)
      : ('AND' as const),
  }));
  const marks = (lattice.edges[at] ?? []).flatMap((edge) =>
    edge.part.kind === 'mark' ? [{ at: edge.to, cost: edge.cost, joint: 'AND' as const }] : [],
  );
  return [...none, ...links, ...marks];
}
