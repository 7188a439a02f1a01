// The MailRenderer port over MJML and LiquidJS, in a process of its own that lives while there are mails to make.
import { UserError } from '#engine/errors.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import type { MailRenderer } from '#engine/ports/mail-renderer.ts';
import type { TextRenderer } from '#engine/ports/text-renderer.ts';
import type { RenderFault, RenderOptions } from './render.ts';
import { createRenderProcess } from './render-process.ts';
import type { TemplateProblem } from './scan-template.ts';

export type MailRendererOptions = RenderOptions & {
  /** How long one mail may take before its process is ended; default 5 s, for a machine under load. */
  readonly timeLimitMs?: number;
};

export type MjmlMailRenderer = MailRenderer &
  TextRenderer & {
    /** Every problem of a template; lines are counted from the first one below the front matter. */
    checkTemplate(template: MailTemplate): Promise<readonly TemplateProblem[]>;
    /** Ends the process; it would start again with the next mail. */
    close(): Promise<void>;
  };

const TIME_LIMIT_MS = 5_000;

/**
 * Renders mails one after another. The process starts with the first of them, sees no environment, and is ended when a
 * template holds it too long or when there was nothing to do for a while: a bad template can neither stop the server
 * nor read its secrets. Throws UserError for what is wrong with a template, VendorError when the process cannot start.
 */
export function createMailRenderer(options: MailRendererOptions): MjmlMailRenderer {
  const { timeLimitMs = TIME_LIMIT_MS, ...renderOptions } = options;
  const process = createRenderProcess(renderOptions, timeLimitMs);
  return {
    render: async (template, values) => {
      const reply = await process.ask({ kind: 'render', template, values });
      if (reply?.kind === 'rendered') return reply.mail;
      throw templateError(template, reply?.kind === 'faulty' ? reply.fault : null);
    },
    renderText: async (source, values) => {
      const reply = await process.ask({ kind: 'text', source, values });
      if (reply?.kind === 'text') return reply.text;
      const flaw = reply?.kind === 'faulty' ? reply.fault.flaw : null;
      throw new UserError({
        code: 'invalid',
        field: 'text',
        reason: 'template',
        flaw,
        line: null,
      });
    },
    checkTemplate: async (template) => {
      const reply = await process.ask({ kind: 'check', template });
      return reply?.kind === 'checked'
        ? reply.problems
        : [{ line: null, flaw: { reason: 'too-much' } }];
    },
    close: process.close,
  };
}

function templateError(template: MailTemplate, fault: RenderFault | null): UserError {
  return new UserError({
    code: 'invalid',
    field: `emails/${template.name}`,
    reason: 'template',
    flaw: fault?.flaw ?? null,
    line: fault?.line || null,
  });
}
