// What is said of a query that is only checked: good or not, the first error with its place, and what is not held here.
import { whyUnanswerable } from './condition.ts';
import { parseQuery, type QueryError, type QueryOptions } from './grammar.ts';
import { unanswerableText } from './unanswerable.ts';

/** `ok`: good language. It may still ask for what we do not hold: then `warning` says so. */
export type Verdict = {
  readonly query: string;
  readonly ok: boolean;
  /** The first error; `offset` counts UTF-16 units from 0. */
  readonly error?: { readonly message: string; readonly offset: number };
  readonly warning?: string;
};

/** Checks a query without anybody to ask it of. */
export function judgeQuery(query: string, options: QueryOptions = {}): Verdict {
  const parsed = parseQuery(query, options);
  if (!parsed.ok) {
    const [first] = parsed.errors;
    const error = { message: errorText(first), offset: first.offset };
    return { query, ok: false, error };
  }
  const why = whyUnanswerable(parsed.condition);
  return why === null ? { query, ok: true } : { query, ok: true, warning: unanswerableText(why) };
}

/** An error with its place before it, as Shopify writes it: lines count from 1, columns from 0. */
function errorText({ line, column, message }: QueryError): string {
  return `Line ${line} Column ${column}: ${message}`;
}
