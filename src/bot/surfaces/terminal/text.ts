// A card as text for a terminal: aligned, coloured where that is wanted, harmless whatever a customer wrote.
import type { Language } from '#engine/language.ts';
import type { Chart } from '#engine/ports/chart-renderer.ts';
import {
  type Block,
  type Card,
  type Fact,
  type Inline,
  inlineToText,
  MARK,
  type Text,
  type Tone,
} from '../../card.ts';
import { drawBar, shareOf } from '../../chart.ts';
import { visibleText } from '../../visible-text.ts';
import { columnWidths, padTo, widthOf } from '../width.ts';

/** How the terminal shows things. */
export type Screen = {
  readonly color: boolean;
  readonly columns: number;
  readonly now: Date;
  /** IANA name of the zone that times are shown in. */
  readonly timeZone: string;
  /** What times are written in; unset: English. */
  readonly language?: Language;
};

const TONE: Record<Tone, string> = { neutral: '1', good: '1;32', warning: '1;33', bad: '1;31' };
const MARK_COLOR: Readonly<Record<string, string>> = {
  done: '32',
  yes: '32',
  failed: '31',
  no: '31',
  uncertain: '33',
  waiting: '33',
};

/** The whole card, ending in a line break. Buttons are left out: the terminal has commands for all they do. */
export function cardToTerminal(card: Card, screen: Screen): string {
  const title = paint(plain(card.title), TONE[card.tone], screen);
  const blocks = card.blocks.flatMap((block) => {
    const isNamed = block.kind === 'table' && block.caption === card.title;
    const lines = blockLines(isNamed ? { ...block, caption: '' } : block, screen);
    return lines.length === 0 ? [] : [lines.join('\n')];
  });
  return `${[title, ...blocks].join('\n')}\n`;
}

function blockLines(block: Block, screen: Screen): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [inline(block.text, screen)];
    case 'note':
      return [paint(inline(block.text, screen), '2', screen)];
    case 'facts':
      return factLines(block.facts, screen);
    case 'list':
      return block.items.map((item) => {
        const sign = MARK[item.mark ?? 'none'];
        return `  ${paint(sign, MARK_COLOR[item.mark ?? ''] ?? null, screen)} ${inline(item.text, screen)}`;
      });
    case 'quote':
      return quoteLines(block, screen);
    case 'code':
      return codeLines(block, screen);
    case 'chart':
      return chartLines(block.chart, screen);
    case 'table':
      return tableLines(block, screen);
    case 'divider':
      return [paint('─'.repeat(Math.min(40, screen.columns)), '2', screen)];
    case 'buttons':
      return [];
  }
}

function factLines(list: readonly Fact[], screen: Screen): readonly string[] {
  const width = Math.max(0, ...list.map((fact) => widthOf(plain(fact.label)))) + 2;
  return list.map((fact) => {
    const label = paint(padTo(`${plain(fact.label)}:`, width), '2', screen);
    return `  ${label}${inline(fact.value, screen)}`;
  });
}

function quoteLines(block: Extract<Block, { kind: 'quote' }>, screen: Screen): readonly string[] {
  const bar = paint('│', '2', screen);
  const said = plain(block.text)
    .split('\n')
    .map((line) => `  ${bar} ${line}`);
  return block.by === undefined
    ? said
    : [...said, `  ${bar} ${paint(`(${plain(block.by)})`, '2', screen)}`];
}

const DIFF_COLOR: Readonly<Record<string, string>> = { '+': '32', '-': '31' };

/** Spaces matter here, so the lines stand as they are. */
function codeLines(block: Extract<Block, { kind: 'code' }>, screen: Screen): readonly string[] {
  return plain(block.text)
    .split('\n')
    .map((line) => {
      const color = block.language === 'diff' ? DIFF_COLOR[line.charAt(0)] : undefined;
      return `  ${paint(line, color ?? null, screen)}`;
    });
}

function tableLines(block: Extract<Block, { kind: 'table' }>, screen: Screen): readonly string[] {
  const rows = block.rows.map((row) => row.map((cell) => singleLine(inlinePlain(cell, screen))));
  const widths = columnWidths([block.columns, ...rows], screen.columns - 2);
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, index) => padTo(cell, widths[index] ?? 0)).join('  ')}`.trimEnd();
  const heading = paint(line(block.columns), '2', screen);
  return [...captionLines(block.caption, screen), heading, ...rows.map(line)];
}

/** Bars as long as the line has room for. */
function chartLines({ title, bars }: Chart, screen: Screen): readonly string[] {
  const cells = bars.map(({ label, text }) => [singleLine(plain(label)), singleLine(plain(text))]);
  const [labels = 0, values = 0] = columnWidths(cells, Math.floor(screen.columns / 2));
  const room = Math.min(LONGEST_BAR, screen.columns - labels - values - 6);
  const lines = bars.map((bar, at) => {
    const [label = '', text = ''] = cells[at] ?? [];
    const drawn = paint(drawBar(shareOf(bar, bars), Math.max(1, room)), '36', screen);
    return `  ${padTo(label, labels)}  ${padBefore(text, values)}  ${drawn}`;
  });
  return [...captionLines(title, screen), ...lines];
}

/** What stands above a table or a chart; some have nothing there. */
function captionLines(caption: string, screen: Screen): readonly string[] {
  return caption === '' ? [] : [paint(plain(caption), '1', screen)];
}

const LONGEST_BAR = 40;

/** Amounts line up on the right. */
function padBefore(text: string, width: number): string {
  return `${' '.repeat(Math.max(0, width - widthOf(text)))}${padTo(text, Math.min(width, widthOf(text)))}`;
}

function inline(pieces: Text, screen: Screen): string {
  return pieces
    .map((piece) => {
      const shown = inlinePlain(piece, screen);
      const bold = typeof piece !== 'string' && piece.kind === 'strong';
      return bold ? paint(shown, '1', screen) : shown;
    })
    .join('');
}

function inlinePlain(piece: Inline, screen: Screen): string {
  return plain(inlineToText(piece, (at, style) => timeText(at, style, screen)));
}

/** No control character reaches the terminal but the line break; a carriage return could hide what stands before it. */
function plain(content: string): string {
  return visibleText(content).replaceAll('\t', ' ');
}

function singleLine(content: string): string {
  return content.replaceAll('\n', ' ');
}

function paint(content: string, code: string | null, screen: Screen): string {
  return screen.color && code !== null && content !== ''
    ? `\u001b[${code}m${content}\u001b[0m`
    : content;
}

function timeText(at: Date, style: 'relative' | 'full' | 'day', screen: Screen): string {
  const { timeZone, language = 'en' } = screen;
  const locale = language === 'en' ? 'en-GB' : language;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
  if (style === 'day') return day;
  const full = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(at);
  return style === 'full' ? full : `${full} (${distance(at, screen.now, language)})`;
}

function distance(at: Date, now: Date, language: Language): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 48) return relative.format(hours, 'hour');
  return relative.format(Math.round(hours / 24), 'day');
}
