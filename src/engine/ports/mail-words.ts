// The MailWords port: the few words a mail needs that no template of the merchant's holds.
import type { OfferOption } from '../actions/effect.ts';
import type { Language } from '../language.ts';

export interface MailWords {
  /** What an alternative to a refund is called for the customer: "Store credit of $20.00". */
  offerOption(option: OfferOption, language: Language): string;
}
