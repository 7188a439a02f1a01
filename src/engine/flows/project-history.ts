// History in bulk: imported events are appended and folded some hundred at a time, and trigger nothing.
import { type Identity, identitiesOf, identityKey } from '../customers/identity.ts';
import { emptyProfile } from '../customers/profile.ts';
import { type CustomerState, customerFactsOf, project } from '../customers/project.ts';
import { entryOfEvent } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import type { NewEvent, ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import { measuresOf } from '../playbook/tiers.ts';
import type { Records } from '../ports/storage.ts';
import { lockCheckouts, projectStorefront } from './project-storefront.ts';

type HistoryDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'randomBytes' | 'playbook'>;

/** What an import brought: customers and orders touched, events that were new. */
export type History = {
  readonly customers: number;
  readonly orders: number;
  readonly events: number;
};

/** How many events are folded at a time: what they hold in memory goes with them. */
const CHUNK = 500;

/** After how many new events the database looks at its tables anew; then after twice as many, and so on. */
const FIRST_LOOK = CHUNK;

/**
 * Appends historic events and folds those that are new into profiles, as they come. Every one must name its customer; one
 * that names nobody is kept in the log only. Repeating it changes nothing.
 */
export async function projectHistory(
  deps: HistoryDeps,
  events: Iterable<NewEvent> | AsyncIterable<NewEvent>,
): Promise<History> {
  const customers = new Set<CustomerId>();
  const orders = new Set<string>();
  let count = 0;
  let nextLook = FIRST_LOOK;
  for await (const chunk of chunksOf(events)) {
    const owners = await deps.storage.transaction((records) => projectChunk(deps, records, chunk));
    for (const [event, owner] of owners) {
      customers.add(owner);
      if ('order' in event.fact) orders.add(`${event.shop}|${event.fact.order.ref}`);
    }
    count += owners.size;
    if (count < nextLook) continue;
    await deps.storage.analyze();
    nextLook = count * 2;
  }
  return { customers: customers.size, orders: orders.size, events: count };
}

async function* chunksOf(
  events: Iterable<NewEvent> | AsyncIterable<NewEvent>,
): AsyncGenerator<readonly NewEvent[]> {
  let chunk: NewEvent[] = [];
  for await (const event of events) {
    chunk.push(event);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function projectChunk(
  deps: HistoryDeps,
  records: Records,
  chunk: readonly NewEvent[],
): Promise<ReadonlyMap<ShopEvent, CustomerId>> {
  const [stored = []] = await records.events.append([{ events: chunk, raw: null }], deps.now());
  const fresh = stored.filter((event) => event !== null);
  await lockCheckouts(records, fresh);
  const people = await findPeople(records, fresh);
  const owners = new Map<ShopEvent, CustomerId>();
  const erased = await erasedAmong(records, fresh);
  for (const event of fresh) {
    const identities = identitiesOfEvent(event);
    if (identities.length === 0 || erased.has(event)) continue;
    owners.set(
      event,
      people.take(identities, () => deps.newId('customer')),
    );
  }
  const states = await loadStates(deps, records, owners);
  const measures = measuresOf(deps.playbook.team);
  for (const [event, owner] of owners) {
    const state = states.get(owner);
    if (state !== undefined) states.set(owner, project(state, event, measures));
  }
  await writeStates(records, states, owners, people.identities);
  const told = fresh.filter((event) => !erased.has(event));
  await projectStorefront(
    records,
    told.map((event) => ({ event, customerId: owners.get(event) ?? null })),
  );
  return owners;
}

function identitiesOfEvent(event: ShopEvent): readonly Identity[] {
  const facts = customerFactsOf(event.fact);
  return facts === null ? [] : identitiesOf(event.shop, facts);
}

/** Events from before their person was erased: they bring nobody back. */
async function erasedAmong(
  records: Records,
  events: readonly ShopEvent[],
): Promise<ReadonlySet<ShopEvent>> {
  if ((await records.customers.erasedAt(events.flatMap(identitiesOfEvent))) === null)
    return new Set();
  const erased = new Set<ShopEvent>();
  for (const event of events) {
    const at = await records.customers.erasedAt(identitiesOfEvent(event));
    if (at !== null && event.occurredAt <= at) erased.add(event);
  }
  return erased;
}

/** Who is who among the people of a chunk, the known ones and those met here for the first time. */
async function findPeople(records: Records, events: readonly ShopEvent[]) {
  const known = new Map(
    await records.customers.findByIdentities(events.flatMap(identitiesOfEvent)),
  );
  const identities = new Map<CustomerId, readonly Identity[]>();
  return {
    identities,
    take(list: readonly Identity[], newId: () => CustomerId): CustomerId {
      const found = list
        .map((identity) => known.get(identityKey(identity)))
        .find((id) => id !== undefined);
      const id = found ?? newId();
      const fresh = list.filter((identity) => !known.has(identityKey(identity)));
      for (const identity of fresh) known.set(identityKey(identity), id);
      identities.set(id, [...(identities.get(id) ?? []), ...fresh]);
      return id;
    },
  };
}

async function loadStates(
  deps: HistoryDeps,
  records: Records,
  owners: ReadonlyMap<ShopEvent, CustomerId>,
): Promise<Map<CustomerId, CustomerState>> {
  const ids = [...new Set(owners.values())];
  const profiles = new Map(
    (await records.customers.lockMany(ids)).map((profile) => [profile.id, profile]),
  );
  const orders = Map.groupBy(
    await records.purchases.ordersOfMany(ids),
    ({ customerId }) => customerId,
  );
  const refunds = Map.groupBy(
    await records.purchases.refundsOfMany(ids),
    ({ customerId }) => customerId,
  );
  const states = new Map<CustomerId, CustomerState>();
  for (const [event, id] of owners) {
    if (states.has(id)) continue;
    const profile = profiles.get(id) ?? newProfile(deps, id, event.occurredAt);
    states.set(id, { profile, orders: orders.get(id) ?? [], refunds: refunds.get(id) ?? [] });
  }
  return states;
}

function newProfile(deps: HistoryDeps, id: CustomerId, addedAt: Date) {
  const token = Buffer.from(deps.randomBytes(16)).toString('base64url');
  return emptyProfile(id, addedAt, deps.playbook.team.currency, token);
}

async function writeStates(
  records: Records,
  states: ReadonlyMap<CustomerId, CustomerState>,
  owners: ReadonlyMap<ShopEvent, CustomerId>,
  identities: ReadonlyMap<CustomerId, readonly Identity[]>,
): Promise<void> {
  const touched = new Set(
    [...owners.keys()].flatMap(({ shop, fact }) =>
      'order' in fact ? [`${shop}|${fact.order.ref}`] : [],
    ),
  );
  const all = [...states.values()];
  await records.customers.saveMany(
    all.map(({ profile }) => profile),
    identities,
  );
  await records.purchases.saveOrders(
    all.flatMap(({ orders }) => orders).filter(({ shop, ref }) => touched.has(`${shop}|${ref}`)),
  );
  await records.purchases.saveRefunds(all.flatMap(({ refunds }) => refunds));
  await records.events.assign(new Map([...owners].map(([event, owner]) => [event.id, owner])));
  await records.timeline.add([...owners].map(([event, owner]) => entryOfEvent(event, owner)));
}
