// Text of a query → tokens, each with its place; literals are read here, so that `-90d` is a date and `-90` a number.
import type { QueryFault } from './query-fault.ts';

/** A value as it is written in a query. */
export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  /** `text` keeps every digit: shops' ids pass 2^53. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | DateLiteral;

/** A literal that names a day or an instant. */
export type DateLiteral =
  | { readonly kind: 'day'; readonly day: string }
  /** "2024-03-31T18:30:00" on the shop's clock. */
  | { readonly kind: 'local-time'; readonly text: string }
  /** Days, weeks, months or years from the current day; `today` and the old `7_days_ago` are offsets too. */
  | {
      readonly kind: 'offset';
      readonly amount: number;
      readonly unit: OffsetUnit;
      readonly text: string;
    };

export type OffsetUnit = 'd' | 'w' | 'm' | 'y';

/** A piece of the query; `offset` is where it starts. A `fault` ends the list, as does `end`. */
export type Token = { readonly offset: number; readonly text: string } & (
  | { readonly kind: 'word' | 'sign' | 'end' }
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'fault'; readonly why: QueryFault }
);

/** Cuts a query into tokens; what cannot be read becomes one last token of kind `fault` with the reason. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (true) {
    offset += matchAt(BLANK, text, offset)?.length ?? 0;
    if (offset >= text.length) return [...tokens, { kind: 'end', offset, text: '' }];
    const token = readToken(text, offset);
    tokens.push(token);
    if (token.kind === 'fault') return tokens;
    offset += token.text.length;
  }
}

/** A literal as it would be written; reading it again gives the same literal. */
export function literalText(literal: Literal): string {
  switch (literal.kind) {
    case 'string':
      return `'${literal.value.replace(/[\\']/g, '\\$&')}'`;
    case 'number':
    case 'local-time':
    case 'offset':
      return literal.text;
    case 'boolean':
      return String(literal.value);
    case 'day':
      return literal.day;
  }
}

