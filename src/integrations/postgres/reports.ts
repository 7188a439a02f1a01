// What happened within a span of time, counted in the database.
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
