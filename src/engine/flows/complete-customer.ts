// A customer first seen through a shop's event gets the orders they had before, so that lifetime spend does not start at install.

import { customerFactsOf } from '../customers/project.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId, EventId } from '../ids.ts';
import { historyOf } from './history-of.ts';
import { projectHistory } from './project-history.ts';

type CompleteDeps = Pick<
  Deps,
  'storage' | 'shops' | 'now' | 'newId' | 'randomBytes' | 'playbook' | 'log' | 'crashpoint'
>;

/** Fetches the customer's history, folds it in, and lets the automations see the event. Throws VendorError to be tried again. */
export async function completeCustomer(
  deps: CompleteDeps,
  job: { readonly eventId: EventId; readonly customerId: CustomerId },
): Promise<void> {
  const event = await deps.storage.events.get(job.eventId);
  if (event === null) return;
  const ref = customerFactsOf(event.fact)?.ref;
  const shop = deps.shops.get(event.shop);
  if (ref !== undefined && shop !== undefined)
    await projectHistory(deps, await historyOf(deps, shop, ref));
  await deps.storage.enqueue([{ job: { ...job, name: 'evaluate' } }]);
}
