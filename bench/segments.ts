// How long segments take over a million customers on PostgreSQL, against plain statements in the same run.
import { asId, type CustomerId } from '#engine/ids.ts';
import type { SegmentRecords } from '#engine/ports/segment-records.ts';
import type { Records, Storage } from '#engine/ports/storage.ts';
import type { Setting } from '#engine/segments/condition.ts';
import { type Condition, parseQuery } from '#engine/segments/grammar.ts';
import type { MembershipChange } from '#engine/segments/segment.ts';
import { type Database, openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { createPopulation, readThresholds } from '#integrations/postgres/segment-ranks.ts';
import type { Session } from '#integrations/postgres/session.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { median, type Row, readable } from './table.ts';

const CUSTOMERS = 1_000_000;
const CHANGED = 100;
const ROUNDS = 7;
const NOW = new Date('2026-11-25T12:00:00Z');
const SETTING: Setting = { now: NOW, zone: 'America/New_York', currency: 'USD' };

const NARROW = "customer_tags CONTAINS 'vip' AND amount_spent > 100 AND number_of_orders >= 2";
const QUARTER = 'amount_spent_percentile >= 75';
const WIDE = 'last_order_date >= -90d AND amount_spent >= 50';

/** Each pair is measured in turns, so that both meet the same machine. */
export async function benchSegments(): Promise<readonly Row[]> {
  const scratch = await createScratchDatabase('segments');
  const database = openServer(scratch.url);
  try {
    await migrate(database);
    await generate(database);
    const storage = openStorage(database);
    return [
      await estimateRow(database, storage),
      await thresholdRow(database),
      await refreshRow(database, storage, 'full refresh, recent buyers', WIDE),
      await refreshRow(database, storage, 'full refresh, top quarter', QUARTER),
      await changedRow(database, storage),
    ];
  } finally {
    await database.close();
    await scratch.drop();
  }
}

async function estimateRow(database: Database, storage: Storage): Promise<Row> {
  const { segments } = storage;
  const { count, reachable } = await segments.measure(read(NARROW), SETTING);
  const [ours, scan] = await inTurns(
    () => segments.measure(read(NARROW), SETTING),
    () => scanFor(database, COUNT_NARROW),
  );
  const note = `${readable(count)} match, ${readable(reachable)} reachable; a sequential scan that counts them`;
  return rowOf('estimate of a narrow segment', ours, scan, note);
}

/** Our index helps percentile_disc, too, which then need not sort: the note says how much. */
async function thresholdRow(database: Database): Promise<Row> {
  const population = createPopulation();
  const [ours, plain] = await inTurns(
    () => readThresholds(database.query, read(QUARTER), SETTING, population),
    () => scanFor(database, PERCENTILE),
  );
  const [indexed] = await inTurns(
    () => database.query(PERCENTILE, []),
    async () => {},
  );
  const note = `percentile_disc over a sequential scan; over our index it takes ${readable(indexed)} ms`;
  return rowOf('threshold of the top 25 %', ours, plain, note);
}

/** Everything is rolled back, so that every round starts from the membership of a month ago. */
async function refreshRow(
  database: Database,
  storage: Storage,
  what: string,
  query: string,
): Promise<Row> {
  const segment = { name: what, condition: read(query) };
  await storage.segments.refresh(segment, SETTING, { at: NOW });
  await database.query(OUTDATE, [what]);
  await database.script('VACUUM ANALYZE segment_members');
  const { where, values } = PLAIN_WHERE[query] ?? { where: 'true', values: [] };
  const refresh = () =>
    undone(storage, async (segments) =>
      sizeOf(await segments.refresh(segment, SETTING, { at: NOW })),
    );
  const refreshPlainly = () => plainRefresh(database, what, where, values);
  assertAlike(await refresh(), await refreshPlainly());
  const [ours, plain] = await inTurns(refresh, refreshPlainly);
  return rowOf(what, ours, plain, 'INSERT … EXCEPT and DELETE … NOT EXISTS by hand');
}

async function changedRow(database: Database, storage: Storage): Promise<Row> {
  const segment = { name: 'changed', condition: read(WIDE) };
  await storage.segments.refresh(segment, SETTING, { at: NOW });
  await database.script('VACUUM ANALYZE segment_members');
  const among = Array.from({ length: CHANGED }, (_, n) => idOf(n * 9973 + 1));
  const [ours, scan] = await inTurns(
    () => undone(storage, (segments) => segments.refresh(segment, SETTING, { at: NOW, among })),
    () => scanFor(database, COUNT_NARROW),
  );
  return rowOf(`refresh after ${CHANGED} changed customers`, ours, scan, 'a sequential scan');
}

const COUNT_NARROW = `SELECT count(*) FROM customers WHERE erased_at IS NULL AND folded_tags @> '{vip}'
  AND currency = 'USD' AND spent_minor > 10000 AND orders >= 2`;

const PERCENTILE = `SELECT percentile_disc(0.75) WITHIN GROUP (ORDER BY spent_minor)
  FROM customers WHERE erased_at IS NULL AND currency = 'USD'`;

/** A fiftieth of the members was not there yet, and as many others still were. */
const OUTDATE = `WITH gone AS (DELETE FROM segment_members WHERE segment = $1 AND right(customer_id, 2) IN ('07', '57'))
  INSERT INTO segment_members SELECT $1, id, now() FROM customers
    WHERE right(id, 2) = '31' ON CONFLICT DO NOTHING`;

const PLAIN_WHERE: Readonly<Record<string, { where: string; values: readonly unknown[] }>> = {
  [WIDE]: {
    where: "currency = 'USD' AND spent_minor >= 5000 AND last_order_at >= $2",
    values: ['2026-08-27T04:00:00Z'],
  },
  [QUARTER]: { where: `currency = 'USD' AND spent_minor >= (${PERCENTILE})`, values: [] },
};

type Size = { readonly entered: number; readonly left: number };

function sizeOf({ entered, left }: MembershipChange<unknown>): Size {
  return { entered: entered.length, left: left.length };
}

/** percentile_disc lets in who is level with the threshold; apart from those both must have done the same. */
function assertAlike(ours: Size, plain: Size): void {
  const difference = Math.abs(ours.entered - plain.entered) + Math.abs(ours.left - plain.left);
  if (ours.entered === 0 || difference > ours.entered / 50)
    throw new Error(`not the same work: ${JSON.stringify([ours, plain])}`);
}

/** The two statements that one would write without Regulars, on the same members. */
async function plainRefresh(
  database: Database,
  name: string,
  where: string,
  values: readonly unknown[],
): Promise<Size> {
  const members = `SELECT id FROM customers WHERE erased_at IS NULL AND ${where}`;
  const insert = `INSERT INTO segment_members SELECT $1::text, id, now() FROM (${members}
    EXCEPT SELECT customer_id FROM segment_members WHERE segment = $1::text) AS entered RETURNING customer_id`;
  const remove = `DELETE FROM segment_members WHERE segment = $1::text AND NOT EXISTS (
    SELECT 1 FROM customers WHERE id = customer_id AND erased_at IS NULL AND ${where}) RETURNING customer_id`;
  return rolledBack(database.transaction, async ({ query }: Session) => {
    const entered = await query(insert, [name, ...values]);
    const left = await query(remove, [name, ...values]);
    return { entered: entered.length, left: left.length };
  });
}

async function scanFor(database: Database, sql: string): Promise<void> {
  await database.transaction(async ({ query }) => {
    await query('SET LOCAL enable_indexscan = off', []);
    await query('SET LOCAL enable_indexonlyscan = off', []);
    await query('SET LOCAL enable_bitmapscan = off', []);
    await query(sql, []);
  });
}

/** Ends a transaction that must not be committed. */
class Undone extends Error {}

function undone<Result>(
  storage: Storage,
  work: (segments: SegmentRecords) => Promise<Result>,
): Promise<Result> {
  return rolledBack(storage.transaction, ({ segments }: Records) => work(segments));
}

async function rolledBack<Inside, Result>(
  transaction: (work: (inside: Inside) => Promise<never>) => Promise<never>,
  work: (inside: Inside) => Promise<Result>,
): Promise<Result> {
  const outcome: { result: Result }[] = [];
  try {
    return await transaction(async (inside) => {
      outcome.push({ result: await work(inside) });
      throw new Undone();
    });
  } catch (error) {
    const [done] = outcome;
    if (!(error instanceof Undone) || done === undefined) throw error;
    return done.result;
  }
}

async function inTurns(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<readonly [number, number]> {
  const rounds: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    rounds.push({ ours: await timed(ours), theirs: await timed(theirs) });
  // The first one warms the caches.
  const counted = rounds.slice(1);
  return [median(counted.map((each) => each.ours)), median(counted.map((each) => each.theirs))];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function rowOf(what: string, oursMs: number, theirsMs: number, note: string): Row {
  return {
    what: `${what}, ${readable(CUSTOMERS)} customers`,
    ours: `${readable(oursMs)} ms`,
    yardstick: `${readable(theirsMs)} ms`,
    ratio: (oursMs / theirsMs).toFixed(3),
    note,
  };
}

function read(query: string): Condition {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(`this is no query: ${query}`);
  return parsed.condition;
}

function idOf(n: number): CustomerId {
  return asId('customer', `cus_${String(n).padStart(12, '0')}`);
}

function openStorage(database: Database): Storage {
  return createStorage(database, {
    newId: () => {
      throw new Error('segments need no ids');
    },
    tombstoneKey: new Uint8Array(32),
    queue: { enqueue: async () => {}, nudge: () => {} },
  });
}

/** A third never ordered; what the others spent falls off as it does in shops; one in fifty is tagged VIP. */
async function generate(database: Database): Promise<void> {
  await database.script(`
    SELECT setseed(0.42);
    INSERT INTO customers (id, email, country, locale, tags, folded_tags, attributes, email_consent, sms_consent,
      added_at, currency, orders, own_orders, spent_minor, spent_elsewhere, refunds, refunded_minor, first_order_at,
      last_order_at, largest_order_minor, unsubscribe_token, known)
    SELECT 'cus_' || lpad(n::text, 12, '0'), 'c' || n || '@example.com', 'US', 'en-US',
      CASE WHEN n % 50 = 0 THEN '{VIP,wholesale}' WHEN n % 5 = 0 THEN '{newsletter}' ELSE '{}' END::text[],
      CASE WHEN n % 50 = 0 THEN '{vip,wholesale}' WHEN n % 5 = 0 THEN '{newsletter}' ELSE '{}' END::text[],
      '{}', CASE WHEN n % 3 = 0 THEN 'subscribed' ELSE 'unknown' END, 'unknown',
      timestamptz '2026-11-25' - random() * interval '4 years', 'USD', orders, orders,
      (orders * 3000 * -ln(1 - random()))::int8, '[]', 0, 0, last_order_at - interval '1 year' * random(),
      last_order_at, 0, 'tok' || n, '{"fields": {}, "tags": {}, "lists": {}}'
    FROM (SELECT n, orders, CASE WHEN orders > 0 THEN timestamptz '2026-11-25' - random() * interval '2 years' END AS last_order_at
      FROM (SELECT n, CASE WHEN random() < 0.33 THEN 0 ELSE ceil(-2 * ln(1 - random()))::int END AS orders
        FROM generate_series(1, ${CUSTOMERS}) AS n) AS counted) AS dated;`);
  await database.script('VACUUM ANALYZE customers');
}
