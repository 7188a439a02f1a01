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

/** One row of a card; a yes and a no may be drawn as thumbs. */
export type ButtonRow = { readonly buttons: readonly Button[]; readonly feedback: boolean };

/**
 * The blocks of each row of buttons, by the row's place. Where they would be more than `room` blocks, all
 * buttons move together to the last row.
 */
export function toActions(
  rows: readonly ButtonRow[],
  room: number,
  drawing: ButtonDrawing,
): (slack.ActionsBlock | slack.ContextActionsBlock)[][] {
  let count = 0;
  const elements = rows.map(({ buttons }) =>
    buttons.map((button) => toButton(button, drawing, `press-${count++}`)),
  );
  const blocks = elements.map((row, at) =>
    rows[at]?.feedback === true ? toThumbs(row) : chunk(row),
  );
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

/** A thumb up and one down, which say their labels to who points at them or listens. */
function toThumbs([good, bad]: readonly slack.Button[]): slack.ContextActionsBlock[] {
  if (good === undefined || bad === undefined) return [];
  const thumb = ({ text, value = '' }: slack.Button) => ({ text, value });
  const [positive_button, negative_button] = [thumb(good), thumb(bad)];
  const { action_id = '' } = good;
  const element = {
    type: 'feedback_buttons' as const,
    action_id,
    positive_button,
    negative_button,
  };
  return [{ type: 'context_actions', elements: [element] }];
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
