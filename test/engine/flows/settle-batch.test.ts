// A person's word on a batch, on every database: each is taken once, whoever says it at the same time.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeBatch } from '#engine/flows/change-batch.ts';
import { previewBatchUndo } from '#engine/flows/preview-batch.ts';
import { continueBatch, stopBatch } from '#engine/flows/settle-batch.ts';
import { type BatchWorld, createBatchWorld, MARIA, TOM } from '../../support/batches.ts';
import { DATABASES } from '../../support/database.ts';

describe.each(DATABASES)('a word on a batch on the %s database', (database) => {
  let world: BatchWorld;
  beforeEach(async () => {
    world = await createBatchWorld(database);
  });
  afterEach(() => world.close());

  const actionsOf = async (id: string) =>
    (await world.deps.storage.audit.list({ limit: 50 }))
      .filter(({ subject }) => subject === id)
      .map(({ action }) => action)
      .toReversed();

  /** A batch of 500 of which 200 are changed. */
  const halfWay = async () => {
    await world.fill(500);
    const batch = await world.ask({ kind: 'set', name: 'perk', value: true });
    await world.confirm(batch);
    await changeBatch(world.deps, batch.id);
    return batch;
  };

  it('confirms it for one of two who press at once, and is audited with a hash of whom it changed', async () => {
    await world.fill(2);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });

    const both = await Promise.all([world.confirm(batch, MARIA), world.confirm(batch, TOM)]);
    await world.runJobs();

    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await actionsOf(batch.id)).toEqual(['batch.requested', 'batch.confirmed', 'batch.done']);
    const [last] = await world.deps.storage.audit.list({ limit: 1 });
    expect(last?.details).toMatchObject({
      membersHash: batch.membersHash,
      changedHash: batch.membersHash,
      tally: { members: { changed: 2 } },
    });
  });

  it('drops a preview, which then cannot be confirmed', async () => {
    await world.fill(1);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });

    await stopBatch(world.deps, { id: batch.id, by: TOM });

    expect(await world.confirm(batch)).toMatchObject({ kind: 'refused', reason: 'settled' });
    expect(await world.stateOf(batch)).toMatchObject({
      status: 'cancelled',
      members: { waiting: 0 },
    });
  });

  it('stops it in the middle, and what it has changed by then is undone', async () => {
    const batch = await halfWay();
    const early = await previewBatchUndo(world.deps, { batchId: batch.id, by: TOM });
    await stopBatch(world.deps, { id: batch.id, by: TOM });
    await world.runJobs();
    expect(await world.stateOf(batch)).toMatchObject({
      status: 'stopped',
      members: { changed: 200, waiting: 300 },
    });

    const { members } = await world.carryOut(await world.askUndo(batch));

    expect(early).toMatchObject({ kind: 'refused', reason: 'running' });
    expect(members).toMatchObject({ changed: 200 });
    const left = await world.ask({ kind: 'tag', tag: 'x' }, 'attributes.perk = true');
    expect(left.foreseen.customers).toBe(0);
  });

  it('lets it go on where it was stopped, until nothing is left', async () => {
    const batch = await halfWay();
    await stopBatch(world.deps, { id: batch.id, by: TOM });

    await continueBatch(world.deps, { id: batch.id, by: TOM });
    await world.runJobs();

    expect(await world.stateOf(batch)).toMatchObject({ status: 'done', members: { changed: 500 } });
    const again = await continueBatch(world.deps, { id: batch.id, by: TOM });
    expect(again).toMatchObject({ kind: 'refused', reason: 'nothing-left' });
  });

  it('undoes it once, and undoing the undo makes the change again', async () => {
    await world.fill(2);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.carryOut(batch);
    const first = await world.askUndo(batch);
    const second = await world.askUndo(batch);
    await world.carryOut(first);

    expect(await world.confirm(second)).toMatchObject({ kind: 'refused', reason: 'undone' });
    expect((await world.profileOf('c1'))?.tags).toEqual([]);
    await world.carryOut(await world.askUndo(first));

    expect((await world.profileOf('c1'))?.tags).toEqual(['VIP']);
  });

  it('leaves the rest of a stopped undo to another one', async () => {
    await world.fill(500);
    const batch = await world.ask({ kind: 'tag', tag: 'VIP' });
    await world.carryOut(batch);
    const first = await world.askUndo(batch);
    await world.confirm(first);
    await changeBatch(world.deps, first.id);
    await stopBatch(world.deps, { id: first.id, by: TOM });

    const rest = await world.askUndo(batch);
    const { members } = await world.carryOut(rest);

    expect(rest.foreseen).toMatchObject({ change: 300, movedOn: 200 });
    expect(members).toMatchObject({ changed: 300, 'moved-on': 200 });
  });
});
