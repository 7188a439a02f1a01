// A query that cannot be read, as a card: what is wrong, and a mark under the place.
import type { QueryError } from '#engine/segments/grammar.ts';
import { type Card, text } from '../card.ts';
import type { Words } from '../words/en.ts';

/** How much of a long line is shown before and after the place. */
const BEFORE = 30;
const AFTER = 30;

/** Keeps its width where ordinary spaces would be drawn as one. */
const SPACE = '\u00a0';

/** What is wrong, the line, and below it a mark at the place. */
export function queryFaultCard(words: Words, query: string, error: QueryError): Card {
  const [line, mark] = pointAt(query, error);
  return {
    title: words.segments.faultTitle,
    tone: 'warning',
    blocks: [
      text(words.segments.queryFault(error.why)),
      text({ kind: 'code', text: line }),
      text({ kind: 'code', text: mark }),
    ],
  };
}

/** What is wrong, with its place before it: lines count from 1, columns from 0. */
export function queryFaultText({ segments }: Words, { line, column, why }: QueryError): string {
  return segments.placed(line, column, segments.queryFault(why));
}

/** The line with the fault, cut to what stands around it, and the mark to be put below. */
export function pointAt(
  query: string,
  { line, column }: Pick<QueryError, 'line' | 'column'>,
): readonly [line: string, mark: string] {
  const whole = (query.split('\n')[line - 1] ?? '').trimEnd();
  const before = Array.from(whole.slice(0, column));
  const after = Array.from(whole.slice(column));
  const head = before.length > BEFORE ? ['…', ...before.slice(-BEFORE)] : before;
  const tail = after.length > AFTER ? [...after.slice(0, AFTER), '…'] : after;
  const shown = [...head, ...tail].join('').replace(/\s/gu, SPACE);
  return [shown === '' ? SPACE : shown, `${SPACE.repeat(head.length)}^`];
}
