// One mail from a template and its values; runs in a process of its own.
import type { TemplateFlaw } from '#engine/email/template-flaw.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import { withAmounts } from '../liquid/amounts.ts';
import { cleanValues, isRecord, type Values } from '../liquid/clean-values.ts';
import type { LiquidOptions } from '../liquid/engine.ts';
import { describeLiquidError } from '../liquid/faults.ts';
import { createMailLiquid } from '../liquid/mail.ts';
import { createTextLiquid } from '../liquid/text.ts';
import { type CompiledTemplate, createCompiler } from './compile.ts';
import { readHtml } from './read-html.ts';
import type { TemplateProblem } from './scan-template.ts';
import { checkTemplate } from './template-check.ts';

export type RenderOptions = LiquidOptions & {
  /** The one origin that links may name without https, and only while it is this machine. */
  readonly publicUrl: string;
};

export type RenderedParts = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

/** What a mail was not rendered for, without any value of a customer in it. */
export type RenderFault = TemplateProblem;

export type Rendering =
  | { readonly kind: 'rendered'; readonly mail: RenderedParts }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'faulty'; readonly fault: RenderFault };

export type TemplateRenderer = {
  render(template: MailTemplate, values: object): Promise<Rendering>;
  /** A text of the merchant's own that is no mail. */
  renderText(source: string, values: object): Promise<Rendering>;
  check(template: MailTemplate): Promise<readonly TemplateProblem[]>;
};

/** Makes the renderer; it keeps compiled templates. Never throws for what stands in a template or a value. */
export function createTemplateRenderer(options: RenderOptions): TemplateRenderer {
  const renderText = createTextLiquid(options);
  const made = new Map<string, Tools>();

  /** Dates and amounts are written as the mail is; each language's templates are compiled with its own engine. */
  function toolsFor({ language }: MailTemplate): Tools {
    const locale = language ?? options.locale;
    const tools = made.get(locale) ?? createTools({ ...options, locale });
    made.set(locale, tools);
    return tools;
  }

  async function render(template: MailTemplate, given: object): Promise<RenderedParts> {
    const { liquid, compile, locale } = toolsFor(template);
    const compiled = await compile(template.source);
    refuseBroken(compiled);
    const values = withAmounts(cleanValues(given), locale);
    const subject = await liquid.renderLine(template.subject, values);
    if (subject === '') throw new TemplateFault({ reason: 'subject-came-out-empty' }, null);
    const preheader = await liquid.renderLine(template.preheader, values);
    const html = await liquid.renderHtml(compiled.template, { ...values, subject, preheader });
    const { text, addresses } = readHtml(html);
    refuseAddresses(addresses, options.publicUrl);
    if (template.purpose === 'marketing') refuseWithoutWayOut(values, text, addresses);
    return { subject, html, text };
  }

  return {
    render: async (template, values) => {
      try {
        return { kind: 'rendered', mail: await render(template, values) };
      } catch (error) {
        return { kind: 'faulty', fault: describeFault(error) };
      }
    },
    renderText: async (source, values) => {
      try {
        return { kind: 'text', text: await renderText(source, values) };
      } catch (error) {
        return { kind: 'faulty', fault: describeFault(error) };
      }
    },
    check: (template) => checkTemplate(template, { ...toolsFor(template), describeFault }),
  };
}

type Tools = ReturnType<typeof createTools>;

function createTools(options: RenderOptions) {
  const liquid = createMailLiquid(options);
  return { liquid, compile: createCompiler(liquid), locale: options.locale };
}

class TemplateFault extends Error {
  readonly flaw: TemplateFlaw;
  readonly line: number | null;

  constructor(flaw: TemplateFlaw, line: number | null) {
    super(flaw.reason);
    this.flaw = flaw;
    this.line = line;
  }
}

function refuseBroken({ problems }: CompiledTemplate): void {
  const [first] = problems;
  if (first !== undefined) throw new TemplateFault(first.flaw, first.line);
}

/** Only https, mailto and tel leave the house, and our own address while it is this machine: a value cannot make a link run. */
function refuseAddresses(addresses: readonly string[], publicUrl: string): void {
  const origin = new URL(publicUrl).origin;
  const isAllowed = (address: string) =>
    /^(https:\/\/|mailto:|tel:)/i.test(address) || address.startsWith(`${origin}/`);
  if (addresses.every(isAllowed)) return;
  throw new TemplateFault({ reason: 'bad-address' }, null);
}

/** Values that are missing are the mail guard's matter; a template that leaves them out is ours. */
function refuseWithoutWayOut(values: Values, text: string, addresses: readonly string[]): void {
  const { unsubscribe_url: url, shop } = values;
  if (typeof url === 'string' && url !== '' && !addresses.includes(url)) {
    throw new TemplateFault({ reason: 'no-way-out' }, null);
  }
  const { postal_address: address }: Values = isRecord(shop) ? shop : {};
  if (typeof address === 'string' && !squeeze(text).includes(squeeze(address))) {
    throw new TemplateFault({ reason: 'no-postal-address' }, null);
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function describeFault(error: unknown): RenderFault {
  if (error instanceof TemplateFault) return { flaw: error.flaw, line: error.line };
  return describeLiquidError(error);
}
