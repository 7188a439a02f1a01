// A database of its own on a PostgreSQL server, made for one run and dropped after it.
import { Client } from 'pg';
import { environment } from '../src/config.ts';

export type ScratchDatabase = { readonly url: string; readonly drop: () => Promise<void> };

const DEFAULT_SERVER = 'postgres://postgres@127.0.0.1:5432/postgres';

/** The server benches may make databases on: `BENCH_DATABASE_URL`, or PostgreSQL on this machine. */
export function benchServer(): string {
  return environment()['BENCH_DATABASE_URL'] || DEFAULT_SERVER;
}

/** Makes an empty database. Rejects when no server answers. */
export async function createScratchDatabase(name: string): Promise<ScratchDatabase> {
  const database = `regulars_bench_${name}_${process.pid}`;
  await runOnServer(`DROP DATABASE IF EXISTS ${database}`, `CREATE DATABASE ${database}`);
  const url = new URL(benchServer());
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => runOnServer(`DROP DATABASE ${database} WITH (FORCE)`) };
}

async function runOnServer(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: benchServer() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
