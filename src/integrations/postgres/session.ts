// One way to the data, on a pool or inside a transaction: raw statements where it is hot, Prisma elsewhere, on the same connection.
import {
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQueryable,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { InvariantError } from '#engine/errors.ts';
import { PrismaClient } from './generated/client.ts';

/**
 * Rows of one parameterised statement, their values as Prisma's models have them: instants as dates, 64-bit integers
 * as bigints, JSON parsed. The type is the caller's claim. It costs a fraction of what Prisma's own raw queries do.
 */
export type Query = <Row>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * What every connection is set to. Adapters take the session's zone for UTC, whatever it is; somebody whose name shares
 * less with what was typed than this is not called near.
 */
export const SESSION_SETTINGS = {
  TimeZone: 'UTC',
  'pg_trgm.word_similarity_threshold': '0.45',
} as const;

/** What a Prisma client and a client inside a transaction have in common. */
export type Client = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;

/** Where records read and write. */
export type Session = { readonly query: Query; readonly prisma: Client };

/** Runs work in one transaction: all of it is committed, or nothing when it throws. */
export type Transact = <Result>(work: (session: Session) => Promise<Result>) => Promise<Result>;

/** Raw statements on whatever a driver adapter gives. */
export function createQuery(queryable: Pick<SqlQueryable, 'queryRaw'>): Query {
  return async <Row>(sql: string, values: readonly unknown[]) => {
    const argTypes = values.map(() => AS_IT_IS);
    const result = await queryable.queryRaw({ sql, args: values.map(toArgument), argTypes });
    const { columnNames, columnTypes } = result;
    return result.rows.map((row) => readRow<Row>(columnNames, columnTypes, row));
  };
}

/**
 * Transactions opened on the driver adapter itself; Prisma's own interactive ones cost several times as much. Prisma
 * clients that join one are kept for the next.
 */
export function createTransact(adapter: Promise<SqlDriverAdapter>): Transact {
  const seats: Seat[] = [];
  return async (work) => {
    const transaction = await (await adapter).startTransaction();
    const seat = seats.pop() ?? createSeat(await adapter);
    seat.take(transaction);
    try {
      return await runAndEnd(transaction, () => work(seat.session));
    } finally {
      seat.take(null);
      seats.push(seat);
    }
  };
}

/**
 * Makes others who lock one of these names wait until the transaction ends, whether or not a row has that name. In one
 * order for everybody, so that nobody waits for who waits for them.
 */
export async function lockKeys(query: Query, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await query(LOCK_KEYS, [keys.toSorted()]);
}

const LOCK_KEYS = `SELECT count(*)::int FROM (
  SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key) AS locks`;

const AS_IT_IS = { scalarType: 'unknown', arity: 'scalar' } as const;

/** An instant is sent with its zone: adapters would leave it to the session's. */
function toArgument(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function readRow<Row>(
  names: readonly string[],
  types: readonly ColumnType[],
  values: readonly unknown[],
): Row {
  const row: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) row[name] = readValue(types[index], values[index]);
  return row as Row;
}

function readValue(type: ColumnType | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  switch (type) {
    case ColumnTypeEnum.DateTime:
      return new Date(value);
    case ColumnTypeEnum.Int64:
      return BigInt(value);
    case ColumnTypeEnum.Json:
      return JSON.parse(value);
    default:
      return value;
  }
}

async function runAndEnd<Result>(
  transaction: Transaction,
  work: () => Promise<Result>,
): Promise<Result> {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    // When the connection is gone, so is what it wrote; what went wrong first is what counts.
    await end(transaction, 'ROLLBACK').catch(() => {});
    throw error;
  }
  await end(transaction, 'COMMIT');
  return result;
}

/** An adapter says whether it ends the transaction itself; either way it must get its connection back. */
async function end(transaction: Transaction, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  try {
    if (!transaction.options.usePhantomQuery)
      await transaction.executeRaw({ sql: how, args: [], argTypes: [] });
  } finally {
    await (how === 'COMMIT' ? transaction.commit() : transaction.rollback());
  }
}

/** A session that joins one transaction after another. */
type Seat = {
  readonly session: Session;
  readonly take: (transaction: Transaction | null) => void;
};

function createSeat(adapter: SqlDriverAdapter): Seat {
  const held: { transaction: Transaction | null } = { transaction: null };
  const current = () => {
    if (held.transaction === null) throw new InvariantError('a transaction was used after its end');
    return held.transaction;
  };
  const queryable: SqlQueryable = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query) => current().queryRaw(query),
    executeRaw: async (query) => current().executeRaw(query),
  };
  const prisma = new PrismaClient({ adapter: joining(queryable, adapter) });
  return {
    session: { query: createQuery(queryable), prisma },
    take: (transaction) => {
      held.transaction = transaction;
    },
  };
}

/** What Prisma takes for a database of its own: a transaction it begins is part of the one that is open. */
function joining(queryable: SqlQueryable, adapter: SqlDriverAdapter): SqlDriverAdapterFactory {
  const nothing = async () => {};
  const connection: SqlDriverAdapter = {
    ...queryable,
    executeScript: (script) => adapter.executeScript(script),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    startTransaction: async () => ({
      ...queryable,
      options: { usePhantomQuery: true },
      commit: nothing,
      rollback: nothing,
    }),
    dispose: nothing,
  };
  const { provider, adapterName } = queryable;
  return { provider, adapterName, connect: async () => connection };
}
