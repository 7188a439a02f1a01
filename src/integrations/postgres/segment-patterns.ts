// Which of several conditions are true of whom: everybody counted by it, in one pass.
import type { Pattern } from '#engine/automations/coverage.ts';
import { UserError } from '#engine/errors.ts';
import type { Invalid } from '#engine/invalid.ts';
import type { SegmentRecords } from '#engine/ports/segment-records.ts';
import type { Setting } from '#engine/segments/condition.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import { type Population, readThresholds } from './segment-ranks.ts';
import { bindTo, percentsAsked, writeCondition } from './segment-sql.ts';
import type { Query, Session } from './session.ts';

/** Conditions held against each other. */
export function patternRecords(
  { query }: Session,
  population: Population,
): Pick<SegmentRecords, 'whyNotAll' | 'patterns'> {
  return {
    whyNotAll,
    patterns: async (conditions, setting) => {
      const values: unknown[] = [];
      const bits = await bitsOf({ query, population, values }, conditions, setting);
      const rows = await query<{ pattern: string; buyers: bigint; others: bigint }>(
        `SELECT pattern, count(*) FILTER (WHERE orders > 0) AS buyers, count(*) FILTER (WHERE orders = 0) AS others
          FROM (SELECT orders, ${bits} AS pattern FROM customers WHERE erased_at IS NULL) AS asked GROUP BY pattern`,
        values,
      );
      return rows.map(
        ({ pattern, buyers, others }): Pattern => ({
          rules: [...pattern].flatMap((bit, at) => (bit === '1' ? [at] : [])),
          buyers: Number(buyers),
          others: Number(others),
        }),
      );
    },
  };
}

/** Writing a condition refuses what has no SQL; the percentages are of no interest here. */
function whyNotAll(condition: Condition): Invalid | null {
  try {
    percentsAsked(condition);
    return null;
  } catch (error) {
    if (error instanceof UserError && error.problem.code === 'invalid') return error.problem;
    throw error;
  }
}

type Asking = {
  readonly query: Query;
  readonly population: Population;
  readonly values: unknown[];
};

/** One sign for each condition, in one text. */
async function bitsOf(
  { query, population, values }: Asking,
  conditions: readonly Condition[],
  setting: Setting,
): Promise<string> {
  const bind = bindTo(values);
  const bits: string[] = [];
  for (const condition of conditions) {
    const thresholds = await readThresholds(query, condition, setting, population);
    bits.push(
      `CASE WHEN ${writeCondition(condition, { bind, setting, thresholds })} THEN 1 ELSE 0 END`,
    );
  }
  return bits.length === 0 ? "''" : `array_to_string(ARRAY[${bits.join(', ')}], '')`;
}
