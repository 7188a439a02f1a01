// The process that renders mails, beside the server.
import { fileURLToPath } from 'node:url';
import { createSideProcess, START_LIMIT_MS } from '../side-process.ts';
import type { ProcessReply, ProcessRequest } from './mail-process.ts';
import type { RenderOptions } from './render.ts';

export type RenderProcess = {
  /** Null when the process had to be ended over this request. Throws VendorError when it cannot start. */
  ask(request: ProcessRequest): Promise<ProcessReply | null>;
  close(): Promise<void>;
};

/** MJML takes some 100 MB and a third of a second to load. */
const IDLE_MS = 30_000;
const PROGRAM = fileURLToPath(new URL('./mail-process.ts', import.meta.url));

/** A process that has so long for each mail, once MJML is loaded. */
export function createRenderProcess(options: RenderOptions, timeLimitMs: number): RenderProcess {
  const side = createSideProcess<ProcessRequest, ProcessReply>({
    vendor: 'mjml',
    program: PROGRAM,
    flags: ['--max-old-space-size=128'],
    hello: { kind: 'start', options },
    idleMs: IDLE_MS,
  });
  return {
    ask(request) {
      const step = { request, limitMs: timeLimitMs };
      if (request.kind === 'text') return side.ask(step);
      return side.ask({ request: { kind: 'load' }, limitMs: START_LIMIT_MS }, step);
    },
    close: side.close,
  };
}
