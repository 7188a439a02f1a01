// Customers, their identities, and the tombstones of those who were erased.
import { createHmac } from 'node:crypto';
import type { Identity } from '#engine/customers/identity.ts';
import type { Consent, Profile } from '#engine/customers/profile.ts';
import type { ConsentState } from '#engine/events/shop-event.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { CustomerRecords } from '#engine/ports/customer-records.ts';
import { type Customer, Prisma } from './generated/client.ts';
import { addIdentities, identityRecords } from './identities.ts';
import { fromJson, toStored } from './json.ts';
import type { Client, Query, Session } from './session.ts';
import { describeTable } from './table.ts';

const CUSTOMERS = describeTable('customers', Prisma.CustomerScalarFieldEnum, ['id']);
const GET = `SELECT ${CUSTOMERS.columns} FROM customers WHERE id = ANY($1::text[]) AND erased_at IS NULL`;

/** In one order for everybody, so that nobody waits for who waits for them. */
const LOCK = `${GET} ORDER BY id FOR UPDATE`;

/** The customers; `tombstoneKey` makes erased identities recognisable to us and to nobody else. */
export function customerRecords(session: Session, tombstoneKey: Uint8Array): CustomerRecords {
  const { prisma: client, query } = session;
  const hash = (identity: Identity) =>
    createHmac('sha256', tombstoneKey)
      .update(`${identity.shop}|${identity.kind}|${identity.value}`)
      .digest('hex');
  return {
    get: async (id) => (await profilesOf(query, GET, [id]))[0] ?? null,
    lock: async (id) => (await profilesOf(query, LOCK, [id]))[0] ?? null,
    getMany: async (ids) => profilesOf(query, GET, ids),
    lockMany: async (ids) => profilesOf(query, LOCK, ids),
    save: async (profile) => CUSTOMERS.upsert(query, [toRow(profile)]),
    saveMany: async (profiles, owned) => {
      await CUSTOMERS.upsert(query, profiles.map(toRow));
      await addIdentities(query, owned);
    },
    ...identityRecords(session),
    findByUnsubscribeToken: async (token) => {
      const row = await client.customer.findUnique({
        where: { unsubscribeToken: token },
        select: { id: true },
      });
      return row === null ? null : asId('customer', row.id);
    },
    find: async (who, limit) => findCustomers(client, who.trim(), limit),
    search: async (text, limit) => searchNames(client, text.trim(), limit),
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

async function profilesOf(
  query: Query,
  sql: string,
  ids: readonly CustomerId[],
): Promise<readonly Profile[]> {
  return ids.length === 0 ? [] : (await query<Customer>(sql, [ids])).map(toProfile);
}

/** Exact meanings first, each on its index; a name only when nothing else fits. */
async function findCustomers(
  client: Client,
  who: string,
  limit: number,
): Promise<readonly Profile[]> {
  if (who === '') return [];
  const ids = new Set<string>();
  if (await client.customer.findUnique({ where: { id: who }, select: { id: true } })) ids.add(who);
  const named = await client.identity.findMany({
    where: { value: { in: [who, who.toLowerCase()] } },
    take: limit,
  });
  for (const row of named) ids.add(row.customerId);
  if (ids.size === 0) {
    const bare = who.replace(/^#/, '');
    const orders = await client.order.findMany({
      where: { number: { in: [bare, `#${bare}`] }, customerId: { not: null } },
      take: limit,
    });
    for (const order of orders) if (order.customerId !== null) ids.add(order.customerId);
  }
  if (ids.size === 0) return searchNames(client, who, limit);
  const rows = await client.customer.findMany({
    where: { id: { in: [...ids] }, erasedAt: null },
    take: limit,
  });
  return rows.map(toProfile);
}

const SEARCH = `SELECT id FROM customers WHERE erased_at IS NULL AND
  lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, '')) LIKE ALL ($1::text[])
  ORDER BY lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) = $2 DESC,
    lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) LIKE $3 DESC, spent_minor DESC, id LIMIT $4`;

async function searchNames(
  client: Client,
  text: string,
  limit: number,
): Promise<readonly Profile[]> {
  const lower = text.toLowerCase();
  const words = lower
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) return [];
  const found = await client.$queryRawUnsafe<{ id: string }[]>(
    SEARCH,
    words.map((word) => `%${escapeLike(word)}%`),
    lower,
    `${escapeLike(lower)}%`,
    limit,
  );
  const rows = await client.customer.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toProfile(row)];
  });
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

function erasedRow(at: Date) {
  return {
    email: null,
    phone: null,
    firstName: null,
    lastName: null,
    birthday: null,
    country: null,
    region: null,
    city: null,
    locale: null,
    timezone: null,
    attributes: {},
    known: { fields: {}, tags: {}, lists: {} },
    tier: null,
    tierPinned: false,
    emailConsent: 'unknown',
    smsConsent: 'unknown',
    tags: [],
    foldedTags: [],
    erasedAt: at,
  };
}

function toRow(profile: Profile) {
  const { totals, emailConsent, smsConsent, ...plain } = profile;
  return {
    ...plain,
    tags: [...plain.tags],
    foldedTags: plain.tags.map((tag) => tag.toLowerCase()),
    attributes: toStored(plain.attributes),
    known: toStored(plain.known),
    emailConsent: emailConsent.state,
    emailConsentAt: emailConsent.at,
    emailConsentSource: emailConsent.source,
    smsConsent: smsConsent.state,
    smsConsentAt: smsConsent.at,
    smsConsentSource: smsConsent.source,
    currency: totals.spent.currency,
    orders: totals.orders,
    ownOrders: totals.ownOrders,
    spentMinor: BigInt(totals.spent.minor),
    spentElsewhere: toStored(totals.spentElsewhere),
    refunds: totals.refunds,
    refundedMinor: BigInt(totals.refunded.minor),
    refundedOfSpentMinor: BigInt(totals.refundedOfSpent.minor),
    firstOrderAt: totals.firstOrderAt,
    lastOrderAt: totals.lastOrderAt,
    largestOrderMinor: BigInt(totals.largestOrder.minor),
    erasedAt: null,
  };
}

/** A profile as it was stored. */
export function toProfile(row: Customer): Profile {
  const money = (minor: bigint) => ({ minor: Number(minor), currency: row.currency });
  return {
    id: asId('customer', row.id),
    email: row.email,
    phone: row.phone,
    firstName: row.firstName,
    lastName: row.lastName,
    birthday: row.birthday,
    country: row.country,
    region: row.region,
    city: row.city,
    locale: row.locale,
    timezone: row.timezone,
    tags: row.tags,
    attributes: fromJson(row.attributes),
    tier: row.tier,
    tierPinned: row.tierPinned,
    emailConsent: toConsent(row.emailConsent, row.emailConsentAt, row.emailConsentSource),
    smsConsent: toConsent(row.smsConsent, row.smsConsentAt, row.smsConsentSource),
    addedAt: row.addedAt,
    totals: {
      orders: row.orders,
      ownOrders: row.ownOrders,
      spent: money(row.spentMinor),
      spentElsewhere: fromJson(row.spentElsewhere),
      refunds: row.refunds,
      refunded: money(row.refundedMinor),
      refundedOfSpent: money(row.refundedOfSpentMinor),
      firstOrderAt: row.firstOrderAt,
      lastOrderAt: row.lastOrderAt,
      largestOrder: money(row.largestOrderMinor),
    },
    unsubscribeToken: row.unsubscribeToken,
    known: fromJson(row.known),
  };
}

function toConsent(state: string, at: Date | null, source: string | null): Consent {
  return { state: fromJson<ConsentState>(state), at, source };
}
