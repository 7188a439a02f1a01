// Whom a link to a shop's admin is about.

import { type Identity, identityKey } from '../customers/identity.ts';
import type { Profile } from '../customers/profile.ts';
import type { Order } from '../customers/purchases.ts';
import type { Deps } from '../deps.ts';
import type { ShopKey } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { ShopLink } from '../ports/shop.ts';

/** What a link shows, as far as we know it; `order` is null for a link to a customer. */
export type Linked = { readonly profile: Profile; readonly order: Order | null };

/** Asks every connected shop whether the link is one of its own; null when none says so, or we know nothing of it. */
export async function followLink(
  { shops, storage }: Pick<Deps, 'shops' | 'storage'>,
  text: string,
): Promise<Linked | null> {
  const url = URL.parse(text);
  if (url === null) return null;
  for (const shop of shops.values()) {
    const link = shop.readLink(url);
    if (link !== null) return find(storage, shop.key, link);
  }
  return null;
}

async function find(
  storage: Deps['storage'],
  shop: ShopKey,
  { kind, ref }: ShopLink,
): Promise<Linked | null> {
  const order = kind === 'order' ? await storage.purchases.order(shop, ref) : null;
  if (kind === 'order' && order === null) return null;
  const id = order === null ? await customerOf(storage, shop, ref) : order.customerId;
  const profile = id === null ? null : await storage.customers.get(id);
  return profile === null ? null : { profile, order };
}

async function customerOf(
  { customers }: Deps['storage'],
  shop: ShopKey,
  value: string,
): Promise<CustomerId | null> {
  const identity: Identity = { shop, kind: 'ref', value };
  return (await customers.findByIdentities([identity])).get(identityKey(identity)) ?? null;
}
