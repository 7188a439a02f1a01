// What a customer did in a shop before we listened, as far as the shop tells.
import type { Deps } from '../deps.ts';
import { VendorError } from '../errors.ts';
import type { NewEvent } from '../events/shop-event.ts';
import type { Shop } from '../ports/shop.ts';

/**
 * The events of a customer's past; none where the shop cannot tell. A shop that will not answer however often it is asked must
 * not keep an event from the automations. Throws VendorError to be tried again.
 */
export async function historyOf(
  deps: Pick<Deps, 'log'>,
  shop: Shop,
  ref: string,
): Promise<readonly NewEvent[]> {
  try {
    return (await shop.fetchCustomer(ref)) ?? [];
  } catch (error) {
    if (!(error instanceof VendorError) || error.retryable) throw error;
    deps.log.warn(
      { shop: shop.key, status: error.status },
      'a customer could not be completed from the shop',
    );
    return [];
  }
}
