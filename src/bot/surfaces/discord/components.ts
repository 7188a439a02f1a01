// A card as Discord's components: pure, within every limit, and never without one of its buttons.
import type {
  APIComponentInContainer,
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  APITextDisplayComponent,
} from 'discord.js';
import type { ActionCodec } from '../../action-id.ts';
import { type Block, buttonsOf, type Card, cardToText, mentionsIn, type Tone } from '../../card.ts';
import type { Words } from '../../words/en.ts';
import { wordsIn } from '../../words/languages.ts';
import { visible } from '../clamp.ts';
import { drawText, smallPrint } from './block.ts';
import { type ActionRow, componentsIn, toActionRows } from './buttons.ts';
import {
  CALLED,
  LINE_TEXT,
  MESSAGE_COMPONENTS,
  MESSAGE_TEXT,
  PARAGRAPH_TEXT,
  PLAIN_TEXT,
  TITLE_TEXT,
} from './limits.ts';
import { bold, escapeMarkdown, isUserId, literal, literalLine, plainInstant } from './markdown.ts';
import { type Attachment, attachmentsOf, type DiscordPictures, galleryOf } from './pictures.ts';

/** Messages made of components, with nothing unfolded from the links in them. */
const FLAGS = (1 << 15) | (1 << 2);

/** What a message says unless its card calls somebody: nobody is mentioned by it. */
const NO_MENTIONS = { parse: [] };

/** The body of a message, for a post, an edit or an answer. */
export type DiscordMessage = {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { parse: never[]; users?: string[] };
  /** All that it has: pictures that a card has no more are taken off, not only out of sight. */
  readonly attachments: Attachment[];
};

/** A card as a message: a container with its title, what it says, and its buttons; a chart without a picture is text. */
export function cardToMessage(
  card: Card,
  codec: ActionCodec,
  pictures: DiscordPictures = NO_PICTURES,
): DiscordMessage {
  const title = titleOf(card);
  const blocks = drawBlocks(card, { codec, pictures, titleSize: title.length });
  const components = [textDisplay(title), ...blocks];
  const colour = COLOUR[card.tone];
  const container = { type: 17, components } as const;
  return {
    ...toMessage([{ ...container, ...(colour === null ? {} : { accent_color: colour }) }]),
    attachments: attachmentsOf(pictures),
    allowed_mentions: mentionsOf(card),
  };
}

const NO_PICTURES: DiscordPictures = new Map();

/** Only who is called by the card itself, by the ids of team.yml. */
function mentionsOf(card: Card): DiscordMessage['allowed_mentions'] {
  const users = new Set(mentionsIn(card).flatMap(({ discord }) => discord ?? []));
  const called = [...users].filter((id) => isUserId(id)).slice(0, CALLED);
  return called.length === 0 ? NO_MENTIONS : { parse: [], users: called };
}

/** The plainest message with the same words and all buttons, for when Discord refuses the other one. */
export function cardToPlainMessage(card: Card, codec: ActionCodec): DiscordMessage {
  const words = wordsIn(card.language);
  const said = cardToText({ ...card, title: '' }, plainInstant).replace(/^\n/, '');
  const rows = toActionRows([buttonsOf(card)], ROOM - 2, { codec, words }).flat();
  return toMessage([
    textDisplay(titleOf(card)),
    textDisplay(visible(said, PLAIN_TEXT, escapeMarkdown).trim() || '…'),
    textDisplay(smallPrint(escapeMarkdown(words.discord.fallback))),
    ...rows,
  ]);
}

/** One sentence as a message. */
export function sentenceToMessage(sentence: string): DiscordMessage {
  return toMessage([textDisplay(literal(sentence, PARAGRAPH_TEXT).trim() || '…')]);
}

/** Discord counts the container and the title too. */
const ROOM = MESSAGE_COMPONENTS - 2;

/** What is kept free for text beside many buttons, and for the line that counts what had no room. */
const TEXT_ROOM = 6;
const MORE_TEXT = 50;

const COLOUR: Readonly<Record<Tone, number | null>> = {
  neutral: null,
  good: 0x2e9e5b,
  warning: 0xd99a1c,
  bad: 0xd03b3b,
};

