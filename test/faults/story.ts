// The story that the kill test tells over and over: a big order, an approval, its decision, the code and the mail.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { z } from 'zod';
import { deliver, type Outside, type OutsideMoment, openOutside } from './outside.ts';
import {
  DEADLINE_MS,
  killAll,
  type Running,
  type RunningServer,
  read,
  type ServerEnv,
  startProcess,
  startServer,
  until,
  whenReady,
} from './process.ts';

/** A named point of the process itself, or a moment that the outside sees. */
export type Point = `K${string}` | OutsideMoment;

/** For hooks and tests that wait for several starts, and for their turn. */
export const LONG_MS = 20 * DEADLINE_MS;

const Approval = z.object({
  id: z.string(),
  status: z.string(),
  steps: z.array(z.object({ name: z.string(), status: z.string() })),
});
type Approval = z.infer<typeof Approval>;

/** Databases to start from: a new one, and one in which the approval waits for its decision. */
const prepared = { folder: '', fresh: '', waiting: '' };

/** Makes the new one. */
export async function prepareFresh(): Promise<void> {
  prepared.folder = await mkdtemp(join(tmpdir(), 'regulars-prepared-'));
  prepared.fresh = join(prepared.folder, 'fresh');
  await cp(inject('embedded'), prepared.fresh, { recursive: true });
}

/** Makes both, the second by telling the story up to there. */
export async function prepare(): Promise<void> {
  await prepareFresh();
  prepared.waiting = join(prepared.folder, 'waiting');
  const outside = await openOutside(prepared.fresh);
  const server = await startServer(outside.env);
  await deliver(server.url);
  await approvalOf(server);
  await until(() => (outside.cardsIn('approvals').length > 0 ? true : null), server.said);
  await server.stop();
  await cp(join(outside.env.DATA_DIR, 'database'), prepared.waiting, { recursive: true });
  await outside.close();
}

/** Leaves no process and no folder behind. */
export async function cleanUp(): Promise<void> {
  await killAll();
  await rm(prepared.folder, { recursive: true, force: true });
}

/** Two at a time: each run starts a process with a database of its own, twice. */
const turns: [Promise<unknown>, Promise<unknown>] = [Promise.resolve(), Promise.resolve()];
let next: 0 | 1 = 0;

/** Tells a story on a copy of a prepared database, when it is its turn. */
export function inTurn(
  database: 'fresh' | 'waiting',
  tell: (outside: Outside) => Promise<void>,
): Promise<void> {
  const mine = turns[next].then(async () => {
    const outside = await openOutside(prepared[database]);
    try {
      await tell(outside);
    } finally {
      await outside.close();
    }
  });
  turns[next] = mine.catch(() => {});
  next = next === 0 ? 1 : 0;
  return mine;
}

/** Starts a server, brings it to the point, and sees it die there. In a recovery it may die before it listens. */
export async function dieAt(
  point: Point,
  outside: Outside,
  bring: (server: RunningServer) => Promise<unknown>,
): Promise<void> {
  const env = isOwn(point) ? { ...outside.env, CRASH_AT: point } : outside.env;
  await dieOf(env, bring, (running) => {
    if (!isOwn(point)) outside.killAt(point, running);
  });
}

/** Starts a server and sees it killed while it is brought to something. */
export async function dieOf(
  env: ServerEnv,
  bring: (server: RunningServer) => Promise<unknown>,
  prepare: (running: Running) => void = () => {},
): Promise<void> {
  const running = startProcess(env, ['start']);
  prepare(running);
  const server = await whenReady(running, env);
  if (server !== null) await bring(server).catch(() => null);
  await until(
    () => (running.hasEnded() ? true : null),
    () => `it never came to ${env['CRASH_AT'] ?? 'that moment'}\n${running.said()}`,
  );
  expect(await running.ended).toBeNull();
}

function isOwn(point: Point): point is `K${string}` {
  return point.startsWith('K');
}

/** A teammate approves; one who does not know whether it was heard does it again, and may be told that it was. */
export async function approve(server: RunningServer): Promise<void> {
  const { id } = await approvalOf(server);
  await server.tell('approval', 'approve', id, '--json');
}

/** The one approval, once it is there. */
export async function approvalOf(server: RunningServer): Promise<Approval> {
  return until(async () => {
    const told = await server.tell('approval', 'list', '--json');
    if (told === null) throw new Error('the server died');
    const [approval, ...others] = read(z.array(Approval), told);
    expect(others).toEqual([]);
    return approval ?? null;
  }, server.said);
}

/** How many deliveries the log holds; what was fetched to complete the customer is history. */
export async function eventsIn(server: RunningServer): Promise<number> {
  const rows = read(
    z.array(z.object({ historic: z.boolean() })),
    await server.tell('event', 'list', '--json'),
  );
  return rows.filter(({ historic }) => !historic).length;
}

/**
 * Waits for the end of the story and looks at all that it left: the ledger, the shop, the mail server, Slack, the
 * timeline, the audit log. Stops the server, so that whatever it was still about to do twice it has done.
 */
export async function expectWhole(
  outside: Outside,
  server: RunningServer,
  end: { readonly approval: 'done' | 'uncertain'; readonly mails: number },
): Promise<void> {
  const { steps } = await until(async () => {
    const approval = await approvalOf(server);
    return approval.status === end.approval ? approval : null;
  }, server.said);
  expect(steps).toMatchObject([
    { name: 'create-discount', status: 'done' },
    { name: 'send-email', status: end.approval },
  ]);
  await until(() => (outside.cardsIn('vips').length > 0 ? true : null), server.said);
  await until(() => (outside.cardsIn('approvals').length > 0 ? true : null), server.said);
  expect(await eventsIn(server)).toBe(1);
  expect(await timelineOf(server)).toEqual({
    // The order, and what the shop told of its customer.
    event: 2,
    'automation-fired': 1,
    tagged: 1,
    'approval-requested': 1,
    'approval-decided': 1,
    'discount-created': 1,
    ...(end.approval === 'done' ? { 'email-sent': 1 } : { 'email-not-sent': 1, 'step-failed': 1 }),
    'tier-changed': 1,
    // Segments of the shipped playbook; each is entered once.
    'segment-entered': 2,
  });
  const verdict = await server.tell('audit', 'verify', '--json');
  expect(read(z.object({ ok: z.boolean() }), verdict)).toEqual({ ok: true });
  expect(await server.stop()).toBe(0);
  expect(outside.shop.codes.size).toBe(1);
  expect(outside.mails.taken).toHaveLength(end.mails);
  expect(outside.cardsIn('vips')).toHaveLength(1);
  expect(outside.cardsIn('approvals')).toHaveLength(1);
}

async function timelineOf(server: RunningServer): Promise<Readonly<Record<string, number>>> {
  const rows = read(
    z.array(z.object({ kind: z.string() })),
    await server.tell('customer', 'timeline', 'john@example.com', '--json'),
  );
  const counts: Record<string, number> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
