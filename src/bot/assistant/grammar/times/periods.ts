// Stretches of whole days: "this week", "last quarter", "Q3 2030", "on Monday", "March 2025".
import type { Token } from '../cut.ts';
import { type Lexicon, speaksOf } from '../lexicon/phrases.ts';
import type { Edge, Part } from '../part.ts';
import { shiftDay, weekdayNamed, weekdayOf, wholeMonth } from './days.ts';
import { isYear, monthAt, numberAt, wordAt } from './numbers.ts';
import { type LongUnit, unitOf } from './time-units.ts';

type Days = Extract<Part, { kind: 'days' }>;

const COST = 0.02;

/** "Jan" is also somebody's name. */
const SHORT_COST = 1.2;

/** Months whose name is no longer than that. */
const WHOLE_NAMES: ReadonlySet<string> = new Set(['may', 'mai']);

/** Every stretch of days that may begin at a token. `today` is the shop's day. */
export function readPeriods(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  today: string,
): readonly Edge[] {
  const edge = (length: number, part: Days | null, cost = COST): readonly Edge[] =>
    part === null ? [] : [{ from: at, to: at + length, cost, part }];
  const [before, word, next] = [-1, 0, 1].map((step) => wordAt(tokens, at + step));
  const token = tokens[at];
  return [
    ...monthEdges(edge, tokens, at, today),
    ...dayOfMonth(edge, lexicon, tokens, at, today),
    ...edge(1, token?.kind === 'date' ? { kind: 'days', from: token.day, to: token.day } : null),
    ...edge(1, isYear(token) ? wholeYear(token.value) : null),
    ...edge(1, namedDay(word ?? '', today)),
    ...edge(2, runningPeriod(lexicon, word ?? '', next ?? '', today)),
    ...edge(2, pastPeriod(lexicon, before ?? '', word ?? '', next ?? '', today)),
    ...edge(2, comingPeriod(before ?? '', word ?? '', unitOf(lexicon, next ?? ''), today)),
    ...quarterEdges(edge, word ?? '', tokens[at + 1], today),
    ...weekdayEdges(edge, word ?? '', next ?? '', today),
  ];
}

type MakeEdge = (length: number, part: Days | null, cost?: number) => readonly Edge[];

function namedDay(word: string, today: string): Days | null {
  const day = word === 'vorgestern' ? shiftDay(today, -2) : (NAMED_DAYS.get(word) ?? null);
  return day === null ? null : { kind: 'days', from: day, to: day };
}

/** Days that the segment language has a word for. */
const NAMED_DAYS: ReadonlyMap<string, string> = new Map([
  ['today', 'today'],
  ['heute', 'today'],
  ['heut', 'today'],
  ['yesterday', 'yesterday'],
  ['gestern', 'yesterday'],
]);

/** A month with its year; without one the latest that has begun. */
function monthEdges(
  edge: MakeEdge,
  tokens: readonly Token[],
  at: number,
  today: string,
): readonly Edge[] {
  const word = wordAt(tokens, at);
  const month = monthAt(tokens, at);
  if (month === null) return [];
  const year = Number(today.slice(0, 4));
  const latest = month <= Number(today.slice(5, 7)) ? year : year - 1;
  const next = tokens[at + 1];
  return [
    ...edge(
      1,
      daysOfMonth(latest, month),
      word.length === 3 && !WHOLE_NAMES.has(word) ? SHORT_COST : COST,
    ),
    ...(isYear(next) ? edge(2, daysOfMonth(next.value, month)) : []),
  ];
}

/** "1 March 2025", "1. März", "March 1st", "the 1st of March": the day of a month. */
function dayOfMonth(
  edge: MakeEdge,
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  today: string,
): readonly Edge[] {
  const month = monthAt(tokens, at);
  if (month !== null) {
    const day = [dayAt(lexicon, tokens[at + 1]), month] as const;
    return dated(edge, day, 2, tokens, at, today);
  }
  const to = wordAt(tokens, at + 1) === 'of' ? at + 2 : at + 1;
  const day = [dayAt(lexicon, tokens[at]), monthAt(tokens, to)] as const;
  return dated(edge, day, to + 1 - at, tokens, at, today);
}

function dayAt(lexicon: Lexicon, token: Token | undefined): number | null {
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(token?.text ?? '')?.[1];
  return ordinal === undefined ? numberAt(lexicon, token) : Number(ordinal);
}

/** The day, with the year behind it where there is one; else the latest whose month has begun. */
function dated(
  edge: MakeEdge,
  [day, month]: readonly [number | null, number | null],
  length: number,
  tokens: readonly Token[],
  at: number,
  today: string,
): readonly Edge[] {
  if (day === null || month === null || day < 1 || day > 31) return [];
  // "March 5, 2030"
  const isParted = tokens[at + length]?.text === ',' && isYear(tokens[at + length + 1]);
  const end = at + length + (isParted ? 1 : 0);
  const year = tokens[end];
  const thisYear = Number(today.slice(0, 4));
  const latest = month <= Number(today.slice(5, 7)) ? thisYear : thisYear - 1;
  const written = `${isYear(year) ? year.value : latest}-${pad(month)}-${pad(day)}`;
  return edge(isYear(year) ? end + 1 - at : length, { kind: 'days', from: written, to: written });
}

