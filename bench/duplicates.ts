// How long it takes to look for doubles of those who are new or changed, against one join of everybody by the phone alone.
import type { Database } from '#integrations/postgres/database.ts';
import { suggestionRecords } from '#integrations/postgres/suggestions.ts';
import { median, type Row, readable } from './table.ts';

const CHANGED = 500;
const ROUNDS = 5;

/** A row of the table, over customers who were generated and are all still to be compared. */
export async function compareRow(database: Database, customers: number): Promise<Row> {
  const rounds: { readonly ours: number; readonly plain: number }[] = [];
  let pairs = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ours = await timed(async () => {
      const compared = await database.transaction((session) =>
        suggestionRecords(session).compare(CHANGED),
      );
      pairs += compared.pairs.length;
    });
    const plain = await timed(() => database.query(JOIN, []));
    rounds.push({ ours, plain });
  }
  const counted = rounds.slice(1);
  const oursMs = median(counted.map(({ ours }) => ours));
  const plainMs = median(counted.map(({ plain }) => plain));
  return {
    what: `compare ${CHANGED} new or changed with ${readable(customers)} customers`,
    ours: `${readable(oursMs)} ms`,
    yardstick: `${readable(plainMs)} ms`,
    ratio: (oursMs / plainMs).toFixed(2),
    note: `one join of all by phone; ${pairs} pairs had something in common`,
  };
}

const JOIN = `SELECT count(*) FROM customers AS one JOIN customers AS other
  ON other.phone = one.phone AND other.id > one.id`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
