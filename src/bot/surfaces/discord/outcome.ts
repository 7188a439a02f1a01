// What came of a command, press or form, as a message to who acted or to the channel.
import type { ActionCodec } from '../../action-id.ts';
import { buttons, type Card, note, text } from '../../card.ts';
import { type AnswerFile, isTooLarge } from '../../file.ts';
import type { FieldFault, Form } from '../../form.ts';
import type { Reply } from '../../router.ts';
import type { Words } from '../../words/en.ts';
import { spoken, wordsIn } from '../../words/languages.ts';
import {
  cardToMessage,
  cardToPlainMessage,
  type DiscordMessage,
  sentenceToMessage,
} from './components.ts';
import { isFull, saidOf } from './modal.ts';
import { openFormAction } from './open-forms.ts';

/** The router's reply, or a sentence to somebody who does not get as far. */
export type Outcome = Reply | { readonly kind: 'sentence'; readonly sentence: string };

/** To a button or form that is not ours or not any more. */
export function noLonger({ discord }: Words): Outcome {
  return { kind: 'sentence', sentence: discord.noLongerAvailable };
}

/** A message as it should look, and in the form that stands in for it where Discord refuses that. */
export type Message = {
  readonly full: DiscordMessage;
  readonly plain: DiscordMessage;
  readonly visible: 'asker' | 'channel';
  /** What it says, where it may have pictures; null for a sentence. */
  readonly card: Card | null;
  /** What is given with it. */
  readonly file?: AnswerFile;
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
  const full = cardToMessage(card, codec);
  return { full, plain: cardToPlainMessage(card, codec), visible, card };
}

/** A card with a file, given to who acted alone; one that is too large is said to be. */
export function fileMessage(card: Card, file: AnswerFile, codec: ActionCodec): Message {
  const { tooLarge } = wordsIn(card.language).files;
  return isTooLarge(file)
    ? cardMessage(withNote(card, tooLarge), codec)
    : { ...cardMessage(card, codec), file };
}

/** The card with a last word in small letters. */
export function withNote(card: Card, sentence: string): Card {
  return { ...card, blocks: [...card.blocks, note(sentence)] };
}

/** A sentence as a message to who acted. */
export function sentenceMessage(sentence: string): Message {
  const message = sentenceToMessage(sentence);
  return { full: message, plain: message, visible: 'asker', card: null };
}

/** A form that cannot be opened now, or has more to be read than there is room for, as a card with a button that opens it. */
export function closedFormCard(words: Words, form: Form, openId: string): Card {
  return spoken(words, {
    title: form.title,
    tone: 'neutral',
    blocks: [
      ...(isFull(form) ? saidOf(form) : [text(words.discord.formLate)]),
      buttons({ label: words.discord.openForm, action: openFormAction(openId), style: 'primary' }),
    ],
  });
}

/** What is wrong with a form, with a button that opens it again as it was filled in; null where it is not known any more. */
export function faultsCard(
  words: Words,
  faults: readonly FieldFault[],
  openId: string | null,
): Card {
  return spoken(words, {
    title: words.discord.notSaved,
    tone: 'warning',
    blocks: [
      { kind: 'list', items: faults.map(({ message }) => ({ text: [message] })) },
      openId === null
        ? text(words.discord.openAgain)
        : buttons({
            label: words.discord.correct,
            action: openFormAction(openId),
            style: 'primary',
          }),
    ],
  });
}
