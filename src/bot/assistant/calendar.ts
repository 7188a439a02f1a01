// Numbers, lengths of time and days as people write them: "zwei Wochen", "a month", "March 2025", "this year".
import { foldWord, type Token } from './cut.ts';
import type { Edge, Part } from './part.ts';
import { type Lexicon, speaksOf } from './phrases.ts';
import type { Concept } from './phrases-en.ts';

const COST = 0.02;

/** "Jan" is also somebody's name. */
const SHORT_COST = 0.7;

/** Every number, length of time and day that may begin at a token. `today` is the shop's day, as `2031-03-03`. */
export function readCalendar(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  today: string,
): readonly Edge[] {
  const words = (from: number) => wordAt(tokens, from);
  const edge = (length: number, part: Part | null): readonly Edge[] =>
    part === null ? [] : [{ from: at, to: at + length, cost: COST, part }];
  const number = numberAt(lexicon, tokens[at]);
  const token = tokens[at];
  const unit = number === null ? null : unitOf(lexicon, words(at + 1));
  const month = monthOf(words(at));
  return [
    ...(number === null ? [] : amounts(lexicon, tokens, at, number)),
    ...(number === null || unit === null ? [] : edge(2, lengthOf(number, unit))),
    ...edge(2, HALVES.has(`${words(at)} ${words(at + 1)}`) ? lengthOf(6, 'm') : null),
    ...edge(
      3,
      HALVES.has(`${words(at)} ${words(at + 1)} ${words(at + 2)}`) ? lengthOf(6, 'm') : null,
    ),
    ...edge(1, SINGLE.get(words(at)) ?? null),
    ...edge(1, alone(lexicon, words(at - 1), words(at))),
    ...(month === null
      ? []
      : monthEdges(
          edge,
          { month, cost: isShortMonth(words(at)) ? SHORT_COST : COST },
          tokens[at + 1],
          today,
        )),
    ...(number === null ? [] : dayEdges(edge, number, tokens, at, today)),
    ...edge(1, token?.kind === 'date' ? { kind: 'days', from: token.day, to: token.day } : null),
    ...edge(1, isYear(token) ? wholeYear(token.value) : null),
    ...edge(2, thisPeriod(lexicon, words(at), words(at + 1), today)),
  ];
}

/** A number as it stands or in words; "a" is one before a unit of time only. */
function numberAt(lexicon: Lexicon, token: Token | undefined): number | null {
  if (token?.kind === 'number') return token.unit === 'none' ? token.value : null;
  if (token?.kind !== 'word') return null;
  return NUMBERS[lexicon.language].get(token.word) ?? null;
}

function amounts(
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

function lengthOf(value: number, unit: Unit): Part | null {
  if (value === 0.5 && unit === 'y') return { kind: 'duration', text: '6m' };
  if (unit === 'min') return { kind: 'duration', text: `${value}m`, isShort: true };
  if (unit === 'h') return { kind: 'duration', text: `${value}h`, isShort: true };
  return Number.isInteger(value) && value > 0 && value < 10_000
    ? { kind: 'duration', text: `${value}${unit}` }
    : null;
}

function unitOf(lexicon: Lexicon, word: string): Unit | null {
  for (const [concept, unit] of UNITS) if (speaksOf(lexicon, concept, word)) return unit;
  return null;
}

const UNITS = [
  ['day', 'd'],
  ['week', 'w'],
  ['month', 'm'],
  ['year', 'y'],
  ['hour', 'h'],
  ['minute', 'min'],
] as const;

type Unit = (typeof UNITS)[number][1];

/** "In the last year" is one of them. */
function alone(lexicon: Lexicon, before: string, word: string): Part | null {
  const isCounted = speaksOf(lexicon, 'past', before) || speaksOf(lexicon, 'next', before);
  const unit = isCounted ? unitOf(lexicon, word) : null;
  return unit === null ? null : lengthOf(1, unit);
}

type MakeEdge = (length: number, part: Part | null) => readonly Edge[];

/** A month with its year; without one the latest that has begun. */
function monthEdges(
  edge: MakeEdge,
  { month, cost }: { readonly month: number; readonly cost: number },
  next: Token | undefined,
  today: string,
): readonly Edge[] {
  const year = Number(today.slice(0, 4));
  const latest = month <= Number(today.slice(5, 7)) ? year : year - 1;
  return [
    ...edge(1, wholeMonth(latest, month)).map((one) => ({ ...one, cost })),
    ...(isYear(next) ? edge(2, wholeMonth(next.value, month)) : []),
  ];
}

/** "1 March 2025", "1. März": the day of a month. */
function dayEdges(
  edge: MakeEdge,
  day: number,
  tokens: readonly Token[],
  at: number,
  today: string,
): readonly Edge[] {
  const month = monthOf(wordAt(tokens, at + 1));
  if (month === null || day < 1 || day > 31) return [];
  const year = tokens[at + 2];
  const thisYear = Number(today.slice(0, 4));
  const named = isYear(year)
    ? year.value
    : month <= Number(today.slice(5, 7))
      ? thisYear
      : thisYear - 1;
  const written = `${named}-${pad(month)}-${pad(day)}`;
  return edge(isYear(year) ? 3 : 2, { kind: 'days', from: written, to: written });
}

/** "this week", "dieses Jahr": from its first day until today; weeks begin on Mondays. */
function thisPeriod(lexicon: Lexicon, word: string, unit: string, today: string): Part | null {
  if (!speaksOf(lexicon, 'thisPeriod', word)) return null;
  const which = unitOf(lexicon, unit);
  if (which === 'w')
    return { kind: 'days', from: dayOfWeek(today, 0), to: today, runsUntil: dayOfWeek(today, 6) };
  if (which === 'm') {
    const { from, to } = wholeMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
    return { kind: 'days', from, to: today, runsUntil: to };
  }
  if (which === 'y') return { kind: 'days', from: `${today.slice(0, 4)}-01-01`, to: today };
  return null;
}

/** A day of the week that a day lies in; Monday is 0. */
function dayOfWeek(day: string, which: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7) + which);
  return at.toISOString().slice(0, 10);
}

