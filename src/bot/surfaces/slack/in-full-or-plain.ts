// A card sent as it should look, and plainer where Slack does not take that: one bad block must not hide it.
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { cardToBlocks, cardToPlainBlocks, type SlackMessage } from './blocks.ts';
import { refusalOf } from './client.ts';
import type { PictureFiles } from './pictures.ts';

/** What Slack answers to blocks that it does not take. */
const NOT_TAKEN = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/**
 * Calls once; where it was the blocks that were not taken, once more without pictures if there were any, and then
 * with the plain form. Throws what the call throws.
 */
export async function inFullOrPlain<T>(
  options: { readonly codec: ActionCodec; readonly log: Log; readonly pictures: PictureFiles },
  card: Card,
  call: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  const { codec, log, pictures } = options;
  const files = await pictures.of(card);
  const attempt = async (message: SlackMessage, instead: () => Promise<T>) => {
    try {
      return await call(message);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null || !NOT_TAKEN.has(refusal)) throw error;
      log.error({ code: refusal }, 'slack did not take the blocks of a card');
      return instead();
    }
  };
  const plain = () => call(cardToPlainBlocks(card, codec));
  const withoutPictures = () => attempt(cardToBlocks(card, codec), plain);
  if (files.size === 0) return withoutPictures();
  return attempt(cardToBlocks(card, codec, files), () => {
    pictures.forget();
    return withoutPictures();
  });
}
