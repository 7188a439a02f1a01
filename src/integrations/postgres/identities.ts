// How shops and people name customers: each name is one customer's.
import { type Identity, identityKey } from '#engine/customers/identity.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { CustomerRecords } from '#engine/ports/customer-records.ts';
import { Prisma } from './generated/client.ts';
import { fromJson } from './json.ts';
import { lockKeys, type Query, type Session } from './session.ts';
import { describeTable } from './table.ts';

const IDENTITIES = describeTable('identities', Prisma.IdentityScalarFieldEnum, [
  'shop',
  'kind',
  'value',
]);

/** Found by their key however many there are; the casts keep the index in use. */
const FIND_IDENTITIES = `SELECT shop, kind, value, customer_id AS "customerId" FROM identities
  WHERE (shop, kind, value) IN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]))`;

type IdentityRecords = Pick<
  CustomerRecords,
  'findByIdentity' | 'findByIdentities' | 'lockIdentities' | 'identify' | 'identitiesOf'
>;

/** Who has which identity. */
export function identityRecords({ prisma, query }: Session): IdentityRecords {
  return {
    findByIdentity: async (identity) =>
      (await findIdentities(query, [identity])).get(identityKey(identity)) ?? null,
    findByIdentities: async (list) => findIdentities(query, list),
    lockIdentities: (list) => lockKeys(query, list.map(identityKey)),
    identify: async (id, list) => addIdentities(query, new Map([[id, list]])),
    identitiesOf: async (id) => {
      const rows = await prisma.identity.findMany({
        where: { customerId: id },
        orderBy: [{ shop: 'asc' }, { kind: 'asc' }, { value: 'asc' }],
      });
      return rows.map((row) => ({
        shop: fromJson(row.shop),
        kind: fromJson(row.kind),
        value: row.value,
      }));
    },
  };
}

async function findIdentities(
  query: Query,
  list: readonly Identity[],
): Promise<ReadonlyMap<string, CustomerId>> {
  if (list.length === 0) return new Map();
  const rows = await query<Identity & { customerId: string }>(FIND_IDENTITIES, [
    list.map(({ shop }) => shop),
    list.map(({ kind }) => kind),
    list.map(({ value }) => value),
  ]);
  return new Map(rows.map((row) => [identityKey(row), asId('customer', row.customerId)]));
}

/** Notes whose these identities are; who was first keeps one. */
export async function addIdentities(
  query: Query,
  owned: ReadonlyMap<CustomerId, readonly Identity[]>,
): Promise<void> {
  const rows = [...owned].flatMap(([customerId, list]) =>
    list.map((identity) => ({ ...identity, customerId })),
  );
  await IDENTITIES.insert(query, rows);
}