function wholeYear(year: number): Part {
  return { kind: 'days', from: `${year}-01-01`, to: `${year}-12-31` };
}

function wholeMonth(year: number, month: number): Extract<Part, { kind: 'days' }> {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    kind: 'days',
    from: `${year}-${pad(month)}-01`,
    to: `${year}-${pad(month)}-${pad(last)}`,
  };
}

function isYear(token: Token | undefined): token is Token & { readonly kind: 'number' } {
  return token?.kind === 'number' && /^(19|20)\d\d$/.test(token.text);
}

function monthOf(word: string): number | null {
  const at = MONTHS.findIndex((spellings) => spellings.includes(word));
  return at === -1 ? null : at + 1;
}

function isShortMonth(word: string): boolean {
  return word.length === 3;
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.word : '';
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Month names of both languages with their short forms; "may" is left to the verb, and so is "märz" to its umlaut. */
const MONTHS: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) => {
  const first = Date.UTC(2024, month, 1);
  const name = (locale: string, style: 'long' | 'short') =>
    foldWord(
      new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(first),
    ).replace('.', '');
  const names = [name('en', 'long'), name('de', 'long'), name('en', 'short'), name('de', 'short')];
  return names.filter((word) => word.length > 2 && word !== 'may' && word !== 'mar');
});

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

/** After these an article is a number: "exactly one", "genau eine". */
const COUNTING: readonly Concept[] = ['exactly', 'least', 'over', 'under'];

/** After these a year is one, and no number of things. */
const WHEN: readonly Concept[] = ['in', 'since', 'before'];

/** What is one before a unit of time, and else no number. */
const ARTICLES = new Set(['a', 'an', 'ein', 'eine', 'einem', 'einer', 'einen']);

function numbered(words: string): (readonly [string, number])[] {
  return words
    .split(',')
    .flatMap((all, at) => all.split('|').map((word) => [word, at + 1] as const));
}

const HALVES = new Set([
  'half year',
  'half a year',
  'halbes jahr',
  'halben jahr',
  'halbe jahr',
  'ein halbes jahr',
  'einem halben jahr',
]);

const SINGLE: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['quarter', { kind: 'duration', text: '3m' }],
  ['quartal', { kind: 'duration', text: '3m' }],
  ['vierteljahr', { kind: 'duration', text: '3m' }],
  ['halbjahr', { kind: 'duration', text: '6m' }],
  ['uebermorgen', { kind: 'duration', text: '2d' }],
  ['fortnight', { kind: 'duration', text: '2w' }],
  ['today', { kind: 'days', from: 'today', to: 'today' }],
  ['heute', { kind: 'days', from: 'today', to: 'today' }],
  ['yesterday', { kind: 'days', from: 'yesterday', to: 'yesterday' }],
  ['gestern', { kind: 'days', from: 'yesterday', to: 'yesterday' }],
]);
