// The log as storage keeps it, and the deliveries that could not be read.
import type { OwnedEvent } from '../events/owned-event.ts';
import type { EventType, NewEvent, ShopEvent, ShopKey } from '../events/shop-event.ts';
import type { CustomerId, EventId } from '../ids.ts';
import type { Page } from './page.ts';

/** Events that came together; `raw` is the body they came in, kept 30 days. */
export type NewDelivery = {
  readonly events: readonly NewEvent[];
  readonly raw: Uint8Array | null;
};

/** A place in the log, by when things happened. */
export type LogPlace = { readonly at: Date; readonly seq: number };

export interface EventRecords {
  /** Appends what is new, in order; gives every delivery its events as they are in the log, null for one that was there. */
  append(
    deliveries: readonly NewDelivery[],
    receivedAt: Date,
  ): Promise<readonly (readonly (ShopEvent | null)[])[]>;
  get(id: EventId): Promise<ShopEvent | null>;
  /** What shops told us, newest first; what we noticed ourselves is left out. */
  list(page: Page): Promise<readonly ShopEvent[]>;
  /** Says whose event it is, so that it can be found and erased with them. */
  assign(owners: ReadonlyMap<EventId, CustomerId>): Promise<void>;
  /** Events with whose they are, in order of arrival, for a rebuild. */
  readOwned(afterSeq: number, limit: number): Promise<readonly OwnedEvent[]>;
  /** What shops told us, in the order in which it happened, from after a place on; for a back-test. */
  readInTime(after: LogPlace | null, limit: number): Promise<readonly OwnedEvent[]>;
  /** Drops raw bodies and dedupe keys from before an instant. */
  prune(before: Date): Promise<void>;
  /** All of a customer's events, in order of arrival. */
  allOf(customerId: CustomerId): Promise<readonly ShopEvent[]>;
  /** A customer's events of one type, newest first. */
  ofCustomer(customerId: CustomerId, type: EventType, limit: number): Promise<readonly ShopEvent[]>;
  /** Whether a customer has an event of one of these types that came after a place in the log. */
  hasLater(customerId: CustomerId, afterSeq: number, types: readonly EventType[]): Promise<boolean>;
  /** Takes the person out of one event, which came after they were forgotten. */
  erase(id: EventId): Promise<void>;
  /** Takes the person out of all their events. */
  eraseOf(customerId: CustomerId): Promise<void>;
  count(): Promise<number>;
}

/** A delivery that could not be read: kept whole until somebody replays or drops it. */
export type Quarantined = {
  readonly id: string;
  readonly shop: ShopKey;
  readonly topic: string;
  readonly deliveryId: string;
  readonly receivedAt: Date;
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  readonly body: Uint8Array;
};

export interface QuarantineRecords {
  /** Keeps a delivery; false when the same one is already there. */
  add(entry: Quarantined): Promise<boolean>;
  list(page: Page): Promise<readonly Quarantined[]>;
  get(id: string): Promise<Quarantined | null>;
  remove(id: string): Promise<void>;
}
