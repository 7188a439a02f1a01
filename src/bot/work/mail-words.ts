// The MailWords port from the catalogue: what the alternatives to a refund are called in a customer's mail.
import type { MailWords } from '#engine/ports/mail-words.ts';
import { creditText } from '../cards/offer.ts';
import { wordsIn } from '../words/languages.ts';

/** The words of every language. */
export function createMailWords(): MailWords {
  return {
    offerOption: (option, language) => {
      const words = wordsIn(language);
      return words.cases.mailOption(option, creditText(words, option));
    },
  };
}
