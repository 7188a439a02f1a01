// One PostgreSQL, embedded (PGlite) or a server (pg), behind the same Prisma client and the same raw queries.

import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from './generated/client.ts';

/** Rows of a parameterised statement. */
export type Query = <Row>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** An open database: Prisma for what is not hot, `query` and `script` for the rest. */
export type Database = {
  readonly prisma: PrismaClient;
  readonly query: Query;
  /** Several statements without parameters, as one implicit transaction. */
  readonly script: (sql: string) => Promise<void>;
  /** The embedded engine itself, for the queue; null when a server is used. */
  readonly pglite: PGlite | null;
  readonly url: string | null;
  readonly close: () => Promise<void>;
};

/** What a Prisma client and a client inside a transaction have in common. */
export type Client = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;

/**
 * Opens the embedded database in a folder (null: in memory), from a dump where one is given. It runs without fsync:
 * it survives the death of the process, not of the machine.
 */
export async function openEmbedded(options: {
  readonly directory: string | null;
  readonly dump?: Blob;
}): Promise<Database> {
  const { PGlite: Engine } = await import('@electric-sql/pglite');
  const pglite = await Engine.create({
    ...(options.directory === null ? {} : { dataDir: options.directory }),
    ...(options.dump === undefined ? {} : { loadDataDir: options.dump }),
  });
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite) });
  return {
    prisma,
    query: async <Row>(sql: string, values: readonly unknown[]) =>
      (await pglite.query<Row>(sql, [...values])).rows,
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

/** How long a query may wait for a connection, in milliseconds: past it a webhook is answered 503. */
const CONNECT_TIMEOUT_MS = 2_000;

/** Connects to a PostgreSQL server; any number of processes may. */
export function openServer(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    query: async <Row>(sql: string, values: readonly unknown[]) => {
      const result = await pool.query(sql, [...values]);
      return result.rows satisfies readonly Row[];
    },
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
