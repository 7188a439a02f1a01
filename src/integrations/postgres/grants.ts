// Codes that were made for customers, and which orders used them.
import type { Order } from '#engine/customers/purchases.ts';
import type { Grant, GrantUse, GrantWithUses } from '#engine/discounts/grant.ts';
import { asId } from '#engine/ids.ts';
import type { GrantRecords } from '#engine/ports/grant-records.ts';
import { type Grant as GrantRow, Prisma } from './generated/client.ts';
import type { Query, Session } from './session.ts';
import { describeTable } from './table.ts';

const GRANTS = describeTable('grants', Prisma.GrantScalarFieldEnum, ['planId', 'position']);

/** An order may come before we hear that its code was made by hand. Shops take no notice of upper and lower case. */
const ADOPT_ORDERS = `INSERT INTO grant_uses (plan_id, position, shop, order_ref)
  SELECT $1, $2::int, shop, ref FROM orders
  WHERE customer_id = $3 AND EXISTS (SELECT 1 FROM unnest(discount_codes) AS used WHERE lower(used) = lower($4))
  ON CONFLICT DO NOTHING`;

const NOTE_USES = `INSERT INTO grant_uses (plan_id, position, shop, order_ref)
  SELECT plan_id, position, said.shop, said.ref
  FROM unnest($1::text[], $2::text[], $3::text[]) AS said(shop, ref, code)
  JOIN grants ON lower(grants.code) = lower(said.code)
  ON CONFLICT DO NOTHING`;

const WITHDRAW = `UPDATE grants SET withdrawn_at = $2::timestamptz
  WHERE lower(code) = lower($1) AND withdrawn_at IS NULL`;

/** What counts as used is asked of the order as it stands now: one that was cancelled used nothing. */
const USES = `(SELECT coalesce(json_agg(json_build_object(
      'minor', total_minor, 'currency', orders.currency, 'placedAt', placed_at) ORDER BY placed_at), '[]'::json)
    FROM grant_uses JOIN orders ON orders.shop = grant_uses.shop AND orders.ref = order_ref
    WHERE plan_id = grants.plan_id AND position = grants.position AND paid AND NOT cancelled AND NOT test) AS uses`;

const OF_CUSTOMER = `SELECT ${GRANTS.columns}, ${USES} FROM grants
  WHERE customer_id = $1 AND granted_at >= $2::timestamptz
  ORDER BY granted_at DESC, plan_id, position`;

/** Grants with their uses. */
export function grantRecords({ query, prisma }: Session): GrantRecords {
  return {
    insert: async (grant) => {
      await GRANTS.insert(query, [toRow(grant)]);
      const { planId, position, customerId, code } = grant;
      await query(ADOPT_ORDERS, [planId, position, customerId, code]);
    },
    withdraw: async (code, at) => {
      await query(WITHDRAW, [code, at]);
    },
    ofCustomer: async (customerId, since) => {
      const rows = await query<StoredGrant>(OF_CUSTOMER, [customerId, since]);
      return rows.map(toGrant);
    },
    eraseOf: async (customerId) => {
      await prisma.grant.updateMany({ where: { customerId }, data: { code: null } });
    },
  };
}

/** Notes which of these orders used a code that was granted; most orders name none. */
export async function noteUses(
  query: Query,
  orders: readonly Pick<Order, 'shop' | 'ref' | 'discountCodes'>[],
): Promise<void> {
  const said = orders.flatMap(({ shop, ref, discountCodes }) =>
    discountCodes.map((code) => ({ shop, ref, code })),
  );
  if (said.length === 0) return;
  const columns = (['shop', 'ref', 'code'] as const).map((key) => said.map((each) => each[key]));
  await query(NOTE_USES, columns);
}

type StoredGrant = GrantRow & {
  readonly uses: readonly {
    readonly minor: number;
    readonly currency: string;
    readonly placedAt: string;
  }[];
};

function toRow({ cost, ...grant }: Grant): GrantRow {
  return { ...grant, currency: cost.currency, costMinor: BigInt(cost.minor) };
}

function toGrant({ currency, costMinor, uses, ...row }: StoredGrant): GrantWithUses {
  return {
    ...row,
    planId: asId('plan', row.planId),
    customerId: asId('customer', row.customerId),
    cost: { minor: Number(costMinor), currency },
    uses: uses.map(
      (use): GrantUse => ({
        total: { minor: use.minor, currency: use.currency },
        placedAt: new Date(use.placedAt),
      }),
    ),
  };
}
