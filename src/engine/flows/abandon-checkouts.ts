// Checkouts that have gone quiet are told as left: found by the clock, each once.
import type { Checkout } from '../customers/checkouts.ts';
import { entryOfEvent } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import { InvariantError } from '../errors.ts';
import type { NewEvent } from '../events/shop-event.ts';
import type { Records } from '../ports/storage.ts';
import type { QuietWindow } from '../ports/storefront-records.ts';
import { addDuration, parseDuration } from '../time.ts';
import { wakeAutomations } from './wake-automations.ts';

type AbandonDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'log'>;

/** How many are looked up at a time; each is told in a transaction of its own. */
const BATCH = 200;

/** What was left longer ago than this when we come to look (a rebuild, a long outage) is the past and wakes nobody. */
const PAST_AFTER_DAYS = 7;

/**
 * Tells of each checkout that was started, not bought, and quiet for as long as the playbook says: `checkout.abandoned`,
 * once for each checkout, even if its buyer comes back to it and leaves again.
 */
export async function abandonCheckouts(deps: AbandonDeps): Promise<void> {
  const window = quietWindow(deps);
  let quiet: readonly Checkout[] = [];
  do {
    const after = quiet.at(-1);
    const page = after === undefined ? { limit: BATCH } : { limit: BATCH, after };
    quiet = await deps.storage.checkouts.listQuiet(window, page);
    for (const checkout of quiet)
      await deps.storage.transaction((records) => abandon(deps, records, checkout, window));
  } while (quiet.length === BATCH);
}

function quietWindow({ playbook, now }: Pick<Deps, 'playbook' | 'now'>): QuietWindow {
  const { limits, timezone } = playbook.team;
  const delay = parseDuration(limits.checkout_abandoned_after);
  if (delay === null) throw new InvariantError('limits.checkout_abandoned_after was not checked');
  const heardBefore = addDuration(now(), { ...delay, amount: -delay.amount }, timezone);
  const activeAfter = addDuration(heardBefore, { amount: -PAST_AFTER_DAYS, unit: 'd' }, timezone);
  return { heardBefore, activeAfter };
}

/** Asked once more under the locks: it may have been bought, or another process may have told of it. */
async function abandon(
  deps: AbandonDeps,
  records: Records,
  found: Checkout,
  window: QuietWindow,
): Promise<void> {
  if (found.customerId === null) return;
  await records.checkouts.lock([found]);
  const profile = await records.customers.lock(found.customerId);
  const checkout = await records.checkouts.getQuiet(found, window);
  if (profile === null || checkout?.customerId !== profile.id) return;
  const at = deps.now();
  await records.checkouts.saveMany([{ ...checkout, abandonedAt: at }]);
  const [[event] = []] = await records.events.append(
    [{ events: [toEvent(checkout, at)], raw: null }],
    at,
  );
  if (event == null) return;
  await records.events.assign(new Map([[event.id, profile.id]]));
  await records.timeline.add([entryOfEvent(event, profile.id)]);
  await wakeAutomations(records, event, profile);
  deps.log.info({ eventId: event.id }, 'a checkout was left');
}

function toEvent(checkout: Checkout, at: Date): NewEvent {
  const { shop, ref, total, items, startedAt, url } = checkout;
  return {
    shop: 'regulars',
    dedupeKeys: [`checkout.abandoned:${shop}:${ref}`],
    fact: {
      type: 'checkout.abandoned',
      customer: {},
      checkout: { ref, total, items, startedAt, ...(url === undefined ? {} : { url }) },
      shop,
    },
    occurredAt: at,
    historic: false,
  };
}
