// How many signed orders a second are safely stored, against a plain insert in the same run.
import { type Child, startChild } from './child.ts';
import { BODY_BYTES } from './deliveries.ts';
import { type Load, putUnderLoad } from './load.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { median, type Row, readable } from './table.ts';

const CONNECTIONS = 50;
const ROUNDS = 5;
const ROUND_MS = 4_000;
const WARM_UP_MS = 2_000;

/** Both servers run all the while and are loaded in turns, so that they meet the same machine. */
export async function benchIngest(): Promise<readonly Row[]> {
  const scratch = await createScratchDatabase('ingest');
  const plain = startChild('bench/plain-server.ts', [scratch.url]);
  const ours = startChild('bench/ingest-server.ts', [scratch.url]);
  try {
    await load(plain, 'warm-plain', WARM_UP_MS);
    await load(ours, 'warm-ours', WARM_UP_MS);
    const rounds: { plain: Load; ours: Load }[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const first = await load(plain, `plain${round}`, ROUND_MS);
      rounds.push({ plain: first, ours: await load(ours, `ours${round}`, ROUND_MS) });
    }
    return [report(rounds)];
  } finally {
    await Promise.all([plain.stop(), ours.stop()]);
    await scratch.drop();
  }
}

async function load(server: Child, run: string, forMs: number): Promise<Load> {
  const origin = `http://127.0.0.1:${await server.said('listening')}`;
  return putUnderLoad({ origin, path: '/webhooks/events', run, connections: CONNECTIONS, forMs });
}

function report(rounds: readonly { readonly plain: Load; readonly ours: Load }[]): Row {
  const ours = median(rounds.map((round) => round.ours.perSecond));
  const plain = median(rounds.map((round) => round.plain.perSecond));
  const p99 = (side: 'ours' | 'plain') =>
    readable(median(rounds.map((round) => round[side].p99Ms)));
  return {
    what: 'ingest of a signed order, PostgreSQL',
    ours: `${readable(ours)}/s, p99 ${p99('ours')} ms`,
    yardstick: `${readable(plain)}/s, p99 ${p99('plain')} ms`,
    ratio: (ours / plain).toFixed(2),
    note: `Fastify and one INSERT through pg; ${BODY_BYTES} bytes, ${CONNECTIONS} connections`,
  };
}
