// Starts, asks, and ends the process that renders mails.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { VendorError } from '#engine/errors.ts';
import type { ProcessReply, ProcessRequest } from './mail-process.ts';
import type { RenderOptions } from './render.ts';

export type RenderProcess = {
  /** Null when the process had to be ended over this request. Throws VendorError when it cannot start. */
  ask(request: ProcessRequest): Promise<ProcessReply | null>;
  close(): Promise<void>;
};

const START_LIMIT_MS = 60_000;
/**
 * MJML takes some 100 MB and a third of a second to load. A worker thread would spare the event loop the same, but its
 * memory does not come back when it ends (measured on Node 24.21: 57 to 90 MB stay); a process's does.
 */
const IDLE_MS = 30_000;
const PROGRAM = fileURLToPath(new URL('./mail-process.ts', import.meta.url));

/** Makes the one line to the process: requests wait for each other, so that ending it takes no other mail with it. */
export function createRenderProcess(options: RenderOptions, timeLimitMs: number): RenderProcess {
  let child: ChildProcess | null = null;
  let isLoaded = false;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = child;
    child = null;
    isLoaded = false;
    if (ending !== null) await endProcess(ending);
  }

  async function exchange(request: ProcessRequest): Promise<ProcessReply | null> {
    clearTimeout(idle);
    if (child !== null && !child.connected) await end();
    child ??= await startProcess(options);
    if (request.kind !== 'text' && !isLoaded)
      isLoaded = (await converse(child, { kind: 'load' }, START_LIMIT_MS)) !== null;
    const reply = await converse(child, request, timeLimitMs);
    if (reply === null) await end();
    idle = setTimeout(() => void end(), IDLE_MS).unref();
    return reply;
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => null);
    return turn;
  }

  return { ask: (request) => inTurn(() => exchange(request)), close: () => inTurn(end) };
}

async function startProcess(options: RenderOptions): Promise<ChildProcess> {
  const child = fork(PROGRAM, {
    env: {},
    execArgv: ['--max-old-space-size=128'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Without a listener at all times, an error between two mails would end the server.
  child.on('error', () => undefined);
  if ((await converse(child, { kind: 'start', options }, START_LIMIT_MS)) !== null) return child;
  await endProcess(child);
  throw new VendorError('the mail renderer could not start', { vendor: 'mjml', retryable: true });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  child.ref();
  child.kill('SIGKILL');
  await exited;
}

/** Sends one message and waits for its answer; null when the process ends, fails or is late. */
function converse(
  child: ChildProcess,
  request: ProcessRequest,
  limitMs: number,
): Promise<ProcessReply | null> {
  return new Promise((resolve) => {
    const finish = (reply: ProcessReply | null) => {
      clearTimeout(timer);
      child.off('message', finish).off('error', fail).off('exit', fail).unref();
      child.channel?.unref();
      resolve(reply);
    };
    const fail = () => finish(null);
    const timer = setTimeout(fail, limitMs);
    child.on('message', finish).on('error', fail).on('exit', fail).ref();
    child.channel?.ref();
    child.send(request, (error) => {
      if (error !== null) fail();
    });
  });
}
