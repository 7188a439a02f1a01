// What a batch has changed here, told to the shop: a few at a time, again where it failed, never against our own word.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VendorError } from '#engine/errors.ts';
import { changeBatch } from '#engine/flows/change-batch.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { continueBatch, stopBatch } from '#engine/flows/settle-batch.ts';
import { untagCustomer } from '#engine/flows/work-customer.ts';
import { type BatchWorld, createBatchWorld, MARIA, TOM } from '../../support/batches.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';

const GONE = new VendorError('no such customer', {
  vendor: 'events',
  status: 404,
  retryable: false,
});
const DOWN = new VendorError('down', { vendor: 'events', status: 503, retryable: true });

describe.each(DATABASES)('tellShop on the %s database', (database) => {
  let world: BatchWorld;
  beforeEach(async () => {
    world = await createBatchWorld(database);
    for (const ref of ['ann', 'bob', 'eve'])
      await world.deliver(
        anOrder({ customer: someone({ ref, email: `${ref}@example.com`, tags: ['old'] }) }),
      );
    await world.fill(1);
  });
  afterEach(() => world.close());

  const inShop = () =>
    [...world.shop.tags].filter(([, tags]) => tags.length > 0).map(([ref]) => ref);
  const find = async (email: string) => {
    return findCustomer(world.deps, email);
  };

  it('asks for those whom the shop knows, and takes it back there too', async () => {
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    expect(batch.foreseen).toMatchObject({ customers: 4, change: 4, shopCalls: 3 });

    const { shop } = await world.carryOut(batch);
    expect([shop['done'], inShop().sort()]).toEqual([3, ['ann', 'bob', 'eve']]);
    const undo = await world.askUndo(batch);
    await world.carryOut(undo);

    expect(undo.foreseen.shopCalls).toBe(3);
    expect(inShop()).toEqual([]);
  });

  it('says a change once on the timeline, and leaves tiers to ourselves', async () => {
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.carryOut(batch);
    const tier = await world.ask({ kind: 'tier', tier: 'Gold' });

    const ann = await find('ann@example.com');
    const timeline = await world.deps.storage.timeline.list(ann.id, { limit: 20 });
    expect(timeline.filter(({ kind }) => kind === 'tagged')).toHaveLength(1);
    expect(tier.foreseen.shopCalls).toBe(0);
  });

  it('lists who failed on the batch, tells no channel of each, and asks again when told to', async () => {
    world.shop.failures.push({ error: GONE });
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    const { shop, status } = await world.carryOut(batch);
    await world.runJobs({ early: true });

    expect([status, shop]).toMatchObject(['done', { done: 2, failed: 1 }]);
    expect(await world.deps.storage.batches.shopFailures(batch.id, 9)).toMatchObject([
      { reason: 'no such customer' },
    ]);
    expect(world.posted).toHaveLength(1);

    await continueBatch(world.deps, { id: batch.id, by: TOM });
    await world.runJobs();
    expect((await world.stateOf(batch)).shop).toMatchObject({ done: 3, failed: 0 });
  });

  it('tries again by itself when the shop is down', async () => {
    world.shop.failures.push({ error: DOWN });
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    const { shop } = await world.carryOut(batch);
    expect(shop).toMatchObject({ done: 2, asked: 1 });

    await world.runJobs({ early: true });

    expect((await world.stateOf(batch)).shop).toMatchObject({ done: 3, asked: 0 });
  });

  it('does not ask for a tag that somebody has taken away again meanwhile', async () => {
    world.shop.failures.push({ error: DOWN }, { error: DOWN }, { error: DOWN });
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.carryOut(batch);
    const { id: customerId } = await find('ann@example.com');
    await untagCustomer(world.deps, { customerId, tag: 'VIP', by: TOM });

    await world.runJobs({ early: true });

    expect((await world.stateOf(batch)).shop).toMatchObject({ done: 2, skipped: 1 });
    expect(inShop().sort()).toEqual(['bob', 'eve']);
  });

  it('asks no further once it is stopped, and an undo asks for those only', async () => {
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.confirm(batch);
    await changeBatch(world.deps, batch.id);
    await stopBatch(world.deps, { id: batch.id, by: MARIA });
    await world.runJobs();

    expect((await world.stateOf(batch)).shop).toMatchObject({ waiting: 3, asked: 0 });
    expect(inShop()).toEqual([]);
    expect((await world.askUndo(batch)).foreseen).toMatchObject({ change: 4, shopCalls: 0 });
  });
});
