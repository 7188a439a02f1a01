// The audit log on both databases: nothing in it changes, and its chain has no forks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstBreak } from '#engine/audit/chain.ts';
import { DATABASES } from '../../support/database.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

describe.each(DATABASES)('the audit log, %s', (database) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ database });
  });
  afterEach(() => world.close());

  const event = (action: string) => ({
    ...{ at: NOW, actor: 'Maria', action, subject: 'cus_1' },
    details: { from: NOW, to: null },
  });
  const append = (action: string) =>
    world.deps.storage.transaction((records) => records.audit.append(event(action)));

  it.each([
    ['changed', `UPDATE audit SET actor = 'Nobody'`],
    ['deleted', 'DELETE FROM audit'],
    ['emptied', 'TRUNCATE audit'],
  ])('refuses to be %s', async (_how, sql) => {
    await append('customer.tagged');

    await expect(world.database.query(sql, [])).rejects.toThrow(/append-only/);

    expect(await world.deps.storage.audit.list({ limit: 10 })).toMatchObject([{ actor: 'Maria' }]);
  });

  it('is one unbroken chain though many write at once, in transactions and outside', async () => {
    const { audit } = world.deps.storage;
    await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => append(`action.${n}`)),
      ...Array.from({ length: 6 }, (_, n) => audit.append(event(`alone.${n}`))),
    ]);

    const entries = await world.deps.storage.audit.read(0, 100);

    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(firstBreak(entries)).toBeNull();
  });

  it('notices an entry that was changed by force', async () => {
    await append('a');
    await append('b');
    await world.database.script(
      `BEGIN; SET LOCAL session_replication_role = replica; UPDATE audit SET actor = 'Nobody' WHERE seq = 1; COMMIT`,
    );

    expect(firstBreak(await world.deps.storage.audit.read(0, 100))).toBe(1);
  });
});
