// A card's table as Slack's table block, or as aligned text where that is not taken.
import type { types as slack } from '@slack/bolt';
import type { Block, Inline } from '../../card.ts';
import type { Words } from '../../words/en.ts';
import { clamp, shown } from '../clamp.ts';
import {
  CELL_TEXT,
  DATA_TABLE_ROWS,
  LIST_TEXT,
  PAGE_ROWS,
  PARAGRAPH_TEXT,
  TABLE_CELLS,
  TABLE_ROWS,
  TABLE_TEXT,
} from './limits.ts';
import { bold, plainText, richLines, textOf, toRichText } from './rich-text.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Cell = slack.RawTextElement | slack.RichTextBlock;

/** What a table may be drawn as: with pages where it is long, as it stands, or as text alone. */
export type TableForm = 'data' | 'table' | 'text';

/** A caption and the table; rows that do not fit are counted below it. */
export function drawTable(table: Table, most: TableForm, words: Words): slack.KnownBlock[] {
  const columns = table.columns.slice(0, TABLE_CELLS);
  if (columns.length === 0) return [];
  const caption = shown(table.caption, LIST_TEXT);
  const rows = rowsThatFit(table, columns.length, {
    rows: (most === 'data' ? DATA_TABLE_ROWS : TABLE_ROWS) - 1,
    text: TABLE_TEXT - caption.length,
  });
  const left = table.rows.length - rows.length;
  return [
    ...(caption === '' ? [] : [richLines([[bold(caption)]])]),
    drawRows(most, { columns, rows, caption }),
    ...(left === 0 ? [] : [moreRows(left, words)]),
  ];
}

type Grid = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Inline[])[];
  readonly caption: string;
};

function drawRows(
  most: TableForm,
  { columns, rows, caption }: Grid,
): slack.TableBlock | slack.DataTableBlock | slack.RichTextBlock {
  if (most === 'text') return alignedText(columns, rows);
  const table = tableBlock(columns, rows);
  if (most === 'table' || rows.length <= PAGE_ROWS) return table;
  return { ...table, type: 'data_table', caption: oneLine(caption), page_size: PAGE_ROWS };
}

function moreRows(count: number, words: Words): slack.ContextBlock {
  return { type: 'context', elements: [plainText(words.slack.more(count), LIST_TEXT)] };
}

function tableBlock(columns: readonly string[], rows: readonly (readonly Inline[])[]) {
  const heading = columns.map((column): Cell => rawText(column));
  return { type: 'table' as const, rows: [heading, ...rows.map((row) => row.map(toCell))] };
}

/** Instants are shown in the reader's zone, all else as its letters. */
function toCell(piece: Inline): Cell {
  if (typeof piece === 'string' || piece.kind !== 'time') return rawText(textOf([piece]));
  return richLines([toRichText([piece], CELL_TEXT)]);
}

function rawText(text: string): slack.RawTextElement {
  return { type: 'raw_text', text: oneLine(text) };
}

/** A cell's letters; Slack takes no empty cell. */
function oneLine(text: string): string {
  return shown(text, CELL_TEXT).replaceAll('\n', ' ').trim() || '–';
}

function alignedText(
  columns: readonly string[],
  rows: readonly (readonly Inline[])[],
): slack.RichTextBlock {
  const cells = [
    columns.map(oneLine),
    ...rows.map((row) => row.map((cell) => oneLine(textOf([cell])))),
  ];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)));
  const lines = cells.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  const text = clamp(lines.map((line) => line.trimEnd()).join('\n'), PARAGRAPH_TEXT);
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}

/** As many whole rows, filled up to the columns, as the table may have text. */
function rowsThatFit(
  table: Table,
  width: number,
  room: { readonly rows: number; readonly text: number },
): Inline[][] {
  let size = table.columns.reduce((sum, column) => sum + oneLine(column).length, 0);
  const kept: Inline[][] = [];
  for (const row of table.rows.slice(0, room.rows)) {
    const cells = Array.from({ length: width }, (_, at): Inline => row[at] ?? '');
    size += cells.reduce((sum, cell) => sum + oneLine(textOf([cell])).length, 0);
    if (size > room.text) break;
    kept.push(cells);
  }
  return kept;
}
