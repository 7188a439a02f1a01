// The Shop port: what we ask a connected store to do, and what we read back from it.
import type { DiscountTerms, Worth } from '../discounts/discount.ts';
import type { NewEvent, ShopKey } from '../events/shop-event.ts';
import type { Money } from '../money.ts';

/** `by-hand`: this shop cannot be asked; a teammate does it and presses Done. */
export type ShopAnswer =
  | { readonly kind: 'done'; readonly ref: string }
  | { readonly kind: 'by-hand' };

/** A code as the shop has it. */
export type ShopDiscount = {
  readonly ref: string;
  readonly code: string;
  /** null: of another kind than ours. */
  readonly worth: Worth | null;
  readonly expiresAt: Date | null;
  readonly uses: number | null;
  /** How often it was used, as far as the shop has counted; null: it does not say. */
  readonly used: number | null;
};

/** What is given back of an order; `key` is the caller's own name for it. */
export type ShopRefund = {
  readonly orderRef: string;
  readonly money: Money;
  readonly key: string;
};

/** A page of a shop's admin: an order or a customer, by the shop's own id. */
export type ShopLink = { readonly kind: 'order' | 'customer'; readonly ref: string };

/** What is given to a customer to spend in the shop; `key` is the caller's own name for it. */
export type ShopCredit = {
  readonly customerRef: string;
  readonly money: Money;
  readonly key: string;
};

/**
 * One store. Every method throws VendorError: `ambiguous` when the shop may have acted, `retryable` when asking again
 * may help. All writes can be repeated: the same call twice leaves the shop as once.
 */
export interface Shop {
  readonly key: ShopKey;
  /** What people call it: "example-store". */
  readonly name: string;
  /** Makes a code for one customer (null: for anyone). Throws VendorError with status 409 when the code exists already. */
  createDiscount(order: {
    readonly code: string;
    readonly terms: DiscountTerms;
    readonly title: string;
    readonly customerRef: string | null;
    readonly startsAt: Date;
  }): Promise<ShopAnswer>;
  /** The code as the shop has it, or null; undefined when this shop cannot be asked. */
  findDiscount(code: string): Promise<ShopDiscount | null | undefined>;
  /** Whether tags can be changed by asking; otherwise the answer is `by-hand`. */
  readonly canTag: boolean;
  /** Makes a code good for nothing any more; one that is gone already counts as done. */
  withdrawDiscount(code: string): Promise<ShopAnswer>;
  /** Puts the customer into a group of the shop, and out of the one they are in; null: into none. */
  setGroup(customerRef: string, group: string | null): Promise<ShopAnswer>;
  addTag(customerRef: string, tag: string): Promise<ShopAnswer>;
  removeTag(customerRef: string, tag: string): Promise<ShopAnswer>;
  /**
   * Gives money of an order back, to where it was paid from, and tells the customer as the shop does. Under the same key once
   * only, where the shop keeps keys. A shop gives back no more than was paid: it refuses what is more.
   */
  refundOrder(refund: ShopRefund): Promise<ShopAnswer>;
  /** The refund of an order that was made under a key, or null; undefined when this shop cannot be asked. */
  findRefund(
    refund: Pick<ShopRefund, 'orderRef' | 'key'>,
  ): Promise<{ readonly ref: string } | null | undefined>;
  /**
   * Adds to what the customer may spend in the shop instead of money, and tells them as the shop does. Twice under one key may
   * be twice: an uncertain end is for a person.
   */
  giveCredit(credit: ShopCredit): Promise<ShopAnswer>;
  /** The order (and its customer) as historic facts, or null when the shop has none; undefined when it cannot be asked. */
  fetchOrder(orderRef: string): Promise<readonly NewEvent[] | null | undefined>;
  /** The customer with all orders and refunds so far, as historic facts; null: unknown; undefined: cannot be asked. */
  fetchCustomer(customerRef: string): Promise<readonly NewEvent[] | null | undefined>;
  /** What a link to this shop's admin shows; null for any other link. */
  readLink(url: URL): ShopLink | null;
  /** Asks for something harmless, for `regulars check`; throws VendorError. */
  ping(): Promise<void>;
}
