// What a preview counts in SQL is what the change then does to each customer, and the same for an undo.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '#engine/customers/profile.ts';
import { previewBatch, previewBatchUndo, type UndoPreviewed } from '#engine/flows/preview-batch.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import {
  arbitraryChange,
  arbitraryCustomer,
  arbitraryWord,
  type Word,
} from '../../support/batch-arbitraries.ts';
import { type BatchWorld, createBatchWorld, EVERYBODY, MARIA } from '../../support/batches.ts';
import { DATABASES } from '../../support/database.ts';

const people = fc.array(fc.record({ before: arbitraryCustomer, since: fc.option(arbitraryWord) }), {
  minLength: 1,
  maxLength: 6,
});

/** Years after the hours in which customers were talked of: the world's clock stands there. */
const LATER_HOURS = 60_000;

describe.each(DATABASES)('batches on the %s database', (database) => {
  let world: BatchWorld;
  beforeAll(async () => {
    world = await createBatchWorld(database);
  });
  afterAll(() => world.close());

  /** Empties the tables and writes these customers, c0, c1 … */
  const write = async (profiles: readonly Profile[]) => {
    await world.database.script('TRUNCATE customers, batches, batch_members, timeline');
    const named = profiles.map((profile, place) => ({
      ...profile,
      id: asId('customer', `c${place}`),
      unsubscribeToken: `token-${place}`,
    }));
    await world.deps.storage.customers.saveMany(named, new Map());
    return named.map(({ id }) => id);
  };

  /** Lets somebody else say something of some of them. */
  const say = async (ids: readonly CustomerId[], words: readonly (Word | null)[]) => {
    const { customers } = world.deps.storage;
    const profiles = await customers.getMany(ids);
    const since = profiles.map((profile) => {
      const word = words[Number(profile.id.slice(1))] ?? null;
      return word === null ? profile : word(profile, LATER_HOURS);
    });
    await customers.saveMany(since, new Map());
  };

  /** Carries a preview out and compares; one of nobody is not carried out. */
  const carryOut = async ({ kind, batch }: UndoPreviewed) => {
    const { change, already, movedOn } = batch.foreseen;
    if (kind === 'nothing') return expect(change).toBe(0);
    const { members } = await world.carryOut(batch);
    expect(members).toMatchObject({ changed: change, already, 'moved-on': movedOn, waiting: 0 });
  };

  it('come out as they were foreseen, whoever has said what before and since', async () => {
    await fc.assert(
      fc.asyncProperty(people, arbitraryChange, async (given, change) => {
        const ids = await write(given.map(({ before }) => before));
        const asked = { nameOrQuery: EVERYBODY, change, by: MARIA };
        const preview = await previewBatch(world.deps, asked);
        await carryOut(preview);
        if (preview.kind === 'nothing') return;

        await say(
          ids,
          given.map(({ since }) => since),
        );
        await carryOut(
          await previewBatchUndo(world.deps, { batchId: preview.batch.id, by: MARIA }),
        );
      }),
      { numRuns: 12 },
    );
  });
});
