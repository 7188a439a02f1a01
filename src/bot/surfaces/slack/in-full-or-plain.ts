// A card sent as it should look, and in its plainest form where Slack does not take that: one bad block must not hide it.
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { cardToBlocks, cardToPlainBlocks, type SlackMessage } from './blocks.ts';
import { refusalOf } from './client.ts';

/** What Slack answers to blocks that it does not take. */
const NOT_TAKEN = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/** Calls once, and once more with the plain form when it was the blocks. Throws what the call throws. */
export async function inFullOrPlain<T>(
  options: { readonly codec: ActionCodec; readonly log: Log },
  card: Card,
  call: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  try {
    return await call(cardToBlocks(card, options.codec));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null || !NOT_TAKEN.has(refusal)) throw error;
    options.log.error({ code: refusal }, 'slack did not take the blocks of a card');
    return call(cardToPlainBlocks(card, options.codec));
  }
}
