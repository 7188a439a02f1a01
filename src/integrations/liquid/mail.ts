// Liquid for mails: values are data, never source, and leave it escaped.
import { escapeHtml } from '../escape-html.ts';
import {
  createEngine,
  type LiquidName,
  type LiquidOptions,
  type LiquidTemplate,
  readNames,
} from './engine.ts';

/** Parses and renders the two places Liquid stands in: HTML, escaped; and one-line text (subject, preheader), not. */
export type MailLiquid = {
  parse(source: string): LiquidTemplate;
  renderHtml(template: LiquidTemplate, values: object): Promise<string>;
  renderLine(source: string, values: object): Promise<string>;
  /** The values a source asks for, with the line of each; throws what `parse` throws. */
  readNames(source: string): readonly LiquidName[];
};

const MAX_LINE_LENGTH = 200;

/** Makes the pair of engines. A filter or tag that is not there is a parse error with its line. */
export function createMailLiquid(options: LiquidOptions): MailLiquid {
  const html = createEngine(options, { outputEscape: escapeText });
  const line = createEngine(options, {});
  // What goes out is escaped anyway; merchants used to writing `| escape` should not see &amp;lt;.
  html.registerFilter('escape', (value: unknown) => value);
  html.registerFilter('newline_to_br', {
    raw: true,
    handler: (value: unknown) => escapeText(value).replace(/\r?\n/g, '<br>'),
  });
  return {
    parse: (source) => html.parse(source),
    renderHtml: async (template, values) => String(await html.render(template, values)),
    renderLine: async (source, values) =>
      oneLine(String(await line.parseAndRender(source, values))),
    readNames: (source) => readNames(html, source),
  };
}

function escapeText(value: unknown): string {
  return escapeHtml(Array.isArray(value) ? value.join('') : String(value ?? ''));
}

/** One line without controls; a header can hold no second one. Cut between characters, not inside one. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  const characters = [...new Intl.Segmenter().segment(line.slice(0, 4 * MAX_LINE_LENGTH))];
  if (characters.length <= MAX_LINE_LENGTH && line.length <= 4 * MAX_LINE_LENGTH) return line;
  const kept = characters
    .slice(0, -1)
    .slice(0, MAX_LINE_LENGTH - 1)
    .map(({ segment }) => segment);
  return `${kept.join('')}…`;
}
