// What a customer was given lately, and what came of it: the ledger beside a decision on one more code.
import { addUp, type Money } from '../money.ts';
import type { GrantWithUses } from './grant.ts';

/** How far back the ledger looks, in days; a code made exactly so long ago still counts. */
export const EXPOSURE_DAYS = 90;

export type Exposure = {
  /** Codes made for the customer and not taken back. */
  readonly granted: number;
  /** What these were expected to cost, one amount a currency. */
  readonly cost: readonly Money[];
  /** How many of them were used. */
  readonly redeemed: number;
  /** The totals of the orders that used them, one amount a currency. */
  readonly ordered: readonly Money[];
};

/** The ledger over a customer's grants. */
export function exposureOf(grants: readonly GrantWithUses[]): Exposure {
  const standing = grants.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    granted: standing.length,
    cost: addUp(standing.map(({ cost }) => cost)),
    redeemed: standing.filter(({ uses }) => uses.length > 0).length,
    ordered: addUp(standing.flatMap(({ uses }) => uses.map(({ total }) => total))),
  };
}
