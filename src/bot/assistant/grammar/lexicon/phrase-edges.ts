// The phrases that may begin at a word: by the letter, in other forms, with slips, and with small words between.
import type { Token } from '../cut.ts';
import type { Edge } from '../part.ts';
import { fits, type Lexicon, type Phrase } from './phrases.ts';
import type { Concept } from './phrases-en.ts';
import { costOf, type Spellings } from './spelling.ts';

/** What it costs to read a stretch as a phrase. */
export const PHRASE_COST = 0.05;

/** What carries nothing costs by the word; so does a small word inside a phrase. */
const COST = { filler: 0.15, between: 0.1 };

/** Phrases that begin here. Other forms and slips count only where a word says nothing as it stands. */
export function phrasesAt(
  lexicon: Lexicon,
  tokens: readonly Token[],
  spellings: readonly Spellings[],
  at: number,
): readonly Edge[] {
  const first = wordOf(tokens[at]);
  if (first === null) return [];
  const begun = [
    ...[first, ...(spellings[at]?.keys() ?? [])].flatMap((word) => lexicon.byWord.get(word) ?? []),
    ...lexicon.open.filter(
      ({ words: [pattern = ''] }) => fits(pattern, first) || spellings[at]?.has(pattern) === true,
    ),
  ];
  const found = begun.flatMap((phrase) => {
    const fit = fitPhrase(phrase, lexicon, tokens, spellings, at);
    return fit === null ? [] : [{ ...phrase, ...fit }];
  });
  const saysSomething = found.some(({ words, cost }) => words.length === 1 && cost === 0);
  const meant = found.filter(({ words, cost }) => words.length > 1 || cost === 0 || !saysSomething);
  return mergeAlike(at, meant).map(({ length, concepts, cost }) => ({
    from: at,
    to: at + length,
    cost:
      (concepts.has('filler') && concepts.size === 1 ? COST.filler * length : PHRASE_COST) + cost,
    part: { kind: 'phrase', concepts },
  }));
}

/** How far a phrase reaches and what its words as typed cost over its own; null where they are not its words. */
function fitPhrase(
  { words }: Phrase,
  { between }: Lexicon,
  tokens: readonly Token[],
  spellings: readonly Spellings[],
  from: number,
): { readonly to: number; readonly cost: number } | null {
  let cost = 0;
  let at = from;
  for (const pattern of words) {
    let one = costAt(pattern, tokens[at], spellings[at]);
    if (one === null && at > from && between.has(wordOf(tokens[at]) ?? '')) {
      at += 1;
      one = costAt(pattern, tokens[at], spellings[at]);
      cost += COST.between;
    }
    if (one === null) return null;
    cost += one;
    at += 1;
  }
  return { to: at, cost };
}

function costAt(
  pattern: string,
  token: Token | undefined,
  spellings: Spellings = new Map(),
): number | null {
  const word = wordOf(token);
  return word === null ? null : costOf(pattern, word, spellings);
}

type Alike = { readonly length: number; readonly cost: number; readonly concepts: Set<Concept> };

function mergeAlike(
  at: number,
  found: readonly (Phrase & { readonly to: number; readonly cost: number })[],
): readonly Alike[] {
  const alike = new Map<string, Alike>();
  for (const { to, concepts, cost } of found) {
    const key = `${to} ${cost}`;
    const all = alike.get(key) ?? { length: to - at, cost, concepts: new Set() };
    for (const concept of concepts) all.concepts.add(concept);
    alike.set(key, all);
  }
  return [...alike.values()];
}

function wordOf(token: Token | undefined): string | null {
  return token?.kind === 'word' ? token.word : null;
}
