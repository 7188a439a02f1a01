// MJML to HTML, once for each template: Liquid's marks pass through untouched and are filled in for each mail.
import type { LiquidTemplate } from '../liquid/engine.ts';
import type { MailLiquid } from '../liquid/mail.ts';
import { scanTemplate, type TemplateProblem } from './scan-template.ts';

/**
 * Values enter after MJML and nothing parses the result again, so a value cannot become markup, a tag of MJML or
 * Liquid; and the expensive step is not repeated for each mail.
 */
export type CompiledTemplate = {
  /** HTML with Liquid in it. */
  readonly html: string;
  readonly template: LiquidTemplate;
  readonly problems: readonly TemplateProblem[];
};

const MAX_KEPT = 50;

/** A compiler that keeps the last templates it saw, by their source. Throws LiquidJS's errors, and MJML's on a ruin. */
export function createCompiler(liquid: MailLiquid): (source: string) => Promise<CompiledTemplate> {
  const kept = new Map<string, CompiledTemplate>();
  return async (source) => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const compiled = await compile(liquid, source);
    kept.set(source, compiled);
    const oldest = kept.keys().next();
    if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
    return compiled;
  };
}

async function compile(liquid: MailLiquid, source: string): Promise<CompiledTemplate> {
  // Parsed for its errors: here the lines are those of the file.
  liquid.parse(source);
  const scan = scanTemplate(source);
  // Loaded with the first mail: a process that only renders texts does without its 100 MB.
  const { default: mjmlToHtml } = await import('mjml');
  const { html, errors } = await mjmlToHtml(scan.source, {
    validationLevel: 'soft',
    ignoreIncludes: true,
    // MJML would load a font it knows from Google, and tell Google who reads the mail.
    fonts: {},
  });
  const problems = errors.map(({ line, message, tagName }) => ({
    line,
    flaw: { reason: 'mjml', tag: tagName, detail: message } as const,
  }));
  return { html, template: liquid.parse(html), problems: [...scan.problems, ...problems] };
}
