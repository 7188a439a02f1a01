// Takes down the members of a batch in one statement, and says what would become of them.
import type { BatchChange, FactChange } from '#engine/batches/batch.ts';
import { changesTags, placeOf, wantedBy } from '#engine/batches/change-member.ts';
import type { ShopKey } from '#engine/events/shop-event.ts';
import type { Frozen, MemberRecords } from '#engine/ports/batch-records.ts';
import { CUSTOMERS, toProfile } from './customer-row.ts';
import type { Customer } from './generated/client.ts';
import { type Population, readThresholds } from './segment-ranks.ts';
import { bindTo, writeCondition } from './segment-sql.ts';
import type { Bind } from './segment-values.ts';
import type { Query } from './session.ts';

/** The ids in one order for every database, a line each, hashed. */
export function hashSql(id: string): string {
  return `encode(sha256(convert_to(coalesce(string_agg(${id}, E'\\n' ORDER BY ${id} COLLATE "C"), ''), 'UTF8')), 'hex')`;
}

/** The two ways in which a batch comes to its members. */
export function freezing(
  query: Query,
  population: Population,
): Pick<MemberRecords, 'freeze' | 'freezeUndo' | 'examples'> {
  return {
    freeze: async ({ id, change }, { condition, setting }, shops) => {
      const thresholds = await readThresholds(query, condition, setting, population);
      const values: unknown[] = [id];
      const bind = bindTo(values);
      const where = writeCondition(condition, { bind, setting, thresholds });
      const sql = freezeSql({ where, known: knownSql(change, shops, bind), bind, change });
      return toFrozen(await query<Counted>(sql, values));
    },
    freezeUndo: async (undo) => {
      const values: unknown[] = [undo.id, undo.undoOf];
      const sql = freezeUndoSql(undo.change, bindTo(values));
      return toFrozen(await query<Counted>(sql, values));
    },
    examples: async ({ id, change, undoOf }, limit) => {
      const values: unknown[] = [id, undoOf, limit];
      const bind = bindTo(values);
      const changes = undoOf === null ? `NOT ${alreadySql(change, bind)}` : standsSql(change, bind);
      return (await query<Customer>(examplesSql(changes), values)).map(toProfile);
    },
  };
}

function examplesSql(changes: string): string {
  return `SELECT ${CUSTOMERS.columns} FROM customers WHERE erased_at IS NULL AND EXISTS (
      SELECT 1 FROM batch_members AS member LEFT JOIN batch_members AS undone
        ON undone.batch_id = $2::text AND undone.customer_id = member.customer_id
      WHERE member.batch_id = $1 AND member.customer_id = customers.id AND member.outcome = 'waiting' AND ${changes})
    ORDER BY spent_minor DESC, id LIMIT $3::int8`;
}

type Counted = Readonly<
  Record<'customers' | 'change' | 'already' | 'moved' | 'gone' | 'calls', bigint>
> & {
  readonly hash: string;
};

function toFrozen([row]: readonly Counted[]): Frozen {
  const count = (name: Exclude<keyof Counted, 'hash'>) => Number(row?.[name] ?? 0);
  return {
    membersHash: row?.hash ?? '',
    foreseen: {
      customers: count('customers'),
      change: count('change'),
      already: count('already'),
      movedOn: count('moved'),
      gone: count('gone'),
      shopCalls: count('calls'),
    },
  };
}

type Freezing = {
  readonly where: string;
  readonly known: string;
  readonly bind: Bind;
  readonly change: BatchChange;
};

function freezeSql({ where, known, bind, change }: Freezing): string {
  const already = alreadySql(change, bind);
  return `WITH frozen AS (
      INSERT INTO batch_members (batch_id, customer_id, outcome, shop)
        SELECT $1, id, 'waiting', CASE WHEN ${known} THEN 'waiting' END
        FROM customers WHERE erased_at IS NULL AND ${where}
      RETURNING customer_id, shop
    )
    SELECT count(*) AS customers, count(*) FILTER (WHERE NOT ${already}) AS change,
      count(*) FILTER (WHERE ${already}) AS already, 0::int8 AS moved, 0::int8 AS gone,
      count(*) FILTER (WHERE NOT ${already} AND shop = 'waiting') AS calls, ${hashSql('customer_id')} AS hash
    FROM frozen JOIN customers ON customers.id = customer_id`;
}

