// The embedded engine: PostgreSQL in this process, in a folder or in memory.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { PGlite } from '@electric-sql/pglite';
import { SESSION_SETTINGS } from './session.ts';

const MAKE = fileURLToPath(new URL('./make-embedded.ts', import.meta.url));

/**
 * PostgreSQL's own sizes are for a hundred connections. With the one of this engine they cost half of its start and
 * 100 MB; the table of locks stays as large as theirs, for transactions that lock thousands of customers.
 */
const SIZES = ['shared_buffers=32MB', 'max_connections=10', 'max_locks_per_transaction=2000'];

/**
 * Starts the engine. It runs without fsync: what it holds survives the death of the process, not of the machine. Nobody
 * else may have the folder open.
 */
export async function startEngine({
  directory,
}: {
  readonly directory: string | null;
}): Promise<PGlite> {
  // V8 compiles the engine's hot functions again on every core at once, and keeps what each of them needed: 70 MB.
  setFlagsFromString('--wasm-num-compilation-tasks=1');
  const isNew = directory !== null && !existsSync(join(directory, 'PG_VERSION'));
  if (isNew) await make(directory);
  const { PGlite: Engine } = await import('@electric-sql/pglite');
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm');
  const engine = await Engine.create({
    extensions: { pg_trgm },
    startParams: [...Engine.defaultStartParams, ...SIZES.flatMap((size) => ['-c', size])],
    ...(directory === null ? {} : { dataDir: directory }),
  });
  for (const [name, value] of Object.entries(SESSION_SETTINGS))
    await engine.exec(`SET ${name} TO '${value}'`);
  return engine;
}

/**
 * Makes a new database beside its place and moves it there when it is whole, so that a start that is cut short leaves
 * nothing half made. In a process of its own: what `initdb` needs (110 MB) would never come back to the system.
 */
async function make(directory: string): Promise<void> {
  const draft = `${directory}.new`;
  await rm(draft, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    MAKE,
    draft,
  ]);
  await rename(draft, directory);
}
