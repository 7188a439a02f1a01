// Walks over a query's tokens; a token that cannot stand where it does ends the reading with its place and reason.
import type { FieldScope } from './field.ts';
import type { Expected, QueryFault } from './query-fault.ts';
import { type Literal, shorten, type Token, tokenize } from './tokens.ts';

/** What is wrong at one place of the text. */
export type Misstep = { readonly offset: number; readonly why: QueryFault };

/** Thrown where reading cannot go on; `parseQuery` turns it into the first of its errors. */
export class SyntaxFault extends Error {
  readonly offset: number;
  readonly why: QueryFault;

  constructor(misstep: Misstep) {
    super(misstep.why.reason);
    this.name = 'SyntaxFault';
    this.offset = misstep.offset;
    this.why = misstep.why;
  }
}

/** The reader's place in the text, and what it has found amiss so far without having to stop. */
export type Cursor = {
  readonly scope: FieldScope;
  readonly peek: () => Token;
  /** Takes the next token whatever it is; the last one stays. */
  readonly take: () => Token;
  /** Takes the next token if it is this sign. */
  readonly takeSign: (sign: string) => Token | null;
  /** Takes the next token if it is this keyword, in capitals or not. */
  readonly takeKeyword: (keyword: string) => Token | null;
  /** Whether a keyword stands `ahead` tokens further on. */
  readonly sees: (keyword: string, ahead?: number) => boolean;
  /** Takes a literal, else throws; `true` and `false` are literals. */
  readonly takeLiteral: () => { readonly literal: Literal; readonly offset: number };
  /** Notes something wrong that does not hinder reading on. */
  readonly note: (misstep: Misstep) => void;
  readonly noted: () => readonly Misstep[];
};

const KEYWORDS = [
  ...['AND', 'OR', 'NOT', 'BETWEEN', 'IS', 'NULL', 'CONTAINS', 'IN', 'MATCHES', 'NOT_MATCHES'],
  ...['TRUE', 'FALSE'],
];

/** A cursor at the start of a text. */
export function createCursor(text: string, scope: FieldScope): Cursor {
  const tokens = tokenize(text);
  const missteps: Misstep[] = [];
  const last = tokens.at(-1) ?? { kind: 'end', offset: 0, text: '' };
  let position = 0;
  const look = (ahead: number): Token => tokens[position + ahead] ?? last;
  const take = (): Token => {
    const token = look(0);
    position = Math.min(position + 1, tokens.length - 1);
    return token;
  };
  const sees = (keyword: string, ahead = 0): boolean => isKeyword(look(ahead), keyword);
  return {
    scope,
    peek: () => look(0),
    take,
    sees,
    takeSign: (sign) => (isSign(look(0), sign) ? take() : null),
    takeKeyword: (keyword) => (sees(keyword) ? take() : null),
    takeLiteral: () => takeLiteral(look(0), take),
    note: (misstep) => missteps.push(misstep),
    noted: () => missteps,
  };
}

/** Whether a token is a name: a word that is no keyword. */
function isName(token: Token): boolean {
  return token.kind === 'word' && !KEYWORDS.includes(token.text.toUpperCase());
}

/** Ends the reading at a token that was not expected. */
export function unexpected(token: Token, expected: Expected): SyntaxFault {
  const { offset } = token;
  if (token.kind === 'fault') return new SyntaxFault({ offset, why: token.why });
  if (token.kind === 'end')
    return new SyntaxFault({ offset, why: { reason: 'ends-early', expected } });
  const why = { reason: 'unexpected', token: shorten(token.text), expected } as const;
  return new SyntaxFault({ offset, why });
}

/** Takes a name, else throws. */
export function takeName(cursor: Cursor, expected: Expected): Token {
  if (!isName(cursor.peek())) throw unexpected(cursor.peek(), expected);
  return cursor.take();
}

/** Takes a sign, else throws. */
export function expectSign(cursor: Cursor, sign: string): Token {
  const token = cursor.takeSign(sign);
  if (token === null) throw unexpected(cursor.peek(), { kind: 'written', either: [`'${sign}'`] });
  return token;
}

function isSign(token: Token, sign: string): boolean {
  return token.kind === 'sign' && token.text === sign;
}

function isKeyword(token: Token, keyword: string): boolean {
  return token.kind === 'word' && token.text.toUpperCase() === keyword;
}

function takeLiteral(
  token: Token,
  take: () => Token,
): { readonly literal: Literal; readonly offset: number } {
  if (token.kind === 'literal') {
    take();
    return { literal: token.literal, offset: token.offset };
  }
  if (isKeyword(token, 'TRUE') || isKeyword(token, 'FALSE')) {
    const value = take().text.toUpperCase() === 'TRUE';
    return { literal: { kind: 'boolean', value }, offset: token.offset };
  }
  if (isName(token))
    throw new SyntaxFault({
      offset: token.offset,
      why: { reason: 'unquoted', token: shorten(token.text) },
    });
  throw unexpected(token, { kind: 'value' });
}
