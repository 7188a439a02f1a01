// The hold-out: a share of the customers gets nothing, so that what an automation brings can be told from what comes anyway.
import { createHash } from 'node:crypto';
import type { CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';

/** How long after its start a customer's orders are counted, in days. */
export const HOLDOUT_DAYS = 30;

/** Fewer customers than this in a group say nothing. */
export const FEWEST = 100;

/** Whether a customer is among the held out: always the same answer for one automation and percentage, and never fewer with a larger one. */
export function isHeldOut(automation: string, customerId: CustomerId, percent: number): boolean {
  const digest = createHash('sha256').update(`holdout|${automation}|${customerId}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < percent / 100;
}

/** One of the two groups; `buyers` ordered within the days that are counted. */
export type HoldoutGroup = {
  readonly customers: number;
  readonly buyers: number;
  /** In the shop's currency. */
  readonly revenue: Money;
};

export type HoldoutGroups = { readonly treated: HoldoutGroup; readonly heldOut: HoldoutGroup };

/** `too-few`: it cannot be said yet. `chance`: the groups differ by no more than chance would make them. */
export type HoldoutVerdict = 'too-few' | 'chance' | 'more' | 'fewer';

/**
 * Compares the shares of buyers by the pooled two-proportion z test, two-sided at 5 % (NIST/SEMATECH e-Handbook of
 * Statistical Methods, 7.3.3). It needs at least `FEWEST` customers, and five buyers and five others expected, in each group.
 */
export function compareGroups({ treated, heldOut }: HoldoutGroups): HoldoutVerdict {
  const [n, m] = [treated.customers, heldOut.customers];
  if (Math.min(n, m) < FEWEST) return 'too-few';
  const pooled = (treated.buyers + heldOut.buyers) / (n + m);
  if (Math.min(pooled, 1 - pooled) * Math.min(n, m) < 5) return 'too-few';
  const difference = treated.buyers / n - heldOut.buyers / m;
  const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  if (Math.abs(z) < 1.96) return 'chance';
  return z > 0 ? 'more' : 'fewer';
}
