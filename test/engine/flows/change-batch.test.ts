// A confirmed batch on its way: piece by piece, each customer once, and as the team's own words.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FactChange } from '#engine/batches/batch.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { changeBatch } from '#engine/flows/change-batch.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { setPaused } from '#engine/flows/pause.ts';
import { replayLog } from '#engine/flows/replay-log.ts';
import { saveSegment } from '#engine/flows/segments.ts';
import { asId } from '#engine/ids.ts';
import { type BatchWorld, createBatchWorld, MARIA } from '../../support/batches.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';

const HOSTILE = `'; DROP TABLE customers; --`;

describe.each(DATABASES)('changeBatch on the %s database', (database) => {
  let world: BatchWorld;
  beforeEach(async () => {
    world = await createBatchWorld(database);
  });
  afterEach(() => world.close());

  it('changes exactly those who were there when it was asked for, and says so on their timelines', async () => {
    await world.fill(2);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.deliver(anOrder({ customer: someone() }));

    const { members, status } = await world.carryOut(batch);

    expect([status, members['changed']]).toEqual(['done', 2]);
    const { timeline } = world.deps.storage;
    expect(await timeline.list(asId('customer', 'c1'), { limit: 9 })).toMatchObject([
      { kind: 'tagged', data: { tag: 'VIP', by: 'Maria', batchId: batch.id } },
    ]);
    expect(await findCustomer(world.deps, 'maria@example.com')).toMatchObject({ tags: [] });
  });

  it.each<[FactChange, Partial<Profile>]>([
    [{ kind: 'tag', tag: HOSTILE }, { tags: [HOSTILE] }],
    [
      { kind: 'tier', tier: 'gold' },
      { tier: 'Gold', tierPinned: true },
    ],
    [{ kind: 'set', name: 'size', value: 42 }, { attributes: { size: 42 } }],
    [{ kind: 'set', name: 'perk', value: `"},'` }, { attributes: { perk: `"},'` } }],
  ])('makes the change %j, which the next preview counts as made', async (change, expected) => {
    await world.fill(1);
    await world.carryOut(await world.ask(change));

    const again = await world.ask(change);

    expect(await world.profileOf('c1')).toMatchObject(expected);
    expect(again.foreseen).toMatchObject({ change: 0, already: 1 });
  });

  it('changes nobody twice where a piece falls over, or its job comes again', async () => {
    await world.fill(400);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.confirm(batch);
    world.fallAt('K31');
    await expect(changeBatch(world.deps, batch.id)).rejects.toThrow('fell over');
    expect((await world.stateOf(batch)).members).toMatchObject({ waiting: 400, changed: 0 });
    world.fallAt(null);

    await Promise.all([changeBatch(world.deps, batch.id), changeBatch(world.deps, batch.id)]);
    expect((await world.stateOf(batch)).members).toMatchObject({ waiting: 0, changed: 400 });
    await world.runJobs();

    const lines = await world.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM timeline WHERE kind = 'tagged'`,
      [],
    );
    expect(lines).toEqual([{ count: 400 }]);
    expect((await world.stateOf(batch)).status).toBe('done');
  });

  it('brings everybody into their segments, by one job for a piece', async () => {
    await saveSegment(world.deps, {
      name: 'vips',
      query: `customer_tags CONTAINS 'VIP'`,
      by: MARIA,
    });
    await world.runJobs();
    await world.fill(3);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.confirm(batch);
    await changeBatch(world.deps, batch.id);

    const jobs = await world.database.query(
      `SELECT data FROM pgboss.job WHERE state = 'created' AND data ->> 'name' = 'refresh-segments'`,
      [],
    );
    await world.runJobs();

    expect(jobs).toMatchObject([{ data: { among: ['c1', 'c2', 'c3'] } }]);
    expect(await world.deps.storage.segments.namesOf(asId('customer', 'c2'))).toEqual(['vips']);
  });

  it('waits while everything is paused', async () => {
    await world.fill(1);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await setPaused(world.deps, { paused: true, by: MARIA });
    await world.confirm(batch);
    await world.runJobs();
    expect((await world.profileOf('c1'))?.tags).toEqual([]);

    await setPaused(world.deps, { paused: false, by: MARIA });
    await world.runJobs({ early: true });

    expect((await world.profileOf('c1'))?.tags).toEqual(['VIP']);
  });

  it('of a tier holds everybody there, and its undo lets their spend decide again', async () => {
    await world.deliver(anOrder({ total: 500_000, customer: someone() }));
    const batch = await world.ask({ kind: 'tier', tier: 'Gold' });
    const maria = () => findCustomer(world.deps, 'maria@example.com');

    await world.carryOut(batch);
    expect(await maria()).toMatchObject({ tier: 'Gold', tierPinned: true });
    await world.carryOut(await world.askUndo(batch));

    expect(await maria()).toMatchObject({ tier: 'Platinum', tierPinned: false });
  });

  it('speaks for the team: a rebuild from the log keeps it', async () => {
    await world.deliver(anOrder({ total: 5_000, customer: someone({ tags: ['old'] }) }));
    await world.carryOut(await world.ask({ kind: 'tag', tag: 'VIP' }));
    await world.carryOut(await world.ask({ kind: 'tier', tier: 'Gold' }));

    const { changed } = await replayLog(world.deps);

    const maria = await findCustomer(world.deps, 'maria@example.com');
    expect([changed, maria.tags, maria.tier]).toEqual([0, ['old', 'VIP'], 'Gold']);
  });
});
