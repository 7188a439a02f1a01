// A card sent as it should look, and in its plainest form where Discord does not take that: one bad component must not hide it.
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { REFUSED, refusalOf } from './client.ts';
import { cardToMessage, cardToPlainMessage, type DiscordMessage } from './components.ts';

/** Calls once, and once more with the plain form when it was the components. Throws what the call throws. */
export async function inFullOrPlain<T>(
  options: { readonly codec: ActionCodec; readonly log: Log },
  card: Card,
  call: (message: DiscordMessage) => Promise<T>,
): Promise<T> {
  try {
    return await call(cardToMessage(card, options.codec));
  } catch (error) {
    if (refusalOf(error) !== REFUSED.invalidForm) throw error;
    options.log.error(
      { code: REFUSED.invalidForm },
      'discord did not take the components of a card',
    );
    return call(cardToPlainMessage(card, options.codec));
  }
}