/** Whether a shop that can be asked knows the customer. Only tags are the shop's as well. */
function knownSql(change: BatchChange, shops: readonly ShopKey[], bind: Bind): string {
  if (!changesTags(change) || shops.length === 0) return 'false';
  return `EXISTS (SELECT 1 FROM identities WHERE identities.customer_id = customers.id
    AND identities.kind = 'ref' AND identities.shop = ANY(${bind([...shops], 'text[]')}))`;
}

/** As `changeMember` sees it: whether there is nothing to change. */
function alreadySql(change: BatchChange, bind: Bind): string {
  switch (change.kind) {
    case 'tag':
    case 'untag':
      return `(${hasTagSql(change.tag, bind)} = ${change.kind === 'tag'})`;
    case 'tier':
      return `(${HELD} IS NOT DISTINCT FROM ${bind(change.tier, 'text')})`;
    case 'set': {
      const value = wantedBy(change);
      const wanted = bind(value === null ? null : JSON.stringify(value), 'jsonb');
      return `(customers.attributes -> ${bind(change.name, 'text')} IS NOT DISTINCT FROM ${wanted})`;
    }
    // Whom a guard leaves out is for the guards to say.
    case 'run':
      return 'false';
  }
}

/** The level that a hand holds a customer on. */
const HELD = 'CASE WHEN customers.tier_pinned THEN customers.tier END';

function hasTagSql(tag: string, bind: Bind): string {
  return `(${bind(tag.toLowerCase(), 'text')} = ANY(customers.folded_tags))`;
}

/** A member whom the shop was never asked for need not be asked for now. */
function freezeUndoSql(change: BatchChange, bind: Bind): string {
  const stands = standsSql(change, bind);
  const there = 'customers.id IS NOT NULL';
  return `WITH frozen AS (
      INSERT INTO batch_members (batch_id, customer_id, outcome, shop)
        SELECT $1, customer_id, 'waiting', CASE WHEN shop IN ('asked', 'done', 'failed') THEN 'waiting' END
        FROM batch_members WHERE batch_id = $2 AND outcome = 'changed'
      RETURNING customer_id, shop
    )
    SELECT count(*) AS customers, count(*) FILTER (WHERE ${there} AND ${stands}) AS change,
      0::int8 AS already, count(*) FILTER (WHERE ${there} AND NOT ${stands}) AS moved,
      count(*) FILTER (WHERE customers.id IS NULL) AS gone,
      count(*) FILTER (WHERE ${there} AND ${stands} AND frozen.shop = 'waiting') AS calls,
      ${hashSql('frozen.customer_id')} AS hash
    FROM frozen JOIN batch_members AS undone ON undone.batch_id = $2 AND undone.customer_id = frozen.customer_id
      LEFT JOIN customers ON customers.id = frozen.customer_id AND customers.erased_at IS NULL`;
}

/** As `changeMember` sees it: whether what the batch left there is still there, and its word the newest. */
function standsSql(change: BatchChange, bind: Bind): string {
  if (change.kind === 'run') return 'true';
  const same = sameSql(change, bind);
  const place = placeOf(change);
  if (place === null) return same;
  const word = `customers.known -> '${place.of}' -> ${bind(place.key, 'text')}`;
  return `coalesce(${same} AND ${word} ->> 'by' = 'team'
    AND (${word} -> 'at' ->> '$date')::timestamptz = undone.at, false)`;
}

function sameSql(change: FactChange, bind: Bind): string {
  switch (change.kind) {
    case 'tag':
    case 'untag':
      return `(${hasTagSql(change.tag, bind)} = (undone.after IS NOT NULL))`;
    case 'tier':
      return `(to_jsonb(${HELD}) IS NOT DISTINCT FROM undone.after)`;
    case 'set':
      return `(customers.attributes -> ${bind(change.name, 'text')} IS NOT DISTINCT FROM undone.after)`;
  }
}
