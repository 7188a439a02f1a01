// Sessions: raw statements and Prisma in one transaction, instants that mean the same in both.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvariantError } from '#engine/errors.ts';
import type { Database } from '#integrations/postgres/database.ts';
import { lockKeys, type Session } from '#integrations/postgres/session.ts';
import { DATABASES, openTestDatabase } from '../../support/database.ts';

const AT = new Date('2026-07-01T12:34:56.789Z');

describe.each(DATABASES)('a transaction, %s', (kind) => {
  let database: Database;
  beforeEach(async () => {
    database = await openTestDatabase(kind);
  });
  afterEach(() => database.close());

  const put = (session: Session, key: string) =>
    session.query('INSERT INTO said (key, at) VALUES ($1, $2)', [key, AT]);
  const keys = async () =>
    (await database.query<{ key: string }>('SELECT key FROM said ORDER BY key', [])).map(
      ({ key }) => key,
    );

  it('takes back all of it when it throws: raw, by Prisma, and what Prisma nests', async () => {
    const failed = database.transaction(async (session) => {
      await put(session, 'raw');
      await session.prisma.said.create({ data: { key: 'prisma', at: AT } });
      const steps = { create: [{ position: 0, effect: {}, status: 'waiting', attempts: 0 }] };
      const plan = { id: 'p', customerId: 'c', origin: {}, hash: 'h', createdAt: AT, steps };
      await session.prisma.plan.create({ data: plan });
      throw new Error('no');
    });

    await expect(failed).rejects.toThrow('no');
    expect(await keys()).toEqual([]);
    expect(await database.prisma.plan.count()).toBe(0);
  });

  it('lets Prisma see what a raw statement wrote, as the same instant', async () => {
    const [seen, back] = await database.transaction(async (session) => {
      await put(session, 'raw');
      const row = await session.prisma.said.findUnique({ where: { key: 'raw' } });
      await session.prisma.said.create({ data: { key: 'prisma', at: AT } });
      const rows = await session.query<{ at: Date }>('SELECT at FROM said', []);
      return [row?.at, rows.map(({ at }) => at)];
    });

    expect(seen).toEqual(AT);
    expect(back).toEqual([AT, AT]);
  });

  it('goes on after another that failed', async () => {
    await database.transaction((session) => put(session, 'first'));
    const again = database.transaction((session) => put(session, 'first'));
    await expect(again).rejects.toThrow();

    await database.transaction((session) => put(session, 'second'));

    expect(await keys()).toEqual(['first', 'second']);
  });

  it('cannot be used after its end', async () => {
    const session = await database.transaction(async (inside) => inside);

    await expect(put(session, 'late')).rejects.toThrow(InvariantError);
  });

  it('makes who wants the same name wait for its end', async () => {
    const order: string[] = [];
    const entered = Promise.withResolvers<void>();
    const first = database.transaction(async ({ query }) => {
      await lockKeys(query, ['b', 'a']);
      entered.resolve();
      await query('SELECT 1', []);
      order.push('first');
    });
    await entered.promise;
    const second = database.transaction(async ({ query }) => {
      await lockKeys(query, ['a']);
      order.push('second');
    });

    await Promise.all([first, second]);

    expect(order).toEqual(['first', 'second']);
  });

  it('speaks UTC whatever the server speaks', async () => {
    const [row] = await database.query<{ TimeZone: string }>('SHOW TimeZone', []);

    expect(row?.TimeZone).toBe('UTC');
  });
});
