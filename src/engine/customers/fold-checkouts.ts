// Checkouts out of events: which one an event tells of, and what several come to.
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import {
  type Checkout,
  type CheckoutKey,
  checkoutFactOf,
  checkoutKeyText,
  mergeCheckout,
} from './checkouts.ts';

/** An event with whose it is; null where its shop named nobody. */
export type Told = { readonly event: ShopEvent; readonly customerId: CustomerId | null };

/** The checkout that an event tells of, or that its order came of; null for any other event. */
export function checkoutKeyOf({ shop, fact }: ShopEvent): CheckoutKey | null {
  if (fact.type === 'checkout.abandoned') return { shop: fact.shop, ref: fact.checkout.ref };
  if ('checkout' in fact) return { shop, ref: fact.checkout.ref };
  if (!('order' in fact) || fact.order.checkoutRef === undefined) return null;
  return { shop, ref: fact.order.checkoutRef };
}

/**
 * The checkouts after these events, starting from what is known, by `checkoutKeyText`. What shops say may come in any
 * order; our own word that one was left comes after what it is about.
 */
export function foldCheckouts(
  known: readonly Checkout[],
  told: readonly Told[],
): ReadonlyMap<string, Checkout> {
  const folded = new Map(known.map((checkout) => [checkoutKeyText(checkout), checkout]));
  for (const each of told) {
    const key = checkoutKeyOf(each.event);
    if (key === null) continue;
    const text = checkoutKeyText(key);
    const after = afterEvent(folded.get(text) ?? null, each);
    if (after !== null) folded.set(text, after);
  }
  return folded;
}

function afterEvent(known: Checkout | null, { event, customerId }: Told): Checkout | null {
  const fact = checkoutFactOf(event.fact);
  if (fact !== null) return mergeCheckout(known, event, fact, customerId);
  // That it was left says nothing of what is in it.
  if (event.fact.type !== 'checkout.abandoned' || known === null) return known;
  return { ...known, abandonedAt: event.occurredAt };
}
