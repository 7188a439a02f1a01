// What a kind of argument is: the parts it may be, the words around it, and how it is found.
import type { Kind, Step, Wanted } from '../cover.ts';
import type { Concept } from '../lexicon/phrases-en.ts';

/** What was spoken of before, for "her", "them" and "it". */
export type Spoken = {
  readonly customer: string | null;
  /** A segment's name or a query. */
  readonly people: string | null;
  /** Which of both was spoken of last: "their" may be either's. */
  readonly last: 'customer' | 'people' | null;
  /** Ids of a case, an approval, a task, by their prefix, and the `last` of them; `command`, `automation` and `template` of the sentence before. */
  readonly things: Readonly<Record<string, string>>;
};

/** Between names of which one is meant: who it is shows when they are looked up. */
export const EITHER = '\n';

/** What a sentence leaves out is less sure than what it names. */
export const ELLIPSIS = 0.6;

/** An argument as found. `used` are the numbers of the steps it was found in. */
export type Found = {
  readonly value: string;
  readonly used: readonly number[];
  readonly cost?: number;
};

/** What a kind of argument is looked for in. */
export type Asked = {
  readonly steps: readonly Step[];
  readonly used: ReadonlySet<number>;
  readonly spoken: Spoken;
  /** The sentence has no subject of its own: it goes on about whom was spoken of. */
  readonly goesOn: boolean;
  /** What is to be done is said, so that what it is done to may be left out. */
  readonly saysWhat: boolean;
};

/** One kind of argument: the parts it may be, the words around it, and how it is found. */
export type Slot = {
  readonly takes: readonly Kind[];
  /** Where it cannot be found without it: one of these must be said. */
  readonly needs?: Wanted['needs'][number];
  readonly may?: readonly Concept[];
  readonly find: (asked: Asked) => Found | null;
};
