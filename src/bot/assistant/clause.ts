// One way to say something of customers: what must be said, and the query that says the same.
import type { Wanted } from './cover.ts';
import type { Concept } from './phrases-en.ts';
import type { Said } from './said.ts';

/** One way to say something of customers. */
export type Clause = {
  readonly wanted: Wanted;
  /** The clause of the query; null when what was said does not add up. */
  readonly write: (said: Said) => string | null;
  /** Says by itself that it is about customers: "newsletter subscribers", "the top quarter". */
  readonly standsAlone: boolean;
};

/** How much is compared. */
export const COMPARE: readonly Concept[] = [
  'over',
  'under',
  'least',
  'most_',
  'exactly',
  'between',
  'and',
  'than',
  'longer',
  'older',
  'newer',
];
/** How times are said. */
export const WINDOW: readonly Concept[] = [
  'past',
  'during',
  'since',
  'before',
  'ago',
  'between',
  'in',
  'and',
  'over',
  'longer',
  'least',
  'under',
  'older',
  'newer',
];
/** What may stand in any clause. */
export const LOOSE: readonly Concept[] = [
  'who',
  'not',
  'without',
  'customer',
  'everyone',
  'in',
  'during',
  'when',
];

type Row = Wanted & { readonly write: Clause['write']; readonly standsAlone?: boolean };

/** A clause that stands alone only where that is said. */
export function clause({ write, standsAlone = false, ...wanted }: Row): Clause {
  return { wanted, write, standsAlone };
}
