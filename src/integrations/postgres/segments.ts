// Saved segments, who is in them, and conditions asked of all customers at once.
import type { Profile } from '#engine/customers/profile.ts';
import { InvariantError } from '#engine/errors.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { Page } from '#engine/ports/page.ts';
import type { Measure, SegmentRecords } from '#engine/ports/segment-records.ts';
import type { Setting } from '#engine/segments/condition.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import type { Segment } from '#engine/segments/segment.ts';
import { CUSTOMERS, toProfile } from './customer-row.ts';
import type { Customer, Segment as SegmentRow } from './generated/client.ts';
import { memberRecords } from './segment-members.ts';
import { patternRecords } from './segment-patterns.ts';
import { type Population, ranksOf, readThresholds } from './segment-ranks.ts';
import { bindTo, writeCondition } from './segment-sql.ts';
import { foldedSql } from './segment-values.ts';
import type { Query, Session } from './session.ts';

/** Segments; `population` is shared by all records of a process. */
export function segmentRecords(session: Session, population: Population): SegmentRecords {
  const { query } = session;
  return {
    ...savedSegments(session),
    ...memberRecords(session, population),
    ...patternRecords(session, population),
    measure: (condition, setting) => measure(query, condition, setting, population),
    members: (condition, setting, page) => membersPage(query, condition, setting, page, population),
    ranks: (customerId, setting) => ranksOf(query, customerId, setting, population),
  };
}

type Saved = Pick<SegmentRecords, 'list' | 'get' | 'save' | 'versions' | 'remove'>;

function savedSegments({ prisma, query }: Session): Saved {
  return {
    list: async () => {
      const rows = await prisma.segment.findMany({
        where: { removed: false },
        orderBy: [{ name: 'asc' }, { version: 'desc' }],
        distinct: ['name'],
      });
      return rows.map(toSegment);
    },
    get: async (name) => {
      const row = await prisma.segment.findFirst({
        where: { name, removed: false },
        orderBy: { version: 'desc' },
      });
      return row === null ? null : toSegment(row);
    },
    save: async ({ name, query: text, savedBy, savedAt }) => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
        const [row] = await query<SegmentRow>(SAVE, [name, text, savedBy, savedAt]);
        if (row !== undefined) return toSegment(row);
      }
      throw new InvariantError('a segment was saved by many at once, and not this time');
    },
    versions: async (name) => {
      const rows = await prisma.segment.findMany({ where: { name }, orderBy: { version: 'desc' } });
      return rows.map(toSegment);
    },
    remove: async (name) => {
      const { count } = await prisma.segment.updateMany({
        where: { name, removed: false },
        data: { removed: true },
      });
      await prisma.segmentMember.deleteMany({ where: { segment: name } });
      return count > 0;
    },
  };
}

/** Who saves while another does finds the version taken, and takes the next one. */
const SAVE = `INSERT INTO segments (name, version, query, saved_by, saved_at, removed)
  SELECT $1::text, coalesce(max(version), 0) + 1, $2::text, $3::text, $4::timestamptz, false
    FROM segments WHERE name = $1::text
  ON CONFLICT DO NOTHING
  RETURNING name, version, query, saved_by AS "savedBy", saved_at AS "savedAt", removed`;
const MAX_ATTEMPTS = 10;

function toSegment({ removed: _removed, ...segment }: SegmentRow): Segment {
  return segment;
}

/**
 * Who may get marketing mail: as `mayMail` has it, but for what depends on the hour. Suppressions are joined: as a NOT EXISTS of
 * each row they make the plan look dear enough for PostgreSQL to compile it, which takes longer than the count itself.
 */
const SUPPRESSED = `LEFT JOIN (SELECT email AS suppressed FROM suppressions) AS suppressions
  ON suppressed = CASE WHEN customers.email_consent = 'subscribed' THEN ${foldedSql('customers.email')} END`;
const REACHABLE =
  "customers.email_consent = 'subscribed' AND customers.email <> '' AND suppressed IS NULL";

async function measure(
  query: Query,
  condition: Condition,
  setting: Setting,
  population: Population,
): Promise<Measure> {
  const thresholds = await readThresholds(query, condition, setting, population);
  const values: unknown[] = [];
  const where = writeCondition(condition, { bind: bindTo(values), setting, thresholds });
  const [row] = await query<{ count: bigint; reachable: bigint }>(
    `SELECT count(*) AS count, count(*) FILTER (WHERE ${REACHABLE}) AS reachable
      FROM customers ${SUPPRESSED} WHERE erased_at IS NULL AND ${where}`,
    values,
  );
  const total = await population(query, setting.now);
  const count = Number(row?.count ?? 0);
  // A remembered total must not make a condition true of more than everybody.
  return { count, reachable: Number(row?.reachable ?? 0), total: Math.max(total, count) };
}

async function membersPage(
  query: Query,
  condition: Condition,
  setting: Setting,
  { limit, after }: Page,
  population: Population,
): Promise<readonly Profile[]> {
  const thresholds = await readThresholds(query, condition, setting, population);
  const values: unknown[] = [];
  const bind = bindTo(values);
  const where = writeCondition(condition, { bind, setting, thresholds });
  const beyond =
    after === undefined
      ? ''
      : afterSql(bind(after, 'text'), await spentBy(query, asId('customer', after)), bind);
  const rows = await query<Customer>(
    `SELECT ${CUSTOMERS.columns} FROM customers WHERE erased_at IS NULL AND ${where} ${beyond}
      ORDER BY spent_minor DESC, id LIMIT ${bind(String(limit), 'int8')}`,
    values,
  );
  return rows.map(toProfile);
}

function afterSql(
  id: string,
  spent: bigint,
  bind: (value: unknown, type: string) => string,
): string {
  const most = bind(String(spent), 'int8');
  return `AND spent_minor <= ${most} AND (spent_minor < ${most} OR id > ${id})`;
}

async function spentBy(query: Query, id: CustomerId): Promise<bigint> {
  const [row] = await query<{ spent: bigint }>(
    'SELECT spent_minor AS spent FROM customers WHERE id = $1',
    [id],
  );
  return row?.spent ?? 0n;
}
