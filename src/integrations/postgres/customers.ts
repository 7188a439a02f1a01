// Customers, their identities, and the tombstones of those who were erased.
import { createHmac } from 'node:crypto';
import type { Identity } from '#engine/customers/identity.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { CustomerRecords } from '#engine/ports/customer-records.ts';
import { CUSTOMERS, erasedRow, toProfile, toRow } from './customer-row.ts';
import { searchRecords } from './customer-search.ts';
import type { Customer } from './generated/client.ts';
import { addIdentities, identityRecords } from './identities.ts';
import { fromJson } from './json.ts';
import { survivorByToken, survivorOf } from './merges.ts';
import type { Query, Session } from './session.ts';

const GET = `SELECT ${CUSTOMERS.columns} FROM customers WHERE id = ANY($1::text[]) AND erased_at IS NULL`;

/** In one order for everybody, so that nobody waits for who waits for them. */
const LOCK = `${GET} ORDER BY id FOR UPDATE`;

const BY_TOKEN = 'SELECT id FROM customers WHERE unsubscribe_token = $1';

/** The customers; `tombstoneKey` makes erased identities recognisable to us and to nobody else. */
export function customerRecords(session: Session, tombstoneKey: Uint8Array): CustomerRecords {
  const { prisma: client, query } = session;
  const hash = (identity: Identity) =>
    createHmac('sha256', tombstoneKey)
      .update(`${identity.shop}|${identity.kind}|${identity.value}`)
      .digest('hex');
  return {
    get: (id) => oneOf(query, GET, id),
    lock: (id) => oneOf(query, LOCK, id),
    getMany: async (ids) => profilesOf(query, GET, ids),
    lockMany: async (ids) => profilesOf(query, LOCK, ids),
    save: async (profile) => CUSTOMERS.upsert(query, [toRow(profile)]),
    saveMany: async (profiles, owned) => {
      await CUSTOMERS.upsert(query, profiles.map(toRow));
      await addIdentities(query, owned);
    },
    ...identityRecords(session),
    findByUnsubscribeToken: async (token) => {
      const [row] = await query<{ id: string }>(BY_TOKEN, [token]);
      return row === undefined ? survivorByToken(query, token) : asId('customer', row.id);
    },
    remove: async (id) => {
      await query('DELETE FROM customers WHERE id = $1', [id]);
    },
    ...searchRecords(query),
    top: async ({ limit, after }) => {
      const rows = await client.customer.findMany({
        where: { erasedAt: null },
        orderBy: [{ spentMinor: 'desc' }, { id: 'asc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toProfile);
    },
    count: async () => client.customer.count({ where: { erasedAt: null } }),
    erase: async (id, at) => {
      const known = await client.identity.findMany({ where: { customerId: id } });
      for (const row of known) {
        const tomb = hash({ ...row, shop: fromJson(row.shop), kind: fromJson(row.kind) });
        const create = { hash: tomb, at };
        await client.tombstone.upsert({ where: { hash: tomb }, create, update: { at } });
      }
      await client.identity.deleteMany({ where: { customerId: id } });
      await client.customer.update({ where: { id }, data: erasedRow(at) });
    },
    erasedAt: async (list) => {
      const row = await client.tombstone.findFirst({
        where: { hash: { in: list.map(hash) } },
        orderBy: { at: 'desc' },
      });
      return row?.at ?? null;
    },
    listIds: async ({ limit, after }) => {
      const rows = await client.customer.findMany({
        where: { erasedAt: null, ...(after === undefined ? {} : { id: { gt: after } }) },
        orderBy: { id: 'asc' },
        take: limit,
        select: { id: true },
      });
      return rows.map((row) => asId('customer', row.id));
    },
  };
}

/** Somebody, or who has absorbed them: ids of before stand in jobs, on cards and in people's notes. */
async function oneOf(query: Query, sql: string, id: CustomerId): Promise<Profile | null> {
  const [found] = await profilesOf(query, sql, [id]);
  if (found !== undefined) return found;
  const survivor = await survivorOf(query, id);
  return survivor === null ? null : ((await profilesOf(query, sql, [survivor]))[0] ?? null);
}

async function profilesOf(
  query: Query,
  sql: string,
  ids: readonly CustomerId[],
): Promise<readonly Profile[]> {
  return ids.length === 0 ? [] : (await query<Customer>(sql, [ids])).map(toProfile);
}
