// A card sent as it should look, and in its plainest form where Discord does not take that: one bad component must not hide it.
import type { RawFile } from 'discord.js';
import type { ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { REFUSED, refusalOf } from './client.ts';
import { cardToMessage, cardToPlainMessage, type DiscordMessage } from './components.ts';
import { drawPictures, filesOf } from './pictures.ts';

/** What a card is sent with. */
export type Sending = {
  readonly codec: ActionCodec;
  readonly log: Log;
  readonly charts: ChartRenderer;
};

/** What Discord answers to pictures that it does not take, or not from us. */
const NO_PICTURES = new Set<number>([
  REFUSED.invalidForm,
  REFUSED.missingPermission,
  REFUSED.tooLarge,
]);

/**
 * Calls once; where it was not taken, once more without pictures if there were any, and then with the plain form when
 * it was the components. Throws what the call throws.
 */
export async function inFullOrPlain<T>(
  { codec, log, charts }: Sending,
  card: Card,
  call: (message: DiscordMessage, files: RawFile[]) => Promise<T>,
): Promise<T> {
  const pictures = await drawPictures(charts, card);
  try {
    if (pictures.size > 0)
      return await call(cardToMessage(card, codec, pictures), filesOf(pictures));
  } catch (error) {
    const code = refusalOf(error);
    if (code === null || !NO_PICTURES.has(code)) throw error;
    log.warn({ code }, 'discord did not take the pictures of a card');
  }
  try {
    return await call(cardToMessage(card, codec), []);
  } catch (error) {
    if (refusalOf(error) !== REFUSED.invalidForm) throw error;
    log.error({ code: REFUSED.invalidForm }, 'discord did not take the components of a card');
    return call(cardToPlainMessage(card, codec), []);
  }
}
