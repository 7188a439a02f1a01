// The MailWords port from the catalogue: what the alternatives to a refund are called in a customer's mail.
import type { MailWords } from '#engine/ports/mail-words.ts';
import { creditText } from './cards/offer.ts';
import type { Words } from './words/en.ts';

/** The words of one language. */
export function createMailWords(words: Words): MailWords {
  return { offerOption: (option) => words.cases.mailOption(option, creditText(words, option)) };
}
