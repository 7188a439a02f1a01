// A card's running text as Discord's Markdown: what is data stays the letters it is.
import { type Inline, inlineToText, type Text } from '../../card.ts';
import { shown } from '../clamp.ts';
import { URL_TEXT } from './limits.ts';

/** Everything that begins a mark, a mention, a list, a link or an emoji somewhere in Discord's Markdown. */
const SPECIAL = /[\\`*_~|<>#+.:@!()[\]/-]/g;

/** Literal text: a backslash keeps every special character as it is, at the start of a line too. */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

/** Somebody's text as literal Markdown of at most `limit` characters. */
export function literal(text: string, limit: number): string {
  return shown(text, limit, escapeMarkdown);
}

/** Literal text on one line. */
export function literalLine(text: string, limit: number): string {
  return shown(text.replace(/\s*[\r\n]+\s*/g, ' ').trim(), limit, escapeMarkdown);
}

/** Literal text in bold; each line has its own marks, for a line may have one of its own before it. */
export function bold(text: string, limit: number): string {
  const lines = literal(text, limit - 4).split('\n');
  const marked = lines.map((line) => (line.trim() === '' ? line : `**${line}**`)).join('\n');
  return marked.length <= limit ? marked : lines.join('\n');
}

/** Running text of at most `limit` characters; what is over is cut. */
export function toMarkdown(text: Text, limit: number): string {
  let markdown = '';
  for (const piece of joinAlike(text)) {
    const room = limit - markdown.length;
    if (room < LEAST) break;
    markdown += toPiece(piece, room);
  }
  return markdown;
}

/** An instant in words that need no renderer; one that is none is a dash. */
export function plainInstant(at: Date, style: 'relative' | 'full' | 'day'): string {
  if (Number.isNaN(at.getTime())) return '—';
  const iso = at.toISOString();
  return style === 'day' ? iso.slice(0, 10) : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

/** Room below which a piece is not begun: a time token, or a letter with its marks. */
const LEAST = 32;

const TIME_FORMAT = { relative: 'R', full: 'f', day: 'D' } as const;

function toPiece(piece: Inline, room: number): string {
  if (typeof piece === 'string') return literal(piece, room);
  switch (piece.kind) {
    case 'strong':
      return bold(piece.text, room);
    case 'code':
      return toCode(piece.text, room);
    case 'time': {
      const seconds = unixSeconds(piece.at);
      if (seconds === null) return literal(plainInstant(piece.at, piece.style), room);
      return `<t:${seconds}:${TIME_FORMAT[piece.style]}>`;
    }
    case 'mention':
      return `<@${piece.discord}>`;
    case 'link':
      return toLink(piece, room);
  }
}

/** Nothing is escaped between backticks, so text that has one, or more than a line, stands outside of them. */
function toCode(text: string, room: number): string {
  const content = shown(text, room - 2);
  return /^[^`\n]*[^`\s][^`\n]*$/.test(content) ? `\`${content}\`` : literal(text, room);
}

/** Discord shows no link whose words look like an address or hold brackets; there the address itself is shown. */
function toLink(link: Extract<Inline, { kind: 'link' }>, room: number): string {
  const url = safeUrl(link.url);
  if (url === null || url.length + LEAST > room) return literal(inlineToText(link), room);
  const words = literalLine(link.text, room - url.length - 6);
  if (words === '') return `<${url}>`;
  return /[[\]]|:\/\//.test(link.text) ? `${words} <${url}>` : `[${words}](<${url}>)`;
}

/** Two marks of a kind side by side, or with nothing between them, would be read as one: they are made one. */
function joinAlike(text: Text): readonly Inline[] {
  const joined: Inline[] = [];
  for (const one of text) {
    const piece = isUnknownHere(one) ? ({ kind: 'strong', text: inlineToText(one) } as const) : one;
    const last = joined.at(-1);
    if (piece === '' || (isMark(piece) && piece.text === '')) continue;
    if (isMark(piece) && last !== undefined && isMark(last) && last.kind === piece.kind)
      joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

/** The form of a person's id; anything else would make Discord refuse the whole card. */
export function isUserId(id: string | null): id is string {
  return id !== null && /^[1-9]\d{4,19}$/.test(id);
}

/** Whom Discord cannot call is named, in bold. */
function isUnknownHere(piece: Inline): boolean {
  return typeof piece !== 'string' && piece.kind === 'mention' && !isUserId(piece.discord);
}

function isMark(piece: Inline): piece is Extract<Inline, { kind: 'strong' | 'code' }> {
  return typeof piece !== 'string' && (piece.kind === 'strong' || piece.kind === 'code');
}

/** Whole seconds within what a client's date can be, or null. */
function unixSeconds(at: Date): number | null {
  const seconds = Math.floor(at.getTime() / 1000);
  return seconds > 0 && seconds < 8_640_000_000_000 ? seconds : null;
}

/** Only web addresses become links, with nothing in them that could end one. */
function safeUrl(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const href = parsed.href.replace(/[()<>\\*_~|`[\]\s]/g, encodeCharacter);
  return href.length > URL_TEXT ? null : href;
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
