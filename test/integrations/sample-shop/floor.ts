// The sample shop's customers as the simulator looks them up, and a server that takes its deliveries.
import { createHash } from 'node:crypto';
import { simulator as words } from '#bot/words/en-simulator.ts';
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import { mergeOrder, type Order, sumPurchases } from '#engine/customers/purchases.ts';
import type { Fact } from '#engine/events/shop-event.ts';
import { asId, type CustomerId, type RandomBytes } from '#engine/ids.ts';
import { createGenericWebhook } from '#integrations/generic/webhook.ts';
import type { Lookup } from '#integrations/sample-shop/cast.ts';
import { sampleHistory } from '#integrations/sample-shop/history.ts';
import { createSimulator, type Post } from '#integrations/sample-shop/simulator.ts';

export const NOW = new Date('2026-03-09T17:41:00Z');

/** Chance that a seed decides. */
export function chanceOf(seed: number): RandomBytes {
  let draws = 0;
  return (count) => {
    draws += 1;
    return createHash('sha512').update(`${seed}/${draws}`).digest().subarray(0, count);
  };
}

/** The lookups over the whole history, each customer as `change` makes them. */
export function lookupOf(change: (profile: Profile) => Profile = (profile) => profile): Lookup {
  const orders = ordersByRef();
  const profiles = [...PEOPLE.values()].map(change);
  profiles.sort((a, b) => b.totals.spent.minor - a.totals.spent.minor);
  return {
    customers: {
      top: async ({ limit, after }) => {
        const start = profiles.findIndex((profile) => profile.id === after) + 1;
        return profiles.slice(start, start + limit);
      },
      identitiesOf: async (id) => [{ shop: 'sample', kind: 'ref', value: id }],
      findByIdentity: async ({ value }) => (PEOPLE.has(value) ? customerId(value) : null),
    },
    purchases: { ordersOf: async (id) => orders.get(id) ?? [] },
  };
}

/** A simulator with a server that takes what is signed by the sample shop, and keeps it. */
export function openShop(options: { seed?: number; lookup?: Lookup; post?: Post } = {}) {
  const { seed = 1, lookup = lookupOf() } = options;
  const secret = `whsec_${Buffer.from(chanceOf(seed)(32)).toString('base64')}`;
  const server = createServer(secret);
  const simulator = createSimulator({
    ...{ secret, currency: 'USD', words, lookup },
    post: options.post ?? server.post,
    now: () => NOW,
    randomBytes: chanceOf(seed + 1),
  });
  return { simulator, taken: server.taken };
}

function createServer(secret: string) {
  const taken: { id: string; fact: Fact }[] = [];
  const source = createGenericWebhook({
    secrets: [secret],
    key: 'sample',
    path: '/webhooks/events',
  });
  const post: Post = async (text, headers) => {
    const body = Buffer.from(text);
    const delivery = source.verify(headers, body, NOW);
    if (delivery.kind === 'rejected') return 401;
    const parsed = source.parse(delivery, headers, body);
    if (parsed.kind !== 'events') return 422;
    for (const { fact } of parsed.events) taken.push({ id: delivery.deliveryId, fact });
    return 200;
  };
  return { post, taken };
}

const HISTORY = sampleHistory(NOW, 'USD');
const PEOPLE = peopleByRef();

function customerId(ref: string): CustomerId {
  return asId('customer', ref);
}

function ordersByRef(): Map<string, Order[]> {
  const orders = new Map<string, Order[]>();
  for (const { fact } of HISTORY) {
    if (fact.type !== 'order.paid') continue;
    const ref = fact.customer?.ref ?? '';
    const order = mergeOrder(null, fact.order, 'sample', customerId(ref));
    orders.set(ref, [...(orders.get(ref) ?? []), order]);
  }
  return orders;
}

function peopleByRef(): Map<string, Profile> {
  const orders = ordersByRef();
  const people = new Map<string, Profile>();
  for (const { fact, occurredAt } of HISTORY) {
    if (fact.type !== 'customer.created') continue;
    const {
      ref = '',
      email = null,
      firstName = null,
      lastName = null,
      emailConsent,
    } = fact.customer;
    people.set(ref, {
      ...emptyProfile(customerId(ref), occurredAt, 'USD', ref),
      ...{ email, firstName, lastName },
      emailConsent: { state: emailConsent ?? 'unknown', at: occurredAt, source: null },
      totals: sumPurchases(orders.get(ref) ?? [], [], 'USD'),
    });
  }
  return people;
}
