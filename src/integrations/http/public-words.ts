// The words of our public pages in every language.
import type { Language } from '#engine/language.ts';
import { german } from './public-words-de.ts';
import { english, type PublicWords } from './public-words-en.ts';

const WORDS: Readonly<Record<Language, PublicWords>> = { en: english, de: german };

/** What a customer reads in a language. */
export function publicWords(language: Language): PublicWords {
  return WORDS[language];
}
