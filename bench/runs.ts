// What a hundred thousand waiting runs cost on PostgreSQL, idle and due, and one event before two hundred automations.
import { randomBytes } from 'node:crypto';
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import { emptyProfile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { evaluateAutomations } from '#engine/flows/evaluate-automations.ts';
import { wakeRuns } from '#engine/flows/wake-runs.ts';
import { asId, createIdSource, type EventId } from '#engine/ids.ts';
import { Team } from '#engine/playbook/team.ts';
import { type BossQueue, openJobQueue } from '#integrations/pg-boss/job-queue.ts';
import { createLog } from '#integrations/pino/log.ts';
import { type Database, openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { median, type Row, readable } from './table.ts';

const WAITING = 100_000;
const DUE = 1_000;
const AUTOMATIONS = 200;
const ROUNDS = 300;
const NOW = new Date('2026-11-25T12:00:00Z');
const CUSTOMER = asId('customer', 'cus_BENCH');

type BenchDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId' | 'log'>;

/** Idle ticks beside a bare SELECT over the same index, ticks with much to do, and an event that concerns nobody. */
export async function benchRuns(): Promise<readonly Row[]> {
  const scratch = await createScratchDatabase('runs');
  const database = openServer(scratch.url);
  try {
    await migrate(database);
    const log = createLog({ level: 'error', secrets: [] });
    const queue = await openJobQueue(database, {
      surfaces: ['workspace'],
      log,
      onDead: async () => {},
    });
    const deps = makeDeps(database, queue, log);
    await fill(database);
    const rows = [
      await idleRow(database, deps),
      await dueRow(database, deps, DUE),
      await dueRow(database, deps, WAITING),
      await evaluateRow(deps),
    ];
    await queue.stop();
    return rows;
  } finally {
    await database.close();
    await scratch.drop();
  }
}

const BARE = `SELECT id FROM runs WHERE status = 'waiting' AND wake_at <= $1 ORDER BY wake_at LIMIT 1`;

async function idleRow(database: Database, deps: BenchDeps): Promise<Row> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timed(() => wakeRuns(deps)));
    bare.push(await timed(() => database.query(BARE, [NOW])));
  }
  return {
    what: `idle tick over ${readable(WAITING)} waiting runs`,
    ours: `${readable(median(ours))} ms`,
    yardstick: `${readable(median(bare))} ms`,
    ratio: (median(ours) / median(bare)).toFixed(2),
    note: 'a bare SELECT over the same index; want ≤ 2',
  };
}

/** Jobs for all that are due, in the queue and committed; the yardstick is the same update by hand, rolled back. */
async function dueRow(database: Database, deps: BenchDeps, count: number): Promise<Row> {
  await database.query(
    `UPDATE runs SET status = 'waiting', wake_at = CASE WHEN n <= $1 THEN $2::timestamptz ELSE $2::timestamptz + interval '90 days' END
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM runs) AS numbered WHERE runs.id = numbered.id`,
    [count, NOW],
  );
  await database.query('DELETE FROM pgboss.job', []);
  await database.script('VACUUM ANALYZE runs');
  const ours = await timed(() => wakeRuns(deps));
  const [woken] = await database.query<{ jobs: number }>(
    `SELECT count(*)::int AS jobs FROM pgboss.job WHERE data->>'name' = 'advance'`,
    [],
  );
  if (woken?.jobs !== count) throw new Error(`${woken?.jobs} of ${count} runs were woken`);
  await database.query(`UPDATE runs SET status = 'waiting' WHERE status = 'running'`, []);
  const bare = await timed(() =>
    database.query(
      `UPDATE runs SET status = 'running' WHERE status = 'waiting' AND wake_at <= $1`,
      [NOW],
    ),
  );
  return {
    what: `one tick starts ${readable(count)} due runs`,
    ours: `${readable(ours)} ms`,
    yardstick: `${readable(bare)} ms`,
    ratio: (ours / bare).toFixed(2),
    note: 'one UPDATE of the same rows, without their jobs',
  };
}

/** Nothing fires, as with most events: every condition is asked, on the values of one customer. */
async function evaluateRow(deps: BenchDeps): Promise<Row> {
  const eventId = await seedCustomer(deps);
  const all: number[] = [];
  const profileOnly: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    all.push(await timed(() => evaluateAutomations(deps, { eventId, customerId: CUSTOMER })));
    profileOnly.push(await timed(() => deps.storage.customers.get(CUSTOMER)));
  }
  const beyond = median(all) - median(profileOnly);
  return {
    what: `one event before ${AUTOMATIONS} live automations`,
    ours: `${readable(median(all))} ms`,
    yardstick: `${readable(median(profileOnly))} ms`,
    ratio: (median(all) / median(profileOnly)).toFixed(2),
    note: `the profile read alone; ${readable(beyond)} ms beyond it, want < 1 ms`,
  };
}

function makeDeps(database: Database, queue: BossQueue, log: Deps['log']): BenchDeps {
  const newId = createIdSource(randomBytes);
  const automations = Array.from({ length: AUTOMATIONS }, (_, n) => anAutomation(n));
  const team = Team.parse({});
  return {
    storage: createStorage(database, { newId, tombstoneKey: randomBytes(32), queue }),
    playbook: { team, segments: [], automations, templates: [], faults: [] },
    now: () => NOW,
    newId,
    log,
  };
}

function anAutomation(n: number): Automation {
  const when = `amount_spent > ${9_000 + n} AND number_of_orders >= ${n % 7} AND customer_tags NOT CONTAINS 'tag-${n}' AND event.total > 1`;
  const read = readAutomation({
    ...{ name: `automation-${n}`, on: 'order.paid', when, mode: 'live' },
    do: [{ tag: `tag-${n}` }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

async function seedCustomer({ storage }: BenchDeps): Promise<EventId> {
  const total = { minor: 5_000, currency: 'USD' };
  const profile = emptyProfile(CUSTOMER, NOW, 'USD', 'bench');
  await storage.customers.save({
    ...profile,
    totals: { ...profile.totals, spent: total, orders: 7 },
  });
  const order = {
    ref: 'o',
    number: null,
    total,
    placedAt: NOW,
    version: NOW,
    items: [],
    discountCodes: [],
  };
  const fact: NewEvent['fact'] = { type: 'order.paid', customer: null, order };
  const event: NewEvent = {
    shop: 'events',
    dedupeKeys: ['bench'],
    fact,
    occurredAt: NOW,
    historic: false,
  };
  const [[stored] = []] = await storage.events.append([{ events: [event], raw: null }], NOW);
  if (stored == null) throw new Error('the event was not stored');
  await storage.events.assign(new Map([[stored.id, CUSTOMER]]));
  return stored.id;
}

async function fill(database: Database): Promise<void> {
  await database.query(
    `INSERT INTO runs (id, automation, version, customer_id, occasion, status, position, wake_at, waiting_for, history, started_at)
      SELECT 'run_' || n, 'series', 1, 'cus_' || n, 'evt_' || n, 'waiting', 1, $1::timestamptz + interval '90 days', '{}', '[]', $1
      FROM generate_series(1, ${WAITING}) AS n`,
    [NOW],
  );
  await database.script('VACUUM ANALYZE runs');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
