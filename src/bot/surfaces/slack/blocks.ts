// A card as Block Kit: pure, within every limit, and never without one of its buttons.
import type { types as slack } from '@slack/bolt';
import type { ActionCodec } from '../../action-id.ts';
import { type Block, buttonsOf, type Card, cardToText, type Tone } from '../../card.ts';
import type { Form } from '../../form.ts';
import type { Words } from '../../words/en.ts';
import { wordsIn } from '../../words/languages.ts';
import { visible } from '../clamp.ts';
import { type Drawn, drawBlock } from './block.ts';
import { type ButtonRow, toActions } from './buttons.ts';
import {
  HEADER_TEXT,
  MESSAGE_BLOCKS,
  MESSAGE_SIZE,
  MESSAGE_TEXT,
  PARAGRAPH_TEXT,
} from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { SlackPictures } from './pictures.ts';
import type { RecentBlock } from './recent-blocks.ts';
import { plainInstant, plainText } from './rich-text.ts';

/** What chat.postMessage and chat.update take: blocks for the eye, text for notifications and screen readers. */
export type SlackMessage = { readonly blocks: slack.KnownBlock[]; readonly text: string };

/** What a message may be made of beside the blocks that every workspace takes. */
export type Look = {
  readonly pictures: SlackPictures;
  readonly recent: ReadonlySet<RecentBlock>;
};

/** Nothing but what every workspace takes. */
export const LONG_KNOWN: Look = { pictures: new Map(), recent: new Set() };

/** A card as a message; a chart without a picture is drawn in text. */
export function cardToBlocks(
  card: Card,
  codec: ActionCodec,
  look: Look = LONG_KNOWN,
): SlackMessage {
  const blocks = [
    headerOf(card),
    ...fitBlocks(card, codec, { room: MESSAGE_BLOCKS - 1, withTables: true, ...look }),
  ];
  return { blocks, text: cardToNotification(card) };
}

/** A card as the content of a modal that has room for so many blocks; modals take no tables. */
export function cardToModalBlocks(
  card: Card,
  codec: ActionCodec,
  room: number,
): slack.KnownBlock[] {
  return [headerOf(card), ...fitBlocks(card, codec, { room: room - 1, ...QUIET })];
}

/** What stands above the fields of a form. */
export function introToBlocks(form: Form, codec: ActionCodec, room: number): slack.KnownBlock[] {
  const card: Card = { ...form, tone: 'neutral', blocks: form.intro };
  return fitBlocks(card, codec, { room, ...QUIET });
}

/** What stands in modals and Homes: text alone. */
const QUIET: Space = { withTables: false, ...LONG_KNOWN };

/** The plainest message with the same words and all buttons, for when Slack refuses the other one. */
export function cardToPlainBlocks(card: Card, codec: ActionCodec): SlackMessage {
  const words = wordsIn(card.language);
  const body = visible(cardToText({ ...card, title: '' }, plainInstant).trim(), PARAGRAPH_TEXT);
  return {
    blocks: [
      headerOf(card),
      { type: 'section', text: { ...plainText('', 1), text: body || '…' } },
      { type: 'context', elements: [plainText(words.slack.fallback, PARAGRAPH_TEXT)] },
      ...toActions([{ buttons: buttonsOf(card), feedback: false }], MESSAGE_BLOCKS - 3, {
        codec,
        words,
      }).flat(),
    ],
    text: cardToNotification(card),
  };
}

/** The card in one text, with nothing active in it. */
function cardToNotification(card: Card): string {
  return visible(cardToText(card, plainInstant), MESSAGE_TEXT, escapeMrkdwn);
}

const TONE_SIGN: Readonly<Record<Tone, string>> = {
  neutral: '',
  good: '✅ ',
  warning: '⚠️ ',
  bad: '⛔ ',
};

function headerOf(card: Card): slack.HeaderBlock {
  return { type: 'header', text: plainText(`${TONE_SIGN[card.tone]}${card.title}`, HEADER_TEXT) };
}

type Space = Look & { readonly withTables: boolean };

/** Buttons are placed first; what else fits keeps its place among them, and what does not is counted. */
function fitBlocks(
  card: Card,
  codec: ActionCodec,
  space: Space & { readonly room: number },
): slack.KnownBlock[] {
  const words = wordsIn(card.language);
  const rows = card.blocks.map((block) => rowOf(block, space.recent));
  const actions = toActions(rows, space.room - 1, { codec, words });
  const draw = createDrawing(space, words);
  const drawn = card.blocks.map((block) => draw(block));
  const kept = countThatFit(drawn, space.room - actions.flat().length - 1);
  const left = card.blocks.slice(kept).filter((block) => block.kind !== 'buttons').length;
  const blocks = drawn.flatMap((one, index) => [
    ...(index < kept ? one : []),
    ...(index === kept && left > 0 ? [moreBlock(left, words)] : []),
    ...(actions[index] ?? []),
  ]);
  return blocks;
}

/** Two buttons that are a yes and a no may be thumbs, unless one of them asks again first. */
function rowOf(block: Block, recent: Look['recent']): ButtonRow {
  if (block.kind !== 'buttons') return { buttons: [], feedback: false };
  const { buttons } = block;
  const isOpinion = block.feedback === true && buttons.length === 2;
  const asksAgain = buttons.some(({ confirm }) => confirm !== undefined);
  return { buttons, feedback: isOpinion && !asksAgain && recent.has('context_actions') };
}

function moreBlock(count: number, words: Words): slack.ContextBlock {
  return { type: 'context', elements: [plainText(words.slack.more(count), HEADER_TEXT)] };
}

/** One table a message may be a real one; Slack has refused a second. */
function createDrawing(space: Space, words: Words): (block: Block) => Drawn {
  const { withTables, pictures, recent } = space;
  const best = recent.has('data_table') ? 'data' : 'table';
  let tablesLeft = withTables ? 1 : 0;
  return (block) => {
    const drawn = drawBlock(block, { tables: tablesLeft > 0 ? best : 'text', pictures, words });
    if (drawn.some(isTable)) tablesLeft -= 1;
    return drawn;
  };
}

/** How many of the card's blocks, from the first on, stay within the room and the size. */
function countThatFit(drawn: readonly Drawn[], room: number): number {
  let blocks = 0;
  let size = 0;
  for (const [index, one] of drawn.entries()) {
    blocks += one.length;
    size += sizeOf(one);
    if (blocks > room || size > MESSAGE_SIZE) return index;
  }
  return drawn.length;
}

function sizeOf(drawn: Drawn): number {
  return JSON.stringify(drawn.filter((one) => !isTable(one))).length;
}

function isTable({ type }: slack.KnownBlock): boolean {
  return type === 'table' || type === 'data_table';
}
