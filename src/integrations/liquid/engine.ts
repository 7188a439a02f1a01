// A Liquid engine for merchants' templates: values are data, never source, and nothing in a template reaches a file.
import { Liquid, type Template } from 'liquidjs';

export type LiquidOptions = {
  /** The shop's IANA zone: dates are shown in it. */
  readonly timezone: string;
  /** BCP 47, for the names of months and days. */
  readonly locale: string;
};

/** A template that was parsed. */
export type LiquidTemplate = Template[];

/** A value that a source asks for, by its path, and the line where it does. */
export type LiquidName = { readonly path: readonly string[]; readonly line: number };

/** The limits are a guard against slips, not a sandbox (LiquidJS, "Security Model"): the process's end is the other. */
const LIMITS = { parseLimit: 200_000, renderLimit: 250, memoryLimit: 1_000_000 } as const;
/** `raw` undoes the escape, `sample` is chance; the tags would read files. */
const REMOVED_FILTERS = ['raw', 'sample', 'where_exp', 'reject_exp', 'group_by_exp', 'has_exp'];
const REMOVED_TAGS = ['include', 'render', 'layout', 'block'];

/** Makes an engine. A filter or tag that is not there is a parse error with its line. */
export function createEngine(
  options: LiquidOptions,
  more: { readonly outputEscape?: (value: unknown) => string } = {},
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

/** The values a source asks for, with the line of each; throws what parsing throws. */
export function readNames(engine: Liquid, source: string): readonly LiquidName[] {
  const { globals } = engine.parseAndAnalyzeSync(source);
  return Object.values(globals)
    .flat()
    .map(({ segments, location }) => ({
      path: segments.filter((segment) => typeof segment === 'string'),
      line: location.row,
    }));
}
