// What a name is, and how names are compared: without hyphens, accents and capitals.
import { cutSentence, foldWord } from './cut.ts';
import { takeApart } from './lexicon/compounds.ts';

/** A name in one spelling, without hyphens and accents; `value` is what commands and queries call it. */
export type PlaybookName = {
  readonly of:
    | 'automation'
    | 'segment'
    | 'template'
    | 'tier'
    | 'person'
    | 'channel'
    | 'field'
    | 'country'
    | 'city'
    | 'product'
    | 'tag'
    | 'language';
  readonly value: string;
  readonly spelled: string;
};

/** One, two or three words in a row: what a name of more than one word may be. */
export function runsOf(sentence: string, shortest: number): readonly string[] {
  const tokens = cutSentence(sentence);
  const runs = [tokens, takeApart(tokens) ?? []].flatMap((all) => {
    const words = all.flatMap((token) =>
      token.kind === 'word' && token.text.length >= shortest ? [token.text] : [],
    );
    return words.flatMap((_, at) =>
      [1, 2, 3].map((count) => words.slice(at, at + count).join(' ')),
    );
  });
  return [...new Set(runs)];
}

/** A name in all its spellings, each once. */
export function spell(
  of: PlaybookName['of'],
  value: string,
  ...others: readonly (string | undefined)[]
): readonly PlaybookName[] {
  const spellings = [value, ...others].flatMap((text) => (text === undefined ? [] : [fold(text)]));
  return [...new Set(spellings)].map((spelled) => ({ of, value, spelled }));
}

/** A name as it is compared. */
export function fold(text: string): string {
  return foldWord(text)
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
