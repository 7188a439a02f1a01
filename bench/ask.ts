// How long the assistant takes without a model among a hundred thousand customers, against the command that it finds.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Teammate } from '#bot/teammate.ts';
import { type Database, openEmbedded, openServer } from '#integrations/postgres/database.ts';
import { compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { addPeople, pickSomebody, type Somebody } from './people.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { median, type Row, readable } from './table.ts';

const CUSTOMERS = 100_000;
const ROUNDS = 7;

const YOU: Teammate = { person: 'You', name: 'You', role: 'admin', surface: 'terminal' };
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Sentences and the lines that mean the same. */
function asked({ first, last }: Somebody): readonly (readonly [sentence: string, line: string])[] {
  const slipped = `${last.slice(0, 2)}${last.slice(3)}`;
  const person = `customer show ${first} ${last}`;
  return [
    ['how much has cus_000000000007 spent?', 'customer show cus_000000000007'],
    [`how much has ${first} ${last} spent?`, person],
    [`Was hat ${first} ${slipped} zuletzt bestellt?`, `customer show ${first} ${slipped}`],
    [`please tag ${first} ${last} with wholesale`, person],
    ['when did maria last order?', 'customer show maria'],
    ['who are our top 10 customers?', 'customer top --limit 10'],
    [
      'customers who spent more than 500 in Berlin or Hamburg',
      "segment estimate amount_spent > 500 AND (customer_cities CONTAINS 'DE-Berlin' OR customer_cities CONTAINS 'DE-Hamburg')",
    ],
    ['Wie viele Kunden haben mehr als 500 Euro ausgegeben?', 'segment estimate amount_spent > 500'],
    ['what is the weather tomorrow in a town by the sea?', 'customer top --limit 1'],
  ];
}

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
    await addPeople(database, CUSTOMERS);
    const rows: Row[] = [];
    for (const [sentence, line] of asked(await pickSomebody(database))) {
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
