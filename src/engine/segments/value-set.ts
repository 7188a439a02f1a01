// Sets of whole numbers as stretches of a line: what a condition may ask of one value.
import type { Stretch } from './days.ts';

/** Half-open stretches in order, none touching the next, maybe infinite; `missing`: also where there is no value. */
export type ValueSet = { readonly stretches: readonly Stretch[]; readonly missing: boolean };

/** No value, and none missing. */
export const NOTHING: ValueSet = { stretches: [], missing: false };

/** Every value, and a missing one. */
export const EVERYTHING: ValueSet = {
  stretches: [{ from: -Infinity, until: Infinity }],
  missing: true,
};

/** What is in any of the sets. */
export function unite(sets: readonly ValueSet[]): ValueSet {
  const sorted = sets
    .flatMap(({ stretches }) => stretches)
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from - b.from);
  const joined: Stretch[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last === undefined || last.until < next.from) joined.push(next);
    else joined.splice(-1, 1, { from: last.from, until: Math.max(last.until, next.until) });
  }
  return { stretches: joined, missing: sets.some(({ missing }) => missing) };
}

/** What is in none of it. */
export function complement({ stretches, missing }: ValueSet): ValueSet {
  const ends = [-Infinity, ...stretches.map(({ until }) => until)];
  const starts = [...stretches.map(({ from }) => from), Infinity];
  const between = ends.flatMap((from, at) => {
    const until = starts[at] ?? Infinity;
    return from < until ? [{ from, until }] : [];
  });
  return { stretches: between, missing: !missing };
}

/** What is in all of the sets; of none everything is. */
export function intersect(sets: readonly ValueSet[]): ValueSet {
  return complement(unite(sets.map(complement)));
}
