// Percentiles: a customer's place in the ranking of all, and the value that a percentage stands for.
import type { CustomerId } from '#engine/ids.ts';
import type { Ranks } from '#engine/ports/segment-records.ts';
import type { Setting } from '#engine/segments/condition.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import { rankOf } from '#engine/segments/ranking.ts';
import type { RankedValue } from './segment-columns.ts';
import { percentsAsked, type RankThresholds } from './segment-sql.ts';
import type { Query } from './session.ts';

/** How many customers there are. */
export type Population = (query: Query, now: Date) => Promise<number>;

/** Up to this many are counted every time; of more, the count of the last minute is good enough. */
const COUNTED_ALWAYS = 20_000;
const REMEMBERED_MS = 60_000;

/** Counting a million rows takes longer than all else that an estimate does. */
export function createPopulation(): Population {
  let known: { readonly count: number; readonly at: number } | null = null;
  return async (query, now) => {
    const at = now.getTime();
    if (known !== null && known.count > COUNTED_ALWAYS && Math.abs(at - known.at) < REMEMBERED_MS)
      return known.count;
    const [row] = await query<{ count: bigint }>(COUNT, []);
    known = { count: Number(row?.count ?? 0), at };
    return known.count;
  };
}

/** The thresholds that a condition needs, looked up by counting down the index of each ranking. */
export async function readThresholds(
  query: Query,
  condition: Condition,
  setting: Setting,
  population: Population,
): Promise<RankThresholds> {
  const asked = percentsAsked(condition);
  const known = new Map<string, bigint | Date | null>();
  for (const [of, percents] of asked) {
    const total = await population(query, setting.now);
    for (const percent of new Set(percents))
      known.set(`${of} ${percent}`, await thresholdOf(query, of, percent, total, setting));
  }
  return (of, percent) => known.get(`${of} ${percent}`) ?? null;
}

/** A customer's ranks, by the very counts that thresholds are found with. */
export async function ranksOf(
  query: Query,
  customerId: CustomerId,
  { currency, now }: Setting,
  population: Population,
): Promise<Ranks> {
  const [row] = await query<{ spend: bigint | null; recency: bigint | null }>(PLACES, [
    customerId,
    currency,
  ]);
  const total = await population(query, now);
  const placeOf = (place: bigint | null | undefined) => (place == null ? null : Number(place));
  return {
    spend: rankOf(placeOf(row?.spend), total),
    recency: rankOf(placeOf(row?.recency), total),
  };
}

const COUNT = 'SELECT count(*) AS count FROM customers WHERE erased_at IS NULL';

/** How many have at least what the customer has, the customer among them. */
const PLACES = `SELECT
    CASE WHEN me.currency = $2 THEN (SELECT count(*) FROM customers
      WHERE erased_at IS NULL AND currency = $2 AND spent_minor >= me.spent_minor) END AS spend,
    CASE WHEN me.last_order_at IS NOT NULL THEN (SELECT count(*) FROM customers
      WHERE erased_at IS NULL AND last_order_at >= me.last_order_at) END AS recency
  FROM customers AS me WHERE me.id = $1 AND me.erased_at IS NULL`;

const NTH: Readonly<Record<RankedValue, string>> = {
  spend: `SELECT spent_minor AS value FROM customers WHERE erased_at IS NULL AND currency = $2
    ORDER BY spent_minor DESC OFFSET $1::int8 LIMIT 1`,
  recency: `SELECT last_order_at AS value FROM customers WHERE erased_at IS NULL AND last_order_at IS NOT NULL
    AND $2::text IS NOT NULL ORDER BY last_order_at DESC OFFSET $1::int8 LIMIT 1`,
};

/**
 * `rankOf` reaches the percentage where at most this many have the value or more: so the value must exceed the next
 * one down the ranking. null: there are not so many, and any value does.
 */
async function thresholdOf(
  query: Query,
  of: RankedValue,
  percent: number,
  total: number,
  { currency }: Setting,
): Promise<bigint | Date | null> {
  const atMost = total - Math.ceil((percent * (total - 1)) / 100);
  const [row] = await query<{ value: bigint | Date }>(NTH[of], [String(atMost), currency]);
  return row?.value ?? null;
}
