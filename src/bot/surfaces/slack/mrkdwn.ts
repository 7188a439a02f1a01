// Slack's own text format: what is escaped on the way out, cut to a length, and decoded on the way in.
import { firstLines, visibleText } from '../../visible-text.ts';
import { TEXT_LINES } from './limits.ts';

/** Text for a mrkdwn or `text` position: no mention, link or entity can come out of it. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * A text of at most `limit` UTF-16 units after `encode`, cut between graphemes and ending in an ellipsis. Counting
 * units is the strictest reading of Slack's "characters". Encode must work character by character.
 */
export function clamp(
  text: string,
  limit: number,
  encode: (text: string) => string = (same) => same,
): string {
  if (text.length <= limit && encode(text).length <= limit) return encode(text);
  const kept = collect(graphemes(text), limit - 1, encode);
  return `${kept === '' ? collect(text, limit - 1, encode) : kept}…`;
}

/** More than any limit needs of a text before it is looked at, so that a huge one costs no more than a long one. */
const SPARE = 64;

/** A text with nothing invisible in it, cut to `limit` after `encode`. */
export function visible(text: string, limit: number, encode?: (text: string) => string): string {
  return clamp(visibleText(text.slice(0, limit + SPARE)), limit, encode);
}

/** Somebody's text as it may stand on a card: nothing invisible, ten lines at most, cut to `limit`. */
export function shown(text: string, limit: number): string {
  const start = visibleText(text.slice(0, limit + SPARE));
  return clamp(firstLines(start, TEXT_LINES), limit);
}

/** An instant in each reader's own zone and words. */
export function dateToken(seconds: number, format: string, fallback: string): string {
  return `<!date^${seconds}^${format}|${escapeMrkdwn(fallback)}>`;
}

/** What somebody typed behind a slash command sent with `should_escape`, back as they meant it; `nameOf` names people. */
export function decodeTyped(text: string, nameOf: (userId: string) => string | null): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => decodeToken(inner, nameOf))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function decodeToken(inner: string, nameOf: (userId: string) => string | null): string {
  const [target = '', label] = inner.split('|', 2);
  if (target.startsWith('@')) return nameOf(target.slice(1)) ?? target.slice(1);
  if (target.startsWith('#')) return target.slice(1);
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  return target.replace(/^(mailto|tel):/, '');
}

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });

function* graphemes(text: string): Iterable<string> {
  for (const { segment } of SEGMENTER.segment(text)) yield segment;
}

function collect(parts: Iterable<string>, limit: number, encode: (text: string) => string): string {
  let kept = '';
  for (const part of parts) {
    const next = encode(part);
    if (kept.length + next.length > limit) break;
    kept += next;
  }
  return kept;
}
