// A process of its own beside the server: started when there is work, asked one thing at a time, ended when it is late or idle.
import { type ChildProcess, fork } from 'node:child_process';
import { VendorError } from '#engine/errors.ts';

export type SideProcessOptions<Request> = {
  /** Who is at fault when it cannot start. */
  readonly vendor: string;
  readonly program: string;
  /** Of Node, as of its memory. */
  readonly flags: readonly string[];
  /** The first message to it; it answers once it is ready. */
  readonly hello: Request;
  /** After how long without work it is ended. */
  readonly idleMs: number;
};

/** One message and how long its answer may take. */
export type Step<Request> = { readonly request: Request; readonly limitMs: number };

export type SideProcess<Request, Reply> = {
  /**
   * Sends messages one after the other and gives the last answer; null when the process had to be ended over one of
   * them. Throws VendorError when it cannot start.
   */
  ask(...steps: readonly Step<Request>[]): Promise<Reply | null>;
  close(): Promise<void>;
};

/** How long a process may take until it is there, on a machine under load. */
export const START_LIMIT_MS = 60_000;

/**
 * Makes the one line to the process: requests wait for each other, so that ending it takes no other one with it. It
 * sees no environment. A worker thread would spare the event loop the same, but its memory does not come back when it
 * ends (measured on Node 24.21: 57 to 140 MB stay); a process's does.
 */
export function createSideProcess<Request extends object, Reply>(
  options: SideProcessOptions<Request>,
): SideProcess<Request, Reply> {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = child;
    child = null;
    if (ending !== null) await endProcess(ending);
  }

  async function exchange(steps: readonly Step<Request>[]): Promise<Reply | null> {
    clearTimeout(idle);
    if (child !== null && !child.connected) await end();
    child ??= await startProcess(options);
    let reply: Reply | null = null;
    for (const { request, limitMs } of steps) {
      reply = await converse<Request, Reply>(child, request, limitMs);
      if (reply === null) break;
    }
    if (reply === null) await end();
    idle = setTimeout(() => void end(), options.idleMs).unref();
    return reply;
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => null);
    return turn;
  }

  return { ask: (...steps) => inTurn(() => exchange(steps)), close: () => inTurn(end) };
}

async function startProcess<Request extends object>(
  options: SideProcessOptions<Request>,
): Promise<ChildProcess> {
  const { vendor, program, flags, hello } = options;
  const child = fork(program, {
    env: {},
    execArgv: [...flags],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Without a listener at all times, an error between two requests would end the server.
  child.on('error', () => undefined);
  if ((await converse(child, hello, START_LIMIT_MS)) !== null) return child;
  await endProcess(child);
  throw new VendorError(`the process of ${vendor} could not start`, { vendor, retryable: true });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  // Not `once` of node:events, which would throw what the process has to say of an error on its way out.
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.ref();
  child.kill('SIGKILL');
  await exited;
}

/** Sends one message and waits for its answer; null when the process ends, fails or is late. */
function converse<Request extends object, Reply>(
  child: ChildProcess,
  request: Request,
  limitMs: number,
): Promise<Reply | null> {
  return new Promise((resolve) => {
    const finish = (reply: Reply | null) => {
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

/** The other end: answers each request, and leaves when the process that started it does. */
export function answerRequests<Request, Reply>(
  answer: (request: Request) => Reply | Promise<Reply>,
): void {
  process.on('message', (request: Request) => void reply(request));
  // Ctrl-C reaches the whole group; what the server still finishes needs this process until it lets go.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.on('disconnect', () => process.exit());

  async function reply(request: Request): Promise<void> {
    process.send?.(await answer(request));
  }
}
