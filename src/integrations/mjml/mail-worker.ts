// The worker's end of mail rendering: takes one request at a time from the thread that started it, and answers it.
import { parentPort, workerData } from 'node:worker_threads';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import { createTemplateRenderer, type Rendering, type RenderOptions } from './render.ts';
import type { TemplateProblem } from './scan-template.ts';

export type WorkerRequest =
  | { readonly kind: 'render'; readonly template: MailTemplate; readonly values: object }
  | { readonly kind: 'check'; readonly template: MailTemplate };

/** `ready` comes once, when MJML is loaded; then one answer for each request. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | Rendering
  | { readonly kind: 'checked'; readonly problems: readonly TemplateProblem[] };

const options: RenderOptions = workerData;
const renderer = createTemplateRenderer(options);

parentPort?.on('message', (request: WorkerRequest) => void reply(request));
post({ kind: 'ready' });

async function reply(request: WorkerRequest): Promise<void> {
  if (request.kind === 'render') {
    post(await renderer.render(request.template, request.values));
    return;
  }
  post({ kind: 'checked', problems: await renderer.check(request.template) });
}

function post(message: WorkerReply): void {
  parentPort?.postMessage(message);
}
