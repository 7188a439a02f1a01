// Whether a sentence asks for something to be known: what is asked with a question word orders nothing.
import { foldWord, type Token } from './cut.ts';
import { isSwapOf } from './lexicon/spelling.ts';

/** Words that open a question. "Can", "could" and "will" open orders that are put politely, and are left out. */
const OPENS_QUESTION: ReadonlySet<string> = new Set(
  [
    'what which who whom whose when why how where does did has is are was were',
    'was welche welcher welches welchen welchem wer wem wen wessen wann warum wieso weshalb wie wo woran ist hat wurde läuft',
  ].flatMap((words) => words.split(' ').map(foldWord)),
);

/** What opens a question also with two letters swapped; "its" is no slip of "ist". */
const SWAPPABLE: readonly string[] = [...OPENS_QUESTION].filter((word) => word.includes('w'));

/** Orders that look like questions. */
const ORDERS: readonly RegExp[] = [
  /^is it (possible|ok|okay|fine)/,
  /^ist es (moeglich|okay|ok)/,
  /^(how|what) about/,
  /^wie waere es/,
];

/** What may stand before the sentence itself. */
const BEFORE: ReadonlySet<string> = new Set([
  'and',
  'und',
  'so',
  'also',
  'hey',
  'hi',
  'hallo',
  'ok',
  'okay',
  'but',
  'aber',
]);

/** Whether a sentence is a question, which nothing is changed for. */
export function isQuestion(tokens: readonly Token[]): boolean {
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  const first = words.findIndex((word) => !BEFORE.has(word));
  const sentence = words.slice(Math.max(0, first)).join(' ');
  const isWordFirst = tokens.find(({ kind }) => kind !== 'mark')?.kind === 'word';
  if (!isWordFirst || ORDERS.some((pattern) => pattern.test(sentence))) return false;
  const opening = words[first] ?? '';
  return OPENS_QUESTION.has(opening) || SWAPPABLE.some((word) => isSwapOf(opening, word));
}