const BLANK = /\s+/y;
const STRING = /'(?:[^'\\]|\\['\\])*'/y;
const SIGN = /!=|>=|<=|\.\.|[=<>(),:]/y;
/** Two dots are the sign of a range in the old form of functions, `-3m..today`, and no part of a name. */
const BARE =
  /\d{4}-\d{2}-\d{2}T[\dA-Za-z:+-]*(?:\.(?!\.)[\dA-Za-z:+-]*)*|(?:[\p{L}\p{N}_+-]|\.(?!\.))+/uy;

const WORD = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const OFFSET = /^([+-]\d+)([dwmy])$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** The documented names and, still found in old queries, the deprecated ones (segment query language reference). */
const NAMED_DAYS: ReadonlyMap<string, readonly [number, OffsetUnit]> = new Map([
  ['today', [0, 'd']],
  ['yesterday', [-1, 'd']],
  ['7_days_ago', [-7, 'd']],
  ['30_days_ago', [-30, 'd']],
  ['90_days_ago', [-90, 'd']],
  ['12_months_ago', [-12, 'm']],
]);

/** The farthest offset, in days: a thousand years keep every date within the calendar. */
const FARTHEST_DAYS = 366_000;
const DAYS_IN = { d: 1, w: 7, m: 31, y: 366 } as const;

function readToken(text: string, offset: number): Token {
  const quoted = matchAt(STRING, text, offset);
  if (quoted !== null) {
    const value = quoted.slice(1, -1).replace(/\\(.)/gs, '$1');
    return { kind: 'literal', offset, text: quoted, literal: { kind: 'string', value } };
  }
  const sign = matchAt(SIGN, text, offset);
  if (sign !== null) return { kind: 'sign', offset, text: sign };
  const bare = matchAt(BARE, text, offset);
  return bare === null ? faultAt(text, offset) : readBare(bare, offset);
}

function readBare(text: string, offset: number): Token {
  const literal = readNumber(text) ?? readOffset(text) ?? readDate(text);
  if (literal !== null) return { kind: 'literal', offset, text, literal };
  if (WORD.test(text)) return { kind: 'word', offset, text };
  return { kind: 'fault', offset, text, why: whyNoWord(text) };
}

function readNumber(text: string): Literal | null {
  return NUMBER.test(text) ? { kind: 'number', value: Number(text), text } : null;
}

function readOffset(text: string): Literal | null {
  const named = NAMED_DAYS.get(text.toLowerCase());
  if (named) return { kind: 'offset', amount: named[0], unit: named[1], text };
  const match = OFFSET.exec(text);
  const unit = readUnit(match?.[2]);
  if (match === null || unit === null) return null;
  const amount = Number(match[1]);
  return isTooFar(amount, unit) ? null : { kind: 'offset', amount, unit, text };
}

/** An offset as it would be written, none is `today`; null when it is too far away. */
export function makeOffset(amount: number, unit: OffsetUnit): DateLiteral | null {
  if (amount === 0) return { kind: 'offset', amount: 0, unit: 'd', text: 'today' };
  const text = `${amount < 0 ? '' : '+'}${amount}${unit}`;
  return isTooFar(amount, unit) ? null : { kind: 'offset', amount, unit, text };
}

function isTooFar(amount: number, unit: OffsetUnit): boolean {
  return Math.abs(amount) * DAYS_IN[unit] > FARTHEST_DAYS;
}

function readUnit(text: string | undefined): OffsetUnit | null {
  return text === 'd' || text === 'w' || text === 'm' || text === 'y' ? text : null;
}

function readDate(text: string): Literal | null {
  if (isDay(text)) return { kind: 'day', day: text };
  const day = LOCAL_TIME.exec(text)?.[1];
  return day !== undefined && isDay(day) ? { kind: 'local-time', text } : null;
}

/** Whether a text is a day of the calendar, "YYYY-MM-DD"; 30 February is none. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Names the slip behind a piece that is neither a word nor a value. */
function whyNoWord(text: string): QueryFault {
  const shown = shorten(text);
  if (DAY.test(text) || /^\d{4}-\d{2}-\d{2}T/.test(text)) return whyNoDate(text, shown);
  if (/^\d+[-./]\d+[-./]\d+$/.test(text)) return { reason: 'no-date', text: shown };
  if (OFFSET.test(text)) return { reason: 'too-far', text: shown };
  if (/^\d+[dwmy]$/.test(text)) return { reason: 'no-sign', text: shown };
  if (/^[+-]\d+[a-z]+$/i.test(text)) return { reason: 'no-offset', text: shown };
  if (/^[+-]?[\d.]/.test(text)) return { reason: 'no-number', text: shown };
  return { reason: 'no-name', token: shown };
}

function whyNoDate(text: string, shown: string): QueryFault {
  if (!isDay(text.slice(0, 10))) return { reason: 'no-such-day', text: shown.slice(0, 10) };
  return { reason: 'no-time', text: shown };
}

function faultAt(text: string, offset: number): Token {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return { kind: 'fault', offset, text: character, why: whyNoToken(text, offset, character) };
}

function whyNoToken(text: string, offset: number, character: string): QueryFault {
  if (character === "'") return whyNoString(text, offset);
  if ('"“”„‘’`´'.includes(character))
    return { reason: 'unexpected-sign', sign: character, because: 'quotes' };
  if (/\p{Sc}/u.test(character))
    return { reason: 'unexpected-sign', sign: character, because: 'currency' };
  if (character === '&' || character === '|')
    return { reason: 'unexpected-sign', sign: character, because: 'joins' };
  return { reason: 'unexpected-sign', sign: character, because: null };
}

function whyNoString(text: string, offset: number): QueryFault {
  const good = matchAt(/'(?:[^'\\]|\\['\\])*/y, text, offset) ?? '';
  return offset + good.length < text.length
    ? { reason: 'bad-escape' }
    : { reason: 'no-closing-quote' };
}

/** Long pieces are cut in messages: they go into chat. */
export function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}

function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}
