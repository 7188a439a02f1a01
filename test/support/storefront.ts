// Checkouts and product views as shops tell of them, stating only what matters.
import type { CheckoutEventType, CustomerFacts, NewEvent } from '#engine/events/shop-event.ts';
import { anEvent, someone } from './events.ts';
import { NOW } from './world.ts';

/** A state of a checkout; `total` in US cents. */
export function aCheckout(
  given: {
    readonly type?: CheckoutEventType;
    readonly ref?: string;
    readonly total?: number;
    readonly customer?: CustomerFacts | null;
    readonly at?: Date;
    readonly startedAt?: Date;
    readonly historic?: boolean;
  } = {},
): NewEvent {
  const { type = 'checkout.started', ref = 'k-1', total = 9_200 } = given;
  const { customer = someone(), startedAt = NOW } = given;
  const price = { minor: total, currency: 'USD' };
  const items = [{ productId: 'p-1', title: 'Blue Train', quantity: 2, price }];
  const url = `https://shop.example/checkout/${ref}`;
  return anEvent({ type, customer, checkout: { ref, total: price, url, items, startedAt } }, given);
}

/** Somebody looks at a product. */
export function aView(given: {
  readonly product: string;
  readonly customer?: CustomerFacts;
  readonly at?: Date;
}): NewEvent {
  const { product, customer = someone() } = given;
  return anEvent({ type: 'product.viewed', customer, product: { ref: product } }, given);
}
