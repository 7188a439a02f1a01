// Profiles and events for conditions and actions: builders that state only what matters.
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import type { Fact, OrderItem, ShopEvent } from '#engine/events/shop-event.ts';
import { asId } from '#engine/ids.ts';

/** The instant the tests live in: a Wednesday, noon in UTC. */
export const NOW = new Date('2026-11-25T12:00:00Z');

type Said = Partial<Omit<Profile, 'totals'>> & { readonly totals?: Partial<Profile['totals']> };

/** A customer of a shop that sells in US dollars, made today, who never ordered. */
export function aProfile({ totals = {}, ...said }: Said = {}): Profile {
  const empty = emptyProfile(asId('customer', 'cus_TEST00000001'), NOW, 'USD', 'tok');
  return { ...empty, email: 'ada@example.com', ...said, totals: { ...empty.totals, ...totals } };
}

/** An event in the log with this fact. */
export function anEvent(fact: Fact): ShopEvent {
  return {
    id: asId('event', 'evt_TEST00000001'),
    seq: 1,
    shop: 'events',
    fact,
    occurredAt: NOW,
    receivedAt: NOW,
    historic: false,
  };
}

/** An `order.paid` (or another order event) over this many minor units. */
export function anOrderEvent(
  minor: number,
  currency = 'USD',
  type: 'order.paid' | 'order.placed' = 'order.paid',
): ShopEvent {
  const item: OrderItem = {
    productId: 'p1',
    title: 'Blue Train',
    quantity: 2,
    price: { minor, currency },
  };
  const total = { minor, currency };
  const order = {
    ref: '1',
    number: '#1054',
    total,
    placedAt: NOW,
    version: NOW,
    items: [item],
    discountCodes: [],
  };
  return anEvent({ type, customer: { ref: 'c1' }, order });
}

/** A subject over a profile alone. */
export function ofProfile(said: Said = {}): { readonly profile: Profile; readonly event: null } {
  return { profile: aProfile(said), event: null };
}

/** US dollars in minor units. */
export function usd(minor: number): { readonly minor: number; readonly currency: string } {
  return { minor, currency: 'USD' };
}
