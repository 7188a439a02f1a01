// Where a reader stands in a query that need not be finished: what was read decides what may come next.
import type { Asked } from './check.ts';
import { askedOf } from './clause.ts';
import type { FieldScope } from './field.ts';
import { findField } from './fields.ts';
import { findFunction } from './functions.ts';
import type { Token } from './tokens.ts';

/** A place in a query, named for what may stand there. */
export type Place = {
  readonly at:
    | 'clause'
    | 'operator'
    | 'negated-operator'
    | 'null'
    | 'value'
    | 'between-and'
    | 'list-open'
    | 'list-value'
    | 'list-next'
    | 'connector'
    | 'matches'
    | 'negated-matches'
    | 'params-open'
    | 'param'
    | 'param-next'
    | 'anniversary-open'
    | 'anniversary-name'
    | 'anniversary-close'
    /** Something before cannot be read: nothing is known of what follows. */
    | 'nowhere';
  /** What is asked about at this place. */
  readonly asked: Asked | null;
  /** The function whose parameters are being read, and those that were. */
  readonly owner: string | null;
  readonly params: readonly string[];
  /** The value is the first of BETWEEN. */
  readonly between: boolean;
  /** Open parentheses around the clause. */
  readonly depth: number;
};

/** The beginning of a query. */
export const START: Place = {
  at: 'clause',
  asked: null,
  owner: null,
  params: [],
  between: false,
  depth: 0,
};

const ANNIVERSARY: Asked = { name: 'anniversary', type: 'date' };

/** The place after one more token. */
export function stepOver(place: Place, token: Token, scope: FieldScope): Place {
  const word = token.kind === 'word' || token.kind === 'sign' ? token.text.toUpperCase() : '';
  switch (place.at) {
    case 'clause':
      return stepOverClause(place, token, word, scope);
    case 'operator':
      return stepOverOperator(place, word);
    case 'negated-operator':
      return stepOn(place, word, { CONTAINS: 'value', IN: 'list-open' });
    case 'null':
      return word === 'NOT' ? place : word === 'NULL' ? endOfCheck(place) : lost(place);
    case 'value':
      return stepOverValue(place, token, word);
    case 'between-and':
      return stepOn({ ...place, between: false }, word, { AND: 'value' });
    case 'list-open':
      return stepOn(place, word, { '(': 'list-value' });
    case 'list-value':
      return isValue(token, word) ? { ...place, at: 'list-next' } : lost(place);
    case 'list-next':
      return word === ')' ? endOfCheck(place) : stepOn(place, word, { ',': 'list-value' });
    case 'connector':
      return stepOverConnector(place, word);
    default:
      return stepInFunction(place, token, word);
  }
}

function stepInFunction(place: Place, token: Token, word: string): Place {
  switch (place.at) {
    case 'matches':
      return stepOn(place, word, {
        MATCHES: 'params-open',
        NOT_MATCHES: 'params-open',
        NOT: 'negated-matches',
      });
    case 'negated-matches':
      return stepOn(place, word, { MATCHES: 'params-open' });
    case 'params-open':
      return stepOn(place, word, { '(': 'param' });
    case 'param':
      return word === ')' ? endOfFunction(place) : stepOverParam(place, token);
    case 'param-next':
      return word === ')' ? endOfFunction(place) : stepOn(place, word, { ',': 'param' });
    case 'anniversary-open':
      return stepOn(place, word, { '(': 'anniversary-name' });
    case 'anniversary-name':
      return token.kind === 'literal' ? { ...place, at: 'anniversary-close' } : lost(place);
    case 'anniversary-close':
      return stepOn({ ...place, asked: ANNIVERSARY }, word, { ')': 'operator' });
    default:
      return lost(place);
  }
}

function stepOverClause(place: Place, token: Token, word: string, scope: FieldScope): Place {
  if (word === 'NOT') return place;
  if (word === '(') return { ...place, depth: place.depth + 1 };
  if (token.kind !== 'word') return lost(place);
  if (token.text === 'anniversary') return { ...place, at: 'anniversary-open' };
  if (findFunction(token.text) !== null) return { ...place, at: 'matches', owner: token.text };
  const field = findField(token.text, scope);
  return { ...place, at: 'operator', asked: field === null ? null : askedOf(field) };
}

function stepOverOperator(place: Place, word: string): Place {
  if (['=', '!=', '>', '>=', '<', '<='].includes(word)) return { ...place, at: 'value' };
  if (word === 'BETWEEN') return { ...place, at: 'value', between: true };
  return stepOn(place, word, {
    CONTAINS: 'value',
    IN: 'list-open',
    IS: 'null',
    NOT: 'negated-operator',
  });
}

function stepOverValue(place: Place, token: Token, word: string): Place {
  if (!isValue(token, word)) return lost(place);
  return place.between ? { ...place, at: 'between-and' } : endOfCheck(place);
}

function stepOverConnector(place: Place, word: string): Place {
  if (word === 'AND' || word === 'OR') return { ...START, depth: place.depth };
  return word === ')' && place.depth > 0 ? { ...place, depth: place.depth - 1 } : lost(place);
}

function stepOverParam(place: Place, token: Token): Place {
  const known = findFunction(place.owner ?? '');
  if (token.kind !== 'word') return lost(place);
  const type = known !== null && Object.hasOwn(known, token.text) ? known[token.text] : undefined;
  const asked = type === undefined ? null : { name: token.text, type };
  return { ...place, at: 'operator', asked, params: [...place.params, token.text] };
}

function stepOn(place: Place, word: string, ways: Readonly<Record<string, Place['at']>>): Place {
  const at = Object.hasOwn(ways, word) ? ways[word] : undefined;
  return at === undefined ? lost(place) : { ...place, at };
}

function endOfCheck(place: Place): Place {
  return { ...place, at: place.owner === null ? 'connector' : 'param-next', asked: null };
}

function endOfFunction(place: Place): Place {
  return { ...START, at: 'connector', depth: place.depth };
}

function lost(place: Place): Place {
  return { ...place, at: 'nowhere' };
}

function isValue(token: Token, word: string): boolean {
  return token.kind === 'literal' || word === 'TRUE' || word === 'FALSE';
}
