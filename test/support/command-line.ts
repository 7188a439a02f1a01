// The program as a person starts it: bin/regulars in a process of its own, with data of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../bin/regulars', import.meta.url));

/** What a process said and how it ended. */
export type Ended = {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

type Environment = Readonly<Record<string, string>>;

/** Runs one command line to its end. */
export async function runProgram(
  words: readonly string[],
  options: { readonly env: Environment; readonly cwd?: string },
): Promise<Ended> {
  const child = start(words, options);
  const said = listen(child);
  const exit = await ended(child);
  return { exit, ...said };
}

/** Runs one command line, and presses Ctrl-C once `when` has come. */
export async function interruptProgram(
  words: readonly string[],
  options: { readonly env: Environment; readonly when: () => Promise<unknown> },
): Promise<Ended> {
  const child = start(words, options);
  const said = listen(child);
  const exit = ended(child);
  await options.when();
  child.kill('SIGINT');
  return { exit: await exit, ...said };
}

/** A server that listens; `stop` asks it to end and gives its exit code. */
export type RunningProgram = { readonly pid: number; readonly stop: () => Promise<number | null> };

/** Starts a server and waits until it says that it runs. */
export async function startProgram(env: Environment): Promise<RunningProgram> {
  const child = start(['start'], { env });
  const said = listen(child);
  const exit = ended(child);
  await Promise.race([isRunning(child, said), exit.then((code) => endedEarly(code, said.stderr))]);
  return {
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Nothing of the environment of the tests but what a shell script needs. */
function start(
  words: readonly string[],
  { env, cwd }: { readonly env: Environment; readonly cwd?: string },
): ChildProcess {
  return spawn(PROGRAM, [...words], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
}

function listen(child: ChildProcess): { stdout: string; stderr: string } {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return said;
}

function isRunning(child: ChildProcess, said: { readonly stdout: string }): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => said.stdout.includes('is running') && resolve());
  });
}

function endedEarly(code: number | null, stderr: string): never {
  throw new Error(`the server ended with ${code}: ${stderr}`);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}
