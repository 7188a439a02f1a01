// A card's buttons as rows, and as menus where there are too many: each one gets its place.
import type {
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
} from 'discord.js';
import type { ActionCodec, ActionRef } from '../../action-id.ts';
import type { Button } from '../../card.ts';
import type { Words } from '../../words/en.ts';
import { shown } from '../clamp.ts';
import { BUTTON_TEXT, OPTION_TEXT, PLACEHOLDER, ROW_BUTTONS, SELECT_OPTIONS } from './limits.ts';

/** A row of buttons, or of one menu. */
export type ActionRow = { type: 1; components: APIComponentInMessageActionRow[] };

/** What came back from a press; `asks` when the button wants a second word first. */
export type Press = { readonly action: ActionRef; readonly asks: boolean };

/**
 * The rows of each block of buttons, by the block's place. Where they would be more than `room` components, all buttons
 * move together to the last block, the first as buttons and the others as options of menus.
 */
export function toActionRows(
  blocks: readonly (readonly Button[])[],
  room: number,
  { codec, words }: { readonly codec: ActionCodec; readonly words: Words },
): readonly (readonly ActionRow[])[] {
  const drawn = nameEach(blocks, codec);
  const rows = drawn.map((block) => chunk(block, ROW_BUTTONS).map(toRow));
  if (componentsIn(rows.flat()) <= room) return rows;
  const all = drawn.flat();
  const standing = howManyStand(all.length, room);
  const last = [
    ...chunk(all.slice(0, standing), ROW_BUTTONS).map(toRow),
    ...chunk(all.slice(standing), SELECT_OPTIONS).map((named, index) =>
      toMenu(named, index, words),
    ),
  ];
  return drawn.map((_, index) => (index === drawn.length - 1 ? last : []));
}

/** How many components rows are, counted as Discord does. */
export function componentsIn(rows: readonly ActionRow[]): number {
  return rows.reduce((sum, row) => sum + 1 + row.components.length, 0);
}

/** What a button's or option's text means; null for one that we did not make. */
export function readPress(customId: string, codec: ActionCodec): Press | null {
  const [, encoded = '', asks] = /^(.*?)(\?)?(?:~\d+)?$/s.exec(customId) ?? [];
  const action = codec.decode(encoded);
  return action === null ? null : { action, asks: asks !== undefined };
}

/** The menu's own id; what is chosen says what to do. */
const MENU = 'menu';

type Named = { readonly button: Button; readonly id: string };

/** Discord takes no id twice in a message: a second button for the same thing is numbered. */
function nameEach(
  blocks: readonly (readonly Button[])[],
  codec: ActionCodec,
): readonly (readonly Named[])[] {
  const times = new Map<string, number>();
  return blocks.map((block) =>
    block.map((button) => {
      const id = `${codec.encode(button.action)}${button.confirm === undefined ? '' : '?'}`;
      const earlier = times.get(id) ?? 0;
      times.set(id, earlier + 1);
      return { button, id: earlier === 0 ? id : `${id}~${earlier}` };
    }),
  );
}

/** The most buttons, in whole rows, beside which the others still fit as options. */
function howManyStand(count: number, room: number): number {
  for (let rows = Math.floor(room / (ROW_BUTTONS + 1)); rows > 0; rows -= 1) {
    const menus = Math.ceil((count - rows * ROW_BUTTONS) / SELECT_OPTIONS);
    if (rows * (ROW_BUTTONS + 1) + menus * 2 <= room) return rows * ROW_BUTTONS;
  }
  return 0;
}

const STYLE = { primary: 1, danger: 4, plain: 2 } as const;

function toRow(named: readonly Named[]): ActionRow {
  const components = named.map(
    ({ button, id }): APIButtonComponentWithCustomId => ({
      type: 2,
      style: STYLE[button.style ?? 'plain'],
      label: labelOf(button, BUTTON_TEXT),
      custom_id: id,
    }),
  );
  return { type: 1, components };
}

function toMenu(named: readonly Named[], index: number, words: Words): ActionRow {
  const options = named.map(
    ({ button, id }): APISelectMenuOption => ({ label: labelOf(button, OPTION_TEXT), value: id }),
  );
  const placeholder = shown(words.discord.moreActions, PLACEHOLDER);
  return {
    type: 1,
    components: [{ type: 3, custom_id: `${MENU}-${index}`, placeholder, options }],
  };
}

/** A label's letters on one line; Discord takes no empty one. */
function labelOf(button: Button, limit: number): string {
  return shown(button.label.replace(/\s+/g, ' ').trim(), limit) || '…';
}

function chunk<T>(items: readonly T[], size: number): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size)
    chunks.push(items.slice(start, start + size));
  return chunks;
}
