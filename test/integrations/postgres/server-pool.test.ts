// A server that gives no connection: one error for it, whichever way was asked.
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageBusyError } from '#engine/errors.ts';
import { type Database, openServer } from '#integrations/postgres/database.ts';

describe('a server that is not there', () => {
  let database: Database;
  beforeEach(async () => {
    database = openServer(`postgres://postgres@127.0.0.1:${await unusedPort()}/none`);
  });
  afterEach(() => database.close());

  it.each<readonly [string, (asked: Database) => Promise<unknown>]>([
    ['a raw statement', ({ query }) => query('SELECT 1', [])],
    ['a transaction', ({ transaction }) => transaction(({ query }) => query('SELECT 1', []))],
    ['Prisma', ({ prisma }) => prisma.said.findMany()],
  ])('is said to be busy to %s', async (_, ask) => {
    await expect(ask(database)).rejects.toThrow(StorageBusyError);
  });
});

async function unusedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
