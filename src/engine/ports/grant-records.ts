// Codes made for customers and the orders that used them, as storage keeps them.
import type { Grant, GrantWithUses } from '../discounts/grant.ts';
import type { CustomerId } from '../ids.ts';

/** Which orders use a code is noted with every order that is saved, in whatever order they come. */
export interface GrantRecords {
  /** Once for each step; repeating it changes nothing. */
  insert(grant: Grant): Promise<void>;
  /** Notes that a code is good for nothing any more; one that is not known is left alone. */
  withdraw(code: string, at: Date): Promise<void>;
  /** What a customer was granted at this instant or later, newest first. */
  ofCustomer(customerId: CustomerId, since: Date): Promise<readonly GrantWithUses[]>;
  /** Takes the codes out of a customer's grants; the numbers stay. */
  eraseOf(customerId: CustomerId): Promise<void>;
}
