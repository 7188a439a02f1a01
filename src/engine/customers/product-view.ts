// A product that a customer looked at, as far as the shop tells.
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId, EventId } from '../ids.ts';
import { addDuration } from '../time.ts';

/** One look; the event that told of it is its key. */
export type ProductView = {
  readonly eventId: EventId;
  readonly customerId: CustomerId;
  /** The shop's own id. */
  readonly productId: string;
  readonly at: Date;
};

/** Views are kept this long: whoever compares a season with the one before needs two years. */
const MONTHS_KEPT = 26;

/** The view that an event tells of; null for any other event. */
export function viewOf(event: ShopEvent, customerId: CustomerId): ProductView | null {
  if (!('product' in event.fact)) return null;
  const { id: eventId, occurredAt: at, fact } = event;
  return { eventId, customerId, productId: fact.product.ref, at };
}

/** Views from before this instant are dropped. */
export function viewsKeptSince(now: Date): Date {
  return addDuration(now, { amount: -MONTHS_KEPT, unit: 'mo' });
}
