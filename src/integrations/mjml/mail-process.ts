// The other process of mail rendering: takes one request at a time from the process that started it, and answers it.
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import { answerRequests } from '../side-process.ts';
import { createTemplateRenderer, type Rendering, type RenderOptions } from './render.ts';
import type { TemplateProblem } from './scan-template.ts';

/** `start` comes first and once; `values` are plain data. */
export type ProcessRequest =
  | { readonly kind: 'start'; readonly options: RenderOptions }
  /** Loads what mails need and texts do not. */
  | { readonly kind: 'load' }
  | { readonly kind: 'text'; readonly source: string; readonly values: object }
  | { readonly kind: 'render'; readonly template: MailTemplate; readonly values: object }
  | { readonly kind: 'check'; readonly template: MailTemplate };

/** One for each request. */
export type ProcessReply =
  | { readonly kind: 'ready' }
  | Rendering
  | { readonly kind: 'checked'; readonly problems: readonly TemplateProblem[] };

let renderer: ReturnType<typeof createTemplateRenderer> | null = null;

answerRequests(work);

async function work(request: ProcessRequest): Promise<ProcessReply> {
  if (request.kind === 'start') renderer = createTemplateRenderer(request.options);
  if (request.kind === 'load') await import('mjml');
  if (request.kind === 'start' || request.kind === 'load' || renderer === null)
    return { kind: 'ready' };
  if (request.kind === 'text') return await renderer.renderText(request.source, request.values);
  if (request.kind === 'render') return await renderer.render(request.template, request.values);
  return { kind: 'checked', problems: await renderer.check(request.template) };
}
