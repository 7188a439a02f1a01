// A query as somebody typed it into a chat: curly quotes made straight, and its first fault with its place.
import type { Deps } from '#engine/deps.ts';
import { UserError } from '#engine/errors.ts';
import { type KnownSegment, listSegments } from '#engine/flows/segments.ts';
import { parseQuery, type QueryError } from '#engine/segments/grammar.ts';
import { suggestNext } from '#engine/segments/suggest.ts';
import { queryFaultCard, queryFaultText } from '../cards/segment-fault.ts';
import type { Answer } from '../command.ts';
import { cutLine } from '../line/line.ts';
import type { Words } from '../words/en.ts';

/** A query that cannot be read. */
export type QueryFault = { readonly query: string; readonly error: QueryError };

/** Phones write curly quotes around a text; inside one that stands in straight quotes they are its own. */
export function straightenQuotes(typed: string): string {
  return typed.replace(/'(?:[^'\\]|\\['\\])*'|[‘’]/g, (found) =>
    found.length === 1 ? "'" : found,
  );
}

/** The first fault of a query; null when it can be read. */
export function faultOf(query: string): QueryFault | null {
  const read = parseQuery(query);
  return read.ok ? null : { query, error: read.errors[0] };
}

/** Answers a segment's name or a query; what is neither is answered with the place of its fault. */
export async function withQuery(
  words: Words,
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  typed: string,
  answer: (nameOrQuery: string) => Promise<Answer>,
): Promise<Answer> {
  const asked = straightenQuotes(typed).trim();
  if (await isName(deps, asked)) return answer(asked);
  const fault = faultOf(asked);
  return fault === null ? answer(asked) : faultAnswer(words, fault);
}

/**
 * A segment and what follows it on a line. Where a query is typed without quotes its first word alone is no query: the
 * longest beginning that can be read is taken, and the rest is what follows: nothing where all of it is the query.
 */
export function cutQuery(
  segment: string,
  rest: string,
): { readonly segment: string; readonly rest: string } {
  const begins = beginsQuery(segment.replace(/^\(+/, '')) || OPERATOR.test(rest);
  if (/\s/.test(segment) || !begins) return { segment, rest };
  const typed = straightenQuotes(`${segment} ${rest}`);
  const words = cutLine(typed);
  const join = (from: number, to: number) =>
    words
      .slice(from, to)
      .map(({ raw }) => raw)
      .join('')
      .trim();
  for (let at = words.length - 1; at > 0; at -= 1) {
    const query = join(0, at);
    if (faultOf(query) !== null) continue;
    const alone = at === words.length - 1 ? words[at]?.text : undefined;
    return { segment: query, rest: alone ?? join(at, words.length) };
  }
  return { segment: typed, rest: faultOf(typed) === null ? '' : rest };
}

/** After this a word is a field, though it may be none of ours: a typing mistake is then pointed at. */
const OPERATOR = /^(?:[<>=]|!=|(?:NOT\s+)?(?:CONTAINS|IN|MATCHES|BETWEEN)\b|IS\s)/;

/** A fault as a refusal: the card points at the place, the JSON names it. */
export function faultAnswer(words: Words, { query, error }: QueryFault): Answer {
  const message = queryFaultText(words, error);
  const { line, column, offset } = error;
  return {
    kind: 'card',
    card: queryFaultCard(words, query, error),
    json: { error: { code: 'invalid', message, line, column, offset } },
    visible: 'asker',
    refused: { code: 'invalid', message },
  };
}

/** The segment with exactly this name, upper and lower case alike. */
export async function segmentNamed(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  name: string,
): Promise<KnownSegment & { readonly name: string }> {
  const wanted = name.trim().toLowerCase();
  const found = (await listSegments(deps)).find((one) => one.name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new UserError({ code: 'not-found', what: 'segment', who: name });
}

/** Whether a word begins a query: a field or a function. */
export function beginsQuery(word: string): boolean {
  return suggestNext('', 0).suggestions.some(({ text }) => text === word);
}

/** A segment's name is one, whatever it looks like; so is a single word that begins no query, known or not. */
async function isName(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  asked: string,
): Promise<boolean> {
  const names = (await listSegments(deps)).map(({ name }) => name.toLowerCase());
  if (names.includes(asked.toLowerCase())) return true;
  return /^[\w-]+$/.test(asked) && !beginsQuery(asked);
}
