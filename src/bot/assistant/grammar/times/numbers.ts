// Numbers as people write them, in figures or in words: "two", "drei", "at least a", "50 euros".
import type { Token } from '../cut.ts';
import { type Lexicon, speaksOf } from '../lexicon/phrases.ts';
import type { Concept } from '../lexicon/phrases-en.ts';
import type { Edge } from '../part.ts';
import { monthNamed } from './days.ts';

const COST = 0.02;

/** A number as it stands or in words; "a" is one before a unit of time only. */
export function numberAt(lexicon: Lexicon, token: Token | undefined): number | null {
  if (token?.kind === 'number') return token.unit === 'none' ? token.value : null;
  if (token?.kind !== 'word') return null;
  return NUMBERS[lexicon.language].get(token.word) ?? null;
}

/** Whether a token is written as a year of our time. */
export function isYear(token: Token | undefined): token is Token & { readonly kind: 'number' } {
  return token?.kind === 'number' && /^(19|20)\d\d$/.test(token.text);
}

/** A token's word; empty where it is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.word : '';
}

/** The month that a token names; "may" only where a time is told. */
export function monthAt(tokens: readonly Token[], at: number): number | null {
  const word = wordAt(tokens, at);
  if (word !== 'may') return monthNamed(word);
  const isLed = BEFORE_MONTH.has(wordAt(tokens, at - 1)) || isDayNumber(tokens[at - 1]);
  return isLed || isDayNumber(tokens[at + 1]) || isYear(tokens[at + 1]) ? monthNamed(word) : null;
}

/** Words behind which "may" is a month. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'since in of during before after until till by from between last this next early late mid'.split(
    ' ',
  ),
);

function isDayNumber(token: Token | undefined): boolean {
  return token !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(token.text);
}

/** How many or how much a number at a token may be. */
export function amounts(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  value: number,
): readonly Edge[] {
  const next = wordAt(tokens, at + 1);
  const isArticle = tokens[at]?.kind === 'word' && ARTICLES.has(wordAt(tokens, at));
  const isCounted = COUNTING.some((how) => speaksOf(lexicon, how, wordAt(tokens, at - 1)));
  if (isArticle && !isCounted) return [];
  // One of them is no number of things.
  if (wordAt(tokens, at) === 'one' && next === 'of') return [];
  const isWhen = WHEN.some((how) => speaksOf(lexicon, how, wordAt(tokens, at - 1)));
  if (isYear(tokens[at]) && isWhen) return [];
  const plain = { kind: 'number', value, unit: 'none' } as const;
  const unit = speaksOf(lexicon, 'money', next)
    ? 'money'
    : speaksOf(lexicon, 'percent', next)
      ? 'percent'
      : null;
  const edges: Edge[] = [{ from: at, to: at + 1, cost: COST, part: plain }];
  if (unit !== null) edges.push({ from: at, to: at + 2, cost: COST, part: { ...plain, unit } });
  return edges;
}

/** After these an article is a number: "exactly one", "genau eine". */
const COUNTING: readonly Concept[] = ['exactly', 'least', 'over', 'under'];

/** After these a year is one, and no number of things. */
const WHEN: readonly Concept[] = ['in', 'since', 'before'];

/** What is one before a unit of time, and else no number. */
const ARTICLES = new Set(['a', 'an', 'ein', 'eine', 'einem', 'einer', 'einen']);

const NUMBERS: Readonly<Record<Lexicon['language'], ReadonlyMap<string, number>>> = {
  en: new Map([
    ...numbered('a|an|one,two|couple,three,four,five,six,seven,eight,nine,ten,eleven,twelve'),
    ['zero', 0],
    ['dozen', 12],
    ['fifteen', 15],
    ['twenty', 20],
    ['thirty', 30],
    ['forty', 40],
    ['sixty', 60],
    ['ninety', 90],
    ['fifty', 50],
    ['hundred', 100],
    ['thousand', 1000],
  ]),
  de: new Map([
    ...numbered(
      'ein|eine|einem|einer|einen|eins,zwei,drei|dreimal,vier|viermal,fuenf|fuenfmal,sechs,sieben,acht,neun,zehn|zehnmal,elf,zwoelf',
    ),
    ['null', 0],
    ['fuenfzehn', 15],
    ['zwanzig', 20],
    ['dreissig', 30],
    ['vierzig', 40],
    ['fuenfzig', 50],
    ['sechzig', 60],
    ['neunzig', 90],
    ['hundert', 100],
    ['tausend', 1000],
  ]),
};

function numbered(words: string): (readonly [string, number])[] {
  return words
    .split(',')
    .flatMap((all, at) => all.split('|').map((word) => [word, at + 1] as const));
}
