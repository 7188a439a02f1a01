// A card's running text as Slack's rich_text elements and context elements: data stays literal, nothing in it is parsed.
import type { types as slack } from '@slack/bolt';
import { type Inline, inlineToText, type Text } from '../../card.ts';
import { clamp, shown } from '../clamp.ts';
import { CONTEXT_ELEMENTS, CONTEXT_TEXT, URL_TEXT } from './limits.ts';
import { dateToken, escapeMrkdwn } from './mrkdwn.ts';

/** A block of lines; each is running text of its own. */
export function richLines(
  lines: readonly (readonly slack.RichTextElement[])[],
): slack.RichTextBlock {
  const elements = lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'text' as const, text: '\n' }, ...line],
  );
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] };
}

/** Running text of at most `limit` characters; what is over is cut. */
export function toRichText(text: Text, limit: number): slack.RichTextElement[] {
  const elements: slack.RichTextElement[] = [];
  let room = limit;
  for (const piece of text) {
    if (room <= 0) break;
    const element = toRichElement(piece, room);
    if (element === null) continue;
    elements.push(element);
    room -= lengthOf(element);
  }
  return elements;
}

/** Literal text in bold. */
export function bold(text: string): slack.RichTextText {
  return { type: 'text', text, style: { bold: true } };
}

/** Running text as small print: literal pieces as plain text, instants in each reader's zone. */
export function toContext(text: Text): slack.ContextBlockElement[] {
  const pieces = mergeLiterals(text);
  if (pieces.length > CONTEXT_ELEMENTS) return [plainText(textOf(text), CONTEXT_TEXT)];
  return pieces.map((piece) => toContextElement(piece));
}

/** Literal text; colons and asterisks in it mean nothing. Slack takes no empty text. */
export function plainText(text: string, limit: number): slack.PlainTextElement {
  const content = shown(text, limit);
  return { type: 'plain_text', text: content.trim() === '' ? '…' : content, emoji: false };
}

/** Running text without anything but its letters. */
export function textOf(text: Text): string {
  return text.map((piece) => inlineToText(piece, plainInstant)).join('');
}

/** An instant in words that need no renderer; one that is none is a dash. */
export function plainInstant(at: Date, style: 'relative' | 'full' | 'day'): string {
  if (Number.isNaN(at.getTime())) return '—';
  const iso = at.toISOString();
  return style === 'day' ? iso.slice(0, 10) : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

const DATE_FORMAT = {
  relative: '{ago}',
  full: '{date_short_pretty} {time}',
  day: '{date_short}',
} as const;

function toRichElement(piece: Inline, room: number): slack.RichTextElement | null {
  if (typeof piece === 'string') return literal(piece, room);
  switch (piece.kind) {
    case 'strong':
      return literal(piece.text, room, { bold: true });
    case 'code':
      return literal(piece.text, room, { code: true });
    case 'time': {
      const timestamp = unixSeconds(piece.at);
      const fallback = plainInstant(piece.at, piece.style);
      if (timestamp === null) return literal(fallback, room);
      return { type: 'date', timestamp, format: DATE_FORMAT[piece.style], fallback };
    }
    case 'mention':
      return isMemberId(piece.slack)
        ? { type: 'user', user_id: piece.slack }
        : literal(inlineToText(piece), room, { bold: true });
    case 'link': {
      const url = safeUrl(piece.url);
      if (url === null) return literal(`${piece.text} (${piece.url})`, room);
      return { type: 'link', url, text: shown(piece.text, room) || url };
    }
  }
}

/** The form of a member's id; anything else would make Slack refuse the whole card. */
function isMemberId(id: string | null): id is string {
  return id !== null && /^[UW][A-Z0-9]{2,20}$/.test(id);
}

function literal(
  text: string,
  room: number,
  style?: slack.RichTextText['style'],
): slack.RichTextText | null {
  const content = shown(text, room);
  if (content === '') return null;
  return { type: 'text', text: content, ...(style === undefined ? {} : { style }) };
}

function toContextElement(piece: Inline): slack.ContextBlockElement {
  if (typeof piece === 'string') return plainText(piece, CONTEXT_TEXT);
  if (piece.kind === 'time') {
    const seconds = unixSeconds(piece.at);
    const fallback = plainInstant(piece.at, piece.style);
    if (seconds === null) return plainText(fallback, CONTEXT_TEXT);
    return verbatim(dateToken(seconds, DATE_FORMAT[piece.style], fallback));
  }
  const url = piece.kind === 'link' ? safeUrl(piece.url) : null;
  if (url === null) return plainText(textOf([piece]), CONTEXT_TEXT);
  const label = clamp(
    shown(piece.kind === 'link' ? piece.text : '', CONTEXT_TEXT),
    500,
    escapeMrkdwn,
  );
  return verbatim(`<${escapeMrkdwn(url)}|${label.replaceAll('\n', ' ')}>`);
}

function verbatim(text: string): slack.MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

function mergeLiterals(text: Text): Inline[] {
  const merged: Inline[] = [];
  for (const piece of text) {
    const last = merged.at(-1);
    const isLiteral = typeof piece === 'string' || piece.kind === 'strong' || piece.kind === 'code';
    if (!isLiteral) merged.push(piece);
    else if (typeof last === 'string') merged[merged.length - 1] = last + textOf([piece]);
    else merged.push(textOf([piece]));
  }
  return merged.filter((piece) => typeof piece !== 'string' || piece.trim() !== '');
}

/** Whole seconds, or null for what Slack would not take as a date. */
function unixSeconds(at: Date): number | null {
  const seconds = Math.floor(at.getTime() / 1000);
  return Number.isNaN(seconds) || seconds <= 0 ? null : seconds;
}

function safeUrl(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !['https:', 'http:', 'mailto:'].includes(parsed.protocol)) return null;
  const href = parsed.href.replaceAll('|', '%7C');
  return href.length > URL_TEXT ? null : href;
}

function lengthOf(element: slack.RichTextElement): number {
  if (element.type === 'text') return element.text.length;
  return element.type === 'link' ? (element.text ?? '').length : 20;
}
