// Codes that a customer may still use: made, valid, not taken back, in no order that stands.
import type { CustomerId } from '#engine/ids.ts';
import type { Session } from './session.ts';

/** The steps that made such codes; who owns them; and until when each is valid. */
export const UNUSED_CODES = {
  from: 'steps JOIN plans ON plans.id = steps.plan_id',
  owner: 'plans.customer_id',
  where: `steps.status = 'done' AND steps.effect ->> 'kind' = 'create-discount'
    AND NOT EXISTS (SELECT 1 FROM orders AS used WHERE used.customer_id = plans.customer_id
      AND NOT used.cancelled AND steps.effect ->> 'code' = ANY(used.discount_codes))
    AND NOT EXISTS (SELECT 1 FROM plans AS taking JOIN steps AS taken ON taken.plan_id = taking.id
      WHERE taking.undo_of = plans.id AND taken.status = 'done'
        AND taken.effect ->> 'kind' = 'withdraw-discount'
        AND taken.effect ->> 'code' = steps.effect ->> 'code')`,
  until: `(steps.effect #>> '{terms,expiresAt,$date}')::timestamptz`,
} as const;

/** How many of them one customer has. */
export async function countUnusedCodes(
  query: Session['query'],
  customerId: CustomerId,
  at: Date,
): Promise<number> {
  const [row] = await query<{ count: number }>(COUNT, [customerId, at]);
  return row?.count ?? 0;
}

const { from, owner, where, until } = UNUSED_CODES;
const COUNT = `SELECT count(*)::int AS count FROM ${from}
  WHERE ${owner} = $1 AND ${where} AND ${until} > $2::timestamptz`;