const TONE_SIGN: Readonly<Record<Tone, string>> = {
  neutral: '',
  good: '✅ ',
  warning: '⚠️ ',
  bad: '⛔ ',
};

function toMessage(components: APIMessageTopLevelComponent[]): DiscordMessage {
  return { flags: FLAGS, components, attachments: [], allowed_mentions: NO_MENTIONS };
}

function titleOf(card: Card): string {
  return `### ${TONE_SIGN[card.tone]}${literalLine(card.title, TITLE_TEXT) || '…'}`;
}

function textDisplay(content: string): APITextDisplayComponent {
  return { type: 10, content };
}

type BlockDrawing = {
  readonly codec: ActionCodec;
  readonly pictures: DiscordPictures;
  readonly titleSize: number;
};

/** Buttons are placed first; what else fits keeps its place among them, and what does not is counted. */
function drawBlocks(
  card: Card,
  { codec, pictures, titleSize }: BlockDrawing,
): APIComponentInContainer[] {
  const { blocks } = card;
  const words = wordsIn(card.language);
  const rows = toActionRows(
    blocks.map((block) => (block.kind === 'buttons' ? block.buttons : [])),
    ROOM - TEXT_ROOM,
    { codec, words },
  );
  const galleries = blocks.map((block) => galleryIn(block, pictures));
  const texts = blocks.map((block, at) =>
    block.kind === 'chart' && galleries[at] !== null
      ? bold(block.chart.title, LINE_TEXT).trim() || '…'
      : drawText(block, words),
  );
  const room = {
    components: ROOM - componentsIn(rows.flat()) - 1,
    text: MESSAGE_TEXT - titleSize - MORE_TEXT,
  };
  const drawing = { blocks, texts, galleries, rows, words };
  const apart = layOut(drawing, room, false);
  return apart.left === 0 ? apart.components : layOut(drawing, room, true).components;
}

function galleryIn(block: Block, pictures: DiscordPictures): APIMediaGalleryComponent | null {
  const picture = block.kind === 'chart' ? pictures.get(block.chart) : undefined;
  return block.kind !== 'chart' || picture === undefined ? null : galleryOf(block.chart, picture);
}

type Drawing = {
  readonly blocks: readonly Block[];
  readonly texts: readonly string[];
  /** The picture below a text. */
  readonly galleries: readonly (APIMediaGalleryComponent | null)[];
  readonly rows: readonly (readonly ActionRow[])[];
  readonly words: Words;
};
type Room = { readonly components: number; readonly text: number };

/** With `joined` texts that follow one another share one component, which is tighter and leaves room for more of them. */
function layOut(
  { blocks, texts, galleries, rows, words }: Drawing,
  room: Room,
  joined: boolean,
): { readonly components: APIComponentInContainer[]; readonly left: number } {
  const components: APIComponentInContainer[] = [];
  let used = 0;
  let size = 0;
  let left = 0;
  for (const [index, block] of blocks.entries()) {
    const content = texts[index] ?? '';
    const gallery = galleries[index] ?? null;
    if (block.kind === 'divider' || content !== '') {
      const last = components.at(-1);
      const joins = joined && content !== '' && last?.type === 10;
      size += content === '' ? 0 : content.length + 1;
      used += (joins ? 0 : 1) + (gallery === null ? 0 : 1);
      if (left > 0 || used > room.components || size > room.text) left += 1;
      else if (joins)
        components[components.length - 1] = textDisplay(`${last.content}\n${content}`);
      else components.push(content === '' ? { type: 14 } : textDisplay(content));
      if (left === 0 && gallery !== null) components.push(gallery);
    }
    components.push(...(rows[index] ?? []));
  }
  return { left, components: withCount(components, left, words) };
}

/** The count of what had no room stands before the buttons that close the card, else at its end. */
function withCount(
  components: APIComponentInContainer[],
  left: number,
  words: Words,
): APIComponentInContainer[] {
  if (left === 0) return components;
  const end = components.findLastIndex((component) => component.type !== 1) + 1;
  const more = textDisplay(smallPrint(escapeMarkdown(words.discord.more(left))));
  return components.toSpliced(end, 0, more);
}
