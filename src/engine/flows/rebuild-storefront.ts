// Rebuilds checkouts and views from the log, for those whose rows are not what the log says.
import { canonicalJson } from '../approvals/plan.ts';
import { type Checkout, checkoutKeyText } from '../customers/checkouts.ts';
import { checkoutKeyOf, foldCheckouts, type Told } from '../customers/fold-checkouts.ts';
import { identitiesOf } from '../customers/identity.ts';
import { viewOf, viewsKeptSince } from '../customers/product-view.ts';
import { customerFactsOf } from '../customers/project.ts';
import type { Deps } from '../deps.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';

/** How many checkouts or views go into one transaction. */
const CHUNK = 500;

/** Folds what the log tells of checkouts and views, in order of arrival; gives how many rows had to be corrected. */
export async function rebuildStorefront(
  deps: Pick<Deps, 'storage' | 'now'>,
  told: readonly Told[],
): Promise<number> {
  let changed = 0;
  const views = told.filter(({ event }) => 'product' in event.fact);
  for (const chunk of chunksOf(views))
    changed += await deps.storage.transaction((records) =>
      rebuildViews(records, chunk, viewsKeptSince(deps.now())),
    );
  const checkouts = Map.groupBy(
    told.filter(({ event }) => 'checkout' in event.fact),
    ({ event }) => JSON.stringify(checkoutKeyOf(event)),
  );
  for (const chunk of chunksOf([...checkouts.values()]))
    changed += await deps.storage.transaction((records) => rebuildCheckouts(records, chunk.flat()));
  return changed;
}

async function rebuildViews(records: Records, told: readonly Told[], since: Date): Promise<number> {
  const views = (await ofTheLiving(records, told)).flatMap(({ event, customerId }) =>
    customerId === null ? [] : (viewOf(event, customerId) ?? []),
  );
  return records.views.add(views.filter(({ at }) => at >= since));
}

async function rebuildCheckouts(records: Records, told: readonly Told[]): Promise<number> {
  const keys = told.flatMap(({ event }) => checkoutKeyOf(event) ?? []);
  await records.checkouts.lock(keys);
  const rebuilt = foldCheckouts([], await ofTheLiving(records, told));
  const stored = new Map(
    (await records.checkouts.getMany(keys)).map((checkout) => [
      checkoutKeyText(checkout),
      checkout,
    ]),
  );
  const differing = [...rebuilt].flatMap(([key, checkout]) =>
    correction(stored.get(key), checkout),
  );
  await records.checkouts.saveMany(differing);
  const bought = await records.checkouts.noteBought({ customers: [], checkouts: keys });
  return Math.max(differing.length, bought);
}

/** What to write instead of a row. A row that has heard more than was read of the log is left to what it heard. */
function correction(stored: Checkout | undefined, rebuilt: Checkout): readonly Checkout[] {
  if (stored === undefined) return [rebuilt];
  // Once told as left it stays told, or it would be told again.
  const wanted = { ...rebuilt, abandonedAt: rebuilt.abandonedAt ?? stored.abandonedAt };
  const isSame = canonicalJson(wanted) === canonicalJson(stored);
  return isSame || stored.heardAt > rebuilt.heardAt ? [] : [wanted];
}

/** Nobody is brought back: what is in the log of people who were forgotten stays there. */
async function ofTheLiving(records: Records, told: readonly Told[]): Promise<readonly Told[]> {
  const owners = new Set(told.flatMap(({ customerId }) => customerId ?? []));
  const living: ReadonlySet<CustomerId> = new Set(
    (await records.customers.lockMany([...owners])).map(({ id }) => id),
  );
  return told.filter(({ event, customerId }) =>
    customerId === null ? namesNobody(event) : living.has(customerId),
  );
}

/** Whoever is named without being known was forgotten, or the event was not projected yet. */
function namesNobody({ shop, fact }: ShopEvent): boolean {
  const facts = customerFactsOf(fact);
  if (facts === null) return true;
  // Of somebody forgotten nothing is left.
  return Object.keys(facts).length > 0 && identitiesOf(shop, facts).length === 0;
}

function chunksOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / CHUNK);
  return Array.from({ length: count }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));
}
