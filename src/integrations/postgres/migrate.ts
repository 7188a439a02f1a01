// Brings a database to the newest schema: the SQL in prisma/migrations, recorded in Prisma's own table.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ConfigError, InvariantError } from '#engine/errors.ts';
import type { Database } from './database.ts';

const FOLDER = fileURLToPath(new URL('../../../prisma/migrations/', import.meta.url));

/** Any 64-bit number of our own; whoever holds it migrates, the others wait. */
const LOCK = 7_334_218_001;

/** The table as `prisma migrate` makes it, so that Prisma's own tools find what was applied. */
const RECORD = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies what is missing, all in one transaction under an advisory lock, and says how many that were. Throws
 * InvariantError when an applied migration is not the one in the folder, ConfigError when the extension it needs cannot
 * be had.
 */
export async function migrate(database: Pick<Database, 'query' | 'script'>): Promise<number> {
  const migrations = await readMigrations();
  const isNew = await lacksRecord(database);
  if (!isNew && (await missing(database, migrations)).length === 0) return 0;
  const body = migrations.map(applyUnlessRecorded).join('\n');
  await database
    .script(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK}); ${RECORD}; ${body} COMMIT;`)
    .catch(async (cause) => {
      await database.script('ROLLBACK');
      throw (
        lacksExtension(cause) ?? new InvariantError('the database could not be migrated', { cause })
      );
    });
  return migrations.length;
}

/** Trigrams are an extension that every PostgreSQL brings, but not every role may switch on. */
function lacksExtension(cause: unknown): ConfigError | null {
  if (!(cause instanceof Error) || !/extension.*pg_trgm/.test(cause.message)) return null;
  const message =
    'this database lacks the extension pg_trgm, and this role may not add it; have its owner run ' +
    'CREATE EXTENSION pg_trgm in it, then start again';
  return new ConfigError([{ where: 'DATABASE_URL', message }]);
}

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${FOLDER}${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function lacksRecord(database: Pick<Database, 'query'>): Promise<boolean> {
  const rows = await database.query<{ found: string | null }>(
    `SELECT to_regclass('_prisma_migrations')::text AS found`,
    [],
  );
  return rows[0]?.found == null;
}

async function missing(
  database: Pick<Database, 'query'>,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const rows = await database.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL',
    [],
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new InvariantError(`migration ${name} was changed after it had been applied`);
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Checked again under the lock: another process may have applied it while this one waited. */
function applyUnlessRecorded({ name, sql, checksum }: Migration): string {
  const tag = `$migration_${checksum.slice(0, 8)}$`;
  return `DO $check$ BEGIN IF NOT EXISTS (SELECT 1 FROM "_prisma_migrations" WHERE migration_name = '${name}') THEN
    EXECUTE ${tag}${sql}${tag};
    INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES (gen_random_uuid()::text, '${checksum}', '${name}', now(), 1);
  END IF; END $check$;`;
}
