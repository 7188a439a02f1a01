// How long the assistant takes without a model among a hundred thousand customers, against the command that it finds.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Teammate } from '#bot/teammate.ts';
import { type Database, openEmbedded, openServer } from '#integrations/postgres/database.ts';
import { compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { median, type Row, readable } from './table.ts';

const CUSTOMERS = 100_000;
const ROUNDS = 7;

const YOU: Teammate = { person: 'You', name: 'You', role: 'admin', surface: 'terminal' };
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Sentences and the lines that mean the same. */
const ASKED: readonly (readonly [sentence: string, line: string])[] = [
  ['how much has cus_000000000007 spent?', 'customer show cus_000000000007'],
  ['who are our top 10 customers?', 'customer top --limit 10'],
  [
    'customers who spent more than 500 in Berlin or Hamburg',
    "segment estimate amount_spent > 500 AND (customer_cities CONTAINS 'DE-Berlin' OR customer_cities CONTAINS 'DE-Hamburg')",
  ],
  ['Wie viele Kunden haben mehr als 500 Euro ausgegeben?', 'segment estimate amount_spent > 500'],
  ['tag cus_000000000007 wholesale', 'customer show cus_000000000007'],
  ['what is the weather tomorrow in a town by the sea?', 'customer top --limit 1'],
];

/** On PostgreSQL, as a shop of that size has it, and on the database that comes along. */
export async function benchAsk(): Promise<readonly Row[]> {
  const scratch = await createScratchDatabase('ask');
  const onServer = await measure('PostgreSQL', openServer(scratch.url), scratch.url);
  await scratch.drop();
  return [...onServer, ...(await measure('embedded', await openEmbedded({ directory: null })))];
}

async function measure(where: string, database: Database, url?: string): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-ask-'));
  const settings = { DATA_DIR: folder, SAMPLE_STORE: 'off' };
  const config = readConfig(url === undefined ? settings : { ...settings, DATABASE_URL: url });
  const regulars = await compose(config, { database, log: SILENT });
  try {
    await generate(database);
    const rows: Row[] = [];
    for (const [sentence, line] of ASKED) {
      const ask = () =>
        regulars.router.handle(YOU, { kind: 'command', name: 'ask', args: { text: sentence } });
      const first = await timed(ask);
      const ours = await medianOf(ask);
      const plain = await medianOf(() => regulars.router.handle(YOU, { kind: 'line', line }));
      rows.push({
        what: `ask “${sentence}”, ${readable(CUSTOMERS)} customers, ${where}`,
        ours: `${readable(ours)} ms`,
        yardstick: `${readable(plain)} ms`,
        ratio: (ours / plain).toFixed(1),
        note: `${line}; the first time ${readable(first)} ms`,
      });
    }
    return rows;
  } finally {
    await regulars.close();
    await rm(folder, { recursive: true });
  }
}

/** Sentences here name nobody by name, so what people are found by is left out. */
async function generate(database: Pick<Database, 'script'>): Promise<void> {
  await database.script(`
    ALTER TABLE customers DISABLE TRIGGER USER;
    INSERT INTO customers (id, first_name, last_name, email, country, city, tags, folded_tags, attributes, email_consent,
      sms_consent, added_at, currency, orders, own_orders, spent_minor, spent_elsewhere, refunds, refunded_minor,
      largest_order_minor, unsubscribe_token, known)
    SELECT 'cus_' || lpad(id::text, 12, '0'), 'First' || id, 'Last' || id, 'p' || id || '@example.com', 'DE',
      CASE WHEN id % 2 = 0 THEN 'Berlin' ELSE 'Hamburg' END, '{}', '{}', '{}', 'unknown', 'unknown',
      timestamptz '2026-11-25', 'USD', 1, 1, id * 7 % 100000, '[]', 0, 0, 0, 'tok' || id,
      '{"fields": {}, "tags": {}, "lists": {}}'
    FROM generate_series(1, ${CUSTOMERS}) AS id;
    ALTER TABLE customers ENABLE TRIGGER USER;`);
  await database.script('VACUUM ANALYZE customers');
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(work));
  return median(times);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
