// What a stretch of a sentence may be, and how far-fetched it is to read it so.

import type { Concept } from './lexicon/phrases-en.ts';
import type { PlaybookName } from './name.ts';

/** What a stretch of the sentence may be. */
export type Part =
  | { readonly kind: 'phrase'; readonly concepts: ReadonlySet<Concept> }
  | { readonly kind: 'name'; readonly of: PlaybookName['of']; readonly value: string }
  | { readonly kind: 'key' | 'quoted'; readonly text: string }
  | { readonly kind: 'id'; readonly prefix: string; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly unit: 'none' | 'money' | 'percent' }
  /** As the segment language writes it behind a sign: `90d`; hours and minutes it does not know. */
  | { readonly kind: 'duration'; readonly text: string; readonly isShort?: true }
  /** Whole days, both included. */
  | {
      readonly kind: 'days';
      readonly from: string;
      readonly to: string;
      /** What `to` lies in, where it is only today: "this month" is not over. */
      readonly runsUntil?: string;
      /** The day to come that has the same name. */
      readonly ahead?: string;
      /** What is as long, for what is counted from today on. */
      readonly length?: string;
    }
  /** A point in time to come, as tasks and cases read it: `friday 14:00`. */
  | { readonly kind: 'moment'; readonly text: string }
  /** Customers by what is said of them: a query; `narrows` where only those of the people before are meant. */
  | { readonly kind: 'people'; readonly query: string; readonly narrows?: true }
  | { readonly kind: 'word'; readonly text: string }
  /** Words to be kept as they are, a `todo` those that somebody is to be reminded of; `people` are those of them that may be somebody's name, the likeliest first. */
  | { readonly kind: 'text' | 'todo'; readonly text: string; readonly people: readonly string[] }
  | { readonly kind: 'mark' };

/** A part with where it stands, by the numbers of tokens, and how far-fetched it is to read it so. */
export type Edge = {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly part: Part;
};
