// What is said of customers, clause by clause, as a query of the segment language.

import { CLAUSES } from './clauses.ts';
import { coverFrom, type Reading, type Wanted } from './cover.ts';
import type { Lattice } from './lattice.ts';
import type { Edge } from './part.ts';
import { said } from './said.ts';

/** How far a clause may reach. */
const LONGEST_CLAUSE = 16;
const MOST_CLAUSES = 10;

/** Clauses that do not say of whom: only some of them can stand so. */
const HEADLESS = 0.3;

/** Who is spoken of, before what is said of them. */
const HEADS: Wanted = {
  needs: [['everyone', 'who', 'customer']],
  may: ['who', 'everyone', 'customer'],
  takes: [],
};

/** Between two clauses. */
const LINKS: Wanted = {
  needs: [['and', 'or', 'but', 'who']],
  may: ['who', 'everyone', 'and'],
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
  return Array.from({ length: lattice.length }, (_, from) => {
    const heads = coverFrom(lattice, from, HEADS, Math.min(lattice.length, from + 6));
    return [...heads, { to: from, cost: HEADLESS, steps: [] }].flatMap((head) =>
      chainsFrom(lattice, clausesAt, from, head),
    );
  }).flat();
}

type Clause = {
  readonly to: number;
  readonly cost: number;
  readonly query: string;
  readonly standsAlone: boolean;
};

/** What each clause that begins here says, the cheapest of each length. */
function clausesFrom(lattice: Lattice, from: number): readonly Clause[] {
  const farthest = Math.min(lattice.length, from + LONGEST_CLAUSE);
  const best = new Map<number, Clause>();
  for (const clause of CLAUSES)
    for (const { to, cost, steps } of coverFrom(lattice, from, clause.wanted, farthest)) {
      const known = best.get(to);
      if (known !== undefined && known.cost <= cost) continue;
      const query = clause.write(said(steps));
      if (query !== null) best.set(to, { to, cost, query, standsAlone: clause.standsAlone });
    }
  return [...best.values()];
}

/** One clause after the other, joined by what stands between them: and where nothing does. */
function chainsFrom(
  lattice: Lattice,
  clausesAt: (at: number) => readonly Clause[],
  from: number,
  head: Reading,
): readonly Edge[] {
  const ends = new Map<
    number,
    { readonly cost: number; readonly query: string; readonly count: number }
  >();
  const starts: { at: number; cost: number; query: string; count: number }[] = [
    { at: head.to, cost: head.cost, query: '', count: 0 },
  ];
  for (let next = starts.shift(); next !== undefined; next = starts.shift()) {
    if (next.count === MOST_CLAUSES) continue;
    for (const { at, cost, joint } of jointsFrom(lattice, next.at, next.count === 0))
      for (const clause of clausesAt(at)) {
        if (next.query === '' && head.to === from && !clause.standsAlone) continue;
        const query = next.query === '' ? clause.query : `${next.query} ${joint} ${clause.query}`;
        const found = { cost: next.cost + cost + clause.cost, query, count: next.count + 1 };
        const known = ends.get(clause.to);
        if (known !== undefined && known.cost <= found.cost) continue;
        ends.set(clause.to, found);
        starts.push({ ...found, at: clause.to });
      }
  }
  return [...ends].map(([to, { cost, query }]) => ({
    from,
    to,
    cost,
    part: { kind: 'people', query },
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
