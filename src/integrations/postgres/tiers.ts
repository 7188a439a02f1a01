// The loyalty list in SQL: everybody put on the level of their spend, and everybody counted.
import { type Ladder, stretchesOf } from '#engine/customers/tier.ts';
import { asId } from '#engine/ids.ts';
import type { TierRecords } from '#engine/ports/tier-records.ts';
import { bindTo } from './segment-sql.ts';
import type { Bind } from './segment-values.ts';
import type { Session } from './session.ts';

/** The records of levels. */
export function tierRecords({ query }: Session): TierRecords {
  return {
    regroup: async (ladder, { limit, after = '' }) => {
      const values: unknown[] = [after, String(limit)];
      const sql = regroupSql(levelSql(ladder, bindTo(values)));
      const [row] = await query<{ moved: bigint; last: string | null }>(sql, values);
      const moved = Number(row?.moved ?? 0);
      const last = moved < limit ? null : (row?.last ?? null);
      return { moved, last: last === null ? null : asId('customer', last) };
    },
    standings: async (ladder) => {
      const values: unknown[] = [];
      const stretch = ladder === null ? 'NULL::int4' : stretchSql(ladder, bindTo(values));
      const rows = await query<Standings>(
        `SELECT tier, tier_pinned AS pinned, ${stretch} AS stretch, count(*) AS customers
          FROM customers WHERE erased_at IS NULL GROUP BY 1, 2, 3`,
        values,
      );
      return rows.map((row) => ({ ...row, customers: Number(row.customers) }));
    },
  };
}

type Standings = {
  readonly tier: string | null;
  readonly pinned: boolean;
  readonly stretch: number | null;
  readonly customers: bigint;
};

/** Locked in the order of ids, as whoever locks many customers does, and only those who have to move. */
function regroupSql(level: string): string {
  return `WITH wanted AS (
      SELECT id FROM customers WHERE erased_at IS NULL AND NOT tier_pinned AND id > $1::text
        AND tier IS DISTINCT FROM ${level} ORDER BY id LIMIT $2::int8 FOR UPDATE
    ), moved AS (
      UPDATE customers SET tier = ${level} FROM wanted WHERE customers.id = wanted.id RETURNING customers.id
    )
    SELECT count(*) AS moved, max(id) AS last FROM moved`;
}

/** Where a customer's spend is among `stretchesOf` the ladder, from 0; NULL in another currency. */
function stretchSql(ladder: Ladder, bind: Bind): string {
  const edges = stretchesOf(ladder).flatMap(({ from }) => (from === null ? [] : [String(from)]));
  const amount = `CASE WHEN customers.currency = ${bind(ladder.currency, 'text')} THEN ${AMOUNT[ladder.by]} END`;
  return `width_bucket(${amount}, ${bind(edges, 'int8[]')})`;
}

/** The level of a customer's spend; NULL is none. */
function levelSql(ladder: Ladder, bind: Bind): string {
  const names = stretchesOf(ladder).map(({ name }) => name ?? '');
  return `nullif((${bind(names, 'text[]')})[${stretchSql(ladder, bind)} + 1], '')`;
}

const AMOUNT = {
  amount_spent: 'customers.spent_minor',
  amount_spent_net: '(customers.spent_minor - customers.refunded_of_spent_minor)',
} as const satisfies Record<Ladder['by'], string>;
