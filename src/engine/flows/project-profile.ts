// Folds one event of the log into its customer's profile, and hands it on to the automations.

import { awaitHistory } from '../customers/known.ts';
import type { Profile } from '../customers/profile.ts';
import { type CustomerState, customerFactsOf, project } from '../customers/project.ts';
import { mergeOrder } from '../customers/purchases.ts';
import { entryOfEvent } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import type { NewEvent, ShopEvent } from '../events/shop-event.ts';
import type { CustomerId, EventId } from '../ids.ts';
import { measuresOf } from '../playbook/tiers.ts';
import type { Shop } from '../ports/shop.ts';
import type { Records } from '../ports/storage.ts';
import { eraseShopData, requestErasure } from './forget-customer.ts';
import { historyOf } from './history-of.ts';
import { identifyCustomer, orderRefOf } from './identify-customer.ts';
import { projectHistory } from './project-history.ts';
import { lockCheckouts, projectStorefront } from './project-storefront.ts';
import { tellTierMove } from './tell-tier-move.ts';
import { wakeAutomations } from './wake-automations.ts';

type ProjectDeps = Pick<
  Deps,
  'storage' | 'shops' | 'now' | 'newId' | 'randomBytes' | 'playbook' | 'log' | 'crashpoint'
>;

/** Whose profile an event changed; null when it is nobody's. */
export type Projected = { readonly customerId: CustomerId | null };

/**
 * Projects an event. Repeating it changes nothing. A return or refund of an order that we do not know has the order
 * fetched from its shop first. Throws VendorError when that fails and may work later.
 */
export async function projectEvent(deps: ProjectDeps, eventId: EventId): Promise<Projected> {
  const event = await deps.storage.events.get(eventId);
  if (event === null) return { customerId: null };
  if (event.fact.type === 'shop.redacted') return eraseShopData(deps, event);
  await fetchUnknownOrder(deps, event);
  deps.crashpoint('K7');
  const projected = await deps.storage.transaction((records) =>
    projectInside(deps, records, event),
  );
  deps.crashpoint('K8');
  return projected;
}

/** The transaction of a projection: also what imports and rebuilds of single events run. */
async function projectInside(
  deps: ProjectDeps,
  records: Records,
  event: ShopEvent,
): Promise<Projected> {
  const ref = orderRefOf(event.fact);
  // Two events of one order may each be the one that the other waits for.
  if (ref !== null) await records.purchases.lockOrder(event.shop, ref);
  await lockCheckouts(records, [event]);
  const identified = await identifyCustomer(deps, records, event);
  if (identified.kind === 'nobody') {
    if (identified.why === 'erased') await records.events.erase(event.id);
    await keepWithoutCustomer(records, event);
    if (identified.why === 'unnamed')
      await projectStorefront(records, [{ event, customerId: null }]);
    await waitForOrder(deps, records, event);
    deps.log.info({ eventId: event.id, why: identified.why }, 'an event belongs to no customer');
    return { customerId: null };
  }
  const profile = await foldInto(deps, records, startOf(deps, identified, event), event);
  if (event.fact.type === 'customer.data-requested') {
    await records.audit.append({
      at: deps.now(),
      actor: event.shop,
      action: 'customer.data-requested',
      subject: profile.id,
      details: { eventId: event.id },
    });
  }
  if (event.fact.type === 'customer.redacted') {
    await requestErasure(deps, records, { customerId: profile.id, by: event.shop });
    return { customerId: profile.id };
  }
  if (!event.historic) await wakeAutomations(records, event, profile);
  return { customerId: profile.id };
}

/** Who is new to a shop that can be asked is to be completed, and no automation sees them before. */
function startOf(
  deps: Pick<ProjectDeps, 'shops'>,
  { profile, isNew }: { readonly profile: Profile; readonly isNew: boolean },
  event: ShopEvent,
): Profile {
  const isNamed = customerFactsOf(event.fact)?.ref !== undefined;
  if (event.historic || !isNew || !isNamed || !deps.shops.has(event.shop)) return profile;
  return { ...profile, known: awaitHistory(profile.known, event.shop) };
}

