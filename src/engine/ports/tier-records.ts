// The loyalty list as storage sees it: everybody put on the level of their spend, and everybody counted.
import type { Ladder, Standing } from '../customers/tier.ts';
import type { CustomerId } from '../ids.ts';

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
