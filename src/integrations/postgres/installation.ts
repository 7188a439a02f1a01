// The installation's own key: made once, kept in the database, shared by every replica.
import { createHmac } from 'node:crypto';
import type { RandomBytes } from '#engine/ids.ts';
import type { Database } from './database.ts';

const KEY = 'installation-key';

/** A key for one use, so that none of them gives away another. */
export type DeriveKey = (use: 'actions' | 'tombstones' | 'sample-shop') => Uint8Array;

/** Reads the installation's key, or makes it; of two processes that both make one, the first wins. */
export async function openInstallation(
  database: Pick<Database, 'query'>,
  randomBytes: RandomBytes,
): Promise<DeriveKey> {
  const fresh = JSON.stringify(Buffer.from(randomBytes(32)).toString('base64'));
  await database.query(
    'INSERT INTO settings (key, value) VALUES ($1, $2::jsonb) ON CONFLICT DO NOTHING',
    [KEY, fresh],
  );
  const rows = await database.query<{ value: string }>(
    'SELECT value FROM settings WHERE key = $1',
    [KEY],
  );
  const master = Buffer.from(rows[0]?.value ?? '', 'base64');
  return (use) => createHmac('sha256', master).update(use).digest();
}
