// What happened within a span of time, counted in the database.
import type { HoldoutGroup } from '#engine/automations/holdout.ts';
import type { ReportRecords } from '#engine/ports/report-records.ts';
import type { Session } from './session.ts';

type Row = {
  readonly orders: number;
  readonly revenue: bigint;
  readonly refunds: number;
  readonly refunded: bigint;
  readonly customers: number;
  readonly opened: number;
  readonly resolved: number;
  readonly mails: number;
};

/** Numbers of a day or any other span. */
export function reportRecords({ query }: Session): ReportRecords {
  return {
    holdout: async ({ automation, now, days, currency }) => {
      const rows = await query<GroupRow>(HOLDOUT, [automation, now, days, currency]);
      const group = (held: boolean): HoldoutGroup => {
        const row = rows.find((each) => each.held === held);
        const revenue = { minor: Number(row?.revenue ?? 0), currency };
        return { customers: row?.customers ?? 0, buyers: row?.buyers ?? 0, revenue };
      };
      return { treated: group(false), heldOut: group(true) };
    },
    numbers: async ({ from, to, currency }) => {
      const [row] = await query<Row>(NUMBERS, [from, to, currency]);
      return {
        orders: row?.orders ?? 0,
        revenue: { minor: Number(row?.revenue ?? 0), currency },
        refunds: row?.refunds ?? 0,
        refunded: { minor: Number(row?.refunded ?? 0), currency },
        newCustomers: row?.customers ?? 0,
        casesOpened: row?.opened ?? 0,
        casesResolved: row?.resolved ?? 0,
        mailsSent: row?.mails ?? 0,
      };
    },
  };
}

type GroupRow = {
  readonly held: boolean;
  readonly customers: number;
  readonly buyers: number;
  readonly revenue: bigint;
};

const HOLDOUT = `WITH
  begun AS (SELECT min(started_at) AS at FROM runs WHERE automation = $1 AND status = 'held-out'),
  met AS (SELECT DISTINCT ON (customer_id) customer_id, started_at, occasion, status = 'held-out' AS held
    FROM runs WHERE automation = $1 AND status <> 'shadow' ORDER BY customer_id, started_at, id),
  compared AS (SELECT met.* FROM met, begun
    WHERE met.started_at >= begun.at AND occasion NOT LIKE 'hand:%'
      AND met.started_at <= $2::timestamptz - make_interval(days => $3::int))
SELECT held, count(*)::int AS customers, count(*) FILTER (WHERE bought.orders > 0)::int AS buyers,
  coalesce(sum(bought.revenue), 0)::int8 AS revenue
FROM compared CROSS JOIN LATERAL (
  SELECT count(*) AS orders, sum(total_minor) FILTER (WHERE currency = $4) AS revenue FROM orders
  WHERE customer_id = compared.customer_id AND paid AND NOT cancelled AND NOT test
    AND placed_at > compared.started_at
    AND placed_at <= compared.started_at + make_interval(days => $3::int)) AS bought
GROUP BY held`;

const NUMBERS = `WITH
  bought AS (SELECT count(*)::int AS orders,
      coalesce(sum(total_minor) FILTER (WHERE currency = $3), 0)::bigint AS revenue
    FROM orders WHERE placed_at >= $1 AND placed_at < $2 AND paid AND NOT cancelled AND NOT test),
  returned AS (SELECT count(*)::int AS refunds,
      coalesce(sum(amount_minor) FILTER (WHERE currency = $3), 0)::bigint AS refunded
    FROM refunds WHERE refunded_at >= $1 AND refunded_at < $2),
  added AS (SELECT count(*)::int AS customers FROM customers
    WHERE added_at >= $1 AND added_at < $2 AND erased_at IS NULL),
  opened AS (SELECT count(*)::int AS opened FROM cases WHERE opened_at >= $1 AND opened_at < $2),
  closed AS (SELECT count(*)::int AS resolved FROM cases WHERE resolved_at >= $1 AND resolved_at < $2),
  mailed AS (SELECT count(*)::int AS mails FROM mails WHERE at >= $1 AND at < $2 AND status = 'sent')
SELECT * FROM bought, returned, added, opened, closed, mailed`;
