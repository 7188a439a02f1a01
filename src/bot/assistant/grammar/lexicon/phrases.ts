// What the assistant has words for: concepts, each with the phrases of a language that mean it.
import { foldWord } from '../cut.ts';
import { BETWEEN_DE } from './fillers-de.ts';
import { BETWEEN_EN } from './fillers-en.ts';
import { PHRASES_DE } from './phrases-de.ts';
import { type Concept, PHRASES_EN, type Phrases } from './phrases-en.ts';
import { stemOf } from './stem.ts';

/** One phrase: its words as they are compared, and all that it may mean. */
export type Phrase = { readonly words: readonly string[]; readonly concepts: ReadonlySet<Concept> };

/** The phrases of a language, by their first word. */
export type Lexicon = {
  readonly language: 'en' | 'de';
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Those whose first word may have any ending. */
  readonly open: readonly Phrase[];
  /** What single words mean each concept. */
  readonly byConcept: ReadonlyMap<Concept, readonly string[]>;
  /** Small words that may stand between the words of a phrase. */
  readonly between: ReadonlySet<string>;
  /** Every word of every phrase. */
  readonly words: ReadonlySet<string>;
  /** The same by their stems, but those that have any ending anyway. */
  readonly byStem: ReadonlyMap<string, readonly string[]>;
};

/** The languages that are understood. */
export const LEXICONS: readonly Lexicon[] = [
  createLexicon('en', PHRASES_EN, BETWEEN_EN),
  createLexicon('de', PHRASES_DE, BETWEEN_DE),
];

/** Whether a typed word is a phrase's word; `*` is any ending. */
export function fits(pattern: string, word: string): boolean {
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Whether a single word means a concept. */
export function speaksOf({ byConcept }: Lexicon, concept: Concept, word: string): boolean {
  return (byConcept.get(concept) ?? []).some((pattern) => fits(pattern, word));
}

function createLexicon(
  language: 'en' | 'de',
  phrases: Phrases,
  between: ReadonlySet<string>,
): Lexicon {
  const all = new Map<string, Set<Concept>>();
  for (const concept of conceptsOf(phrases))
    for (const phrase of phrases[concept].split('|')) {
      const key = foldWord(phrase)
        .replace(/n't\b/g, ' not')
        .replace(/\bca not\b/g, 'can not')
        .trim()
        .replace(/\s+/g, ' ');
      all.set(key, (all.get(key) ?? new Set<Concept>()).add(concept));
    }
  const list = [...all].map(([key, concepts]) => ({ words: key.split(' '), concepts }));
  const words = new Set(list.flatMap((phrase) => phrase.words));
  const isOpen = ({ words }: Phrase) => words[0]?.endsWith('*') === true;
  return {
    language,
    byWord: Map.groupBy(
      list.filter((phrase) => !isOpen(phrase)),
      ({ words }) => words[0] ?? '',
    ),
    open: list.filter(isOpen),
    byConcept: singlesOf(list),
    between,
    words,
    byStem: Map.groupBy(
      [...words].filter((word) => !word.endsWith('*')),
      (word) => stemOf(language, word),
    ),
  };
}

function singlesOf(list: readonly Phrase[]): ReadonlyMap<Concept, readonly string[]> {
  const all = new Map<Concept, string[]>();
  for (const { words, concepts } of list)
    for (const concept of words.length === 1 ? concepts : [])
      all.set(concept, [...(all.get(concept) ?? []), ...words]);
  return all;
}

function conceptsOf(phrases: Phrases): readonly Concept[] {
  return Object.keys(phrases).filter((key): key is Concept => key in PHRASES_EN);
}
