// What people did before they ordered, as storage keeps it: checkouts, and products they looked at.
import type { Checkout, CheckoutKey } from '../customers/checkouts.ts';
import type { ProductView } from '../customers/product-view.ts';
import type { CustomerId } from '../ids.ts';

/** Of a checkout that is quiet nothing was heard since `heardBefore`; one last touched before `activeAfter` is the past. */
export type QuietWindow = { readonly heardBefore: Date; readonly activeAfter: Date };

export interface CheckoutRecords {
  /** Makes others who project something of these checkouts wait until the transaction ends, known or not. */
  lock(keys: readonly CheckoutKey[]): Promise<void>;
  get(key: CheckoutKey): Promise<Checkout | null>;
  getMany(keys: readonly CheckoutKey[]): Promise<readonly Checkout[]>;
  ofCustomer(customerId: CustomerId): Promise<readonly Checkout[]>;
  /** Writes whole checkouts, new or known. */
  saveMany(checkouts: readonly Checkout[]): Promise<void>;
  /**
   * Notes by which order each of these was bought: one that says it came of the checkout, or any but a test that its
   * customer placed since it was started. Gives how many that changed.
   */
  noteBought(of: {
    readonly customers: readonly CustomerId[];
    readonly checkouts: readonly CheckoutKey[];
  }): Promise<number>;
  /**
   * Live checkouts of known customers that are quiet, and neither bought nor told as left; the longest quiet first,
   * from after `after`.
   */
  listQuiet(
    window: QuietWindow,
    page: { readonly limit: number; readonly after?: Checkout },
  ): Promise<readonly Checkout[]>;
  /** The checkout if `listQuiet` would list it, else null. */
  getQuiet(key: CheckoutKey, window: QuietWindow): Promise<Checkout | null>;
  /** When the latest checkout that a customer left, and did not buy after all, was started; null without one. */
  latestAbandoned(customerId: CustomerId): Promise<Date | null>;
  eraseOf(customerId: CustomerId): Promise<void>;
}

export interface ViewRecords {
  /** Adds views, each once; gives how many were new. */
  add(views: readonly ProductView[]): Promise<number>;
  ofCustomer(customerId: CustomerId): Promise<readonly ProductView[]>;
  /** Drops views from before an instant. */
  prune(before: Date): Promise<void>;
  eraseOf(customerId: CustomerId): Promise<void>;
}
