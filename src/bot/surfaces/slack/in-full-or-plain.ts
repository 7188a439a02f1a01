// A card sent as it should look, and plainer where Slack does not take that: one bad block must not hide it.
import type { Log } from '#engine/ports/log.ts';
import type { Card } from '../../card.ts';
import { cardToPlainBlocks, type SlackMessage } from './blocks.ts';
import { refusalOf } from './client.ts';
import { type Form, firstTaken, formsOf, type Looks, onlyForm } from './forms.ts';

/** What Slack answers to blocks that it does not take: in messages, in modals and Home tabs, below links. */
const NOT_TAKEN = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_arguments',
  'view_too_large',
  'invalid_unfurls_format',
]);

/** Calls until a form of the card is taken, the plainest one last. Throws what the call throws. */
export async function inFullOrPlain<T>(
  options: Looks & { readonly log: Log },
  card: Card,
  call: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  const forms = await formsOf(options, card);
  const plain = onlyForm(() => cardToPlainBlocks(card, options.codec));
  return untilTaken(options.log, [...forms, plain], call);
}

/** Something that is drawn in full, or plainly. */
export type Draw<Drawn> = (isPlain: boolean) => Drawn;

/** The same for what has these two forms. */
export function fullOrPlain<Drawn, T>(
  log: Log,
  draw: Draw<Drawn>,
  call: (drawn: Drawn) => Promise<T>,
): Promise<T> {
  return untilTaken(log, [onlyForm(() => draw(false)), onlyForm(() => draw(true))], call);
}

function untilTaken<Drawn, T>(
  log: Log,
  forms: readonly Form<Drawn>[],
  call: (drawn: Drawn) => Promise<T>,
): Promise<T> {
  return firstTaken(forms, call, (error) => {
    const code = refusalOf(error);
    if (code === null || !NOT_TAKEN.has(code)) return false;
    log.error({ code }, 'slack did not take the blocks of a card');
    return true;
  });
}
