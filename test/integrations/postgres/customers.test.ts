// Customers on both databases: saved whole, each name one customer's, nobody left where somebody was erased.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '#engine/customers/identity.ts';
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import { mergeOrder } from '#engine/customers/purchases.ts';
import { asId } from '#engine/ids.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, daysAgo } from '../../support/events.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

const FACTS = anOrder({ ref: '9007199254740993' }).fact;

describe.each(DATABASES)('customers, %s', (database) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ database });
  });
  afterEach(() => world.close());

  async function save(id: string, said: Partial<Profile> = {}, names: readonly Identity[] = []) {
    const blank = emptyProfile(asId('customer', id), NOW, 'USD', `token-${id}`);
    const profile = { ...blank, ...said };
    await world.deps.storage.customers.save(profile);
    await world.deps.storage.customers.identify(profile.id, names);
    return profile;
  }
  it('gives back a whole profile as it was saved, also over an older one', async () => {
    const known = { fields: {}, tags: {}, lists: {} };
    const money = (minor: number) => ({ minor, currency: 'KWD' });
    await save('cus_1', { firstName: 'Old', email: 'old@example.com' });
    const saved = await save('cus_1', {
      firstName: 'New',
      tags: ['VIP', 'a "quoted", {odd} \\ tag', ''],
      attributes: { size: 42, vegan: true, note: 'x' },
      emailConsent: { state: 'subscribed', at: daysAgo(3), source: 'evt_1' },
      known,
      totals: {
        orders: 3,
        ownOrders: 2,
        spent: money(Number.MAX_SAFE_INTEGER),
        spentElsewhere: [{ minor: 5, currency: 'JPY' }],
        refunds: 1,
        refunded: money(7),
        refundedOfSpent: money(6),
        firstOrderAt: daysAgo(9),
        lastOrderAt: null,
        largestOrder: money(8),
      },
    });

    expect(await world.deps.storage.customers.get(saved.id)).toEqual(saved);
  });

  it('leaves a name with the customer who had it first', async () => {
    const email: Identity = { shop: '*', kind: 'email', value: 'a@example.com' };
    const first = await save('cus_1', {}, [email]);

    await save('cus_2', {}, [email, { shop: 'events', kind: 'ref', value: 'x' }]);

    const { customers } = world.deps.storage;
    expect(await customers.findByIdentity(email)).toBe(first.id);
    expect(await customers.findByIdentity({ ...email, shop: 'events' })).toBeNull();
  });

  it('knows somebody who was erased by their names, and shows nobody', async () => {
    const email: Identity = { shop: '*', kind: 'email', value: 'a@example.com' };
    const { id } = await save('cus_1', { firstName: 'Ada' }, [email]);

    await world.deps.storage.customers.erase(id, NOW);

    const { customers } = world.deps.storage;
    expect(await customers.erasedAt([email])).toEqual(NOW);
    expect(await customers.erasedAt([{ ...email, value: 'b@example.com' }])).toBeNull();
    expect([
      await customers.get(id),
      await customers.search('Ada', 10),
      await customers.count(),
    ]).toEqual([null, [], 0]);
  });
});

describe.each(DATABASES)('purchases, %s', (database) => {
  it('give an order its refunds and its place though they came before its customer', async () => {
    const world = await createWorld({ database });
    if (!('order' in FACTS)) throw new Error('not an order');
    const { purchases } = world.deps.storage;
    const { ref, total } = FACTS.order;
    const orphan = mergeOrder(null, FACTS.order, 'events', null);
    const refund = { ref: 'r', orderRef: ref, amount: total, refundedAt: NOW } as const;
    await purchases.saveOrder(orphan);
    await purchases.saveRefund({ ...refund, shop: 'events', customerId: null });
    await purchases.saveRefund({ ...refund, ref: 'other', shop: 'shopify', customerId: null });

    const bought = await purchases.purchasesOf(asId('customer', 'cus_1'), { shop: 'events', ref });

    expect(bought.orders).toEqual([orphan]);
    expect(bought.refunds.map((each) => each.ref)).toEqual(['r']);
    await world.close();
  });
});
