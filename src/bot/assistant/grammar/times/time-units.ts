// The units that lengths of time are told in, in the letters that commands know them by.
import { type Lexicon, speaksOf } from '../lexicon/phrases.ts';

/** Days, weeks, months and years, as the segment language writes them. */
export type LongUnit = 'd' | 'w' | 'm' | 'y';

export type Unit = LongUnit | 'h' | 'min';

/** The unit that a word names; null where it names none. */
export function unitOf(lexicon: Lexicon, word: string): Unit | null {
  for (const [concept, unit] of UNITS) if (speaksOf(lexicon, concept, word)) return unit;
  return null;
}

const UNITS = [
  ['day', 'd'],
  ['week', 'w'],
  ['month', 'm'],
  ['year', 'y'],
  ['hour', 'h'],
  ['minute', 'min'],
] as const;