async function foldInto(
  deps: ProjectDeps,
  records: Records,
  profile: Profile,
  event: ShopEvent,
): Promise<Profile> {
  const { purchases } = records;
  const { shop, fact } = event;
  const ref = 'order' in fact ? fact.order.ref : null;
  // An order or refund that came without its customer joins them now.
  const bought = await purchases.purchasesOf(profile.id, ref === null ? null : { shop, ref });
  if (ref !== null && bought.refunds.some(({ customerId }) => customerId === null))
    await purchases.adoptRefunds(shop, ref, profile.id);
  const before: CustomerState = { profile, ...bought };
  const measures = measuresOf(deps.playbook.team);
  const after = project(before, event, measures);
  const changed = after.orders.find((order) => order.shop === shop && order.ref === ref);
  if (changed !== undefined) await purchases.saveOrder(changed);
  if ('refund' in fact)
    await purchases.saveRefund({ ...fact.refund, shop, customerId: profile.id });
  await projectStorefront(records, [{ event, customerId: profile.id }]);
  await records.customers.save(after.profile);
  await records.events.assign(new Map([[event.id, profile.id]]));
  await records.timeline.add([entryOfEvent(event, profile.id)]);
  // Who is not completed yet is compared when all is known.
  if (!event.historic && after.profile.known.awaited === undefined)
    await tellTierMove(deps, records, { ...after, before: profile.totals, cause: event.id });
  return after.profile;
}

/** How long a return may wait for its order, and how often it is looked at again. */
const ORDER_PATIENCE_MS = 10 * 60_000;
const ORDER_CHECK_MS = 15_000;

/** A return request may overtake its order; one whose order never comes is told, for no case can be opened. */
async function waitForOrder(deps: ProjectDeps, records: Records, event: ShopEvent): Promise<void> {
  if (event.historic || event.fact.type !== 'return.requested') return;
  const waited = deps.now().getTime() - event.receivedAt.getTime();
  if (waited < ORDER_PATIENCE_MS) {
    const notBefore = new Date(deps.now().getTime() + ORDER_CHECK_MS);
    await records.enqueue([{ job: { name: 'project', eventId: event.id }, notBefore }]);
    return;
  }
  const news = {
    kind: 'return-without-order',
    shop: event.shop,
    eventId: event.id,
    orderRef: event.fact.return.orderRef,
  } as const;
  await records.enqueue([
    { job: { name: 'tell', channel: 'refunds', key: `no-order:${event.id}`, news } },
  ]);
}

/** An order or refund that names nobody is kept, for whoever turns out to be its customer. */
async function keepWithoutCustomer(records: Records, event: ShopEvent): Promise<void> {
  const { fact } = event;
  if ('order' in fact) {
    const known = await records.purchases.order(event.shop, fact.order.ref);
    await records.purchases.saveOrder(mergeOrder(known, fact.order, event.shop, null));
  }
  if ('refund' in fact)
    await records.purchases.saveRefund({ ...fact.refund, shop: event.shop, customerId: null });
}

async function fetchUnknownOrder(deps: ProjectDeps, event: ShopEvent): Promise<void> {
  const ref = orderRefOf(event.fact);
  const shop = deps.shops.get(event.shop);
  if (ref === null || 'order' in event.fact || customerFactsOf(event.fact)?.ref !== undefined)
    return;
  if (shop === undefined || (await deps.storage.purchases.order(event.shop, ref)) !== null) return;
  const found = await shop.fetchOrder(ref);
  if (found == null) return;
  // In one go with the order: once it is known nobody would ask for the rest again.
  const all = [...found, ...(await historyOfStranger(deps, shop, found))];
  await projectHistory(
    deps,
    all.map((each) => ({ ...each, historic: true })),
  );
}

/** The return that brought us a customer names nobody, so who is met through its order is completed with it. */
async function historyOfStranger(
  deps: ProjectDeps,
  shop: Shop,
  found: readonly NewEvent[],
): Promise<readonly NewEvent[]> {
  const refs = found.map(({ fact }) => customerFactsOf(fact)?.ref);
  const value = refs.find((ref) => ref !== undefined);
  if (value === undefined) return [];
  const identity = { shop: shop.key, kind: 'ref', value } as const;
  const known = await deps.storage.customers.findByIdentity(identity);
  return known === null ? historyOf(deps, shop, value) : [];
}
