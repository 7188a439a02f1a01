// How long the server takes until it is ready, and what it holds in memory, against PGlite alone on the same data.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, memoryOf, startChild } from './child.ts';
import { median, type Row, readable } from './table.ts';

const RESTARTS = 3;
const SETTLE_MS = 15_000;
/** After the first start mails are rendered in a process that ends when nobody has needed it for half a minute. */
const FIRST_SETTLE_MS = 45_000;
const PATIENCE_MS = 120_000;

type Seen = { readonly seconds: number; readonly mib: number };

/** A first start with the sample shop, then later ones; PGlite alone in turns with them. */
export async function benchStart(): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
  try {
    const dataDir = join(home, 'ours');
    const first = await watchServer(dataDir, FIRST_SETTLE_MS);
    const bareFirst = await watchBare(join(home, 'bare'), 0);
    cpSync(join(dataDir, 'database'), join(home, 'copy'), { recursive: true });
    const pairs: { ours: Seen; bare: Seen }[] = [];
    for (let round = 0; round < RESTARTS; round += 1) {
      const ours = await watchServer(dataDir, SETTLE_MS);
      pairs.push({ ours, bare: await watchBare(join(home, 'copy'), SETTLE_MS) });
    }
    return report(first, bareFirst, pairs);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Starts the server as `npm start` does, and stops it again. */
async function watchServer(dataDir: string, settleMs: number): Promise<Seen> {
  const port = String(await freePort());
  const env = { DATA_DIR: dataDir, PORT: port, SAMPLE_STORE: 'on', LOG_LEVEL: 'error' };
  const started = performance.now();
  // As bin/regulars starts it.
  const child = startChild('src/main.ts', [], { MALLOC_ARENA_MAX: '2', ...env });
  try {
    await becomesReady(`http://127.0.0.1:${port}/readyz`);
    return await weigh(child, performance.now() - started, settleMs);
  } finally {
    await child.stop();
  }
}

async function watchBare(directory: string, settleMs: number): Promise<Seen> {
  const started = performance.now();
  const child = startChild('bench/bare-pglite.ts', [directory]);
  try {
    await child.said('ready');
    return await weigh(child, performance.now() - started, settleMs);
  } finally {
    await child.stop();
  }
}

/** Memory is looked at when start-up's garbage has had time to go. */
async function weigh(child: Child, ms: number, settleMs: number): Promise<Seen> {
  await sleep(settleMs);
  return { seconds: ms / 1000, mib: memoryOf(child.process.pid ?? 0) };
}

async function becomesReady(url: string): Promise<void> {
  const started = performance.now();
  while (performance.now() - started < PATIENCE_MS) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(20);
  }
  throw new Error('the server did not become ready');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

function report(
  first: Seen,
  bareFirst: Seen,
  pairs: readonly { readonly ours: Seen; readonly bare: Seen }[],
): readonly Row[] {
  const middle = (side: 'ours' | 'bare', of: 'seconds' | 'mib') =>
    median(pairs.map((pair) => pair[side][of]));
  return [
    timeRow('first start, sample shop loaded', first.seconds, bareFirst.seconds, 'PGlite, initdb'),
    timeRow(
      'later start',
      middle('ours', 'seconds'),
      middle('bare', 'seconds'),
      `PGlite on the same data; median of ${RESTARTS}`,
    ),
    memoryRow('memory after the first start', first.mib, middle('bare', 'mib')),
    memoryRow('memory after a later start', middle('ours', 'mib'), middle('bare', 'mib')),
  ];
}

function timeRow(what: string, ours: number, bare: number, note: string): Row {
  return {
    what,
    ours: `${readable(ours)} s`,
    yardstick: `${readable(bare)} s`,
    ratio: (ours / bare).toFixed(2),
    note,
  };
}

function memoryRow(what: string, ours: number, bare: number): Row {
  return {
    what,
    ours: `${readable(ours)} MiB`,
    yardstick: `${readable(bare)} MiB`,
    ratio: (ours / bare).toFixed(2),
    note: `${readable(ours - bare)} MiB over PGlite on the same data; shared pages shared out`,
  };
}
