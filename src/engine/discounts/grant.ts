// A grant: a code that was made for a customer, what it may cost, and the orders that used it.
import type { CustomerId, PlanId } from '../ids.ts';
import type { Money } from '../money.ts';

export type Grant = {
  readonly planId: PlanId;
  /** The step of the plan that made the code. */
  readonly position: number;
  readonly customerId: CustomerId;
  /** null: of no automation, such as the alternatives to a refund. */
  readonly automation: string | null;
  /** As it was made; null once its customer is forgotten. */
  readonly code: string | null;
  /** What it was expected to cost when it was made, in the shop's currency. */
  readonly cost: Money;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  /** When the code was taken back before anybody used it. */
  readonly withdrawnAt: Date | null;
};

/** An order that used a code and counts: paid, not cancelled, no test. */
export type GrantUse = {
  readonly total: Money;
  readonly placedAt: Date;
  /** What people call the order: "#1054". */
  readonly number: string | null;
};

/** The uses in the order in which they were made. */
export type GrantWithUses = Grant & { readonly uses: readonly GrantUse[] };

/** What came of a code in the end. One that was called expired may still turn out to have been redeemed in time. */
export type GrantOutcome = 'redeemed' | 'expired';

/** What came of all codes of an automation; those that were taken back are left out. */
export type GrantSummary = {
  readonly granted: number;
  readonly redeemed: number;
  /** Not redeemed, and cannot be any more. */
  readonly expired: number;
  /** What they were expected to cost, one amount a currency. */
  readonly cost: readonly Money[];
  /** The totals of the orders that used them, each order once, one amount a currency. */
  readonly ordered: readonly Money[];
};
