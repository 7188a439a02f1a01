// Numbers, lengths of time and days as people write them: "zwei Wochen", "half an hour", "this year", "Friday at 9".
import type { Token } from '../cut.ts';
import { type Lexicon, speaksOf } from '../lexicon/phrases.ts';
import type { Edge, Part } from '../part.ts';
import { readMoments } from './moments.ts';
import { amounts, numberAt, wordAt } from './numbers.ts';
import { readPeriods } from './periods.ts';
import { type Unit, unitOf } from './time-units.ts';

const COST = 0.02;

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
  const unit = number === null ? null : unitOf(lexicon, words(at + 1));
  return [
    ...(number === null ? [] : amounts(lexicon, tokens, at, number)),
    ...(number === null || unit === null ? [] : edge(2, lengthOf(number, unit))),
    ...edge(2, HALVES.get(`${words(at)} ${words(at + 1)}`) ?? null),
    ...edge(3, HALVES.get(`${words(at)} ${words(at + 1)} ${words(at + 2)}`) ?? null),
    ...edge(1, SINGLE.get(words(at)) ?? null),
    ...edge(1, alone(lexicon, words(at - 1), words(at))),
    ...readPeriods(lexicon, tokens, at, today),
    ...readMoments(tokens, at, today),
  ];
}

function lengthOf(value: number, unit: Unit): Part | null {
  if (value === 0.5 && unit === 'y') return { kind: 'duration', text: '6m' };
  if (unit === 'min') return { kind: 'duration', text: `${value}m`, isShort: true };
  if (unit === 'h') return { kind: 'duration', text: `${value}h`, isShort: true };
  return Number.isInteger(value) && value > 0 && value < 10_000
    ? { kind: 'duration', text: `${value}${unit}` }
    : null;
}

/** "In the last year" is one of them. */
function alone(lexicon: Lexicon, before: string, word: string): Part | null {
  const isCounted = speaksOf(lexicon, 'past', before) || speaksOf(lexicon, 'next', before);
  const unit = isCounted ? unitOf(lexicon, word) : null;
  return unit === null ? null : lengthOf(1, unit);
}

const HALF_A_YEAR: Part = { kind: 'duration', text: '6m' };
const HALF_AN_HOUR: Part = { kind: 'duration', text: '30m', isShort: true };

const HALVES: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['half year', HALF_A_YEAR],
  ['half a year', HALF_A_YEAR],
  ['halbes jahr', HALF_A_YEAR],
  ['halben jahr', HALF_A_YEAR],
  ['halbe jahr', HALF_A_YEAR],
  ['ein halbes jahr', HALF_A_YEAR],
  ['einem halben jahr', HALF_A_YEAR],
  ['half hour', HALF_AN_HOUR],
  ['half an hour', HALF_AN_HOUR],
  ['halbe stunde', HALF_AN_HOUR],
  ['halben stunde', HALF_AN_HOUR],
  ['eine halbe stunde', HALF_AN_HOUR],
  ['anderthalb stunden', { kind: 'duration', text: '90m', isShort: true }],
]);

const SINGLE: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['quarter', { kind: 'duration', text: '3m' }],
  ['quartal', { kind: 'duration', text: '3m' }],
  ['vierteljahr', { kind: 'duration', text: '3m' }],
  ['halbjahr', { kind: 'duration', text: '6m' }],
  ['uebermorgen', { kind: 'duration', text: '2d' }],
  ['fortnight', { kind: 'duration', text: '2w' }],
]);
