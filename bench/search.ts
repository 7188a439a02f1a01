// How long it takes to find somebody among a million customers on PostgreSQL, against a plain look-up by an index.
import type { CustomerRecords } from '#engine/ports/customer-records.ts';
import { searchRecords } from '#integrations/postgres/customer-search.ts';
import { type Database, openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { compareRow } from './duplicates.ts';
import { addPeople, pickSomebody, type Somebody } from './people.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { median, type Row, readable } from './table.ts';

const CUSTOMERS = 1_000_000;
const ROUNDS = 9;
const OFFERED = 8;

type Search = Pick<CustomerRecords, 'named' | 'search' | 'nearest'>;

/** Each search is measured in turns with the yardstick, so that both meet the same machine. */
export async function benchSearch(): Promise<readonly Row[]> {
  const scratch = await createScratchDatabase('search');
  const database = openServer(scratch.url);
  try {
    await migrate(database);
    await addPeople(database, CUSTOMERS);
    await database.script(INDEXED);
    const { named, search, nearest } = searchRecords(database.query);
    const whom = await pickSomebody(database);
    const rows: Row[] = [];
    for (const [what, ask] of questions({ named, search, nearest }, whom))
      rows.push(await rowFor(database, what, ask, whom.last));
    rows.push(await compareRow(database, CUSTOMERS));
    return rows;
  } finally {
    await database.close();
    await scratch.drop();
  }
}

/** What people type; a common name alone is the most that a search has to rank. */
function questions(
  { named, search, nearest }: Search,
  { first, last, phone }: Somebody,
): readonly (readonly [string, () => Promise<readonly unknown[]>])[] {
  const slipped = `${last.slice(0, 2)}${last.slice(3)}`;
  return [
    [
      'a phone number, written otherwise',
      () => named(`0${phone.slice(2, 5)} / ${phone.slice(5)}`, OFFERED),
    ],
    ['a whole name', () => search(`${first} ${last}`, OFFERED)],
    ['two beginnings', () => search(`${first.slice(0, 3)} ${last.slice(0, 4)}`, OFFERED)],
    ['a common first name', () => search('maria', OFFERED)],
    ['two letters', () => search('ma', OFFERED)],
    ['a slip in the last name', () => search(slipped, OFFERED)],
    ['a slip in a common first name', () => search('mraia', OFFERED)],
    ['a slip in both names', () => search(`${first.slice(1)} ${slipped}`, OFFERED)],
    [
      'nobody, and who is nearest',
      async () => [
        ...(await search('qwrtzuiop lkjhgf', OFFERED)),
        ...(await nearest('qwrtzuiop lkjhgf', 3)),
        null,
      ],
    ],
  ];
}

async function rowFor(
  database: Database,
  what: string,
  ask: () => Promise<readonly unknown[]>,
  last: string,
): Promise<Row> {
  const rounds: { readonly ours: number; readonly plain: number }[] = [];
  let found = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ours = await timed(async () => {
      found = (await ask()).length;
    });
    const plain = await timed(() => database.query(PLAIN, [`${last.slice(0, 5)}%`, OFFERED]));
    rounds.push({ ours, plain });
  }
  if (found === 0) throw new Error(`nobody was found by ${what}`);
  // The first one warms the caches.
  const counted = rounds.slice(1);
  const oursMs = median(counted.map(({ ours }) => ours));
  const plainMs = median(counted.map(({ plain }) => plain));
  return {
    what: `find by ${what}, ${readable(CUSTOMERS)} customers`,
    ours: `${readable(oursMs)} ms`,
    yardstick: `${readable(plainMs)} ms`,
    ratio: (oursMs / plainMs).toFixed(1),
    note: 'beginning of a last name by an index on it',
  };
}

const INDEXED = 'CREATE INDEX bench_last_name ON customers (last_name text_pattern_ops)';

const PLAIN = 'SELECT * FROM customers WHERE last_name LIKE $1 LIMIT $2::int';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
