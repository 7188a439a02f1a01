// Text cut to a chat platform's limits, between letters and with nothing invisible in it.
import { firstLines, visibleText } from '../visible-text.ts';

/**
 * A text of at most `limit` UTF-16 units after `encode`, cut between graphemes and ending in an ellipsis. Counting
 * units is the strictest reading of a platform's "characters". Encode must work character by character.
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

/** Lines of one customer's text, so that the buttons below stay in sight. */
const TEXT_LINES = 10;

/** A text with nothing invisible in it, cut to `limit` after `encode`. */
export function visible(text: string, limit: number, encode?: (text: string) => string): string {
  return clamp(visibleText(text.slice(0, limit + SPARE)), limit, encode);
}

/** Somebody's text as it may stand on a card: nothing invisible, ten lines at most, cut to `limit` after `encode`. */
export function shown(text: string, limit: number, encode?: (text: string) => string): string {
  const start = visibleText(text.slice(0, limit + SPARE));
  return clamp(firstLines(start, TEXT_LINES), limit, encode);
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
