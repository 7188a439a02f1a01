// An answered condition: every clause with the value that was seen.

/** A tree like the condition's own; leaves carry the value seen (null when missing) and, where it failed, by how much. */
export type Trace = {
  readonly text: string;
  readonly result: boolean;
  readonly actual?: string | number | boolean | readonly string[] | null;
  /** "needs more than 5,000.00": what would have made a failed leaf true. */
  readonly shortfall?: string;
  readonly children?: readonly Trace[];
};
