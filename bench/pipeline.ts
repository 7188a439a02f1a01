// How many events a second are projected into profiles and put before every automation, by the real workers.
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { createMailWords } from '#bot/work/mail-words.ts';
import type { Deps } from '#engine/deps.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { appendEvents } from '#engine/flows/ingest-event.ts';
import { openLivePlaybook } from '#engine/flows/live-playbook.ts';
import { projectHistory } from '#engine/flows/project-history.ts';
import { createIdSource } from '#engine/ids.ts';
import { runJob } from '#engine/pipeline.ts';
import type { Taken } from '#engine/ports/job-queue.ts';
import { type BossQueue, openJobQueue } from '#integrations/pg-boss/job-queue.ts';
import { createLog } from '#integrations/pino/log.ts';
import { createAutomationTexts } from '#integrations/playbook/automation-text.ts';
import { loadPlaybook } from '#integrations/playbook/load.ts';
import { type Database, openEmbedded, openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { sampleHistory } from '#integrations/sample-shop/history.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { type Row, readable } from './table.ts';

const EVENTS = 1_500;
const PLAYBOOK = fileURLToPath(new URL('../playbook', import.meta.url));

/** On a PostgreSQL server and embedded, each against the fewest statements that could keep a total. */
export async function benchPipeline(): Promise<readonly Row[]> {
  const scratch = await createScratchDatabase('pipeline');
  const client = new Client({ connectionString: scratch.url });
  await client.connect();
  const server = await measure(openServer(scratch.url));
  const serverPlain = await measurePlain((sql, values) => client.query(sql, values));
  await client.end();
  await scratch.drop();
  const pglite = await PGlite.create();
  const embedded = await measure(await openEmbedded({ directory: null }));
  const embeddedPlain = await measurePlain((sql, values) => pglite.query(sql, values));
  await pglite.close();
  return [...rows('PostgreSQL', server, serverPlain), ...rows('embedded', embedded, embeddedPlain)];
}

type Measured = { readonly imported: number; readonly perSecond: number };

/** Loads the sample shop's past, then has the workers take as many live orders of its customers. */
async function measure(database: Database): Promise<Measured> {
  await migrate(database);
  const log = createLog({ level: 'warn', secrets: [] });
  const queue = await openJobQueue(database, {
    surfaces: ['workspace'],
    log,
    onDead: async () => {},
  });
  const deps = await makeDeps(database, queue);
  const history = sampleHistory(new Date(), deps.playbook.team.currency);
  const importedIn = await timed(() => projectHistory(deps, history).then(() => {}));
  const live = liveOrders(history);
  await appendEvents(deps, live, null);
  const handledIn = await timed(() => handleAll(deps, queue, live.length));
  await queue.stop();
  await database.close();
  return { imported: history.length / importedIn, perSecond: live.length / handledIn };
}

/** Resolves when this many waiting events have been put before the automations. */
async function handleAll(deps: Deps, queue: BossQueue, events: number): Promise<void> {
  const done = Promise.withResolvers<void>();
  let left = events;
  await queue.start(async (job: Taken) => {
    // What an automation then proposes is another matter.
    if (job.name !== 'project' && job.name !== 'evaluate') return;
    await runJob(deps, job);
    if (job.name !== 'evaluate') return;
    left -= 1;
    if (left === 0) done.resolve();
  });
  await done.promise;
}

/** The last orders of the past once more, as new ones of next to nothing: nobody crosses a threshold. */
function liveOrders(history: readonly NewEvent[]): readonly NewEvent[] {
  const orders = history.filter(({ fact }) => fact.type === 'order.paid').slice(-EVENTS);
  return orders.flatMap((event, index) => {
    if (event.fact.type !== 'order.paid') return [];
    const order = { ...event.fact.order, ref: `live-${index}`, number: null };
    const fact = { ...event.fact, order: { ...order, total: { ...order.total, minor: 1 } } };
    return [{ ...event, dedupeKeys: [`bench:${index}`], fact, historic: false }];
  });
}

async function makeDeps(database: Database, queue: BossQueue): Promise<Deps> {
  const newId = createIdSource(randomBytes);
  const unused = () => Promise.reject(new Error('not part of this bench'));
  const storage = createStorage(database, { newId, tombstoneKey: randomBytes(32), queue });
  const automationTexts = createAutomationTexts();
  const read = await loadPlaybook(PLAYBOOK);
  return {
    ...(await openLivePlaybook({ base: () => read, storage, texts: automationTexts })),
    automationTexts,
    storage,
    shops: new Map(),
    languageModel: null,
    mailer: { name: 'mailbox', send: unused, wasAccepted: unused, ping: unused },
    requests: { canSign: false, send: unused },
    mailRenderer: { render: unused },
    textRenderer: { renderText: unused },
    mailWords: createMailWords(),
    notifier: {
      publish: async () => {},
      reply: async () => {},
      redact: async () => {},
      tell: async () => {},
      back: async () => {},
    },
    publicUrl: 'http://127.0.0.1:3000',
    mailFrom: 'shop@example.com',
    now: () => new Date(),
    newId,
    randomBytes,
    log: createLog({ level: 'warn', secrets: [] }),
    parseQuarantined: () => ({ kind: 'ignored' }),
    crashpoint: () => {},
  };
}

/** The yardstick: per event one transaction that locks a row, adds to its total and keeps the event. */
async function measurePlain(
  query: (sql: string, values: unknown[]) => Promise<unknown>,
): Promise<number> {
  await query('CREATE TABLE plain_customers (id int PRIMARY KEY, spent bigint NOT NULL)', []);
  await query('INSERT INTO plain_customers SELECT n, 0 FROM generate_series(1, 2357) n', []);
  await query('CREATE TABLE plain_events (id bigserial PRIMARY KEY, body jsonb NOT NULL)', []);
  const seconds = await timed(async () => {
    for (let n = 0; n < EVENTS; n += 1) {
      const id = 1 + (n % 2357);
      await query('BEGIN', []);
      await query('SELECT spent FROM plain_customers WHERE id = $1 FOR UPDATE', [id]);
      await query('UPDATE plain_customers SET spent = spent + 1 WHERE id = $1', [id]);
      await query('INSERT INTO plain_events (body) VALUES ($1)', [JSON.stringify({ id, n })]);
      await query('COMMIT', []);
    }
  });
  return EVENTS / seconds;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function rows(where: string, ours: Measured, plain: number): readonly Row[] {
  const yardstick = `${readable(plain)}/s`;
  return [
    {
      what: `events projected and evaluated, ${where}`,
      ours: `${readable(ours.perSecond)}/s`,
      yardstick,
      ratio: (ours.perSecond / plain).toFixed(2),
      note: 'one transaction an event: lock, update a total, insert',
    },
    {
      what: `history imported, ${where}`,
      ours: `${readable(ours.imported)}/s`,
      yardstick,
      ratio: (ours.imported / plain).toFixed(2),
      note: 'the same',
    },
  ];
}
