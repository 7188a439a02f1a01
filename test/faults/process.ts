// The real program as a process of its own: started, asked through its door, killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { callDoor } from '#bot/surfaces/terminal/door.ts';
import { type Holder, readHolder } from '#integrations/data-dir/holder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How long anything may take on a machine that is busy with other things. */
export const DEADLINE_MS = 180_000;

/** What came of a command line. */
export type Told = { readonly exit: number | null; readonly out: string; readonly err: string };

/** A process of Regulars. */
export type Running = {
  readonly pid: number;
  /** Null once it has ended by a signal. */
  readonly ended: Promise<number | null>;
  readonly hasEnded: () => boolean;
  /** What it wrote, for the message of a test that fails. */
  readonly said: () => string;
  /** SIGKILL, and the wait until the system has buried it. */
  kill(): Promise<void>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
};

/** A server that listens. */
export type RunningServer = Running & {
  readonly url: string;
  /** A command line through the door that `npx regulars` uses; null when the process died of it. */
  tell(...argv: readonly string[]): Promise<Told | null>;
};

/** The environment of a server: it says in its data folder where it can be reached. */
export type ServerEnv = Readonly<Record<string, string>> & { readonly DATA_DIR: string };

const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Kills what a failed test left behind. */
export async function killAll(): Promise<void> {
  await Promise.all([...alive].map(bury));
}

/** Starts `bin/regulars` with exactly this environment, and PATH. */
export function startProcess(
  env: Readonly<Record<string, string>>,
  argv: readonly string[],
): Running {
  const child = spawn(`${ROOT}bin/regulars`, [...argv], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      // Node keeps what it compiled: every start after the first takes half a second less.
      NODE_COMPILE_CACHE: `${ROOT}node_modules/.cache/regulars/compiled`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (chunk) => void said.push(String(chunk)));
  child.stderr.on('data', (chunk) => void said.push(String(chunk)));
  alive.add(child);
  const ended = once(child, 'close').then(() => {
    alive.delete(child);
    return child.exitCode;
  });
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    said: () => said.join(''),
    kill: () => bury(child),
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Runs one command line to its end. */
export async function runProcess(
  env: Readonly<Record<string, string>>,
  argv: readonly string[],
): Promise<{ readonly exit: number | null; readonly said: string }> {
  const running = startProcess(env, argv);
  return { exit: await running.ended, said: running.said() };
}

/** The server in a process, once it listens; null when it died before. */
export async function whenReady(running: Running, env: ServerEnv): Promise<RunningServer | null> {
  const holder = await until(() => {
    const found = readHolder(env.DATA_DIR);
    if (found?.pid === running.pid) return found;
    return running.hasEnded() ? 'dead' : null;
  }, running.said);
  if (holder === 'dead') return null;
  return { ...running, url: holder.url, tell: (...argv) => tell(holder, argv) };
}

/** Starts a server that must come up. */
export async function startServer(env: ServerEnv): Promise<RunningServer> {
  const running = startProcess(env, ['start']);
  const server = await whenReady(running, env);
  if (server === null) throw new Error(`the server ended before it listened\n${running.said()}`);
  return server;
}

async function tell(holder: Holder, argv: readonly string[]): Promise<Told | null> {
  let out = '';
  let err = '';
  const call = { argv: [...argv], cwd: ROOT, columns: 100, colour: false, stdin: null };
  const exit = await callDoor(holder, call, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
  }).catch(() => null);
  return exit === null ? null : { exit, out, err };
}

/** What a command said as JSON. */
export function read<Shape>(shape: z.ZodType<Shape>, told: Told | null): Shape {
  if (told === null) throw new Error('the server died while it was asked');
  if (told.exit !== 0) throw new Error(`refused: ${told.out}${told.err}`);
  return shape.parse(JSON.parse(told.out));
}

/** Looks until something is there: what happens in another process can only be looked for. */
export async function until<Found>(
  look: () => Found | null | Promise<Found | null>,
  about: () => string = () => '',
): Promise<Found> {
  for (const end = Date.now() + DEADLINE_MS; Date.now() < end; ) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain\n${about()}`);
}

async function bury(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
