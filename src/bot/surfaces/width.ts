// How wide text stands where every letter has a cell, and how columns share a line.

/** Scripts and emoji that take two cells (Unicode Standard Annex 11, East Asian Width: W and F). */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The narrowest a column is made before its text is cut. */
const NARROWEST = 6;

/** Cells that a text takes on one line. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of SEGMENTER.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** The text filled with spaces to a width, or cut with an ellipsis where it is wider. */
export function padTo(text: string, width: number): string {
  const own = widthOf(text);
  return own <= width ? text + ' '.repeat(width - own) : cutTo(text, width);
}

/** Widths of a table's columns: as wide as their cells, the widest made narrower until a row fits. */
export function columnWidths(
  rows: readonly (readonly string[])[],
  available: number,
): readonly number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const room = Math.max(count * NARROWEST, available - 2 * (count - 1));
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const second = Math.max(NARROWEST, ...widths.filter((_, index) => index !== widest));
    const cut = Math.max(1, Math.min(excess, (widths[widest] ?? 0) - second));
    widths[widest] = (widths[widest] ?? 0) - cut;
    excess -= cut;
  }
  return widths;
}

function cutTo(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const { segment } of SEGMENTER.segment(text)) {
    const cells = WIDE.test(segment) ? 2 : 1;
    if (used + cells > width - 1) break;
    kept += segment;
    used += cells;
  }
  return `${kept}…${' '.repeat(Math.max(0, width - used - 1))}`;
}
