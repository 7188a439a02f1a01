// The alternatives offered to a customer, one a line.
import type { OfferOption } from '#engine/actions/effect.ts';
import type { Block } from '../card.ts';
import type { Words } from '../words/en.ts';

/** The options as a list; `chosen` is the one the customer took. */
export function offerItems(
  words: Words,
  options: readonly OfferOption[],
  chosen: string | null = null,
): Block {
  return {
    kind: 'list',
    items: options.map((option) => ({
      text: [words.cases.option(option, creditText(words, option))],
      ...(option.kind === chosen ? { mark: 'yes' as const } : {}),
    })),
  };
}

/** The amount of a store credit in words, or null for what has none. */
export function creditText(words: Words, option: OfferOption): string | null {
  return option.kind === 'store-credit' ? words.money(option) : null;
}
