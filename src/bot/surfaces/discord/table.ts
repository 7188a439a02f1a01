// A card's table as aligned text: Discord has no tables.
import type { Block, Inline } from '../../card.ts';
import { inlineToText } from '../../card.ts';
import type { Words } from '../../words/en.ts';
import { clamp, shown } from '../clamp.ts';
import { columnWidths, padTo } from '../width.ts';
import { BLOCK_TEXT, CELL_TEXT, LINE_TEXT, TABLE_WIDTH } from './limits.ts';
import { bold, escapeMarkdown, plainInstant } from './markdown.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Where the rows end, whatever the caption and the count of the rest take. */
const ROWS_TEXT = BLOCK_TEXT - LINE_TEXT - 50;

/** A caption and the rows that fit, in letters of one width; the others are counted. */
export function drawTable(table: Table, words: Words): string {
  const columns = table.columns.length;
  if (columns === 0) return '';
  const rows = table.rows.map((row) => Array.from({ length: columns }, (_, at) => cell(row[at])));
  const lines = toLines([table.columns.map((column) => cell(column)), ...rows]);
  const kept = linesThatFit(lines.text);
  const left = lines.text.length - kept.length;
  return [
    bold(table.caption, LINE_TEXT),
    lines.isCode ? `\`\`\`\n${kept.join('\n')}\n\`\`\`` : kept.join('\n'),
    ...(left === 0 ? [] : [`-# ${escapeMarkdown(words.discord.more(left))}`]),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A cell's letters on one line. */
function cell(piece: Inline | undefined): string {
  const text = piece === undefined ? '' : inlineToText(piece, plainInstant);
  return shown(text, CELL_TEXT).replace(/\s+/g, ' ').trim() || '–';
}

/** Between code fences nothing is escaped, so a table that has a fence in it is drawn without. */
function toLines(rows: readonly (readonly string[])[]): {
  readonly text: readonly string[];
  readonly isCode: boolean;
} {
  const isCode = !rows.some((row) => row.some((text) => text.includes('```')));
  if (!isCode) return { isCode, text: rows.map((row) => escapeMarkdown(row.join(' · '))) };
  const widths = columnWidths(rows, TABLE_WIDTH);
  const text = rows.map((row) =>
    row
      .map((one, at) => padTo(one, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return { isCode, text: text.map((line) => clamp(line, ROWS_TEXT)) };
}

/** The heading at least: a line is never longer than the room of all. */
function linesThatFit(lines: readonly string[]): readonly string[] {
  let size = 0;
  const end = lines.findIndex((line) => {
    size += line.length + 1;
    return size > ROWS_TEXT;
  });
  return end === -1 ? lines : lines.slice(0, Math.max(1, end));
}
