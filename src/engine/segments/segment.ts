// A named condition: what it asks, which version it is, who saved it and when.
import { UserError } from '../errors.ts';
import type { Invalid } from '../invalid.ts';

/** Saved under a name; changing it makes a new version, and the old ones are kept. */
export type Segment = {
  readonly name: string;
  /** The condition as it was written, in the segment language. */
  readonly query: string;
  /** Counts from 1 and never starts again, not even after a removal. */
  readonly version: number;
  /** The person, or what stands for one: `segments.yml`. */
  readonly savedBy: string;
  readonly savedAt: Date;
};

/** A segment before it has a version. */
export type SegmentDraft = Omit<Segment, 'version'>;

/** What became of a segment's members when they were looked at again. */
export type MembershipChange<Who> = {
  readonly entered: readonly Who[];
  readonly left: readonly Who[];
};

/** As long as Shopify allows (recorded answers of its Admin API). */
const MAX_NAME = 255;

/**
 * A segment about to be saved, its name and query without the blanks around them. The query is not read here. Throws
 * UserError (`invalid`) for a name that cannot be said in one line.
 */
export function draftSegment(said: SegmentDraft): SegmentDraft {
  const name = said.name.trim();
  const why = findNameFault(name);
  if (why !== null) throw new UserError({ code: 'invalid', field: 'name', ...why });
  return { ...said, name, query: said.query.trim() };
}

function findNameFault(name: string): Invalid | null {
  if (name === '') return { reason: 'segment-name-missing' };
  if (Array.from(name).length > MAX_NAME)
    return { reason: 'segment-name-too-long', most: MAX_NAME };
  // A line break or a direction mark would let a name pose as another part of a message.
  return /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(name)
    ? { reason: 'segment-name-hidden' }
    : null;
}
