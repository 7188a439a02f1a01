// Databases for tests: a fresh one each, from what global set-up migrated once; on PostgreSQL as well where one is named.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import { type Database, openEmbedded, openServer } from '#integrations/postgres/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of the migrated embedded database. */
    dump: string;
    /** The migrated database on the server, as a template; null without TEST_DATABASE_URL. */
    template: { readonly url: string; readonly name: string } | null;
  }
}

export type DatabaseKind = 'embedded' | 'server';

/** The kinds that suites run on: `describe.each(DATABASES)`. */
export const DATABASES: readonly DatabaseKind[] =
  inject('template') === null ? ['embedded'] : ['embedded', 'server'];

/** Databases of this test file that are not in use: opening one takes a second, emptying one a moment. */
const idle: { readonly kind: DatabaseKind; readonly database: Database }[] = [];

/** An empty, migrated database; closing it hands it on to the file's next test. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  const at = idle.findIndex((each) => each.kind === kind);
  const [reused] = at === -1 ? [] : idle.splice(at, 1);
  const database = reused?.database ?? (await openFresh(kind));
  return {
    ...database,
    close: async () => {
      await empty(database);
      idle.push({ kind, database });
    },
  };
}

async function openFresh(kind: DatabaseKind): Promise<Database> {
  const template = inject('template');
  if (kind === 'embedded' || template === null) {
    return openEmbedded({
      directory: null,
      dump: new Blob([new Uint8Array(await readFile(inject('dump')))]),
    });
  }
  const name = `${template.name}_${randomBytes(6).toString('hex')}`;
  await onServer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.name}`);
  return openServer(withDatabase(template.url, name));
}

/** The audit log refuses to forget; only a superuser who sets triggers aside may. */
async function empty(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    [],
  );
  await database.script(
    `BEGIN; SET LOCAL session_replication_role = replica;
     TRUNCATE ${tables.map(({ name }) => name).join(', ')} RESTART IDENTITY; DELETE FROM pgboss.job; COMMIT`,
  );
}

/** Runs one statement on the server's own database. */
export async function onServer(url: string, sql: string): Promise<void> {
  const database = openServer(url);
  try {
    await database.query(sql, []);
  } finally {
    await database.close();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
