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
export type GrantUse = { readonly total: Money; readonly placedAt: Date };

export type GrantWithUses = Grant & { readonly uses: readonly GrantUse[] };
