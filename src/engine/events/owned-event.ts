// An event of the log with whose it is, and whose it turns out to be when the log is read in the order of time.
import type { CustomerId } from '../ids.ts';
import type { ShopEvent } from './shop-event.ts';

/** An event with whose it is; null: nobody's, as far as the log says. */
export type OwnedEvent = { readonly event: ShopEvent; readonly customerId: CustomerId | null };

/** Whose events are, asked in the order in which they happened; null: nobody's. */
export type OwnersInTime = { readonly of: (owned: OwnedEvent) => CustomerId | null };

/** A refund or a return may have come before its order and be nobody's in the log; in order of time the order comes first. */
export function createOwnersInTime(): OwnersInTime {
  // Shops are few: a map for each spares a new key for every order.
  const shops = new Map<string, Map<string, CustomerId>>();
  return {
    of({ event: { fact, shop }, customerId }) {
      if (customerId !== null) {
        if ('order' in fact) remember(shops, shop, fact.order.ref, customerId);
        return customerId;
      }
      const orderRef =
        'refund' in fact ? fact.refund.orderRef : 'return' in fact ? fact.return.orderRef : null;
      return orderRef === null ? null : (shops.get(shop)?.get(orderRef) ?? null);
    },
  };
}

function remember(
  shops: Map<string, Map<string, CustomerId>>,
  shop: string,
  orderRef: string,
  customerId: CustomerId,
): void {
  const orders = shops.get(shop);
  if (orders === undefined) shops.set(shop, new Map([[orderRef, customerId]]));
  else orders.set(orderRef, customerId);
}
