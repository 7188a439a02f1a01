// What came of a command, press or form, as a message to who acted or to the channel.
import type { ActionCodec } from '../../action-id.ts';
import { buttons, type Card, text } from '../../card.ts';
import type { FieldFault, Form } from '../../form.ts';
import type { Reply } from '../../router.ts';
import { en } from '../../words/en.ts';
import {
  cardToMessage,
  cardToPlainMessage,
  type DiscordMessage,
  sentenceToMessage,
} from './components.ts';
import { openFormAction } from './open-forms.ts';

/** The router's reply, or a sentence to somebody who does not get as far. */
export type Outcome = Reply | { readonly kind: 'sentence'; readonly sentence: string };

/** To a button or form that is not ours or not any more. */
export const NO_LONGER: Outcome = { kind: 'sentence', sentence: en.discord.noLongerAvailable };

/** A message as it should look, and in the form that stands in for it where Discord refuses that. */
export type Message = {
  readonly full: DiscordMessage;
  readonly plain: DiscordMessage;
  readonly visible: 'asker' | 'channel';
};

/** A message that only who acted sees. */
export function privately(message: DiscordMessage): DiscordMessage {
  return { ...message, flags: message.flags | EPHEMERAL };
}

/** The flag of what only who acted sees. */
export const EPHEMERAL = 1 << 6;

/** A card as a message. */
export function cardMessage(
  card: Card,
  codec: ActionCodec,
  visible: Message['visible'] = 'asker',
): Message {
  return { full: cardToMessage(card, codec), plain: cardToPlainMessage(card, codec), visible };
}

/** A sentence as a message to who acted. */
export function sentenceMessage(sentence: string): Message {
  const message = sentenceToMessage(sentence);
  return { full: message, plain: message, visible: 'asker' };
}

/** A form that cannot be opened now, as a card with a button that opens it. */
export function lateFormCard(form: Form, openId: string): Card {
  return {
    title: form.title,
    tone: 'neutral',
    blocks: [
      text(en.discord.formLate),
      buttons({ label: en.discord.openForm, action: openFormAction(openId), style: 'primary' }),
    ],
  };
}

/** What is wrong with a form, with a button that opens it again as it was filled in; null where it is not known any more. */
export function faultsCard(faults: readonly FieldFault[], openId: string | null): Card {
  return {
    title: en.discord.notSaved,
    tone: 'warning',
    blocks: [
      { kind: 'list', items: faults.map(({ message }) => ({ text: [message] })) },
      openId === null
        ? text(en.discord.openAgain)
        : buttons({ label: en.discord.correct, action: openFormAction(openId), style: 'primary' }),
    ],
  };
}
