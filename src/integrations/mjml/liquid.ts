// Liquid for mails: values are data, never source, and leave it escaped.
import { Liquid, type Template } from 'liquidjs';
import { escapeHtml } from '../escape-html.ts';

export type MailLiquidOptions = {
  /** The shop's IANA zone: dates are shown in it. */
  readonly timezone: string;
  /** BCP 47, for the names of months and days. */
  readonly locale: string;
};

/** Parses and renders the two places Liquid stands in: HTML, escaped; and one-line text (subject, preheader), not. */
export type MailLiquid = {
  parse(source: string): Template[];
  renderHtml(template: Template[], values: object): Promise<string>;
  renderLine(source: string, values: object): Promise<string>;
  /** The values a source asks for, with the line of each; throws what `parse` throws. */
  readNames(source: string): readonly { readonly path: readonly string[]; readonly line: number }[];
};

/** The limits are a guard against slips, not a sandbox (LiquidJS, "Security Model"): the process's end is the other. */
const LIMITS = { parseLimit: 200_000, renderLimit: 250, memoryLimit: 1_000_000 } as const;
/** `raw` undoes the escape, `sample` is chance; the tags would read files. */
const REMOVED_FILTERS = ['raw', 'sample', 'where_exp', 'reject_exp', 'group_by_exp', 'has_exp'];
const REMOVED_TAGS = ['include', 'render', 'layout', 'block'];
const MAX_LINE_LENGTH = 200;

/** Makes the pair of engines. A filter or tag that is not there is a parse error with its line. */
export function createMailLiquid(options: MailLiquidOptions): MailLiquid {
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

function createEngine(
  options: MailLiquidOptions,
  more: { readonly outputEscape?: (value: unknown) => string },
): Liquid {
  const engine = new Liquid({
    ...LIMITS,
    ...more,
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    timezoneOffset: options.timezone,
    locale: options.locale,
  });
  for (const name of REMOVED_FILTERS) delete engine.filters[name];
  for (const name of REMOVED_TAGS) delete engine.tags[name];
  return engine;
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

function readNames(engine: Liquid, source: string): ReturnType<MailLiquid['readNames']> {
  const { globals } = engine.parseAndAnalyzeSync(source);
  return Object.values(globals)
    .flat()
    .map(({ segments, location }) => ({
      path: segments.filter((segment) => typeof segment === 'string'),
      line: location.row,
    }));
}
