// How long it takes to find somebody among a million customers on PostgreSQL, against a plain look-up by an index.
import type { CustomerRecords } from '#engine/ports/customer-records.ts';
import { searchRecords } from '#integrations/postgres/customer-search.ts';
import { type Database, openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { compareRow } from './duplicates.ts';
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
    await generate(database);
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

type Somebody = { readonly first: string; readonly last: string; readonly phone: string };

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

const PLAIN = 'SELECT * FROM customers WHERE last_name LIKE $1 LIMIT $2::int';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function pickSomebody(database: Database): Promise<Somebody> {
  const [row] = await database.query<Somebody>(
    `SELECT first_name AS first, last_name AS last, phone FROM customers
      WHERE length(first_name) > 5 AND length(last_name) > 7 ORDER BY id LIMIT 1`,
    [],
  );
  if (row === undefined) throw new Error('nobody was generated');
  return row;
}

/**
 * Names made of syllables, common ones far more often than rare ones, as people's names are: one in fifty is a Maria, some
 * thousand first names, some ten thousand last ones.
 */
async function generate(database: Database): Promise<void> {
  await database.script(`
    SELECT setseed(0.42);
    CREATE TEMPORARY TABLE syllables AS SELECT row_number() OVER () - 1 AS n, onset || vowel || coda AS syllable
      FROM unnest('{b,br,d,f,g,h,j,k,l,m,n,p,r,s,sch,st,t,v,w,z}'::text[]) AS onset,
        unnest('{a,e,i,o,u,ei,au}'::text[]) AS vowel, unnest('{"",n,r,l,s,nd,ch}'::text[]) AS coda;
    CREATE TEMPORARY TABLE given AS SELECT g, a.syllable || b.syllable AS name FROM generate_series(0, 2999) AS g
      JOIN syllables AS a ON a.n = g * 37 % 980 JOIN syllables AS b ON b.n = g * 101 % 971;
    CREATE TEMPORARY TABLE family AS SELECT f, a.syllable || b.syllable || c.syllable AS name
      FROM generate_series(0, 39999) AS f JOIN syllables AS a ON a.n = f * 53 % 977
      JOIN syllables AS b ON b.n = f * 211 % 953 JOIN syllables AS c ON c.n = f / 41 % 980;
    INSERT INTO customers (id, first_name, last_name, email, phone, tags, folded_tags, attributes, email_consent,
      sms_consent, added_at, currency, orders, own_orders, spent_minor, spent_elsewhere, refunds, refunded_minor,
      largest_order_minor, unsubscribe_token, known)
    SELECT 'cus_' || lpad(id::text, 12, '0'), first, last, first || '.' || last || id % 100 || '@example.com',
      '49151' || lpad(id::text, 8, '0'), '{}', '{}', '{}', 'unknown', 'unknown', timestamptz '2026-11-25', 'USD', 0, 0,
      (random() * 1000000)::int8, '[]', 0, 0, 0, 'tok' || id, '{"fields": {}, "tags": {}, "lists": {}}'
    FROM (SELECT id, CASE WHEN id % 50 = 0 THEN 'maria' ELSE given.name END AS first, family.name AS last
      FROM (SELECT id, (3000 * random() ^ 3)::int % 3000 AS g, (40000 * random() ^ 3)::int % 40000 AS f
        FROM generate_series(1, ${CUSTOMERS}) AS id) AS drawn
      JOIN given USING (g) JOIN family USING (f)) AS people;
    CREATE INDEX bench_last_name ON customers (last_name text_pattern_ops);`);
  await database.script('VACUUM ANALYZE customers, customer_search');
}
