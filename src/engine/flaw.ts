// What can be wrong in a file of the playbook: one reason each, with its values. The catalogue has the sentences.
import { type Hint, hintOf, type QueryFault } from './segments/query-fault.ts';
import type { Unanswerable } from './segments/unanswerable.ts';

/** Reasons without values; a schema refuses with them as its message. */
export const PLAIN_FLAWS = [
  'missing',
  'empty',
  'action',
  'action-missing',
  'amount',
  'attribute',
  'attribute-missing',
  'attribute-value',
  'clock',
  'code-prefix',
  'comma',
  'condition',
  'credentials',
  'cron',
  'currency',
  'date-of',
  'date-offset',
  'days',
  'duration',
  'entries-missing',
  'event-or-list',
  'event-missing',
  'event-name',
  'exit',
  'host',
  'holdout',
  'hours-alike',
  'levels-without-from',
  'name',
  'negative',
  'office-duration',
  'own-entry',
  'percent-of-tier',
  'percent-or-amount',
  'quiet-hours',
  'reentry',
  'release-word',
  'segment-entry',
  'segment-list',
  'segment-name',
  'subject-missing',
  'team-missing',
  'template-name',
  'tier-percent-missing',
  'time-zone',
  'trigger-missing',
  'trigger-surplus',
  'twin-level',
  'url',
  'usual',
  'utf-8',
  'whole-number',
] as const;
export type PlainFlaw = (typeof PLAIN_FLAWS)[number];

/** What a name should be one of. */
export type Nameable =
  | 'action'
  | 'event'
  | 'key'
  | 'trigger'
  | 'tier'
  | 'person'
  | 'person-or-role'
  | 'template'
  | 'segment'
  | 'host'
  | 'language';

/** What kind of value stands where another should. */
export type ValueKind = 'text' | 'number' | 'whole-number' | 'boolean' | 'keys' | 'list' | 'other';

export type Flaw =
  /** `hint` is null where there is none of them yet. */
  | {
      readonly reason: 'unknown';
      readonly what: Nameable;
      readonly name: string;
      readonly hint: Hint | null;
    }
  | { readonly reason: 'not-among'; readonly hint: Hint; readonly values: readonly string[] }
  | { readonly reason: 'kind'; readonly kind: ValueKind }
  | { readonly reason: 'at-least' | 'more-than'; readonly bound: number }
  /** A length of time stands as it is written. */
  | { readonly reason: 'at-most'; readonly bound: number | string }
  | { readonly reason: 'between'; readonly from: number; readonly to: number }
  | { readonly reason: 'too-long' | 'too-many' | 'too-few'; readonly bound: number }
  | { readonly reason: 'beside'; readonly other: string }
  | { readonly reason: 'over-limit'; readonly limit: string; readonly most: number }
  | {
      readonly reason: 'query';
      readonly line: number;
      readonly column: number;
      readonly why: QueryFault;
    }
  | { readonly reason: 'unanswerable'; readonly asked: Unanswerable }
  | AmountFlaw
  | FileFlaw
  | { readonly reason: 'in-text'; readonly line: number; readonly flaw: Flaw }
  | LiquidFlaw;

/** Of amounts, and of the levels that they bound. */
export type AmountFlaw =
  | { readonly reason: 'no-amount' | 'whole-units'; readonly currency: string }
  | { readonly reason: 'decimals'; readonly most: number; readonly currency: string }
  | { readonly reason: 'not-above'; readonly from: string; readonly level: string }
  | { readonly reason: 'upto-below'; readonly from: string }
  | { readonly reason: 'reaches-into'; readonly from: string; readonly level: string };

/** Of whole files, of what stands beside each other in one, and of what a reason alone says. */
export type FileFlaw =
  | { readonly reason: PlainFlaw }
  | { readonly reason: 'no-code' | 'no-marketing'; readonly template: string }
  | { readonly reason: 'name-taken' | 'no-original'; readonly file: string }
  /** `name` is what it must be. */
  | { readonly reason: 'other-name'; readonly name: string }
  | { readonly reason: 'misplaced' | 'keys'; readonly known: readonly string[] }
  | { readonly reason: 'too-large'; readonly kibibytes: number }
  | { readonly reason: 'unreadable'; readonly code: string }
  /** `detail` is what the YAML library says, in English. */
  | { readonly reason: 'yaml'; readonly code: string | null; readonly detail: string };

/** What is wrong with Liquid; `detail` is what the template engine says, in English. */
export type LiquidFlaw =
  | { readonly reason: 'liquid'; readonly detail: string }
  | { readonly reason: 'no-value'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly reason: 'no-member';
      readonly name: string;
      readonly member: string;
      readonly known: readonly string[];
    };

/** What holds until a flaw of team.yml is mended. */
export type Meanwhile =
  | { readonly kind: 'tiers-stay' }
  | { readonly kind: 'strictest'; readonly limits: readonly string[] };

/** A name that none of the known ones is, with the nearest. */
export function unknownName(what: Nameable, name: string, names: readonly string[]): Flaw {
  const hint = names.length === 0 ? null : hintOf(name, names);
  return { reason: 'unknown', what, name, hint };
}

/** For a schema: the reason as its message. */
export function as(error: PlainFlaw): { readonly error: PlainFlaw } {
  return { error };
}

/** For a schema that refuses with values. */
export function withFlaw(flaw: Flaw): { readonly params: { readonly flaw: Flaw } } {
  return { params: { flaw } };
}
