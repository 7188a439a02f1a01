// Merges: rows that go from one customer to another and back, and who has absorbed whom.
import type { Clue } from '#engine/customers/likeness.ts';
import type { Merge, Moved } from '#engine/customers/merge.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { MergeRecords, RowCounts } from '#engine/ports/merge-records.ts';
import { type Merge as MergeRow, Prisma } from './generated/client.ts';
import { fromJson, toJson, toStored } from './json.ts';
import { OWNED_TABLES, type OwnedTable } from './owned-tables.ts';
import type { Query, Session } from './session.ts';
import { describeTable } from './table.ts';

const MERGES = describeTable('merges', Prisma.MergeScalarFieldEnum, ['id']);

/** Merges and the moving of rows. */
export function mergeRecords({ query }: Session): MergeRecords {
  return {
    moveAll: (from, to) => moveAll(query, from, to),
    moveRows: (rows, from, to) => moveRows(query, rows, from, to),
    countRows: (id) =>
      count(query, OWNED_TABLES, ({ table, owner }) => [
        `SELECT count(*)::int AS rows FROM ${table} WHERE ${owner} = $1`,
        [id],
      ]),
    countSince: async (id, at) => ({
      ...(await count(
        query,
        OWNED_TABLES.filter(({ madeAt }) => madeAt !== undefined),
        ({ table, owner, madeAt }) => [
          `SELECT count(*)::int AS rows FROM ${table} WHERE ${owner} = $1 AND ${madeAt} > $2::timestamptz`,
          [id, at],
        ],
      )),
      ...(await count(query, [{ table: 'notes' }], () => [NOTES_SINCE, [id, at]])),
    }),
    save: (merge) => MERGES.insert(query, [toRow(merge)]),
    get: async (id) => {
      const [row] = await query<MergeRow>(GET, [id]);
      return row === undefined ? null : toMerge(row);
    },
    listOf: async (id) => (await query<MergeRow>(LIST, [id])).map(toMerge),
    latestOf: async (id) => {
      const [row] = await query<MergeRow>(`${LIST} LIMIT 1`, [id]);
      return row === undefined ? null : toMerge(row);
    },
    undo: async (id, at, parted) => {
      await query(UNDO, [id, at, JSON.stringify(toJson(parted))]);
    },
    gatherStragglers: (since) => gatherStragglers(query, since),
    eraseOf: async (id) => {
      const rows = await query<{ absorbed: string }>(ERASE, [id]);
      return rows.map(({ absorbed }) => asId('customer', absorbed));
    },
  };
}

/** Who has absorbed this customer; null for who was not absorbed, or is one of their own again. */
export async function survivorOf(query: Query, id: CustomerId): Promise<CustomerId | null> {
  const [row] = await query<{ survivor: string }>(SURVIVOR, [id]);
  return row === undefined ? null : asId('customer', row.survivor);
}

/** Whose link this is that stood in the mails of somebody who was absorbed. */
export async function survivorByToken(query: Query, token: string): Promise<CustomerId | null> {
  const [row] = await query<{ survivor: string }>(BY_TOKEN, [token]);
  return row === undefined ? null : asId('customer', row.survivor);
}

const GET = `SELECT ${MERGES.columns} FROM merges WHERE id = $1`;
const UNDO = 'UPDATE merges SET undone_at = $2::timestamptz, parted = $3::jsonb WHERE id = $1';
const NOTES_SINCE = `SELECT count(*)::int AS rows FROM timeline
  WHERE customer_id = $1 AND at > $2::timestamptz AND kind = 'note'`;
const LIST = `SELECT ${MERGES.columns} FROM merges WHERE survivor_id = $1 AND undone_at IS NULL
  ORDER BY at DESC, id DESC`;
const SURVIVOR = `SELECT survivor_id AS survivor FROM merges
  WHERE absorbed_id = $1 AND undone_at IS NULL`;
const BY_TOKEN = `SELECT survivor_id AS survivor FROM merges
  WHERE unsubscribe_token = $1 AND undone_at IS NULL`;
const SINCE = `SELECT id, absorbed_id AS "absorbedId", survivor_id AS "survivorId" FROM merges
  WHERE at >= $1::timestamptz AND undone_at IS NULL ORDER BY id`;

/** Also of what was undone, which would still say who somebody was. */
const ERASE = `WITH theirs AS (
    SELECT $1::text AS id UNION SELECT absorbed_id FROM merges WHERE survivor_id = $1 AND undone_at IS NULL),
  gone AS (DELETE FROM merges USING theirs WHERE theirs.id IN (kept_id, absorbed_id))
  SELECT id AS absorbed FROM theirs WHERE id <> $1`;

