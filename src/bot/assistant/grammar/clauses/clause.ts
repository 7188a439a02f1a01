// One way to say something of customers: what must be said, and the query that says the same.

import type { Wanted } from '../cover.ts';
import type { Concept } from '../lexicon/phrases-en.ts';
import { countOf } from './clause-queries.ts';
import type { Said } from './said.ts';

/** One way to say something of customers. */
export type Clause = {
  readonly wanted: Wanted;
  /** The clause of the query; null when what was said does not add up. */
  readonly write: (said: Said) => string | null;
  /** Says by itself that it is about customers: "newsletter subscribers", "the top quarter". */
  readonly standsAlone: boolean;
};

/** How much is compared. */
export const COMPARE: readonly Concept[] = [
  'over',
  'under',
  'least',
  'most_',
  'exactly',
  'between',
  'and',
  'than',
  'longer',
  'older',
  'newer',
];
/** How times are said. */
export const WINDOW: readonly Concept[] = [
  'past',
  'during',
  'since',
  'after',
  'before',
  'ago',
  'between',
  'in',
  'and',
  'over',
  'longer',
  'least',
  'under',
  'older',
  'newer',
];
/** What may stand in any clause. */
export const LOOSE: readonly Concept[] = [
  'who',
  'that',
  'not',
  'without',
  'customer',
  'everyone',
  'in',
  'during',
  'when',
];

type Row = Wanted & { readonly write: Clause['write']; readonly standsAlone?: boolean };

/** A clause that stands alone only where that is said. */
export function clause({ write, standsAlone = false, ...wanted }: Row): Clause {
  return { wanted, write, standsAlone };
}

/** Whether mails, or with that said text messages, may be sent. */
export function subscription(concept: Concept, state: string): Clause {
  return clause({
    standsAlone: true,
    needs: [[concept]],
    may: [...LOOSE, 'email', 'sms', 'consent'],
    takes: [],
    write: (said) => {
      const field = said.has('sms') ? 'sms_subscription_status' : 'email_subscription_status';
      return `${field} ${said.isNegated ? '!=' : '='} '${state}'`;
    },
  });
}

/** Of which somebody has some, none, or as many as said. */
export function many(needs: Wanted['needs'], field: string): Clause {
  return clause({
    needs,
    may: [...COMPARE, ...LOOSE],
    takes: ['number'],
    write: (said) => countOf(field, said),
  });
}
