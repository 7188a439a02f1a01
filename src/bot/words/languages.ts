// Every language that the catalogue is written in.
import type { Language } from '#engine/language.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';

const WORDS: Readonly<Record<Language, Words>> = { en, de };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
