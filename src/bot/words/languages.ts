// Every language that the catalogue is written in.
import { type Language, languageOf } from '#engine/language.ts';
import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';

const WORDS: Readonly<Record<Language, Words>> = { en, de };

/** The words of a language; of what says none, the English ones. */
export function wordsIn(language: Language = 'en'): Words {
  return WORDS[language];
}

/** The language that words are of. */
export function languageOfWords({ language }: Pick<Words, 'language'>): Language {
  return languageOf(language) ?? 'en';
}

/** A card or a form with the language of the words that it was made of. */
export function spoken<Made extends Card | Form>(words: Pick<Words, 'language'>, made: Made): Made {
  return { ...made, language: languageOfWords(words) };
}