async function moveAll(query: Query, from: CustomerId, to: CustomerId): Promise<Moved> {
  const moved: Record<string, readonly (readonly string[])[]> = {};
  for (const table of OWNED_TABLES) {
    const rows = await query<{ key: readonly string[] }>(moveAllSql(table), [from, to]);
    if (rows.length > 0) moved[table.table] = rows.map(({ key }) => key);
  }
  return moved;
}

function moveAllSql({ table, owner, key, once = [] }: OwnedTable): string {
  const same = once.map((column) => `other.${column} = ${table}.${column}`).join(' AND ');
  const unless =
    same === ''
      ? ''
      : `AND NOT EXISTS (SELECT 1 FROM ${table} AS other WHERE other.${owner} = $2 AND ${same})`;
  return `UPDATE ${table} SET ${owner} = $2 WHERE ${owner} = $1 ${unless}
    RETURNING jsonb_build_array(${key.map((column) => `${table}.${column}`).join(', ')}) AS key`;
}

async function moveRows(
  query: Query,
  rows: Moved,
  from: CustomerId,
  to: CustomerId,
): Promise<RowCounts> {
  const tables = OWNED_TABLES.filter(({ table }) => (rows[table] ?? []).length > 0);
  return count(query, tables, (table) => [
    moveRowsSql(table),
    [from, to, JSON.stringify(rows[table.table])],
  ]);
}

function moveRowsSql({ table, owner, key }: OwnedTable): string {
  const same = key.map((column, at) => `${table}.${column} = given.row ->> ${at}`).join(' AND ');
  return `WITH moved AS (UPDATE ${table} SET ${owner} = $2 FROM jsonb_array_elements($3::jsonb) AS given (row)
      WHERE ${owner} = $1 AND ${same} RETURNING 1)
    SELECT count(*)::int AS rows FROM moved`;
}

/** One statement a table, one after another: they may share a transaction's connection. */
async function count<Counted extends { readonly table: string }>(
  query: Query,
  tables: readonly Counted[],
  ask: (table: Counted) => readonly [sql: string, values: readonly unknown[]],
): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  for (const each of tables) {
    const [row] = await query<{ rows: number }>(...ask(each));
    if (row !== undefined && row.rows > 0) counts[each.table] = row.rows;
  }
  return counts;
}

async function gatherStragglers(query: Query, since: Date): Promise<number> {
  const merges = await query<Pick<MergeRow, 'id' | 'absorbedId' | 'survivorId'>>(SINCE, [since]);
  let gathered = 0;
  for (const { id, absorbedId, survivorId } of merges) {
    const late = await moveAll(query, asId('customer', absorbedId), asId('customer', survivorId));
    for (const [table, keys] of Object.entries(late)) {
      gathered += keys.length;
      await query(NOTE_MOVED, [id, table, JSON.stringify(keys)]);
    }
  }
  return gathered;
}

const NOTE_MOVED = `UPDATE merges SET moved = jsonb_set(moved, ARRAY[$2::text],
  coalesce(moved -> $2::text, '[]') || $3::jsonb) WHERE id = $1`;

function toRow(merge: Merge) {
  const { kept, absorbed, keptIdentities, absorbedIdentities, moved, clues, parted, ...plain } =
    merge;
  return {
    ...plain,
    keptId: kept.id,
    absorbedId: absorbed.id,
    survivorId: kept.id,
    unsubscribeToken: absorbed.unsubscribeToken,
    kept: toStored(kept),
    absorbed: toStored(absorbed),
    keptIdentities: toStored(keptIdentities),
    absorbedIdentities: toStored(absorbedIdentities),
    moved: toStored(moved),
    clues: [...clues],
    parted: parted === null ? null : toStored(parted),
  };
}

function toMerge(row: MergeRow): Merge {
  return {
    id: asId('merge', row.id),
    kept: fromJson(row.kept),
    absorbed: fromJson(row.absorbed),
    keptIdentities: fromJson(row.keptIdentities),
    absorbedIdentities: fromJson(row.absorbedIdentities),
    moved: fromJson(row.moved),
    clues: row.clues.map((clue) => fromJson<Clue>(clue)),
    at: row.at,
    by: row.by,
    undoneAt: row.undoneAt,
    parted: fromJson(row.parted),
  };
}
