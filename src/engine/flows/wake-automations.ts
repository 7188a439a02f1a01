// Hands an event that was projected on: to the automations and to the segments of its customer.
import type { Profile } from '../customers/profile.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { Records } from '../ports/storage.ts';

/**
 * Enqueues what an event may bring about, inside the transaction that projected it. While a customer is not completed
 * every event of theirs waits: a condition must not be asked of half of them.
 */
export async function wakeAutomations(
  records: Pick<Records, 'enqueue'>,
  event: ShopEvent,
  profile: Profile,
): Promise<void> {
  const customerId = profile.id;
  if (profile.known.awaited !== undefined) {
    await records.enqueue([{ job: { name: 'complete', eventId: event.id, customerId } }]);
    return;
  }
  await records.enqueue([
    { job: { name: 'evaluate', eventId: event.id, customerId } },
    { job: { name: 'refresh-segments', customerId } },
  ]);
}
