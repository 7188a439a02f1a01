// A card as plain data, its builders, and its plain-text form; each surface draws it in its own manner.
import type { Language } from '#engine/language.ts';
import type { Chart } from '#engine/ports/chart-renderer.ts';
import type { ActionRef } from './action-id.ts';

/**
 * A piece of running text. A bare string is literal text: renderers escape it, so customers' words need no care here.
 * `time` is shown in the reader's own zone where the surface can.
 */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'time'; readonly at: Date; readonly style: 'relative' | 'full' | 'day' }
  /** A person of team.yml, called where the surface knows their account. Never made from a customer's text. */
  | {
      readonly kind: 'mention';
      readonly name: string;
      readonly slack: string | null;
      readonly discord: string | null;
    }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export type Text = readonly Inline[];

export type Block =
  /** A paragraph. */
  | { readonly kind: 'text'; readonly text: Text }
  /** Labelled values, shown two abreast where there is room. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Short lines, each with a mark that says how it stands. */
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  /** A customer's own words, set apart from ours. */
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  /** Lines whose spaces matter. In a difference each line begins with `+`, `-` or a space. */
  | { readonly kind: 'code'; readonly language: 'yaml' | 'diff'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Inline[])[];
    }
  /** Bars: a picture where a surface can show one, else a table that draws them. Literal text, like all of a card. */
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'divider' }
  /** With `feedback` a yes and a no to what stands above, which a surface may draw in a form of its own. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[]; readonly feedback?: true };

export type Fact = { readonly label: string; readonly value: Text };

export type ListItem = {
  readonly text: Text;
  readonly mark?: 'done' | 'failed' | 'waiting' | 'skipped' | 'uncertain' | 'yes' | 'no';
};

export type Button = {
  readonly label: string;
  readonly action: ActionRef;
  readonly style?: 'primary' | 'danger';
  /** Said before a button that cannot be taken back. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly confirm: string };
};

/** `tone` colours the card where a surface can; it never carries meaning alone. */
export type Tone = 'neutral' | 'good' | 'warning' | 'bad';

export type Card = {
  /** What it is written in, for the words that a surface adds; the router and the notifier say it of every card. */
  readonly language?: Language;
  readonly title: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
};

/** A paragraph of pieces. */
export function text(...pieces: readonly Inline[]): Block {
  return { kind: 'text', text: pieces };
}

/** Small print of pieces. */
export function note(...pieces: readonly Inline[]): Block {
  return { kind: 'note', text: pieces };
}

/** Labelled values; those without a value are left out. */
export function facts(
  ...entries: readonly (readonly [label: string, value: Inline | Text | null])[]
): Block {
  return {
    kind: 'facts',
    facts: entries.flatMap(([label, value]) =>
      value === null ? [] : [{ label, value: isText(value) ? value : [value] }],
    ),
  };
}

/** A row of buttons; none is an empty row, which renderers leave out. */
export function buttons(...list: readonly (Button | null)[]): Block {
  return { kind: 'buttons', buttons: list.filter((button) => button !== null) };
}

/** Bold text. */
export function strong(content: string): Inline {
  return { kind: 'strong', text: content };
}

/** An instant, by default with its distance from now. */
export function time(at: Date, style: 'relative' | 'full' | 'day' = 'full'): Inline {
  return { kind: 'time', at, style };
}

/** The card in plain text: for the terminal, notifications and screen readers. Buttons are left out. */
export function cardToText(
  card: Card,
  formatTime: (at: Date, style: 'relative' | 'full' | 'day') => string = plainTime,
): string {
  const inline = (pieces: Text) => pieces.map((piece) => inlineToText(piece, formatTime)).join('');
  const lines = card.blocks.flatMap((block) => blockToLines(block, inline));
  return [card.title, ...lines].join('\n');
}

/** One piece in plain text. */
export function inlineToText(
  piece: Inline,
  formatTime: (at: Date, style: 'relative' | 'full' | 'day') => string = plainTime,
): string {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'strong':
    case 'code':
      return piece.text;
    case 'time':
      return formatTime(piece.at, piece.style);
    case 'mention':
      return `@${piece.name}`;
    case 'link':
      return `${piece.text} (${piece.url})`;
  }
}

/** The people whom a card calls. */
export function mentionsIn(card: Card): readonly Extract<Inline, { kind: 'mention' }>[] {
  const pieces = card.blocks.flatMap((block): Text => {
    if (block.kind === 'text' || block.kind === 'note') return block.text;
    if (block.kind === 'facts') return block.facts.flatMap(({ value }) => value);
    if (block.kind === 'list') return block.items.flatMap((item) => item.text);
    return block.kind === 'table' ? block.rows.flat() : [];
  });
  return pieces.flatMap((piece) =>
    typeof piece !== 'string' && piece.kind === 'mention' ? [piece] : [],
  );
}

/** The charts of a card, in order. */
export function chartsOf(card: Card): readonly Chart[] {
  return card.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
}

/** The buttons of a card, in order. */
export function buttonsOf(card: Card): readonly Button[] {
  return card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

function blockToLines(block: Block, inline: (pieces: Text) => string): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return [inline(block.text)];
    case 'facts':
      return block.facts.map((fact) => `${fact.label}: ${inline(fact.value)}`);
    case 'list':
      return block.items.map((item) => `${MARK[item.mark ?? 'none']} ${inline(item.text)}`);
    case 'quote':
      return [
        ...block.text.split('\n').map((line) => `> ${line}`),
        ...(block.by === undefined ? [] : [`  ${block.by}`]),
      ];
    case 'code':
      return block.text.split('\n');
    case 'chart':
      return [block.chart.title, ...block.chart.bars.map(({ label, text }) => `${label}: ${text}`)];
    case 'table':
      return [
        block.caption,
        block.columns.join('  '),
        ...block.rows.map((row) => row.map((cell) => inline([cell])).join('  ')),
      ];
    case 'divider':
      return ['—'];
    case 'buttons':
      return [];
  }
}

/** The sign of a list item; every one is also a word somewhere in its text. */
export const MARK = {
  done: '✓',
  failed: '✗',
  waiting: '…',
  skipped: '–',
  uncertain: '?',
  yes: '✓',
  no: '✗',
  none: '•',
} as const;

function plainTime(at: Date, style: 'relative' | 'full' | 'day'): string {
  const iso = at.toISOString();
  return style === 'day' ? iso.slice(0, 10) : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

function isText(value: Inline | Text): value is Text {
  return Array.isArray(value);
}
