// A card's buttons as actions blocks; however many there are, each one gets its place.
import type { types as slack } from '@slack/bolt';
import type { ActionCodec } from '../../action-id.ts';
import type { Button } from '../../card.ts';
import type { Words } from '../../words/en.ts';
import {
  ACTIONS_ELEMENTS,
  BUTTON_TEXT,
  CONFIRM_BUTTON,
  CONFIRM_TEXT,
  CONFIRM_TITLE,
} from './limits.ts';
import { plainText } from './rich-text.ts';

/** What seals the buttons of a card, and the words of its language. */
export type ButtonDrawing = { readonly codec: ActionCodec; readonly words: Words };

/**
 * The actions blocks of each row of buttons, by the row's place. Where they would be more than `room` blocks, all
 * buttons move together to the last row.
 */
export function toActions(
  rows: readonly (readonly Button[])[],
  room: number,
  drawing: ButtonDrawing,
): slack.ActionsBlock[][] {
  let count = 0;
  const elements = rows.map((row) =>
    row.map((button) => toButton(button, drawing, `press-${count++}`)),
  );
  const blocks = elements.map((row) => chunk(row));
  if (blocks.flat().length <= room) return blocks;
  return elements.map((_, index) => (index === rows.length - 1 ? chunk(elements.flat()) : []));
}

function toButton(button: Button, { codec, words }: ButtonDrawing, actionId: string): slack.Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(button.label, BUTTON_TEXT),
    value: codec.encode(button.action),
    ...(button.style === undefined ? {} : { style: button.style }),
    ...(button.confirm === undefined
      ? {}
      : { confirm: toConfirm(button.confirm, button.style, words) }),
  };
}

function toConfirm(
  confirm: NonNullable<Button['confirm']>,
  style: Button['style'],
  words: Words,
): slack.ConfirmationDialog {
  return {
    title: plainText(confirm.title, CONFIRM_TITLE),
    text: plainText(confirm.text, CONFIRM_TEXT),
    confirm: plainText(confirm.confirm, CONFIRM_BUTTON),
    deny: plainText(words.slack.cancel, CONFIRM_BUTTON),
    ...(style === undefined ? {} : { style }),
  };
}

function chunk(elements: readonly slack.Button[]): slack.ActionsBlock[] {
  const blocks: slack.ActionsBlock[] = [];
  for (let start = 0; start < elements.length; start += ACTIONS_ELEMENTS) {
    blocks.push({ type: 'actions', elements: elements.slice(start, start + ACTIONS_ELEMENTS) });
  }
  return blocks;
}
