// What may stand next in a query that is still being written: names, operators, values, keywords.
import { type Asked, operatorsOf } from './check.ts';
import { EVENT_FIELDS } from './event-fields.ts';
import type { Field, FieldScope } from './field.ts';
import { CUSTOMER_FIELDS, fieldNames, findField } from './fields.ts';
import { describeFunction, functionNames } from './functions.ts';
import { type Place, START, stepOver } from './place.ts';
import { literalText, type Token, tokenize } from './tokens.ts';

/** One thing that may stand there, as it would be written. */
export type Suggestion = {
  readonly text: string;
  readonly kind: 'field' | 'function' | 'parameter' | 'operator' | 'value' | 'keyword';
  /** One line on what it is, where it has a name. */
  readonly meaning?: string;
};

/** What may replace the text from `from` up to the place that was asked about. */
export type Suggestions = {
  readonly from: number;
  /** What was begun there; the suggestions begin so, or at least hold it. */
  readonly begun: string;
  /** The field or parameter whose value may stand there, so that values in use can be added. */
  readonly asks: string | null;
  readonly suggestions: readonly Suggestion[];
};

/** Event fields are offered only where an event starts the automation that asks. */
export type SuggestOptions = { readonly allowEventFields?: boolean };

/**
 * What may stand at an offset of a text. The text need not be finished, and what follows the offset does not matter.
 * Nothing is suggested after something that cannot be read.
 */
export function suggestNext(
  text: string,
  offset: number,
  options: SuggestOptions = {},
): Suggestions {
  const before = text.slice(0, Math.max(0, offset));
  const { read, begun } = splitBegun(before);
  const event = options.allowEventFields === true;
  const scope = { event, custom: event };
  let place = START;
  for (const token of read) place = stepOver(place, token, scope);
  const all = place.at === 'nowhere' ? [] : offersAt(place, scope);
  return {
    from: before.length - begun.length,
    begun,
    asks: place.at === 'value' || place.at === 'list-value' ? (place.asked?.name ?? null) : null,
    suggestions: pick(all, begun),
  };
}

/** The whole tokens, and what is begun at the very end: a word, a number, a text without its closing quote. */
function splitBegun(text: string): { readonly read: readonly Token[]; readonly begun: string } {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'end');
  const last = tokens.at(-1);
  if (last === undefined) return { read: [], begun: '' };
  if (last.kind === 'fault') return { read: tokens.slice(0, -1), begun: text.slice(last.offset) };
  const open = last.offset + last.text.length === text.length;
  const whole = last.kind === 'sign' || last.text.startsWith("'");
  if (!open || whole) return { read: tokens, begun: '' };
  return { read: tokens.slice(0, -1), begun: last.text };
}

/** Those that begin as the text does first, then those that hold it; quotes do not matter. */
function pick(all: readonly Suggestion[], begun: string): readonly Suggestion[] {
  const wanted = begun.replace(/^'/, '').toLowerCase();
  const bare = ({ text }: Suggestion): string => text.replace(/^'/, '').toLowerCase();
  return [
    ...all.filter((one) => bare(one).startsWith(wanted)),
    ...all.filter((one) => !bare(one).startsWith(wanted) && bare(one).includes(wanted)),
  ];
}

function offersAt(place: Place, scope: FieldScope): readonly Suggestion[] {
  switch (place.at) {
    case 'clause':
      return clauseOffers(scope);
    case 'operator':
      return operatorOffers(place.asked);
    case 'negated-operator':
      return afterWord(operatorOffers(place.asked), 'NOT ');
    case 'null':
      return keywords('NULL', 'NOT NULL');
    case 'value':
    case 'list-value':
      return valueOffers(place.asked);
    case 'connector':
      return keywords('AND', 'OR', ...(place.depth > 0 ? [')'] : []));
    case 'matches':
      return keywords('MATCHES', 'NOT MATCHES');
    case 'param':
      return paramOffers(place);
    case 'anniversary-name':
      return dateFields(scope).map(({ name, meaning }) => ({
        text: `'${name}'`,
        kind: 'field',
        meaning,
      }));
    default:
      return keywords(...(SIGNS[place.at] ?? []));
  }
}

const SIGNS: Partial<Record<Place['at'], readonly string[]>> = {
  'between-and': ['AND'],
  'list-open': ['('],
  'list-next': [',', ')'],
  'negated-matches': ['MATCHES'],
  'params-open': ['('],
  'param-next': [',', ')'],
  'anniversary-open': ['('],
  'anniversary-close': [')'],
};

function clauseOffers(scope: FieldScope): readonly Suggestion[] {
  const fields = fieldNames(scope).map((name): Suggestion => {
    const meaning = findField(name, scope)?.meaning ?? '';
    return { text: name, kind: 'field', meaning };
  });
  const functions = functionNames().map((name): Suggestion => {
    const meaning = describeFunction(name)?.meaning ?? '';
    return { text: name, kind: 'function', meaning };
  });
  const anniversary = {
    text: 'anniversary',
    kind: 'function',
    meaning: 'the day of a date in any year',
  } as const;
  return [...fields, ...functions, anniversary, ...keywords('NOT', '(')];
}

function operatorOffers(asked: Asked | null): readonly Suggestion[] {
  const operators = operatorsOf(asked ?? { name: '', type: 'any' });
  return operators.map((text) => ({ text, kind: 'operator' }));
}

function afterWord(offers: readonly Suggestion[], word: string): readonly Suggestion[] {
  return offers
    .filter(({ text }) => text.startsWith(word))
    .map((offer) => ({ ...offer, text: offer.text.slice(word.length) }));
}

const DATES = ['today', 'yesterday', '-7d', '-30d', '-90d', '-6m', '-1y', '-2y'];

function valueOffers(asked: Asked | null): readonly Suggestion[] {
  const values = asked?.values?.map((value) => literalText({ kind: 'string', value })) ?? [];
  const dates = asked?.type === 'date' ? DATES : [];
  return [...values, ...dates].map((text) => ({ text, kind: 'value' }));
}

function paramOffers({ owner, params }: Place): readonly Suggestion[] {
  const known = owner === null ? null : describeFunction(owner);
  const names = Object.keys(known?.params ?? {}).filter(
    (name) => !params.includes(name) && known?.whyNot?.[name] === undefined,
  );
  return [...names.map((text): Suggestion => ({ text, kind: 'parameter' })), ...keywords(')')];
}

function dateFields(scope: FieldScope): readonly Field[] {
  const fields = scope.event ? [...CUSTOMER_FIELDS, ...EVENT_FIELDS] : CUSTOMER_FIELDS;
  return fields.filter(({ type }) => type === 'date');
}

function keywords(...texts: readonly string[]): readonly Suggestion[] {
  return texts.map((text) => ({ text, kind: 'keyword' }));
}
