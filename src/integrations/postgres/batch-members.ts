// The members of batches: taken down all at once, then written piece by piece.
import type { LeftOut, MemberOutcome, ShopOutcome, Tally } from '#engine/batches/batch.ts';
import type { Standing } from '#engine/batches/change-member.ts';
import { asId, type BatchId } from '#engine/ids.ts';
import type { MemberRecords } from '#engine/ports/batch-records.ts';
import { freezing, hashSql } from './batch-freezing.ts';
import type { Population } from './segment-ranks.ts';
import type { Query, Session } from './session.ts';

/** The members of all batches. */
export function batchMemberRecords(
  { prisma, query }: Session,
  population: Population,
): MemberRecords {
  return {
    ...freezing(query, population),
    ...shopRecords(query),
    drop: async (batchId) => {
      await prisma.batchMember.deleteMany({ where: { batchId } });
    },
    tally: (ids) => tally(query, ids),
    waiting: async ({ id, undoOf }, { limit, after = '' }) => {
      const rows = await query<Waiting>(WAITING, [id, undoOf, limit, after]);
      return rows.map(({ customerId, before, after, at }) => ({
        customerId: asId('customer', customerId),
        undoes: undoOf === null || at === null ? null : { before, after, at },
      }));
    },
    settle: async (id, at, settled) => {
      await query(SETTLE, [id, at, JSON.stringify(settled)]);
    },
    hashOfChanged: async (id) => {
      const [row] = await query<{ hash: string }>(HASH_OF_CHANGED, [id]);
      return row?.hash ?? '';
    },
    eraseOf: async (customerId) => {
      const rows = await query<{ id: string }>(ERASE, [customerId]);
      return rows.map(({ id }) => asId('batch', id));
    },
  };
}

type Waiting = {
  readonly customerId: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly at: Date | null;
};

/** With what the batch that is undone noted of them; a batch that undoes nothing has no such notes. */
const WAITING = `SELECT member.customer_id AS "customerId", undone.before, undone.after, undone.at
  FROM batch_members AS member LEFT JOIN batch_members AS undone
    ON undone.batch_id = $2::text AND undone.customer_id = member.customer_id
  WHERE member.batch_id = $1 AND member.outcome = 'waiting' AND member.customer_id > $4
  ORDER BY member.customer_id LIMIT $3::int8`;

const SETTLE = `UPDATE batch_members AS member SET outcome = said.outcome, before = said.before, after = said.after,
    reason = said.reason, at = $2::timestamptz, shop = CASE WHEN said.outcome = 'changed' THEN member.shop END
  FROM jsonb_to_recordset($3::jsonb) AS said ("customerId" text, outcome text, reason text, before jsonb, after jsonb)
  WHERE member.batch_id = $1 AND member.customer_id = said."customerId" AND member.outcome = 'waiting'`;

const HASH_OF_CHANGED = `SELECT ${hashSql('customer_id')} AS hash FROM batch_members
  WHERE batch_id = $1 AND outcome = 'changed'`;

/** What was kept of a person goes; that there was somebody stays counted. */
const ERASE = `WITH named AS (
    SELECT batch_id AS id FROM batch_members WHERE customer_id = $1 AND shop = 'failed'
  ), erased AS (
    UPDATE batch_members SET before = NULL, after = NULL, reason = NULL, shop_reason = NULL,
      outcome = CASE WHEN outcome = 'waiting' THEN 'gone' ELSE outcome END,
      shop = CASE WHEN shop = 'done' THEN shop WHEN shop IS NOT NULL THEN 'skipped' END
    WHERE customer_id = $1
  )
  SELECT id FROM named`;

const TALLY = `SELECT batch_id AS id, outcome, reason, shop, count(*) AS count FROM batch_members
  WHERE batch_id = ANY($1::text[]) GROUP BY batch_id, outcome, reason, shop`;

type Row = {
  readonly id: BatchId;
  readonly outcome: MemberOutcome;
  readonly reason: LeftOut | null;
  readonly shop: ShopOutcome | null;
  readonly count: bigint;
};

async function tally(query: Query, ids: readonly BatchId[]): Promise<ReadonlyMap<BatchId, Tally>> {
  const tallies = new Map(ids.map((id) => [id, emptyTally()]));
  for (const { id, outcome, reason, shop, count } of await query<Row>(TALLY, [[...ids]])) {
    const one = tallies.get(id);
    if (one === undefined) continue;
    one.members[outcome] += Number(count);
    if (reason !== null) one.leftOut.push({ reason, count: Number(count) });
    // Who still waits for the change itself is not yet one for the shop.
    if (shop !== null && outcome === 'changed') one.shop[shop] += Number(count);
  }
  return tallies;
}

function emptyTally() {
  const members = { waiting: 0, changed: 0, already: 0, 'left-out': 0, 'moved-on': 0, gone: 0 };
  const shop = { waiting: 0, asked: 0, done: 0, failed: 0, skipped: 0 };
  const leftOut: { reason: LeftOut; count: number }[] = [];
  return { members, shop, leftOut } satisfies Tally;
}

type ShopPart = Pick<
  MemberRecords,
  'askShop' | 'waitsForShop' | 'setShop' | 'retryShop' | 'shopFailures'
>;

type Asked = { readonly customerId: string; readonly before: Standing; readonly after: Standing };

function shopRecords(query: Query): ShopPart {
  return {
    askShop: async (id, { atOnce, open }) => {
      const rows = await query<Asked>(ASK_SHOP, [id, atOnce, open]);
      return rows.map(({ customerId, before, after }) => ({
        customerId: asId('customer', customerId),
        before: before === null ? null : String(before),
        after: after === null ? null : String(after),
      }));
    },
    waitsForShop: async (id) => (await query(WAITS_FOR_SHOP, [id])).length > 0,
    setShop: async (id, customerId, outcome, reason) => {
      const rows = await query(SET_SHOP, [id, customerId, outcome, reason]);
      return rows.length > 0;
    },
    retryShop: async (id) => {
      await query(RETRY_SHOP, [id]);
    },
    shopFailures: async (id, limit) => {
      const rows = await query<{ customerId: string; reason: string }>(FAILURES, [id, limit]);
      return rows.map(({ customerId, reason }) => ({
        customerId: asId('customer', customerId),
        reason,
      }));
    },
  };
}

const ASK_SHOP = `UPDATE batch_members SET shop = 'asked' WHERE batch_id = $1 AND customer_id IN (
    SELECT customer_id FROM batch_members WHERE batch_id = $1 AND shop = 'waiting' AND outcome = 'changed'
    ORDER BY customer_id LIMIT least($2::int8, greatest(0, $3::int8 - (
      SELECT count(*) FROM batch_members WHERE batch_id = $1 AND shop = 'asked'))))
  RETURNING customer_id AS "customerId", before, after`;

const WAITS_FOR_SHOP = `SELECT 1 FROM batch_members
  WHERE batch_id = $1 AND shop = 'waiting' AND outcome = 'changed' LIMIT 1`;

const SET_SHOP = `UPDATE batch_members SET shop = $3, shop_reason = $4
  WHERE batch_id = $1 AND customer_id = $2 AND shop = 'asked' RETURNING 1`;

const RETRY_SHOP = `UPDATE batch_members SET shop = 'waiting', shop_reason = NULL
  WHERE batch_id = $1 AND shop = 'failed'`;

const FAILURES = `SELECT customer_id AS "customerId", coalesce(shop_reason, '') AS reason FROM batch_members
  WHERE batch_id = $1 AND shop = 'failed' ORDER BY customer_id LIMIT $2::int8`;
