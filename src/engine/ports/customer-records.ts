// Customers as storage keeps them, with what they bought and what happened with them.
import type { Identity } from '../customers/identity.ts';
import type { Profile } from '../customers/profile.ts';
import type { Order, Refund } from '../customers/purchases.ts';
import type { NewTimelineEntry, TimelineEntry, TimelineKind } from '../customers/timeline.ts';
import type { ShopKey } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Page } from './page.ts';

/** Somebody whom a text names; `order` where it is the number of an order of theirs. */
export type Named = {
  readonly profile: Profile;
  readonly order: { readonly shop: string; readonly number: string } | null;
};

/**
 * How near somebody is to a text: it is their whole name; all its words are theirs; words of theirs begin so, or have
 * it in them; every word is one slip of the keyboard away.
 */
export type Nearness = 'name' | 'words' | 'beginnings' | 'parts' | 'similar';

export type Found = { readonly profile: Profile; readonly nearness: Nearness };

export interface CustomerRecords {
  /** Who has this id; by the id of somebody who was absorbed, who absorbed them. */
  get(id: CustomerId): Promise<Profile | null>;
  /** Like `get`, and nobody else changes this customer until the transaction ends. */
  lock(id: CustomerId): Promise<Profile | null>;
  /** Writes the whole profile. */
  save(profile: Profile): Promise<void>;
  findByIdentity(identity: Identity): Promise<CustomerId | null>;
  /** Makes others who look for these identities wait until the transaction ends, so that nobody becomes two customers. */
  lockIdentities(identities: readonly Identity[]): Promise<void>;
  /** Who has these identities, by `identityKey`; those of nobody are missing. */
  findByIdentities(identities: readonly Identity[]): Promise<ReadonlyMap<string, CustomerId>>;
  getMany(ids: readonly CustomerId[]): Promise<readonly Profile[]>;
  /** Like `getMany`, and nobody else changes these customers until the transaction ends. */
  lockMany(ids: readonly CustomerId[]): Promise<readonly Profile[]>;
  /** Writes whole profiles, new or known, and their identities. */
  saveMany(
    profiles: readonly Profile[],
    identities: ReadonlyMap<CustomerId, readonly Identity[]>,
  ): Promise<void>;
  /** Notes that this identity is this customer's; the first one keeps it. */
  identify(id: CustomerId, identities: readonly Identity[]): Promise<void>;
  identitiesOf(id: CustomerId): Promise<readonly Identity[]>;
  findByUnsubscribeToken(token: string): Promise<CustomerId | null>;
  /** Takes a customer off the list; what is theirs has gone to somebody else before. */
  remove(id: CustomerId): Promise<void>;
  /** Whom a text names exactly: by our id, a shop's id, an e-mail, a phone however it is written, an order's number. */
  named(who: string, limit: number): Promise<readonly Named[]>;
  /** Whom a text may mean by name, e-mail or phone: the nearest first, of those who are as near the best customers. */
  search(text: string, limit: number): Promise<readonly Found[]>;
  /** Who is at all like a text that nobody was found by. */
  nearest(text: string, limit: number): Promise<readonly Profile[]>;
  /** Cities of these names, upper and lower case alike, in which customers live; `value` as conditions name them. */
  placesNamed(
    names: readonly string[],
  ): Promise<readonly { readonly city: string; readonly value: string }[]>;
  /** Tags of these names that customers have, upper and lower case alike, each as it is written on one of them. */
  tagsNamed(names: readonly string[]): Promise<readonly string[]>;
  /** Which of these words are, upper and lower case alike, a word of somebody's name. */
  namesAmong(words: readonly string[]): Promise<readonly string[]>;
  top(page: Page): Promise<readonly Profile[]>;
  count(): Promise<number>;
  /** Takes the person out of the profile and its identities and leaves a tombstone (a keyed hash of each identity). */
  erase(id: CustomerId, at: Date): Promise<void>;
  /** When somebody with one of these identities was last erased. */
  erasedAt(identities: readonly Identity[]): Promise<Date | null>;
  /** In the order of their ids. */
  listIds(page: Page): Promise<readonly CustomerId[]>;
}

export interface PurchaseRecords {
  /** What of the latest orders has one of these titles, upper and lower case alike; `id` as conditions name it. */
  productsNamed(
    titles: readonly string[],
  ): Promise<readonly { readonly title: string; readonly id: string }[]>;
  /** Makes others who project something of this order wait until the transaction ends, known or not. */
  lockOrder(shop: ShopKey, ref: string): Promise<void>;
  order(shop: ShopKey, ref: string): Promise<Order | null>;
  orderByNumber(number: string): Promise<Order | null>;
  saveOrder(order: Order): Promise<void>;
  ordersOf(customerId: CustomerId): Promise<readonly Order[]>;
  /**
   * What a customer bought and got back. With `order`, also that order and its refunds where they have come without
   * their customer.
   */
  purchasesOf(
    customerId: CustomerId,
    order: { readonly shop: ShopKey; readonly ref: string } | null,
  ): Promise<{ readonly orders: readonly Order[]; readonly refunds: readonly Refund[] }>;
  ordersOfMany(customerIds: readonly CustomerId[]): Promise<readonly Order[]>;
  refundsOfMany(customerIds: readonly CustomerId[]): Promise<readonly Refund[]>;
  saveRefunds(refunds: readonly Refund[]): Promise<void>;
  saveRefund(refund: Refund): Promise<void>;
  refundsOf(customerId: CustomerId): Promise<readonly Refund[]>;
  /** Refunds that came before their order get the order's customer. */
  adoptRefunds(shop: ShopKey, orderRef: string, customerId: CustomerId): Promise<void>;
  /** Bulk writing for imports: whole orders, new or replaced. */
  saveOrders(orders: readonly Order[]): Promise<void>;
}

export interface TimelineRecords {
  add(entries: readonly NewTimelineEntry[]): Promise<void>;
  /** Newest first. */
  list(customerId: CustomerId, page: Page): Promise<readonly TimelineEntry[]>;
  /** The newest entries of one kind. */
  latest(
    customerId: CustomerId,
    kind: TimelineKind,
    limit: number,
  ): Promise<readonly TimelineEntry[]>;
  eraseOf(customerId: CustomerId): Promise<void>;
}
