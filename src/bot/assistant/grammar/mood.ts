// Whether a sentence asks for something to be known: what is asked with a question word orders nothing.
import { foldWord, type Token } from './cut.ts';
import { isSwapOf } from './lexicon/spelling.ts';

/** Words that open a question. "Can", "could" and "will" open orders that are put politely, and are left out. */
const OPENS_QUESTION: ReadonlySet<string> = new Set(
  [
    'what which who whom whose when why how where does did has is are was were',
    'was wat welche welcher welches welchen welchem wer wem wen wessen wann warum wieso weshalb wie wo woran ist hat wurde läuft',
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

/** Who speaks of these speaks of the shop and its team, or of people at large. */
const OF_ALL: ReadonlySet<string> = new Set(
  [
    'we our ours us everyone everybody anyone anybody someone somebody nobody customers clients buyers people folks shoppers',
    'wir uns unser unsere unseren unserem unserer unseres alle jemand niemand jeder jeden kunden kundinnen käufer leute',
  ].flatMap((words) => words.split(' ').map(foldWord)),
);

/** A sentence with a verb of its own has a subject of its own, and "any" is anybody's; "can" and "will" only ask politely. */
const VERBS: ReadonlySet<string> = new Set(
  [
    'do does did is are was were has have had who what which where there came come comes went goes any anything today',
    'ist sind war waren hat habe haben hatte hatten gab gibt wurde wurden wer welche welcher welches wo läuft liegt steht kam kamen kommt ging gingen geht irgendwelche irgendwas heute gibts',
  ].flatMap((words) => words.split(' ').map(foldWord)),
);

/** What goes on from before: "and when was the last order?" */
const GOES_ON: ReadonlySet<string> = new Set(['and', 'und', 'also', 'auch', 'now', 'jetzt']);

/** What is longer says whom it is about. */
const LONGEST_ELLIPSIS = 6;

/** Whether a sentence leaves out whom it is about: "and the refunds?", "tag vip", "note: wants a call back". */
export function goesOn(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === ':');
  const said = colon === -1 ? tokens : tokens.slice(0, colon);
  const words = said.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  if (words.some((word) => OF_ALL.has(word))) return false;
  if (GOES_ON.has(words[0] ?? '')) return true;
  return words.length <= LONGEST_ELLIPSIS && !words.some((word) => VERBS.has(word));
}

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
