// Rebuilds every profile from the log and says how many had to be corrected: none, unless something is wrong.
import { canonicalJson } from '../approvals/plan.ts';
import type { Told } from '../customers/fold-checkouts.ts';
import { foldAll, keepUnlogged, startOver } from '../customers/rebuild.ts';
import type { Deps } from '../deps.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import { measuresOf } from '../playbook/tiers.ts';
import { orderRefOf } from './identify-customer.ts';
import { rebuildStorefront } from './rebuild-storefront.ts';

export type Replayed = {
  readonly events: number;
  readonly customers: number;
  readonly changed: number;
  readonly milliseconds: number;
};

type ReplayDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'log'>;

const PAGE = 2_000;

/**
 * Folds the whole log anew. What the team said (tags, attributes, a tier set by hand) and unsubscribe links are not in
 * the log and stay. Profiles, checkouts and views that differ are written; no automation runs and no effect is repeated.
 */
export async function replayLog(deps: ReplayDeps): Promise<Replayed> {
  const startedAt = deps.now().getTime();
  const log = await readLog(deps);
  let changed = 0;
  for (const [id, events] of log.byCustomer) {
    if (await rebuild(deps, id, withOrphans(events, log.byOrder))) changed += 1;
  }
  changed += await rebuildStorefront(deps, log.storefront);
  deps.log.info(
    { events: log.count, customers: log.byCustomer.size, changed },
    'the log was replayed',
  );
  return {
    events: log.count,
    customers: log.byCustomer.size,
    changed,
    milliseconds: deps.now().getTime() - startedAt,
  };
}

type Log = {
  readonly count: number;
  readonly byCustomer: Map<CustomerId, ShopEvent[]>;
  readonly byOrder: Map<string, ShopEvent[]>;
  readonly storefront: readonly Told[];
};

async function readLog(deps: ReplayDeps): Promise<Log> {
  const byCustomer = new Map<CustomerId, ShopEvent[]>();
  const byOrder = new Map<string, ShopEvent[]>();
  const storefront: Told[] = [];
  let count = 0;
  for (let after = 0; ; ) {
    const page = await deps.storage.events.readOwned(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return { count, byCustomer, byOrder, storefront };
    for (const { event, customerId } of page) {
      if ('checkout' in event.fact || 'product' in event.fact)
        storefront.push({ event, customerId });
      const ref = orderRefOf(event.fact);
      if (customerId !== null) push(byCustomer, customerId, event);
      else if (ref !== null) push(byOrder, `${event.shop}|${ref}`, event);
    }
    count += page.length;
    after = last.event.seq;
  }
}

/** Orders and refunds that came without their customer belong to the customer of the order. */
function withOrphans(
  events: readonly ShopEvent[],
  byOrder: ReadonlyMap<string, readonly ShopEvent[]>,
): readonly ShopEvent[] {
  const orders = new Set(
    events.flatMap((event) =>
      'order' in event.fact ? [`${event.shop}|${event.fact.order.ref}`] : [],
    ),
  );
  return [...events, ...[...orders].flatMap((key) => byOrder.get(key) ?? [])];
}

async function rebuild(
  deps: ReplayDeps,
  id: CustomerId,
  events: readonly ShopEvent[],
): Promise<boolean> {
  return deps.storage.transaction(async (records) => {
    const stored = await records.customers.lock(id);
    if (stored?.id !== id) return false;
    const first = Math.min(...events.map(({ occurredAt }) => occurredAt.getTime()));
    const start = { profile: startOver(stored, new Date(first)), orders: [], refunds: [] };
    const state = foldAll(start, events, measuresOf(deps.playbook.team));
    const rebuilt = keepUnlogged(stored, state.profile);
    if (canonicalJson(rebuilt) === canonicalJson(stored)) return false;
    await records.customers.save(rebuilt);
    await records.purchases.saveOrders(state.orders);
    await records.purchases.saveRefunds(state.refunds);
    return true;
  });
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
