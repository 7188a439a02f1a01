// A customer first seen through a shop's event gets the orders they had before, so that lifetime spend does not start at install.

import { customerFactsOf } from '../customers/project.ts';
import type { Deps } from '../deps.ts';
import { VendorError } from '../errors.ts';
import type { CustomerId, EventId } from '../ids.ts';
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
  if (ref !== undefined && shop !== undefined) {
    const history = await fetchOrGiveUp(deps, () => shop.fetchCustomer(ref), job.customerId);
    if (history != null) await projectHistory(deps, history);
  }
  await deps.storage.enqueue([{ job: { ...job, name: 'evaluate' } }]);
}

/** A shop that will not answer however often it is asked must not keep the event from the automations. */
async function fetchOrGiveUp<Result>(
  deps: CompleteDeps,
  fetch: () => Promise<Result>,
  customerId: CustomerId,
): Promise<Result | null> {
  try {
    return await fetch();
  } catch (error) {
    if (!(error instanceof VendorError) || error.retryable) throw error;
    deps.log.warn(
      { customerId, vendor: error.vendor, status: error.status },
      'a customer could not be completed from the shop',
    );
    return null;
  }
}
