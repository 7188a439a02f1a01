// Places in a ranking that changes all the time, and the percentage that a place stands for.

/** Values in order; how many are at least as large as one is told without looking at all of them. */
export type Ranking = {
  readonly add: (value: number) => void;
  /** Takes one of these values out; it must be there. */
  readonly remove: (value: number) => void;
  readonly atLeast: (value: number) => number;
};

/** A run of values this long is cut in two: short enough to move, long enough to skip. */
const LONGEST = 1024;

/** An empty ranking: sorted values in runs, so that a change moves few of them. */
export function createRanking(): Ranking {
  const runs: number[][] = [[]];
  const runOf = (value: number) => {
    const at = runs.findIndex((run) => (run.at(-1) ?? Number.NEGATIVE_INFINITY) >= value);
    return at === -1 ? runs.length - 1 : at;
  };
  return {
    add(value) {
      const at = runOf(value);
      const run = runs[at] ?? [];
      run.splice(firstAtLeast(run, value), 0, value);
      if (run.length > LONGEST) runs.splice(at + 1, 0, run.splice(LONGEST / 2));
    },
    remove(value) {
      const at = runOf(value);
      const run = runs[at] ?? [];
      run.splice(firstAtLeast(run, value), 1);
      if (run.length === 0 && runs.length > 1) runs.splice(at, 1);
    },
    atLeast(value) {
      const at = runOf(value);
      const run = runs[at] ?? [];
      const later = runs.slice(at + 1).reduce((count, other) => count + other.length, 0);
      return run.length - firstAtLeast(run, value) + later;
    },
  };
}

/**
 * The percentage of the others who have less, 0 to 100, of who shares the place (how many have at least as much) among
 * so many. Alone, one is ahead of everybody.
 */
export function rankOf(place: number | null, total: number): number | null {
  if (place === null) return null;
  if (total <= 1) return 100;
  return Math.min(100, Math.max(0, Math.floor((100 * (total - place)) / (total - 1))));
}

function firstAtLeast(run: readonly number[], value: number): number {
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((run[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
