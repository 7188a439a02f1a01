// One block of a card as Slack blocks, each within its own limits.
import type { types as slack } from '@slack/bolt';
import type { Chart } from '#engine/ports/chart-renderer.ts';
import { type Block, MARK } from '../../card.ts';
import { chartToTable, chartToText } from '../../chart.ts';
import type { Words } from '../../words/en.ts';
import { shown, visible } from '../clamp.ts';
import {
  ALT_TEXT,
  BLOCK_LINES,
  CODE_TEXT,
  CONTEXT_TEXT,
  FACT_TEXT,
  LIST_TEXT,
  PARAGRAPH_TEXT,
  QUOTE_TEXT,
} from './limits.ts';
import type { SlackPictures } from './pictures.ts';
import { bold, plainText, richLines, toContext, toRichText } from './rich-text.ts';
import { drawTable, type TableForm } from './table.ts';

/** What one block of a card became; nothing when there is nothing to show. */
export type Drawn = slack.KnownBlock[];

export type Drawing = {
  readonly tables: TableForm;
  readonly pictures: SlackPictures;
  readonly words: Words;
};

/** Draws any block but buttons, which are placed apart. */
export function drawBlock(block: Block, drawing: Drawing): Drawn {
  const { tables, words } = drawing;
  switch (block.kind) {
    case 'text':
      return richBlock([toRichText(block.text, PARAGRAPH_TEXT)]);
    case 'facts':
      return richBlock(factLines(block, words));
    case 'list':
      return richBlock(listLines(block, words));
    case 'quote':
      return drawQuote(block);
    case 'code':
      return drawCode(block.text);
    case 'chart':
      return drawChart(block.chart, drawing);
    case 'table':
      return drawTable(block, tables, words);
    case 'note':
      return contextBlock(toContext(block.text));
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return [];
  }
}

/** Its picture, with what it shows in words; else a table that draws the bars, all of them side by side. */
function drawChart(chart: Chart, { tables, pictures, words }: Drawing): Drawn {
  const id = pictures.get(chart);
  if (id === undefined)
    return drawTable(chartToTable(chart), tables === 'text' ? 'text' : 'table', words);
  const alt_text = visible(chartToText(chart), ALT_TEXT);
  const title = shown(chart.title, LIST_TEXT);
  return [
    {
      type: 'image',
      slack_file: { id },
      alt_text,
      ...(title === '' ? {} : { title: plainText(title, LIST_TEXT) }),
    },
  ];
}

function factLines(
  block: Extract<Block, { kind: 'facts' }>,
  words: Words,
): slack.RichTextElement[][] {
  const lines = block.facts.slice(0, BLOCK_LINES).map((fact) => {
    const value = toRichText(fact.value, FACT_TEXT);
    return [bold(`${shown(fact.label, LIST_TEXT)}: `), ...value];
  });
  return withMore(lines, block.facts.length, words);
}

function listLines(
  block: Extract<Block, { kind: 'list' }>,
  words: Words,
): slack.RichTextElement[][] {
  const lines = block.items
    .slice(0, BLOCK_LINES)
    .map((item): slack.RichTextElement[] => [
      { type: 'text', text: `${MARK[item.mark ?? 'none']} ` },
      ...toRichText(item.text, LIST_TEXT),
    ]);
  return withMore(lines, block.items.length, words);
}

function withMore(
  lines: slack.RichTextElement[][],
  total: number,
  words: Words,
): slack.RichTextElement[][] {
  if (total <= lines.length) return lines;
  return [...lines, [{ type: 'text', text: words.slack.more(total - lines.length) }]];
}

function drawQuote(block: Extract<Block, { kind: 'quote' }>): Drawn {
  const text = shown(block.text, QUOTE_TEXT);
  const quote: Drawn =
    text === ''
      ? []
      : [
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
          },
        ];
  const by = block.by === undefined ? [] : contextBlock([plainText(block.by, CONTEXT_TEXT)]);
  return [...quote, ...by];
}

/** Slack takes no empty text. */
function drawCode(code: string): Drawn {
  const text = visible(code, CODE_TEXT);
  if (text.trim() === '') return [];
  return [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
    },
  ];
}

function richBlock(lines: readonly slack.RichTextElement[][]): Drawn {
  return lines.every((line) => line.length === 0) ? [] : [richLines(lines)];
}

function contextBlock(elements: slack.ContextBlockElement[]): Drawn {
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}