/** "this week", "dieses Jahr": from its first day on; weeks begin on Mondays. */
function runningPeriod(lexicon: Lexicon, word: string, unit: string, today: string): Days | null {
  if (!speaksOf(lexicon, 'thisPeriod', word)) return null;
  const which = periodOf(lexicon, unit);
  if (which === null) return null;
  const { from, to } = periodAt(which, today, 0);
  return { kind: 'days', from, to: today, runsUntil: to };
}

/** "Last month" is the one before this; "in the last month" are the thirty days until now, which is not read here. */
function pastPeriod(
  lexicon: Lexicon,
  before: string,
  word: string,
  unit: string,
  today: string,
): Days | null {
  if (!LAST.has(word) || ROLLING.has(before)) return null;
  const which = periodOf(lexicon, unit);
  if (which === null) return null;
  return { kind: 'days', ...periodAt(which, today, -1), length: LENGTHS[which] };
}

/** "Next week" is the one after this. */
function comingPeriod(
  before: string,
  word: string,
  unit: LongUnit | 'h' | 'min' | null,
  today: string,
): Days | null {
  if (!NEXT.has(word) || ROLLING.has(before)) return null;
  if (unit !== 'w' && unit !== 'm' && unit !== 'y') return null;
  return { kind: 'days', ...periodAt(unit, today, 1), length: LENGTHS[unit] };
}

const LAST: ReadonlySet<string> = new Set(
  'last previous letzte letzten letztes letzter vorige vorigen voriges vergangene vergangenen vergangenes'.split(
    ' ',
  ),
);

const NEXT: ReadonlySet<string> = new Set(
  'next naechste naechsten naechstes kommende kommenden kommendes'.split(' '),
);

/** What stands before a length of time rather than before a period of the calendar. */
const ROLLING: ReadonlySet<string> = new Set(
  'the these past im in der den die das vom seit binnen innerhalb'.split(' '),
);

type Period = 'w' | 'm' | 'q' | 'y';

const LENGTHS = { w: '1w', m: '1m', q: '3m', y: '1y' } as const;

function periodOf(lexicon: Lexicon, word: string): Period | null {
  if (['quarter', 'quartal', 'quartals', 'vierteljahr'].includes(word)) return 'q';
  const unit = unitOf(lexicon, word);
  return unit === 'w' || unit === 'm' || unit === 'y' ? unit : null;
}

/** The period that a day lies in, or one so many before or after it. */
function periodAt(
  which: Period,
  today: string,
  step: number,
): { readonly from: string; readonly to: string } {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (which) {
    case 'w': {
      const monday = shiftDay(today, 7 * step - weekdayOf(today));
      return { from: monday, to: shiftDay(monday, 6) };
    }
    case 'm':
      return wholeMonth(year, month + step);
    case 'q': {
      const first = month - ((month - 1) % 3) + 3 * step;
      return { from: wholeMonth(year, first).from, to: wholeMonth(year, first + 2).to };
    }
    case 'y':
      return { from: `${year + step}-01-01`, to: `${year + step}-12-31` };
  }
}

/** "Q3", "Q1 2030": a quarter that has begun, of a year that is named or of the latest. */
function quarterEdges(
  edge: MakeEdge,
  word: string,
  next: Token | undefined,
  today: string,
): readonly Edge[] {
  const [, digit] = /^q([1-4])$/.exec(word) ?? [];
  if (digit === undefined) return [];
  const first = Number(digit) * 3 - 2;
  const thisYear = Number(today.slice(0, 4));
  const latest = first <= Number(today.slice(5, 7)) ? thisYear : thisYear - 1;
  const daysIn = (year: number): Days => ({
    kind: 'days',
    from: wholeMonth(year, first).from,
    to: wholeMonth(year, first + 2).to,
  });
  return [...edge(1, daysIn(latest)), ...(isYear(next) ? edge(2, daysIn(next.value)) : [])];
}

/** A day of the week is the latest that is over; of birthdays it is the coming one. */
function weekdayEdges(edge: MakeEdge, word: string, next: string, today: string): readonly Edge[] {
  const lone = weekdayNamed(word);
  const behind = LAST.has(word) ? weekdayNamed(next) : null;
  const weekday = lone ?? behind;
  if (weekday !== null) {
    const back = (weekdayOf(today) - weekday + 7) % 7 || 7;
    const day = shiftDay(today, -back);
    const ahead = lone === null ? {} : { ahead: shiftDay(today, 7 - back || 7) };
    return edge(lone === null ? 2 : 1, { kind: 'days', from: day, to: day, ...ahead });
  }
  const saturday = shiftDay(today, -weekdayOf(today) - 2);
  const isWeekend = (one: string) => one === 'weekend' || one === 'wochenende';
  const weekend: Days = { kind: 'days', from: saturday, to: shiftDay(saturday, 1) };
  if (isWeekend(word)) return edge(1, weekend);
  return LAST.has(word) && isWeekend(next) ? edge(2, weekend) : [];
}

function daysOfMonth(year: number, month: number): Days {
  return { kind: 'days', ...wholeMonth(year, month) };
}

function wholeYear(year: number): Days {
  return { kind: 'days', from: `${year}-01-01`, to: `${year}-12-31` };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
