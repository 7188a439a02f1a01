// What can be wrong with a query: one reason each, with its values. Every other language than English is the catalogue's.
import { nearestName } from '../nearest.ts';

/** What could have stood where something else does. */
export type Expected =
  | { readonly kind: 'filter' | 'operator' | 'value' | 'second-value' | 'parameter' | 'end' }
  | { readonly kind: 'operator-of'; readonly operators: readonly string[] }
  /** Exactly one of these, as they are written. */
  | { readonly kind: 'written'; readonly either: readonly string[] };

/** Names that may be meant: the nearest one, else all, as long as they are few. */
export type Hint = { readonly nearest: string | null; readonly known: readonly string[] };

/** What a name takes. */
export type Takes = 'number' | 'whole-number' | 'id' | 'date' | 'text';

/** What cannot stand where it stands, or is too much. */
type Misplaced =
  | {
      readonly reason: 'too-long' | 'too-deep' | 'too-many-clauses' | 'list-too-long';
      readonly most: number;
    }
  | { readonly reason: 'blank' | 'no-closing-quote' | 'bad-escape' }
  | { readonly reason: 'ends-early'; readonly expected: Expected }
  | { readonly reason: 'unexpected'; readonly token: string; readonly expected: Expected }
  | { readonly reason: 'unquoted' | 'no-name'; readonly token: string }
  | {
      readonly reason: 'unexpected-sign';
      readonly sign: string;
      readonly because: 'quotes' | 'currency' | 'joins' | null;
    };

/** A name that is none, or that cannot be asked so. */
export type Misasked =
  | { readonly reason: 'no-field' | 'no-function'; readonly name: string; readonly hint: Hint }
  | {
      readonly reason: 'no-parameter';
      readonly of: string;
      readonly name: string;
      readonly hint: Hint;
    }
  | { readonly reason: 'only-true-or-false' | 'anniversary-of-what' | 'mixed-list' }
  | {
      readonly reason:
        | 'event-only'
        | 'twice'
        | 'no-anniversary'
        | 'is-list'
        | 'no-list'
        | 'no-order';
      readonly name: string;
    }
  | {
      readonly reason: 'takes';
      readonly name: string;
      readonly takes: Takes;
      readonly seen: string;
    }
  | {
      readonly reason: 'never';
      readonly name: string;
      readonly seen: string;
      readonly legal: readonly string[];
      readonly nearest: string | null;
    };

/** A value that is none as it is written. */
export type Miswritten = {
  readonly reason:
    | 'no-such-day'
    | 'no-time'
    | 'no-date'
    | 'too-far'
    | 'no-sign'
    | 'no-offset'
    | 'no-number';
  readonly text: string;
};

export type QueryFault = Misplaced | Misasked | Miswritten;

/** What may be meant by a name that is none. */
export function hintOf(word: string, names: readonly string[]): Hint {
  const nearest = nearestName(word, names);
  return { nearest, known: nearest !== null || names.length > 25 ? [] : names };
}

/** The fault in English, for files and for JSON, and for who speaks it. Texts in it are untrusted. */
export function queryFaultText(fault: QueryFault): string {
  switch (fault.reason) {
    case 'too-long':
      return `Query is too long (maximum is ${fault.most} characters).`;
    case 'too-deep':
      return `More than ${fault.most} levels are too deep.`;
    case 'too-many-clauses':
      return `A query has at most ${fault.most} clauses.`;
    case 'list-too-long':
      return `A list holds at most ${fault.most} values.`;
    case 'blank':
      return "Query can't be blank.";
    case 'no-closing-quote':
      return 'This text has no closing quote.';
    case 'bad-escape':
      return "Only \\' and \\\\ may follow the sign \\ in a text.";
    case 'ends-early':
      return `The query ends too early: expected ${expectedText(fault.expected)}.`;
    case 'unexpected':
      return `'${fault.token}' is unexpected: expected ${expectedText(fault.expected)}.`;
    case 'unquoted':
      return `'${fault.token}' is unexpected: texts stand in single quotes, '${fault.token}'.`;
    case 'no-name':
      return `'${fault.token}' is unexpected: names have lower-case letters, digits, underscores and dots.`;
    case 'unexpected-sign':
      return signText(fault.sign, fault.because);
    default:
      return 'text' in fault ? writtenText(fault) : askedText(fault);
  }
}

