// A card sent as it should look, and plainer where Slack does not take that: one bad block must not hide it.
import type { Log } from '#engine/ports/log.ts';
import type { Card } from '../../card.ts';
import { cardToPlainBlocks, type SlackMessage } from './blocks.ts';
import { refusalOf } from './client.ts';
import { firstTaken, formsOf, type Looks, onlyForm } from './forms.ts';

/** What Slack answers to blocks that it does not take. */
const NOT_TAKEN = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/** Calls until a form of the card is taken, the plainest one last. Throws what the call throws. */
export async function inFullOrPlain<T>(
  options: Looks & { readonly log: Log },
  card: Card,
  call: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  const forms = await formsOf(options, card);
  const plain = onlyForm(() => cardToPlainBlocks(card, options.codec));
  return firstTaken([...forms, plain], call, (error) => {
    const code = refusalOf(error);
    if (code === null || !NOT_TAKEN.has(code)) return false;
    options.log.error({ code }, 'slack did not take the blocks of a card');
    return true;
  });
}
