// Databases for tests: a fresh one each, from what global set-up migrated once; on PostgreSQL as well where one is named.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { type Database, openEmbedded, openServer } from '#integrations/postgres/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the migrated embedded database. */
    embedded: string;
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
    return openEmbedded({ directory: await copyOf(inject('embedded')) });
  }
  const name = `${template.name}_${randomBytes(6).toString('hex')}`;
  await onServer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.name}`);
  return openServer(withDatabase(template.url, name));
}

/** The folders of this test file's databases. */
const rooms: string[] = [];

// Workers are ended, not left to exit: what stays behind would fill the machine's memory before the last file is done.
afterAll(async () => {
  await Promise.all(idle.splice(0).map(({ database }) => database.close()));
  await Promise.all(rooms.splice(0).map((room) => rm(room, { recursive: true, force: true })));
});

/** A copy in memory where the machine has such a folder: opening one costs half of what unpacking a dump does. */
async function copyOf(folder: string): Promise<string> {
  const room = await mkdtemp(
    join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'regulars-test-'),
  );
  rooms.push(room);
  const copy = join(room, 'database');
  await cp(folder, copy, { recursive: true });
  return copy;
}

/**
 * Deletes every row: on the few that a test leaves, a TRUNCATE of all tables costs thirty times as much. The audit log
 * refuses to forget; only a superuser who sets triggers aside may.
 */
async function empty(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    [],
  );
  await database.script(
    `BEGIN; SET LOCAL session_replication_role = replica;
     ${tables.map(({ name }) => `DELETE FROM ${name};`).join('\n')}
     SELECT setval(seqrelid::regclass, 1, false) FROM pg_sequence
       JOIN pg_class ON oid = seqrelid WHERE relnamespace = 'public'::regnamespace;
     DELETE FROM pgboss.job; COMMIT`,
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
