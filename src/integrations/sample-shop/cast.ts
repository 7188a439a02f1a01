// Who plays a part: the sample shop's customers for whom something could plausibly happen now.
import { displayName, type Profile } from '#engine/customers/profile.ts';
import { counts, type Order } from '#engine/customers/purchases.ts';
import type { CustomerId } from '#engine/ids.ts';
import { decimalsOf } from '#engine/money.ts';
import type { CustomerRecords, PurchaseRecords } from '#engine/ports/customer-records.ts';
import { HISTORIC_CUSTOMERS, sampleCustomerRef } from './history.ts';
import { PEOPLE, samplePerson } from './people.ts';

/** What is looked up to find somebody. */
export type Lookup = {
  readonly customers: Pick<CustomerRecords, 'top' | 'identitiesOf' | 'findByIdentity'>;
  readonly purchases: Pick<PurchaseRecords, 'ordersOf'>;
};

/** Somebody with a part: their own id in the sample shop, and the name to show. */
export type Player = { readonly ref: string; readonly name: string; readonly profile: Profile };

/** Spending from which customers count as best, in major units of the shop's currency. */
const BEST_ABOVE = 5_000;

/** Ordinary things happen to the best this many customers, for they buy most. */
const REGULARS = 400;
/** How many of those nearest to the top are in the draw for a promotion. */
const NEAREST = 12;
/** The people who have a name but no history. */
const NEWCOMERS = PEOPLE - HISTORIC_CUSTOMERS - 1;
const PAGE = 200;
const PAGES_AT_MOST = 10;
const RECENT_DAYS = 120;
const DAY_MS = 86_400_000;

/**
 * Finds players. `draw(n)` gives a whole number below n. Nobody plays twice in a row of many parts: what somebody just
 * did may not have reached their profile yet.
 */
export function createCast(lookup: Lookup, draw: (below: number) => number) {
  const played = new Set<CustomerId>();

  async function enter(profiles: readonly Profile[]): Promise<Player | null> {
    const waiting = profiles.filter((profile) => !played.has(profile.id));
    while (waiting.length > 0) {
      const [profile] = waiting.splice(draw(waiting.length), 1);
      const player = profile === undefined ? null : await asPlayer(lookup, profile);
      if (player === null) continue;
      if (played.size >= REGULARS / 2) played.clear();
      played.add(player.profile.id);
      return player;
    }
    return null;
  }

  return {
    /** Somebody whose spending stays at or below the best customers' with `majorUnits` more; null when there is nobody. */
    buyer: async (majorUnits: number): Promise<Player | null> => {
      const top = await lookup.customers.top({ limit: REGULARS });
      return enter(top.filter((profile) => shortfall(profile) >= majorUnits));
    },
    /** Somebody subscribed, not VIP, and near to being one. */
    almostBest: async (): Promise<Player | null> => enter(await nearest(lookup)),
    /** Somebody who bought lately, with the order; null when there is nobody. */
    buyerWithOrder: async (now: Date): Promise<{ player: Player; order: Order } | null> => {
      const since = now.getTime() - RECENT_DAYS * DAY_MS;
      const top = await lookup.customers.top({ limit: REGULARS });
      const recent = top.filter((profile) => (profile.totals.lastOrderAt?.getTime() ?? 0) >= since);
      const player = await enter(recent.length > 0 ? recent : top);
      const order = player === null ? null : await latestOrder(lookup, player.profile.id);
      return player === null || order === null ? null : { player, order };
    },
    /** A person whom the shop does not know yet, with their id there. */
    newcomer: () => newcomer(lookup, draw),
  };
}

/** What a customer lacks to be among the best, in major units; below 0 for one who is. */
export function shortfall(profile: Profile): number {
  const { minor, currency } = profile.totals.spent;
  return BEST_ABOVE - minor / 10 ** (decimalsOf(currency) ?? 2);
}

async function nearest(lookup: Lookup): Promise<readonly Profile[]> {
  const found: Profile[] = [];
  let after: CustomerId | undefined;
  for (let page = 0; page < PAGES_AT_MOST && found.length < NEAREST; page += 1) {
    const profiles = await lookup.customers.top(
      after === undefined ? { limit: PAGE } : { limit: PAGE, after },
    );
    found.push(...profiles.filter(mayBePromoted));
    after = profiles.at(-1)?.id;
    if (profiles.length < PAGE) break;
  }
  return found.slice(0, NEAREST);
}

function mayBePromoted(profile: Profile): boolean {
  return (
    shortfall(profile) > 0 &&
    profile.emailConsent.state === 'subscribed' &&
    profile.email !== null &&
    !profile.tags.some((tag) => tag.toLowerCase() === 'vip')
  );
}

/** Null for somebody whom the sample shop does not know, or who was forgotten. */
async function asPlayer(lookup: Lookup, profile: Profile): Promise<Player | null> {
  const identities = await lookup.customers.identitiesOf(profile.id);
  const own = identities.find(({ shop, kind }) => shop === 'sample' && kind === 'ref');
  return own === undefined ? null : { ref: own.value, name: displayName(profile), profile };
}

async function latestOrder(lookup: Lookup, id: CustomerId): Promise<Order | null> {
  const orders = await lookup.purchases.ordersOf(id);
  const own = orders.filter(
    (order) => order.shop === 'sample' && counts(order) && order.total.minor > 0,
  );
  return own.reduce<Order | null>(
    (latest, order) => (latest === null || order.placedAt > latest.placedAt ? order : latest),
    null,
  );
}

async function newcomer(lookup: Lookup, draw: (below: number) => number) {
  const start = draw(NEWCOMERS);
  for (let tries = 0; tries < NEWCOMERS; tries += 1) {
    const number = HISTORIC_CUSTOMERS + 1 + ((start + tries) % NEWCOMERS);
    const ref = sampleCustomerRef(number);
    const known = await lookup.customers.findByIdentity({
      shop: 'sample',
      kind: 'ref',
      value: ref,
    });
    if (known === null) return { ref, person: samplePerson(number) };
  }
  return null;
}
