// Texts that are shown to their last letter: in pieces that no surface cuts, on as many pages as it takes.

import { type Block, cardToText } from '../card.ts';
import { visibleText } from '../visible-text.ts';

/** What a card bears on every surface: Discord's 4,000 letters, less its title and what a surface adds. */
export const CARD_MOST = 3400;

/** What one quote bears on every surface, in weight and in lines. */
const QUOTE_MOST = 700;
const QUOTE_LINES = 10;

/** What a line costs beside its letters: the mark before it, and its share of a block. */
const LINE_WEIGHT = 8;

/** Words without a space are cut into pieces of this many letters. */
const WORD_MOST = 100;

/** How much room blocks take at most: every sign that some surface escapes counts twice. */
export function weightOf(blocks: readonly Block[]): number {
  return weigh(cardToText({ title: '', tone: 'neutral', blocks }));
}

/** The whole text as quotes, one below the other. */
export function wholeQuotes(text: string): readonly Block[] {
  const quotes: string[] = [];
  let quote = '';
  for (const word of text.split(/(?<=\s)/u).flatMap(wordPieces)) {
    const longer = quote + word;
    const isFull = weigh(longer) > QUOTE_MOST || longer.trimEnd().split('\n').length > QUOTE_LINES;
    if (isFull && quote !== '') quotes.push(quote);
    quote = isFull ? word : longer;
  }
  return [...quotes, quote]
    .filter((one) => one.trim() !== '')
    .map((one) => ({ kind: 'quote', text: one.trimEnd() }));
}

/** Blocks on pages of at most so much weight, in their order; one page where there are none. */
export function pagesOf(blocks: readonly Block[], most: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  for (const block of blocks) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && weightOf([...page, block]) > most) pages.push([block]);
    else page.push(block);
  }
  return pages;
}

function weigh(text: string): number {
  const seen = visibleText(text);
  const escaped = seen.match(/[^\p{L}\p{N}\s,;'"]/gu)?.length ?? 0;
  return seen.length + escaped + seen.split('\n').length * LINE_WEIGHT;
}

function wordPieces(word: string): readonly string[] {
  if (word.length <= WORD_MOST) return [word];
  const letters = Array.from(word);
  return Array.from({ length: Math.ceil(letters.length / WORD_MOST) }, (_, at) =>
    letters.slice(at * WORD_MOST, (at + 1) * WORD_MOST).join(''),
  );
}
