// Text → condition tree, with the place and the reason of every error.
import { type Clause, clauseText, parseClause } from './clause.ts';
import { type Cursor, createCursor, type Misstep, SyntaxFault, unexpected } from './cursor.ts';
import { type QueryFault, queryFaultText } from './query-fault.ts';

/**
 * A condition as a tree, plain data. The language is Shopify's for customer segments; beyond it we take a NOT before
 * a clause, `IN` outside MATCHES, and keywords in lower case.
 */
export type Condition =
  | { readonly kind: 'and'; readonly children: readonly Condition[] }
  | { readonly kind: 'or'; readonly children: readonly Condition[] }
  | { readonly kind: 'not'; readonly child: Condition }
  | Clause;

/** One error: lines count from 1, columns and offsets from 0, as in Shopify's own messages. */
export type QueryError = {
  readonly why: QueryFault;
  /** The same in English. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
};

/** A query read, or everything that is wrong with it: what stopped the reading first. */
export type ParsedQuery =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly errors: readonly [QueryError, ...QueryError[]] };

export type QueryOptions = {
  /** Inside an automation that an event starts: `event.total` and the like. */
  readonly allowEventFields?: boolean;
  /** With event fields: also those of `custom.` events, of any name. Unset: yes. */
  readonly allowCustomFields?: boolean;
  /** Unset: 10, as in Shopify; with more the query cannot be saved there. */
  readonly maxClauses?: number;
};

/** Limits of the segment query language reference, and of our own stack. */
const MAX_CLAUSES = 10;
const MAX_LENGTH = 5000;
const MAX_DEPTH = 100;

/** Reads a query. Names are looked up and types checked, so that what is read can be explained. */
export function parseQuery(text: string, options: QueryOptions = {}): ParsedQuery {
  if (isTooLong(text))
    return failWith(text, [{ offset: 0, why: { reason: 'too-long', most: MAX_LENGTH } }]);
  if (text.trim() === '') return failWith(text, [{ offset: 0, why: { reason: 'blank' } }]);
  const cursor = createCursor(text, scopeOf(options));
  try {
    const condition = parseWhole(cursor, options.maxClauses ?? MAX_CLAUSES);
    const [first, ...others] = cursor.noted();
    return first === undefined ? { ok: true, condition } : failWith(text, [first, ...others]);
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return failWith(text, [error, ...cursor.noted()]);
  }
}

/** A condition as it would be written, with the fewest parentheses; reading it again gives the same tree. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
      return joinChildren(condition.children, 'AND', ['and', 'or']);
    case 'or':
      return joinChildren(condition.children, 'OR', ['or']);
    case 'not':
      return `NOT ${wrap(condition.child, ['and', 'or'])}`;
    default:
      return clauseText(condition);
  }
}

/** The leaves of a condition, from left to right. */
export function clausesOf(condition: Condition): readonly Clause[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.children.flatMap(clausesOf);
    case 'not':
      return clausesOf(condition.child);
    default:
      return [condition];
  }
}

function joinChildren(
  children: readonly Condition[],
  word: string,
  wrapped: readonly Condition['kind'][],
): string {
  return children.map((child) => wrap(child, wrapped)).join(` ${word} `);
}

function wrap(child: Condition, wrapped: readonly Condition['kind'][]): string {
  const text = conditionText(child);
  return wrapped.includes(child.kind) ? `(${text})` : text;
}

/** Counts what is bounded while reading. */
type Budget = { readonly maxClauses: number; clauses: number; depth: number };

function parseWhole(cursor: Cursor, maxClauses: number): Condition {
  const condition = parseOr(cursor, { maxClauses, clauses: 0, depth: 0 });
  if (cursor.peek().kind !== 'end') throw unexpected(cursor.peek(), { kind: 'end' });
  return condition;
}

function parseOr(cursor: Cursor, budget: Budget): Condition {
  const [first, ...others] = parseJoined(cursor, 'OR', () => parseAnd(cursor, budget));
  return others.length === 0 ? first : { kind: 'or', children: [first, ...others] };
}

function parseAnd(cursor: Cursor, budget: Budget): Condition {
  const [first, ...others] = parseJoined(cursor, 'AND', () => parseUnary(cursor, budget));
  return others.length === 0 ? first : { kind: 'and', children: [first, ...others] };
}

function parseJoined(
  cursor: Cursor,
  word: string,
  parsePart: () => Condition,
): readonly [Condition, ...Condition[]] {
  const first = parsePart();
  const others: Condition[] = [];
  while (cursor.takeKeyword(word)) others.push(parsePart());
  return [first, ...others];
}

function parseUnary(cursor: Cursor, budget: Budget): Condition {
  const start = cursor.peek();
  if (cursor.takeKeyword('NOT')) {
    return descend(budget, start.offset, () => ({
      kind: 'not',
      child: parseUnary(cursor, budget),
    }));
  }
  if (!cursor.takeSign('(')) return parseCounted(cursor, budget);
  const inner = descend(budget, start.offset, () => parseOr(cursor, budget));
  if (!cursor.takeSign(')'))
    throw unexpected(cursor.peek(), { kind: 'written', either: ["')'", 'AND', 'OR'] });
  return inner;
}

/** Thousands of nested parentheses would exhaust the stack: nobody means them. */
function descend(budget: Budget, offset: number, parseInner: () => Condition): Condition {
  budget.depth += 1;
  if (budget.depth > MAX_DEPTH)
    throw new SyntaxFault({ offset, why: { reason: 'too-deep', most: MAX_DEPTH } });
  const inner = parseInner();
  budget.depth -= 1;
  return inner;
}

function parseCounted(cursor: Cursor, budget: Budget): Condition {
  const { offset } = cursor.peek();
  const clause = parseClause(cursor);
  budget.clauses += 1;
  if (budget.clauses === budget.maxClauses + 1)
    cursor.note({ offset, why: { reason: 'too-many-clauses', most: budget.maxClauses } });
  return clause;
}

function scopeOf(options: QueryOptions): Cursor['scope'] {
  const event = options.allowEventFields === true;
  return { event, custom: event && options.allowCustomFields !== false };
}

/** Characters, not UTF-16 units; texts far beyond are not counted out. */
function isTooLong(text: string): boolean {
  if (text.length <= MAX_LENGTH) return false;
  return text.length > 2 * MAX_LENGTH || Array.from(text).length > MAX_LENGTH;
}

function failWith(text: string, [first, ...others]: readonly [Misstep, ...Misstep[]]): ParsedQuery {
  const errors = others.map((misstep) => placeOf(text, misstep));
  return { ok: false, errors: [placeOf(text, first), ...errors] };
}

function placeOf(text: string, { why, offset }: Misstep): QueryError {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const message = queryFaultText(why);
  return { why, message, offset, line: before.split('\n').length, column: offset - lineStart };
}
