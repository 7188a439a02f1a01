// Migrations: they give what the schema says, once, and whoever comes second waits.
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ConfigError, InvariantError } from '#engine/errors.ts';
import { type Database, openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { migrationSql } from '../../../scripts/schema-engine.ts';
import { DATABASES, onServer, openTestDatabase, withDatabase } from '../../support/database.ts';

describe('the migrations', () => {
  it('say what the schema says', async () => {
    expect(await migrationSql()).toBe('');
  });

  it.skipIf(inject('template') === null)(
    'are applied once when two processes start at once',
    async () => {
      const { url, name } = inject('template') ?? { url: '', name: '' };
      const own = `${name}_${randomBytes(4).toString('hex')}`;
      await onServer(url, `CREATE DATABASE ${own}`);
      const both = [
        openServer(withDatabase(url, own)),
        openServer(withDatabase(url, own)),
      ] as const;

      await Promise.all(both.map(migrate));

      const rows = await both[0].query<{ name: string }>(
        'SELECT migration_name AS name FROM "_prisma_migrations"',
        [],
      );
      expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(0);
      await Promise.all(both.map((database) => database.close()));
    },
  );

  it.skipIf(inject('template') === null)(
    'say what to do where the role may not add the extension that they need',
    async () => {
      const { url, name } = inject('template') ?? { url: '', name: '' };
      const own = `${name}_${randomBytes(4).toString('hex')}`;
      const role = `${own}_role`;
      await onServer(url, `CREATE DATABASE ${own}`);
      await onServer(url, `CREATE ROLE ${role} LOGIN`);
      await onServer(withDatabase(url, own), `GRANT ALL ON SCHEMA public TO ${role}`);
      const address = new URL(withDatabase(url, own));
      address.username = role;
      const database = openServer(address.href);

      const started = migrate(database);

      await expect(started).rejects.toThrow(ConfigError);
      await expect(started).rejects.toThrow('CREATE EXTENSION pg_trgm');
      await database.close();
      await onServer(withDatabase(url, own), `DROP OWNED BY ${role}`);
      await onServer(url, `DROP ROLE ${role}`);
    },
  );
});

describe.each(DATABASES)('migrate, %s', (kind) => {
  let database: Database;
  beforeEach(async () => {
    database = await openTestDatabase(kind);
  });
  afterEach(() => database.close());

  it('does nothing the second time', async () => {
    expect(await migrate(database)).toBe(0);
  });

  it('refuses a database whose migration is not the one it knows', async () => {
    const swap = (sum: string) =>
      database.query<{ checksum: string }>(
        `UPDATE "_prisma_migrations" AS m SET checksum = $1 FROM "_prisma_migrations" AS old
         WHERE old.id = m.id AND m.migration_name LIKE '%first' RETURNING old.checksum`,
        [sum],
      );
    const [applied] = await swap('another');

    const started = migrate(database);

    await expect(started).rejects.toThrow(InvariantError);
    await swap(applied?.checksum ?? '');
  });
});
