// Tells an English sentence from a German one, and reads every sentence of a card.
import type { Block, Text } from '#bot/card.ts';

/** Words that no German sentence has: where one is left, an English sentence is left. */
const ENGLISH_WORDS =
  'the this that these is are were has have been not of and or with without it its which nothing yet than cannot ' +
  'does did their there they you your please when more only must should because such another less least most need ' +
  'needs invalid expected missing unknown sorry';

/** Where it matches, an English sentence is left. */
export const ENGLISH = new RegExp(
  `(?<![\\w/@.:=–-])(?:${ENGLISH_WORDS.split(' ')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|')})(?![\\w:@=-])`,
);

/** Every sentence of a block; code is typed, and a quote is a customer's. */
export function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return [joined(block.text)];
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, joined(value)]);
    case 'list':
      return block.items.map((item) => joined(item.text));
    case 'chart':
      return [
        block.chart.title,
        ...block.chart.columns,
        ...block.chart.bars.map(({ label }) => label),
      ];
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat().map((cell) => joined([cell]))];
    case 'buttons':
      return block.buttons.flatMap(({ label, confirm }) =>
        confirm === undefined ? [label] : [label, confirm.title, confirm.text, confirm.confirm],
      );
    case 'quote':
      return [block.by ?? ''];
    case 'code':
    case 'divider':
      return [];
  }
}

function joined(pieces: Text): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'text' in piece && piece.kind !== 'code' ? piece.text : '…';
    })
    .join('');
}
