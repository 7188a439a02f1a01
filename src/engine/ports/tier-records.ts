// The loyalty list as storage sees it: everybody put on the level of their spend, and everybody counted.
import type { Ladder } from '../customers/tier.ts';
import type { CustomerId } from '../ids.ts';

/** Customers who stand alike: on one level, held there by hand or not, with spend on one stretch of the ladder. */
export type Standing = {
  readonly tier: string | null;
  readonly pinned: boolean;
  /** The place in `stretchesOf` the ladder; null where there is no ladder, and for spend in another currency. */
  readonly stretch: number | null;
  readonly customers: number;
};

export interface TierRecords {
  /**
   * Puts the next customers who have to move, in the order of their ids, on the level of their spend; those who were
   * set by hand stay. `last` is whom to go on after, null at the end.
   */
  regroup(
    ladder: Ladder,
    page: { readonly limit: number; readonly after?: CustomerId },
  ): Promise<{ readonly moved: number; readonly last: CustomerId | null }>;
  /** Everybody, counted by how they stand. */
  standings(ladder: Ladder | null): Promise<readonly Standing[]>;
}
