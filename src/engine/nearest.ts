// The name somebody probably meant: the nearest of the known ones, by slips of the keyboard.

/** Longer words are no slips of a name; comparing them would only cost time. */
const LONGEST_WORD = 64;

/**
 * The known name nearest to a word, or null when none is near: at most one slip in three letters (a letter missing,
 * added, replaced or two swapped), upper and lower case alike. Of two that are as near, the one that begins more alike.
 */
export function nearestName(word: string, names: readonly string[]): string | null {
  if (word.length > LONGEST_WORD) return null;
  const allowed = Math.max(1, Math.floor(word.length / 3));
  const near = names
    .filter((name) => Math.abs(name.length - word.length) <= allowed)
    .map((name) => ({
      name,
      slips: countSlips(word.toLowerCase(), name.toLowerCase()),
      alike: countAlike(word, name),
    }))
    .filter(({ slips }) => slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips || b.alike - a.alike);
  return near[0]?.name ?? null;
}

function countAlike(word: string, name: string): number {
  let alike = 0;
  while (alike < word.length && word[alike] === name[alike]) alike += 1;
  return alike;
}

/** Slips of the keyboard between two words: optimal string alignment distance (Damerau 1964, restricted to adjacent swaps). */
export function countSlips(from: string, to: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      line[column] = Math.min(
        at(above, column) + 1,
        at(line, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = above;
    above = line;
  }
  return at(above, to.length);
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Number.POSITIVE_INFINITY;
}