/** Of names, and of what may be asked of them. */
function askedText(fault: Misasked): string {
  switch (fault.reason) {
    case 'no-field':
      return `'${fault.name}' filter cannot be found.${hintText(fault.hint)}`;
    case 'no-function':
      return `'${fault.name}' function cannot be found.${hintText(fault.hint)}`;
    case 'no-parameter':
      return `${fault.of} has no parameter '${fault.name}'.${hintText(fault.hint)}`;
    case 'event-only':
      return `'${fault.name}' is known only inside automations that an event starts.`;
    case 'twice':
      return `'${fault.name}' may stand only once in one MATCHES.`;
    case 'only-true-or-false':
      return 'Only true or false may follow.';
    case 'anniversary-of-what':
      return "anniversary takes a name in single quotes, such as 'birthday'.";
    case 'mixed-list':
      return 'The values of a list must be of one kind.';
    case 'no-anniversary':
      return `${fault.name} is no date: only dates have an anniversary.`;
    case 'is-list':
      return `${fault.name} is a list: ask with CONTAINS or NOT CONTAINS.`;
    case 'no-list':
      return `${fault.name} is no list: CONTAINS cannot be asked of it.`;
    case 'no-order':
      return `${fault.name} has no order: ask with = or !=.`;
    case 'takes':
      return `${fault.name} takes ${TAKES[fault.takes]}, not ${fault.seen}.`;
    case 'never': {
      const legal = fault.legal.map((value) => `'${value}'`).join(', ');
      return `${fault.name} is never ${fault.seen}: it is one of ${legal}.${nearText(fault.nearest)}`;
    }
  }
}

/** Of values that are none as they are written. */
function writtenText(fault: Miswritten): string {
  switch (fault.reason) {
    case 'no-such-day':
      return `'${fault.text}' is not a day of the calendar.`;
    case 'no-time':
      return `'${fault.text}' is no time: write it as 2024-03-31T18:30:00, on the shop's clock, without a zone.`;
    case 'no-date':
      return `'${fault.text}' is no date: write it as year-month-day, 2024-03-31.`;
    case 'too-far':
      return `'${fault.text}' is too far away.`;
    case 'no-sign':
      return `'${fault.text}' needs a sign: -${fault.text} is in the past.`;
    case 'no-offset':
      return `'${fault.text}' is no offset: the units are d, w, m (months) and y, as in -90d.`;
    case 'no-number':
      return `'${fault.text}' is no number: write digits and a decimal point only, as in 1500.50.`;
  }
}

const TAKES: Readonly<Record<Takes, string>> = {
  number: 'a number',
  'whole-number': 'a whole number',
  id: 'an id in digits, or a text in single quotes',
  date: 'a date such as 2024-03-31, -90d or today',
  text: 'a text in single quotes',
};

function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case 'filter':
      return 'a filter such as amount_spent';
    case 'operator':
      return 'an operator such as = or >';
    case 'operator-of':
      return `an operator: ${expected.operators.join(', ')}`;
    case 'value':
      return "a value such as 500, 'VIP' or -90d";
    case 'second-value':
      return 'AND and a second value';
    case 'parameter':
      return 'a parameter';
    case 'end':
      return 'AND, OR or the end';
    case 'written':
      return expected.either.join(', ').replace(/, ([^,]+)$/, ' or $1');
  }
}

function signText(sign: string, because: 'quotes' | 'currency' | 'joins' | null): string {
  switch (because) {
    case 'quotes':
      return `${sign} is unexpected: texts stand in single quotes, 'VIP'.`;
    case 'currency':
      return `'${sign}' is unexpected: amounts are written without a currency sign.`;
    case 'joins':
      return `'${sign}' is unexpected: join clauses with AND or OR.`;
    case null:
      return `'${sign}' is unexpected.`;
  }
}

/** What may be meant, as a sentence of its own with a space before it. */
export function hintText({ nearest, known }: Hint): string {
  if (nearest !== null) return nearText(nearest);
  return known.length === 0 ? '' : ` Known here: ${known.join(', ')}.`;
}

function nearText(nearest: string | null): string {
  return nearest === null ? '' : ` Did you mean '${nearest}'?`;
}
