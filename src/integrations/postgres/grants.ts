// Codes that were made for customers, and which orders used them.
import type { Order } from '#engine/customers/purchases.ts';
import type { Grant, GrantOutcome, GrantUse, GrantWithUses } from '#engine/discounts/grant.ts';
import { asId } from '#engine/ids.ts';
import type { Money } from '#engine/money.ts';
import type { GrantRecords } from '#engine/ports/grant-records.ts';
import { type Grant as GrantRow, Prisma } from './generated/client.ts';
import type { Query, Session } from './session.ts';
import { describeTable } from './table.ts';

const { outcome: _outcome, outcomeAt: _outcomeAt, ...FIELDS } = Prisma.GrantScalarFieldEnum;
const GRANTS = describeTable('grants', FIELDS, ['planId', 'position']);

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
const COUNTING = `grant_uses JOIN orders ON orders.shop = grant_uses.shop AND orders.ref = order_ref
    WHERE plan_id = grants.plan_id AND position = grants.position AND paid AND NOT cancelled AND NOT test`;
const USES = `(SELECT coalesce(json_agg(json_build_object('minor', total_minor, 'currency', orders.currency,
      'placedAt', placed_at, 'number', number) ORDER BY placed_at), '[]'::json) FROM ${COUNTING}) AS uses`;
const IS_USED = `EXISTS (SELECT 1 FROM ${COUNTING})`;

/** How long a code that was called expired is looked at again: an order may be told late. */
const LATE_DAYS = 30;

/** Whoever else looks at this moment takes others. */
const takeSql = (
  which: string,
) => `UPDATE grants SET outcome = $1, outcome_at = $2::timestamptz FROM (
    SELECT plan_id AS id, position AS place FROM grants WHERE withdrawn_at IS NULL AND ${which}
    ORDER BY expires_at LIMIT $4::int8 FOR UPDATE OF grants SKIP LOCKED) AS due
  WHERE plan_id = due.id AND position = due.place RETURNING ${GRANTS.columns}, ${USES}`;
const TAKE = {
  redeemed: takeSql(`$3::timestamptz IS NOT NULL AND ${IS_USED}
    AND (outcome IS NULL OR (outcome = 'expired' AND expires_at > $2::timestamptz - interval '${LATE_DAYS} days'))`),
  expired: takeSql(`outcome IS NULL AND expires_at <= $3::timestamptz AND NOT ${IS_USED}`),
} as const satisfies Record<GrantOutcome, string>;

const COUNTS = `SELECT count(*)::int AS granted, count(*) FILTER (WHERE used)::int AS redeemed,
    count(*) FILTER (WHERE NOT used AND expires_at <= $2::timestamptz)::int AS expired
  FROM (SELECT expires_at, ${IS_USED} AS used FROM grants
    WHERE automation = $1 AND withdrawn_at IS NULL) AS made`;
const COSTS = `SELECT currency, sum(cost_minor)::int8 AS minor FROM grants
  WHERE automation = $1 AND withdrawn_at IS NULL GROUP BY currency ORDER BY currency`;
/** An order may use two codes. */
const ORDERED = `SELECT currency, sum(total_minor)::int8 AS minor FROM orders
  WHERE paid AND NOT cancelled AND NOT test AND (shop, ref) IN (
    SELECT shop, order_ref FROM grant_uses JOIN grants USING (plan_id, position)
    WHERE automation = $1 AND withdrawn_at IS NULL)
  GROUP BY currency ORDER BY currency`;

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
    takeOutcomes: async (outcome, { now, endedBy }, limit) => {
      const rows = await query<StoredGrant>(TAKE[outcome], [outcome, now, endedBy, limit]);
      return rows.map(toGrant);
    },
    summary: async (automation, now) => {
      const [counts] = await query<Counts>(COUNTS, [automation, now]);
      const costs = await query<Sum>(COSTS, [automation]);
      const ordered = await query<Sum>(ORDERED, [automation]);
      const none = { granted: 0, redeemed: 0, expired: 0 };
      return { ...(counts ?? none), cost: costs.map(toMoney), ordered: ordered.map(toMoney) };
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

type Counts = { readonly granted: number; readonly redeemed: number; readonly expired: number };

type Sum = { readonly currency: string; readonly minor: bigint };

function toMoney({ currency, minor }: Sum): Money {
  return { minor: Number(minor), currency };
}

type GrantColumns = Omit<GrantRow, 'outcome' | 'outcomeAt'>;

type StoredGrant = GrantColumns & {
  readonly uses: readonly {
    readonly minor: number;
    readonly currency: string;
    readonly placedAt: string;
    readonly number: string | null;
  }[];
};

function toRow({ cost, ...grant }: Grant): GrantColumns {
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
        number: use.number,
      }),
    ),
  };
}
