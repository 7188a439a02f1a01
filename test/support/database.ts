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

/** A fresh, migrated database; closing it takes it away. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  const template = inject('template');
  if (kind === 'embedded' || template === null) {
    return openEmbedded({
      directory: null,
      dump: new Blob([new Uint8Array(await readFile(inject('dump')))]),
    });
  }
  const name = `regulars_test_${randomBytes(6).toString('hex')}`;
  await onServer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.name}`);
  const database = openServer(withDatabase(template.url, name));
  return {
    ...database,
    close: async () => {
      await database.close();
      await onServer(template.url, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
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
