// One process a data folder: a lock that the kernel frees when its holder dies, however it dies.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A held lock. */
export type Lock = { readonly release: () => void };

/**
 * Takes the folder's lock, or null when another process has it. SQLite's exclusive lock is a file lock of the operating
 * system (sqlite.org/lockingv3.html): no pid that a container repeats, nothing left behind by SIGKILL.
 */
export function takeLock(directory: string): Lock | null {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'lock'), { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    // With locking_mode EXCLUSIVE the lock of a finished transaction is kept until the file is closed.
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
    throw error;
  }
}
