// The MailRenderer port over MJML and LiquidJS, in a worker: loading MJML alone takes a third of a second.
import { Worker } from 'node:worker_threads';
import { UserError } from '#engine/errors.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import type { MailRenderer } from '#engine/ports/mail-renderer.ts';
import type { WorkerReply, WorkerRequest } from './mail-worker.ts';
import type { RenderFault, RenderOptions } from './render.ts';
import type { TemplateProblem } from './scan-template.ts';

export type MailRendererOptions = RenderOptions & {
  /** How long one mail may take before its worker is ended; default 5 s, for a machine under load. */
  readonly timeLimitMs?: number;
};

export type MjmlMailRenderer = MailRenderer & {
  /** Every problem of a template; lines are counted from the first one below the front matter. */
  checkTemplate(template: MailTemplate): Promise<readonly TemplateProblem[]>;
  /** Ends the worker; it would start again with the next mail. */
  close(): Promise<void>;
};

const TIME_LIMIT_MS = 5_000;
const START_LIMIT_MS = 60_000;
/** A worker that has nothing to do gives its memory back. */
const IDLE_MS = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 128 } as const;

/**
 * Renders mails one after another in a worker that starts with the first of them, sees no environment, and is ended
 * when a template holds it too long: a bad template can neither stop the process nor read its secrets.
 */
export function createMailRenderer(options: MailRendererOptions): MjmlMailRenderer {
  const { timeLimitMs = TIME_LIMIT_MS, ...renderOptions } = options;
  const line = createWorkerLine(renderOptions, timeLimitMs);
  return {
    render: async (template, values) => {
      const reply = await line.ask({ kind: 'render', template, values });
      if (reply?.kind === 'rendered') return reply.mail;
      throw templateError(template, reply?.kind === 'faulty' ? reply.fault : null);
    },
    checkTemplate: async (template) => {
      const reply = await line.ask({ kind: 'check', template });
      if (reply?.kind === 'checked') return reply.problems;
      return [{ line: null, message: 'takes too long or too much memory' }];
    },
    close: line.close,
  };
}

function templateError(template: MailTemplate, fault: RenderFault | null): UserError {
  const where = fault?.line ? ` (line ${fault.line})` : '';
  const message = fault?.message ?? 'takes too long or too much memory';
  return new UserError({
    code: 'invalid',
    field: `emails/${template.name}`,
    message: `${message}${where}`,
  });
}

type WorkerLine = {
  /** Null when the worker had to be ended. */
  ask(request: WorkerRequest): Promise<WorkerReply | null>;
  close(): Promise<void>;
};

function createWorkerLine(options: RenderOptions, timeLimitMs: number): WorkerLine {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function close(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  async function exchange(request: WorkerRequest): Promise<WorkerReply | null> {
    if (idle !== null) clearTimeout(idle);
    const current = worker ?? (await startWorker(options));
    worker = current;
    const reply = current === null ? null : await converse(current, request, timeLimitMs);
    if (reply === null) await close();
    idle = setTimeout(() => void close(), IDLE_MS).unref();
    return reply;
  }

  return {
    ask: (request) => {
      // One at a time: a worker ended for one mail then takes no other with it.
      const asked = last.then(() => exchange(request));
      last = asked.catch(() => null);
      return asked;
    },
    close: () => last.then(close),
  };
}

async function startWorker(workerData: RenderOptions): Promise<Worker | null> {
  const worker = new Worker(new URL('./mail-worker.ts', import.meta.url), {
    workerData,
    env: {},
    execArgv: [],
    resourceLimits: MEMORY,
  });
  // Without a listener at all times, an error between two mails would end the process.
  worker.on('error', () => undefined);
  const ready = await converse(worker, null, START_LIMIT_MS);
  if (ready !== null) return worker;
  await worker.terminate();
  return null;
}

/** Sends one message (or none) and waits for one; null when the worker ends, fails or is late. */
function converse(
  worker: Worker,
  request: WorkerRequest | null,
  limitMs: number,
): Promise<WorkerReply | null> {
  return new Promise((resolve) => {
    const finish = (reply: WorkerReply | null) => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', fail).off('exit', fail).unref();
      resolve(reply);
    };
    const fail = () => finish(null);
    const timer = setTimeout(fail, limitMs);
    worker.ref();
    worker.on('message', finish).on('error', fail).on('exit', fail);
    if (request !== null) worker.postMessage(request);
  });
}
