// Folds what people did before they ordered: checkouts, the orders that bought them, products they looked at.
import { checkoutKeyOf, foldCheckouts, type Told } from '../customers/fold-checkouts.ts';
import { viewOf } from '../customers/product-view.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { Records } from '../ports/storage.ts';

/**
 * Makes others who project something of the same checkouts wait until the transaction ends. Comes before customers are
 * locked, in every flow.
 */
export async function lockCheckouts(
  records: Pick<Records, 'checkouts'>,
  events: readonly ShopEvent[],
): Promise<void> {
  await records.checkouts.lock(events.flatMap((event) => checkoutKeyOf(event) ?? []));
}

/** Folds events into checkouts and views; after the orders among them were saved. Repeating it changes nothing. */
export async function projectStorefront(
  records: Pick<Records, 'checkouts' | 'views'>,
  told: readonly Told[],
): Promise<void> {
  const views = told.flatMap(({ event, customerId }) =>
    customerId === null ? [] : (viewOf(event, customerId) ?? []),
  );
  if (views.length > 0) await records.views.add(views);
  await saveCheckouts(records, told);
  const buyers = told.flatMap(({ event, customerId }) =>
    'order' in event.fact && customerId !== null ? [customerId] : [],
  );
  const checkouts = told.flatMap(({ event }) => checkoutKeyOf(event) ?? []);
  if (buyers.length > 0 || checkouts.length > 0)
    await records.checkouts.noteBought({ customers: [...new Set(buyers)], checkouts });
}

async function saveCheckouts(
  records: Pick<Records, 'checkouts'>,
  told: readonly Told[],
): Promise<void> {
  const about = told.filter(({ event }) => 'checkout' in event.fact);
  if (about.length === 0) return;
  const known = await records.checkouts.getMany(
    about.flatMap(({ event }) => checkoutKeyOf(event) ?? []),
  );
  await records.checkouts.saveMany([...foldCheckouts(known, about).values()]);
}
