// Checkouts that are left: told once, to automations, conditions and the timeline; not when they were bought.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { replayLog } from '#engine/flows/replay-log.ts';
import { estimateSegment } from '#engine/flows/segments.ts';
import { sweep } from '#engine/flows/sweep.ts';
import { anAutomation, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, daysAgo, someone } from '../../support/events.ts';
import { aCheckout, aView } from '../../support/storefront.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BOB = someone({ ref: 'bob', email: 'bob@example.com' });
const LEFT = 'abandoned_checkout_date >= -1d';

function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * MINUTE_MS);
}

const AUTOMATION = anAutomation({
  name: 'left',
  on: 'checkout.abandoned',
  when: 'event.total > 50 AND event.item_count = 2',
  do: [{ tag: 'left a checkout' }],
});

describe.each(DATABASES)('a checkout that goes quiet, on the %s database', (database) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ database, playbook: withAutomations(AUTOMATION) });
  });
  afterEach(() => world.close());

  const pass = async (milliseconds: number) => {
    world.pass(milliseconds);
    await sweep(world.deps);
    await world.runJobs();
  };
  const firings = async () => (await world.deps.storage.runs.list({}, { limit: 50 })).length;
  const maria = async () => {
    return findCustomer(world.deps, 'maria@example.com');
  };
  const countIn = async (query: string) => (await estimateSegment(world.deps, query)).count;

  it('is told as left after an hour, once, however often the clock looks', async () => {
    await world.deliver(aCheckout());

    await pass(59 * MINUTE_MS);
    expect(await firings()).toBe(0);
    await pass(MINUTE_MS);
    await pass(HOUR_MS);
    await Promise.all([1, 2, 3].map(() => sweep(world.deps)));

    expect(await firings()).toBe(1);
    expect((await maria()).tags).toEqual(['left a checkout']);
    expect(await countIn(LEFT)).toBe(1);
  });

  it('stands on the timeline with its words and its total', async () => {
    await world.deliver(aCheckout());
    await pass(HOUR_MS);

    const { id } = await maria();
    const entries = await world.deps.storage.timeline.list(id, { limit: 50 });

    expect(entries.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({
        type: 'checkout.abandoned',
        money: { minor: 9_200, currency: 'USD' },
      }),
    );
  });

  it('is waited for as long as something happens in it', async () => {
    await world.deliver(aCheckout());
    await pass(50 * MINUTE_MS);
    await world.deliver(aCheckout({ type: 'checkout.updated', at: later(50) }));

    await pass(50 * MINUTE_MS);
    expect(await firings()).toBe(0);
    await pass(10 * MINUTE_MS);
    expect(await firings()).toBe(1);
  });

  it('is told once, even if its buyer comes back and leaves again', async () => {
    await world.deliver(aCheckout());
    await pass(HOUR_MS);
    const again = { type: 'checkout.updated', at: later(60), total: 50_000 } as const;
    await world.deliver(aCheckout(again));
    await pass(2 * HOUR_MS);

    expect(await firings()).toBe(1);
  });

  it.each<[string, readonly NewEvent[]]>([
    ['completed', [aCheckout({ type: 'checkout.completed', at: later(5) })]],
    ['ordered by its customer', [anOrder({ type: 'order.placed', at: later(5) })]],
    [
      'ordered by somebody else, in an order that names it',
      [anOrder({ at: later(5), checkout: 'k-1', customer: someone({ ref: 'c', email: null }) })],
    ],
    ['ordered before we heard of it', [anOrder({ at: later(1) }), aCheckout({ at: later(0) })]],
  ])('is not left when it was %s', async (_how, events) => {
    await world.deliver(aCheckout());
    await world.deliver(...events);
    await pass(3 * HOUR_MS);

    expect(await firings()).toBe(0);
    expect(await countIn(LEFT)).toBe(0);
  });

  it.each<[string, NewEvent]>([
    ['an order from before', anOrder({ at: daysAgo(1) })],
    ['a test order', anOrder({ at: later(5), test: true })],
    [
      'the order of another customer',
      anOrder({ at: later(5), customer: someone({ ref: 'x', email: 'x@example.com' }) }),
    ],
  ])('is left for all that %s says', async (_what, order) => {
    await world.deliver(aCheckout(), order);
    await pass(HOUR_MS);

    expect(await firings()).toBe(1);
  });

  it('counts as left no more once it was bought after all', async () => {
    await world.deliver(aCheckout());
    await pass(HOUR_MS);
    expect(await countIn(LEFT)).toBe(1);

    await world.deliver(anOrder({ at: later(90) }));

    expect(await countIn(LEFT)).toBe(0);
    expect(await countIn('abandoned_checkout_date IS NULL')).toBe(1);
  });

  it('of nobody is kept and not told; once its buyer says who they are it is', async () => {
    await world.deliver(aCheckout({ customer: null }));
    await pass(2 * HOUR_MS);
    expect(await firings()).toBe(0);

    const named = { type: 'checkout.updated', at: later(120) } as const;
    await world.deliver(aCheckout({ ...named, customer: { email: 'maria@example.com' } }));
    await pass(HOUR_MS);

    expect(await firings()).toBe(1);
  });

  it('of the past is told to nobody: imported, or long gone when we hear of it', async () => {
    await world.deliver(aCheckout({ ref: 'old', historic: true }));
    await world.deliver(aCheckout({ ref: 'late', at: daysAgo(30), startedAt: daysAgo(30) }));
    await pass(2 * HOUR_MS);

    expect(await firings()).toBe(0);
  });

  it('told late is quiet from when we heard of it, for its end may be on the way', async () => {
    world.pass(5 * HOUR_MS);
    await world.deliver(aCheckout());
    await pass(0);
    expect(await firings()).toBe(0);

    await world.deliver(aCheckout({ type: 'checkout.completed', at: later(5) }));
    await pass(2 * HOUR_MS);
    expect(await firings()).toBe(0);
  });

  it('goes with its customer when they are forgotten, and a rebuild brings nothing back', async () => {
    await world.deliver(aCheckout(), aView({ product: '77' }));
    await pass(HOUR_MS);
    const { id } = await maria();
    await forgetCustomer(world.deps, id);
    await world.deliver(aCheckout({ type: 'checkout.updated', at: later(1) }));

    await replayLog(world.deps);

    const { checkouts, views } = world.deps.storage;
    expect(await checkouts.getMany([{ shop: 'events', ref: 'k-1' }])).toEqual([]);
    expect(await views.ofCustomer(id)).toEqual([]);
  });

  it('is found by a rebuild as it stands, and made anew where it is gone', async () => {
    const events = [
      aCheckout(),
      aCheckout({ ref: 'k-2' }),
      aCheckout({ ref: 'k-3', customer: null }),
    ];
    for (const event of [...events, aView({ product: '77' })]) await world.deliver(event);
    await pass(HOUR_MS);
    await world.deliver(anOrder({ checkout: 'k-3', customer: null }));
    const rows = () => world.database.query('SELECT * FROM checkouts ORDER BY ref', []);
    const before = await rows();
    expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });

    await world.database.script('TRUNCATE checkouts, product_views');

    expect(await replayLog(world.deps)).toMatchObject({ changed: 4 });
    expect(await rows()).toEqual(before);
    expect(await countIn('storefront.product_viewed MATCHES (id = 77, count = 1)')).toBe(1);
  });

  it('is not told when it is bought between being found and being told', async () => {
    await world.deliver(aCheckout(), aCheckout({ ref: 'k-2', customer: BOB }));
    world.pass(HOUR_MS);
    const { storage } = world.deps;
    const listQuiet: typeof storage.checkouts.listQuiet = async (...asked) => {
      const found = await storage.checkouts.listQuiet(...asked);
      await world.deliver(anOrder({ at: later(60) }));
      return found;
    };

    const checkouts = { ...storage.checkouts, listQuiet };
    await sweep({ ...world.deps, storage: { ...storage, checkouts } });
    await world.runJobs();

    expect(await storage.runs.list({}, { limit: 9 })).toMatchObject([{ automation: 'left' }]);
    expect((await maria()).tags).toEqual([]);
  });

  it('views older than 26 months are dropped', async () => {
    await world.deliver(aView({ product: '77', at: daysAgo(800) }), aView({ product: '77' }));

    await sweep(world.deps);

    expect(await countIn('storefront.product_viewed MATCHES (id = 77, count = 1)')).toBe(1);
    expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });
  });
});
