// The simulator: what it reports is genuine, plausible, and does what its button says.
import { describe, expect, it } from 'vitest';
import { UserError } from '#engine/errors.ts';
import type { Fact } from '#engine/events/shop-event.ts';
import { sampleHistory } from '#integrations/sample-shop/history.ts';
import { lookupOf, NOW, openShop } from './floor.ts';

const LOOKUP = lookupOf();
const SEEDS = Array.from({ length: 25 }, (_, seed) => seed);

describe('run', () => {
  it.each([
    ['order', ['order.placed', 'order.paid']],
    ['big-order', ['order.placed', 'order.paid']],
    ['refund-request', ['return.requested']],
    ['new-customer', ['customer.created']],
  ])('reports %s in deliveries that our own webhook takes as genuine', async (name, types) => {
    const { simulator, taken } = openShop({ lookup: LOOKUP });

    const { text } = await simulator.run(name);

    expect(taken.map(({ fact }) => fact.type)).toEqual(types);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(types.length);
    expect(text).toMatch(/^\S+ \S+ .*\.$/);
  });

  it('looks at all that is in a basket before it is left', async () => {
    const { simulator, taken } = openShop({ lookup: LOOKUP });

    const { text } = await simulator.run('abandoned-cart');

    const left = taken.at(-1)?.fact;
    const seen = taken.flatMap(({ fact }) => ('product' in fact ? [fact.product.ref] : []));
    const items = left !== undefined && 'checkout' in left ? left.checkout.items : [];
    expect(left?.type).toBe('checkout.started');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(items.map(({ productId }) => productId));
    expect(text).toContain('left a basket');
  });

  it('has a button for each thing it can do', () => {
    const { simulator } = openShop({ lookup: LOOKUP });

    expect(simulator.describe.map(({ name }) => name)).toContain('big-order');
    expect(simulator.describe.every(({ label, hint }) => label !== '' && hint !== '')).toBe(true);
  });

  it('says so when the server does not take the delivery, and when nobody fits', async () => {
    const closed = openShop({ lookup: LOOKUP, post: async () => 503 });
    const forgotten = lookupOf((profile) => ({ ...profile, email: null }));

    expect((await closed.simulator.run('order')).text).toContain('503');
    expect((await openShop({ lookup: forgotten }).simulator.run('big-order')).text).toContain(
      'Nobody',
    );
  });

  it('knows no other names', async () => {
    await expect(openShop({ lookup: LOOKUP }).simulator.run('constructor')).rejects.toThrow(
      UserError,
    );
  });
});

describe('a simulated order', () => {
  it('lifts a subscribed customer who is not VIP over 5,000 when it is a big one', async () => {
    for (const seed of SEEDS) {
      const { simulator, taken } = openShop({ seed, lookup: LOOKUP });
      await simulator.simulate('big-order');

      const { profile, total } = await paidBy(taken);
      expect(profile?.emailConsent.state).toBe('subscribed');
      expect(profile?.totals.spent.minor).toBeLessThanOrEqual(500_000);
      expect((profile?.totals.spent.minor ?? 0) + total).toBeGreaterThan(500_000);
    }
  });

  it('makes nobody VIP who is one already', async () => {
    const allVip = lookupOf((profile) => ({ ...profile, tags: ['vip'] }));

    expect(await openShop({ lookup: allVip }).simulator.simulate('big-order')).toEqual({
      kind: 'nobody',
    });
  });

  it('leaves everybody below 5,000 when it is an ordinary one', async () => {
    for (const seed of SEEDS) {
      const { simulator, taken } = openShop({ seed, lookup: LOOKUP });
      await simulator.simulate('order');

      const { profile, total } = await paidBy(taken);
      expect((profile?.totals.spent.minor ?? 0) + total).toBeLessThanOrEqual(500_000);
    }
  });
});

describe('a simulated refund request', () => {
  it('is for an item of a real earlier order of that customer, with reason and note', async () => {
    const owners = new Map(sampleHistory(NOW, 'USD').flatMap(({ fact }) => ownerOf(fact)));
    for (const seed of SEEDS) {
      const { simulator, taken } = openShop({ seed, lookup: LOOKUP });
      await simulator.simulate('refund-request');

      const fact = taken[0]?.fact;
      if (fact?.type !== 'return.requested') throw new Error('no return');
      const order = owners.get(fact.return.orderRef ?? '');
      expect(order?.ref).toBe(fact.customer?.ref);
      expect(order?.titles).toContain(fact.return.items[0]?.title);
      expect(fact.return.amount?.minor).toBeGreaterThan(0);
      expect(fact.return.amount?.minor).toBeLessThanOrEqual(order?.total ?? 0);
      expect(fact.return.reason).toBeTruthy();
      expect(fact.return.note).toBeTruthy();
    }
  });
});

describe('openingScene', () => {
  it('brings refund requests, promotions and valuable orders, each by somebody else', async () => {
    const { simulator, taken } = openShop({ lookup: LOOKUP });

    const outcomes = await simulator.openingScene();

    const paid = taken.flatMap(({ fact }) => (fact.type === 'order.paid' ? [fact] : []));
    expect(outcomes.every(({ kind }) => kind === 'reported')).toBe(true);
    expect(taken.filter(({ fact }) => fact.type === 'return.requested')).toHaveLength(3);
    expect(paid.filter(({ order }) => order.total.minor > 50_000).length).toBeGreaterThanOrEqual(2);
    expect(new Set(taken.flatMap(({ fact }) => refOf(fact))).size).toBe(outcomes.length);
  });

  it('repeats nothing when it is played again: the deliveries have the same ids', async () => {
    const first = openShop({ seed: 1, lookup: LOOKUP });
    const again = openShop({ seed: 2, lookup: LOOKUP });

    await first.simulator.openingScene();
    await again.simulator.openingScene();

    expect(again.taken.map(({ id }) => id)).toEqual(first.taken.map(({ id }) => id));
  });
});

async function paidBy(taken: readonly { readonly fact: Fact }[]) {
  const fact = taken.find(({ fact: { type } }) => type === 'order.paid')?.fact;
  if (fact?.type !== 'order.paid') throw new Error('no order.paid');
  const all = await LOOKUP.customers.top({ limit: 3_000 });
  return {
    profile: all.find(({ id }) => id === fact.customer?.ref),
    total: fact.order.total.minor,
  };
}

function refOf(fact: Fact): string[] {
  return 'customer' in fact && fact.customer?.ref ? [fact.customer.ref] : [];
}

function ownerOf(fact: Fact) {
  if (fact.type !== 'order.paid') return [];
  const titles = fact.order.items.map(({ title }) => title);
  return [
    [fact.order.ref, { ref: fact.customer?.ref, titles, total: fact.order.total.minor }] as const,
  ];
}
