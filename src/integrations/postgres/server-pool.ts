// The connections to a PostgreSQL server: as many as are needed at once, up to a number that leaves room for others.
import { Pool, type PoolClient } from 'pg';
import { StorageBusyError } from '#engine/errors.ts';
import { SESSION_SETTINGS } from './session.ts';

/** How long a query may wait for a connection, in milliseconds: past it a webhook is answered 503. */
const CONNECT_TIMEOUT_MS = 2_000;

/** How long a transaction may stand still before the server ends it, in milliseconds. */
const TRANSACTION_IDLE_MS = 120_000;

/** Opens lazily; a query that gets no connection in time throws StorageBusyError. */
export function createServerPool(url: string): Pool {
  const pool = new ServerPool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: TRANSACTION_IDLE_MS,
    options: Object.entries(SESSION_SETTINGS)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

type Connected = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/** pg's pool says in one plain Error that it is full, and in others that the server is not there. */
class ServerPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | undefined {
    if (callback === undefined)
      return super.connect().catch((cause: unknown) => {
        throw new StorageBusyError({ cause });
      });
    super.connect((cause, client, done) =>
      callback(cause && new StorageBusyError({ cause }), client, done),
    );
    return undefined;
  }
}
