// Codes made for customers and the orders that used them, as storage keeps them.
import type { Grant, GrantOutcome, GrantSummary, GrantWithUses } from '../discounts/grant.ts';
import type { CustomerId } from '../ids.ts';

/** Which orders use a code is noted with every order that is saved, in whatever order they come. */
export interface GrantRecords {
  /** Once for each step; repeating it changes nothing. */
  insert(grant: Grant): Promise<void>;
  /** Notes that a code is good for nothing any more; one that is not known is left alone. */
  withdraw(code: string, at: Date): Promise<void>;
  /** What a customer was granted at this instant or later, newest first. */
  ofCustomer(customerId: CustomerId, since: Date): Promise<readonly GrantWithUses[]>;
  /**
   * Takes up to `limit` grants of which an outcome can be told, each by one caller only: redeemed once an order counts,
   * expired where none does and the code ended by `endedBy`.
   */
  takeOutcomes(
    outcome: GrantOutcome,
    when: { readonly now: Date; readonly endedBy: Date },
    limit: number,
  ): Promise<readonly GrantWithUses[]>;
  /** What came of the codes of an automation so far. */
  summary(automation: string, now: Date): Promise<GrantSummary>;
  /** Takes the codes out of a customer's grants; the numbers stay. */
  eraseOf(customerId: CustomerId): Promise<void>;
}
