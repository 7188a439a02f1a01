// The same on a PostgreSQL that many processes share: nobody's death proves that the others are dead, and still all ends well.
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Database, openServer } from '#integrations/postgres/database.ts';
import { onServer, withDatabase } from '../support/database.ts';
import { AddressOf } from './mail-server.ts';
import { deliver, type Outside, type OutsideMoment, openOutside } from './outside.ts';
import { killAll, runProcess, startProcess, until } from './process.ts';
import { LONG_MS } from './story.ts';

const template = inject('template');

/** The queue takes a minute and a half to believe that a worker is dead: these wait side by side. */
describe.skipIf(template === null).concurrent('a process killed on a shared database', () => {
  const waiting = `${template?.name}_waiting`;
  beforeAll(() => prepareWaiting(waiting), LONG_MS);
  afterAll(killAll);

  it.each<readonly [`K${string}` | OutsideMoment, 'done' | 'uncertain', number]>([
    ['K15', 'done', 1],
    ['acted:CreateDiscount', 'done', 1],
    ['K20:create-discount', 'done', 1],
    ['dot-come', 'uncertain', 1],
  ])(
    'at %s leaves the approval %s, one code and one mail to two others that take over',
    async (point, status, mails) => {
      await onCopyOf(waiting, async (outside, env, database) => {
        const id = (await approvals(database))[0]?.id ?? '';
        await dieWhileApproving(point, outside, env, id);

        const servers = await Promise.all([startReplica(env), startReplica(env)]);
        await until(async () => ((await approvals(database))[0]?.status === status ? true : null));

        for (const server of servers) expect(await server.stop()).toBe(0);
        expect(outside.shop.codes.size).toBe(1);
        expect(outside.mails.taken).toHaveLength(mails);
        expect(await approvals(database)).toEqual([{ id, status }]);
        const verdict = await runProcess(env, ['audit', 'verify', '--json']);
        expect(JSON.parse(verdict.said)).toMatchObject({ ok: true });
      });
    },
    LONG_MS,
  );
});

type Env = Outside['env'] & { readonly DATABASE_URL: string };

/** A database in which the approval waits, to make copies of. */
async function prepareWaiting(name: string): Promise<void> {
  if (template === null) return;
  await onCopyOf(
    template.name,
    async (_outside, env, database) => {
      const server = await startReplica(env);
      expect(await deliver(server.url)).toBe(200);
      await until(
        async () => ((await approvals(database)).length === 1 ? true : null),
        server.said,
      );
      expect(await server.stop()).toBe(0);
    },
    name,
  );
}

async function onCopyOf(
  source: string,
  work: (outside: Outside, env: Env, database: Database) => Promise<void>,
  name = `${source}_${process.pid}_${copies++}`,
): Promise<void> {
  const base = template?.url ?? '';
  await onServer(base, `CREATE DATABASE ${name} TEMPLATE ${source}`);
  const outside = await openOutside(null);
  const database = openServer(withDatabase(base, name));
  try {
    const url = withDatabase(base, name);
    await work(outside, { ...outside.env, DATABASE_URL: url }, database);
  } finally {
    await database.close();
    await outside.close();
  }
}

let copies = 0;

function approvals(database: Database) {
  return database.prisma.approval.findMany({ select: { id: true, status: true } });
}

/** The command line decides and, with no server to leave it to, begins to carry out. */
async function dieWhileApproving(
  point: `K${string}` | OutsideMoment,
  outside: Outside,
  env: Env,
  id: string,
): Promise<void> {
  const crash = isOwn(point) ? { CRASH_AT: point } : {};
  const running = startProcess({ ...env, ...crash }, ['approval', 'approve', id, '--json']);
  if (!isOwn(point)) outside.killAt(point, running);
  expect(await running.ended).toBeNull();
}

function isOwn(point: `K${string}` | OutsideMoment): point is `K${string}` {
  return point.startsWith('K');
}

async function startReplica(env: Env) {
  const port = await freePort();
  const running = startProcess({ ...env, PORT: String(port) }, ['start']);
  const url = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (running.hasEnded()) throw new Error(running.said());
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    return answer?.ok ? true : null;
  }, running.said);
  return { ...running, url };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = AddressOf.parse(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
