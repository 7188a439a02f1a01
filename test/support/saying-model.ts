// A model that says one thing, without a server behind it.
import type { LanguageModel } from '#engine/ports/language-model.ts';

/** It says this, and puts what it was told into `told`. */
export function saying(text: string, told: string[] = []): LanguageModel {
  return {
    converse: ({ instructions, said }) => {
      told.push(instructions, said);
      return { next: async () => ({ text, calls: [], tokens: 100 }) };
    },
    close: () => {},
  };
}
