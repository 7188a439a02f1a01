// One PostgreSQL, embedded (PGlite) or a server (pg), behind the same Prisma client and the same raw queries.

import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { startEngine } from './embedded.ts';
import { PrismaClient } from './generated/client.ts';
import { createServerPool } from './server-pool.ts';
import { createQuery, createTransact, type Session, type Transact } from './session.ts';

/** An open database. */
export type Database = Session & {
  readonly transaction: Transact;
  /** Several statements without parameters, as one implicit transaction. */
  readonly script: (sql: string) => Promise<void>;
  /** The embedded engine itself, for the queue; null when a server is used. */
  readonly pglite: PGlite | null;
  readonly url: string | null;
  readonly close: () => Promise<void>;
};

/** Opens the embedded database in a folder (null: in memory). */
export async function openEmbedded(options: {
  readonly directory: string | null;
}): Promise<Database> {
  const pglite = await startEngine(options);
  const factory = new PrismaPGlite(pglite);
  const prisma = new PrismaClient({ adapter: factory });
  const adapter = await factory.connect();
  return {
    prisma,
    query: createQuery(adapter),
    transaction: createTransact(Promise.resolve(adapter)),
    script: async (sql) => {
      await pglite.exec(sql);
    },
    pglite,
    url: null,
    close: async () => {
      await prisma.$disconnect();
      await pglite.close();
    },
  };
}

/** Connects to a PostgreSQL server; any number of processes may. */
export function openServer(url: string): Database {
  const pool = createServerPool(url);
  const factory = new PrismaPg(pool, { statementNameGenerator: nameStatements() });
  const prisma = new PrismaClient({ adapter: factory });
  const adapter = factory.connect();
  return {
    prisma,
    query: async (sql, values) => createQuery(await adapter)(sql, values),
    transaction: createTransact(adapter),
    script: async (sql) => {
      await pool.query(sql);
    },
    pglite: null,
    url,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** How many statements a connection keeps planned. */
const PLANNED = 200;

/** Names the first statements that come along, so that a connection plans each of them once; a text without a name is planned anew. */
function nameStatements(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= PLANNED) return '';
    const name = `regulars_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
