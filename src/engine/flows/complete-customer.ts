// A customer first seen through a shop's event gets the orders they had before, so that lifetime spend does not start at install.

import { historyCame } from '../customers/known.ts';
import type { Deps } from '../deps.ts';
import type { ShopKey } from '../events/shop-event.ts';
import type { CustomerId, EventId } from '../ids.ts';
import { historyOf } from './history-of.ts';
import { projectHistory } from './project-history.ts';
import { tellTierMove, totalsBeforeNews } from './tell-tier-move.ts';

type CompleteDeps = Pick<
  Deps,
  'storage' | 'shops' | 'now' | 'newId' | 'randomBytes' | 'playbook' | 'log' | 'crashpoint'
>;

/**
 * Fetches what the customer did in the shops that are still to be asked, folds it in, and lets the automations see the
 * event. Whichever event of theirs comes first asks; the others find it done. Throws VendorError to be tried again.
 */
export async function completeCustomer(
  deps: CompleteDeps,
  job: { readonly eventId: EventId; readonly customerId: CustomerId },
): Promise<void> {
  const profile = await deps.storage.customers.get(job.customerId);
  const awaited = profile?.known.awaited ?? [];
  for (const shop of awaited) await askShop(deps, profile?.id ?? job.customerId, shop);
  await deps.storage.transaction(async (records) => {
    const held = await records.customers.lock(job.customerId);
    if (held !== null && awaited.length > 0) {
      await records.customers.save({ ...held, known: historyCame(held.known, awaited) });
      const before = await totalsBeforeNews(deps, records, held, awaited);
      await tellTierMove(deps, records, { profile: held, before, cause: job.eventId });
    }
    await records.enqueue([
      { job: { ...job, name: 'evaluate' } },
      { job: { name: 'refresh-segments', customerId: held?.id ?? job.customerId } },
    ]);
  });
}

async function askShop(deps: CompleteDeps, customerId: CustomerId, key: ShopKey): Promise<void> {
  const shop = deps.shops.get(key);
  if (shop === undefined) return;
  for (const identity of await deps.storage.customers.identitiesOf(customerId)) {
    if (identity.shop === key && identity.kind === 'ref')
      await projectHistory(deps, await historyOf(deps, shop, identity.value));
  }
}
