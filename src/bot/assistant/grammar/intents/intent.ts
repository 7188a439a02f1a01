// What an intent is: a command, what must be said for it, what may be, and its arguments.
import type { Kind } from '../cover.ts';
import type { Concept } from '../lexicon/phrases-en.ts';
import type { SlotKind } from './slots.ts';

/** A phrase of a concept, or a part of a kind, written with a colon before it. */
type Need = Concept | `:${Kind}`;

/** One way to mean a command. */
export type Intent = {
  readonly command: string;
  /** One of each must be said. */
  readonly needs: readonly (Need | readonly Need[])[];
  /** These may be said besides. */
  readonly may?: readonly Concept[];
  /** These are passed over: what is shown says them anyway. */
  readonly passes?: readonly Concept[];
  /** Meant only right after one of these commands. */
  readonly after?: readonly string[];
  /** Meant only by what is asked with a question word. */
  readonly asked?: true;
  /** Parts that may be said and are no argument. */
  readonly mentions?: readonly Kind[];
  /** Arguments that must be found, in the order in which they are looked for. */
  readonly args?: Readonly<Record<string, SlotKind>>;
  /** Arguments that may be found. */
  readonly options?: Readonly<Record<string, SlotKind>>;
  /** An argument's value that follows from something being said. */
  readonly said?: readonly (readonly [concept: Concept, arg: string, value: string])[];
  readonly fixed?: Readonly<Record<string, string>>;
  /** What of a customer was asked for, where the answer begins with it. */
  readonly facet?: Facet;
  /** What was said and the card leaves out: it is told first. */
  readonly caveat?: Caveat;
};

/** What a card leaves out of what was asked. */
export type Caveat = 'period' | 'amount' | 'measure' | 'outcome';

/** What can be asked of one customer. */
export type Facet =
  | 'orders'
  | 'refunds'
  | 'tier'
  | 'tags'
  | 'spent'
  | 'consent'
  | 'last-order'
  | 'first-order'
  | 'cases'
  | 'contact'
  | 'average';

/** What can be asked of a customer: all of it stands on one card. */
export const TOPICS: readonly Concept[] = [
  'order',
  'refund',
  'tier',
  'vip',
  'spent',
  'average',
  'money',
  'product',
  'times',
  'when',
  'last',
  'in',
  'during',
  'past',
  'before',
  'email',
  'consent',
  'inactive',
  'case',
  'count',
  'list',
  'show',
  'customer',
  'everyone',
  'open',
  'notes',
  'tagsOf',
  'joined',
  'once',
  'mailed',
  'codesUsed',
  'repeat',
  'firstTimer',
  'top',
  'vips',
  'abandoned',
  'unsubscribed',
  'sms',
  'unhappy',
  'csat',
  'most',
  'live_in',
  'newcomer',
];

/** What asks for something to be shown. */
export const ASK = ['show', 'list', 'whether'] as const;

/** The same, or how many there are. */
export const COUNT = ['show', 'list', 'count', 'whether'] as const;
