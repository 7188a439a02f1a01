// Long text: its beginning stays in sight, the rest unfolds.
import { visibleText } from '../../visible-text.ts';
import type { Words } from '../../words/en.ts';
import { html, type Markup } from './markup.ts';

/** How much of a text is shown: graphemes, lines and UTF-16 units (one grapheme may be thousands of marks). */
export type Extent = {
  readonly graphemes: number;
  readonly lines: number;
  readonly units: number;
};

/** Longer texts are folded. */
const FOLD: Extent = { graphemes: 400, lines: 14, units: 1600 };

/** A text as it is, or folded under "Show all" when it is long; what cannot be seen is spelled out. */
export function foldedText(text: string, words: Words): Markup {
  const short = cutText(text, FOLD);
  if (short === text) return html`${visibleText(text)}`;
  const more = words.workspace.showAll(words.number(text.length));
  return html`<details class="fold"><summary><span class="fold-short">${visibleText(short)} …</span> <span class="fold-more">${more}</span></summary><div class="fold-all">${visibleText(text)}</div></details>`;
}

/** The beginning of a text, cut between graphemes, never inside one. */
export function cutText(text: string, extent: Extent): string {
  let [graphemes, lines] = [0, 1];
  for (const { segment, index } of SEGMENTER.segment(text)) {
    if (segment.includes('\n')) lines += 1;
    graphemes += 1;
    const isOver =
      graphemes > extent.graphemes || lines > extent.lines || index + segment.length > extent.units;
    if (isOver) return text.slice(0, index).trimEnd();
  }
  return text;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });
