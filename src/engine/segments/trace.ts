// An answered condition: every clause with the value that was seen.

import type { Shortfall } from './shortfall.ts';

/** A tree like the condition's own; leaves carry the value seen (null when missing) and, where it failed, by how much. */
export type Trace = {
  readonly text: string;
  readonly result: boolean;
  readonly actual?: string | number | boolean | readonly string[] | null;
  /** Why a failed leaf failed; a text in what an earlier version has kept. */
  readonly shortfall?: Shortfall | string;
  readonly children?: readonly Trace[];
};
