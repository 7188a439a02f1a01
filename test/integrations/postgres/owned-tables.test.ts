// The list of tables that a merge moves is the schema's: a new table with a customer in it cannot be forgotten there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#integrations/postgres/database.ts';
import { LEFT_TABLES, OWNED_TABLES } from '#integrations/postgres/owned-tables.ts';
import { openTestDatabase } from '../../support/database.ts';

describe('OWNED_TABLES', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase('embedded');
  });
  afterAll(() => database.close());

  it('names every table that has a customer in it, or says why not', async () => {
    const rows = await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('customer_id', 'survivor_id')`,
      [],
    );

    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      [...OWNED_TABLES.map(({ table }) => table), ...Object.keys(LEFT_TABLES)].toSorted(),
    );
  });

  it.each(OWNED_TABLES)('says of $table what its rows are known by', async (owned) => {
    const rows = await database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1`,
      [owned.table],
    );

    const columns = rows.map(({ name }) => name);
    const { owner, key, once = [], madeAt = owner } = owned;
    expect(columns).toEqual(expect.arrayContaining([owner, ...key, ...once, madeAt]));
  });
});
