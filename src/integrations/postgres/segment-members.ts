// Who is in which segment: changed one by one or all at once, and told once to whoever makes the change.
import { asId, type CustomerId } from '#engine/ids.ts';
import type { SegmentRecords } from '#engine/ports/segment-records.ts';
import { type Population, readThresholds } from './segment-ranks.ts';
import { bindTo, writeCondition } from './segment-sql.ts';
import type { Session } from './session.ts';

type Members = Pick<
  SegmentRecords,
  'namesOf' | 'refresh' | 'setMembership' | 'countMembers' | 'eraseOf'
>;

/** The stored membership. */
export function memberRecords({ prisma, query }: Session, population: Population): Members {
  return {
    namesOf: async (customerId) => {
      const rows = await prisma.segmentMember.findMany({
        where: { customerId },
        orderBy: { segment: 'asc' },
        select: { segment: true },
      });
      return rows.map(({ segment }) => segment);
    },
    refresh: async ({ name, condition }, setting, { at, among, isSilent = false }) => {
      // In a statement of its own: the next one must see what was committed by whom it waited for.
      await query(LOCK, [name]);
      const thresholds = await readThresholds(query, condition, setting, population);
      const values: unknown[] = [name, at];
      const bind = bindTo(values);
      const where = writeCondition(condition, { bind, setting, thresholds });
      const only = among === undefined ? null : bind([...among], 'text[]');
      const rows = await query<{ id: string; entered: boolean }>(
        refreshSql(where, only, isSilent),
        values,
      );
      const idsOf = (entered: boolean): readonly CustomerId[] =>
        rows.filter((row) => row.entered === entered).map(({ id }) => asId('customer', id));
      return { entered: idsOf(true), left: idsOf(false) };
    },
    setMembership: async (customerId, name, isIn, at) => {
      await query(LOCK_SHARED, [name]);
      const rows = isIn
        ? await query(ENTER, [name, customerId, at])
        : await query(LEAVE, [name, customerId]);
      return rows.length > 0;
    },
    countMembers: async () => {
      const rows = await query<{ segment: string; count: bigint }>(COUNT, []);
      return new Map(rows.map(({ segment, count }) => [segment, Number(count)]));
    },
    eraseOf: async (customerId) => {
      await prisma.segmentMember.deleteMany({ where: { customerId } });
    },
  };
}

/** One refresh of a segment at a time, and none while a single membership is being changed. */
const LOCK = `SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('segment ' || $1::text, 0))) AS held`;
const LOCK_SHARED = `SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(hashtextextended('segment ' || $1::text, 0))) AS held`;

const ENTER = `INSERT INTO segment_members (segment, customer_id, since) VALUES ($1, $2, $3::timestamptz)
  ON CONFLICT DO NOTHING RETURNING 1`;
const LEAVE = 'DELETE FROM segment_members WHERE segment = $1 AND customer_id = $2 RETURNING 1';

const COUNT = 'SELECT segment, count(*) AS count FROM segment_members GROUP BY segment';

/** The set difference both ways, in one statement; `only` are the customers to look at, null for all. */
function refreshSql(where: string, only: string | null, isSilent: boolean): string {
  const told = isSilent ? 'WHERE false' : '';
  const among = (column: string) => (only === null ? '' : `AND ${column} = ANY(${only})`);
  return `WITH matching AS (
      SELECT id FROM customers WHERE erased_at IS NULL ${among('id')} AND ${where}
    ), known AS (
      SELECT customer_id FROM segment_members WHERE segment = $1 ${among('customer_id')}
    ), entered AS (
      INSERT INTO segment_members (segment, customer_id, since)
        SELECT $1, id, $2::timestamptz FROM matching
        WHERE NOT EXISTS (SELECT 1 FROM known WHERE customer_id = id)
      ON CONFLICT DO NOTHING RETURNING customer_id
    ), gone AS (
      DELETE FROM segment_members WHERE segment = $1 ${among('customer_id')}
        AND NOT EXISTS (SELECT 1 FROM matching WHERE id = customer_id) RETURNING customer_id
    )
    SELECT customer_id AS id, true AS entered FROM entered ${told}
    UNION ALL SELECT customer_id, false FROM gone ${told}`;
}
