// The arguments that many commands share, and the zod schemas that read them.
import { z } from 'zod';
import type { Page } from '#engine/ports/page.ts';
import type { Completion, Parameter } from '../command.ts';
import type { Words } from '../words/en.ts';

/** How many rows a list shows unless said. */
const PAGE_ROWS = 50;

/** `--limit` and `--after`, as every list takes them. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(PAGE_ROWS),
  after: z.string().optional(),
});
export type Paging = z.infer<typeof Paging>;

/** The page that `--limit` and `--after` name. */
export function pageOf({ limit, after }: Paging): Page {
  return after === undefined ? { limit } : { limit, after };
}

/** A required word in its place. */
export function place(name: string, summary: string, completes?: Completion): Parameter {
  return {
    name,
    summary,
    place: 'positional',
    required: true,
    ...(completes === undefined ? {} : { completes }),
  };
}

/** Everything to the end of the line. */
export function rest(
  name: string,
  summary: string,
  options: { readonly required?: boolean; readonly completes?: Completion } = {},
): Parameter {
  const { required = true, completes } = options;
  const own = completes === undefined ? {} : { completes };
  return { name, summary, place: 'rest', required, ...own };
}

/** `--name VALUE`; with `values` of "true" alone it is a switch. */
export function flag(name: string, summary: string, values?: readonly string[]): Parameter {
  const own = values === undefined ? {} : { values };
  return { name, summary, place: 'flag', required: false, ...own };
}

/** A switch: there or not. */
export function toggle(name: string, summary: string): Parameter {
  return flag(name, summary, ['true']);
}

/** Whom a command is about, to the end of the line: names have spaces. */
export function whoRest(words: Words): Parameter {
  return rest('who', words.parameterSummaries.who, { completes: 'customer' });
}

/** Whom a command is about, when more follows. */
export function whoPlace(words: Words): Parameter {
  return place('who', words.parameterSummaries.who, 'customer');
}

/** The two flags of a list. */
export function pageFlags(words: Words): readonly Parameter[] {
  const { limit, after } = words.parameterSummaries;
  return [flag('limit', limit), flag('after', after)];
}

/** The line that shows the next page, or null when this one was not full. */
export function moreLine(
  words: Words,
  shown: {
    readonly command: string;
    readonly page: Page;
    readonly last: string | null;
    readonly rows: number;
  },
): string | null {
  const { command, page, last, rows } = shown;
  if (last === null || rows < page.limit) return null;
  return words.nextPage(`${command} --limit ${page.limit} --after ${last}`);
}
