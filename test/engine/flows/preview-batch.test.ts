// Who would be changed and who would get what back, counted before anybody confirms.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayTag } from '#engine/customers/facts.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { previewBatch, previewBatchUndo } from '#engine/flows/preview-batch.ts';
import { sweep } from '#engine/flows/sweep.ts';
import { setAttribute } from '#engine/flows/work-customer.ts';
import { asId } from '#engine/ids.ts';
import { type BatchWorld, createBatchWorld, EVERYBODY, MARIA, TOM } from '../../support/batches.ts';
import { DATABASES } from '../../support/database.ts';
import { daysAgo } from '../../support/events.ts';

const DAY_MS = 86_400_000;

describe.each(DATABASES)('a preview on the %s database', (database) => {
  let world: BatchWorld;
  beforeEach(async () => {
    world = await createBatchWorld(database);
  });
  afterEach(() => world.close());

  it('is not kept where nobody is in it, nor where nobody would be changed', async () => {
    await world.fill(2, (profile) => ({ ...profile, tier: 'Gold', tierPinned: true }));
    const ask = (nameOrQuery: string) =>
      previewBatch(world.deps, { nameOrQuery, change: { kind: 'tier', tier: 'gold' }, by: MARIA });

    const nobody = await ask('amount_spent > 5');
    const already = await ask(EVERYBODY);

    expect([nobody.kind, nobody.batch.foreseen.customers]).toEqual(['nothing', 0]);
    expect([already.kind, already.batch.foreseen.already]).toEqual(['nothing', 2]);
    expect(await world.deps.storage.batches.list({ limit: 9 })).toEqual([]);
    expect(await world.deps.storage.batches.waiting(already.batch, { limit: 9 })).toEqual([]);
  });

  it('counts who has the tag already, in whatever case, and an undo takes nothing from them', async () => {
    const tagged = (tag: string) => (profile: Parameters<typeof sayTag>[0]) =>
      profile.id === 'c2' ? sayTag(profile, tag, true, daysAgo(3)) : profile;
    await world.fill(3, tagged('vip'));
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    expect(batch.foreseen).toMatchObject({ customers: 3, change: 2, already: 1 });
    await world.carryOut(batch);

    await world.carryOut(await world.askUndo(batch));

    const tags = await Promise.all(['c1', 'c2', 'c3'].map(world.profileOf));
    expect(tags.map((profile) => profile?.tags)).toEqual([[], ['vip'], []]);
  });

  it('of an undo counts who was changed again since or forgotten, and they are left alone', async () => {
    await world.fill(4);
    const batch = await world.ask({ kind: 'set', name: 'size', value: 'M' });
    await world.carryOut(batch);
    world.pass(1_000);
    const set = (id: string, value: string) =>
      setAttribute(world.deps, { customerId: asId('customer', id), name: 'size', value, by: TOM });
    await set('c1', 'L');
    await set('c2', 'L');
    await set('c2', 'M');
    await forgetCustomer(world.deps, asId('customer', 'c3'));

    const undo = await world.askUndo(batch);
    const { members } = await world.carryOut(undo);

    expect(undo.foreseen).toMatchObject({ customers: 4, change: 1, movedOn: 2, gone: 1 });
    expect(members).toMatchObject({ changed: 1, 'moved-on': 2, gone: 1 });
    const sizes = await Promise.all(['c1', 'c2', 'c4'].map(world.profileOf));
    expect(sizes.map((profile) => profile?.attributes)).toEqual([{ size: 'L' }, { size: 'M' }, {}]);
  });

  it('waits for a day, and what was done can be undone for thirty', async () => {
    await world.fill(1);
    const done = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.carryOut(done);
    const waiting = await world.ask({ kind: 'tag', tag: 'other' });
    world.pass(DAY_MS);
    expect(await world.confirm(waiting)).toMatchObject({ kind: 'refused', reason: 'expired' });
    world.pass(1_000);
    await sweep(world.deps);
    expect(await world.stateOf(waiting)).toMatchObject({
      status: 'expired',
      members: { waiting: 0 },
    });

    world.pass(29 * DAY_MS);

    const late = await previewBatchUndo(world.deps, { batchId: done.id, by: MARIA });
    expect(late).toMatchObject({ kind: 'refused', reason: 'too-old' });
  });
});
