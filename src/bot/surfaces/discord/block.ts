// One block of a card as Discord's Markdown, within a limit of its own.
import { type Block, MARK } from '../../card.ts';
import { chartToTable } from '../../chart.ts';
import type { Words } from '../../words/en.ts';
import { clamp, visible } from '../clamp.ts';
import {
  BLOCK_LINES,
  BLOCK_TEXT,
  CODE_TEXT,
  FACT_TEXT,
  LINE_TEXT,
  PARAGRAPH_TEXT,
  QUOTE_TEXT,
} from './limits.ts';
import { bold, escapeMarkdown, literal, literalLine, toMarkdown } from './markdown.ts';
import { drawTable } from './table.ts';

/** The text of any block but buttons and dividers, which are components of their own; empty when there is nothing. */
export function drawText(block: Block, words: Words): string {
  switch (block.kind) {
    case 'text':
      return toMarkdown(block.text, PARAGRAPH_TEXT).trim();
    case 'facts':
      return withinBlock(
        block.facts.map(
          (fact) => `${bold(`${fact.label}:`, LINE_TEXT)} ${toMarkdown(fact.value, FACT_TEXT)}`,
        ),
        words,
      );
    case 'list':
      return withinBlock(
        block.items.map(
          (item) =>
            `${escapeMarkdown(MARK[item.mark ?? 'none'])} ${toMarkdown(item.text, LINE_TEXT)}`,
        ),
        words,
      );
    case 'quote':
      return drawQuote(block);
    case 'code':
      return drawCode(block);
    case 'chart':
      return drawTable(chartToTable(block.chart), words);
    case 'table':
      return drawTable(block, words);
    case 'note':
      return smallPrint(toMarkdown(block.text, PARAGRAPH_TEXT));
    case 'divider':
    case 'buttons':
      return '';
  }
}

/** Text in small letters; the mark holds for a line. */
export function smallPrint(markdown: string): string {
  return prefixLines(markdown.replace(/^\s+/gm, '').trimEnd(), '-# ');
}

function drawQuote(block: Extract<Block, { kind: 'quote' }>): string {
  const quote = literal(block.text, QUOTE_TEXT).trim();
  const by = block.by === undefined ? '' : literalLine(block.by, LINE_TEXT);
  return [prefixLines(quote, '> '), smallPrint(by)].filter((part) => part !== '').join('\n');
}

/** Between code fences nothing is escaped, so a text that has a fence in it is drawn without. */
function drawCode({ text, language }: Extract<Block, { kind: 'code' }>): string {
  if (text.includes('```')) return visible(text, CODE_TEXT, escapeMarkdown).trim();
  const code = visible(text, CODE_TEXT).trimEnd();
  return code === '' ? '' : `\`\`\`${language}\n${code}\n\`\`\``;
}

/** A mark alone on a line would be shown as it is, so empty lines have none. */
function prefixLines(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `${prefix}${line}`))
    .join('\n');
}

/** As many lines as a block may have; the others are counted. */
function withinBlock(lines: readonly string[], words: Words): string {
  let size = 0;
  const end = lines.findIndex((line, at) => {
    size += line.length + 1;
    return at >= BLOCK_LINES || size > BLOCK_TEXT - 50;
  });
  const kept = end === -1 ? lines : lines.slice(0, Math.max(1, end));
  const left = lines.length - kept.length;
  const more = left === 0 ? [] : [smallPrint(escapeMarkdown(words.discord.more(left)))];
  return clamp([...kept, ...more].join('\n').trim(), BLOCK_TEXT);
}
