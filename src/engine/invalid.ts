// Why something that was typed or written cannot be taken: one reason each, with its values. The catalogue has the sentences.
import type { TemplateFlaw } from './email/template-flaw.ts';
import type { QueryFault } from './segments/query-fault.ts';
import type { Unanswerable } from './segments/unanswerable.ts';

export type Invalid =
  | { readonly reason: 'bad-address' }
  | { readonly reason: 'no-email' }
  | { readonly reason: 'note-empty' }
  | { readonly reason: 'reason-empty' }
  | { readonly reason: 'no-amount'; readonly currency: string }
  | { readonly reason: 'no-such-order' }
  | { readonly reason: 'same-customer' }
  | { readonly reason: 'no-prediction' }
  | { readonly reason: 'tag'; readonly longest: number }
  | { readonly reason: 'attribute-name'; readonly example: string }
  /** `choices` are the levels there are and the word that lets the spend decide. */
  | { readonly reason: 'no-tier'; readonly typed: string; readonly choices: readonly string[] }
  | { readonly reason: 'no-time-to-come'; readonly typed: string }
  | {
      readonly reason: 'no-version';
      readonly automation: string;
      readonly wanted: number;
      readonly newest: number;
    }
  | { readonly reason: 'segment-name-missing' }
  | { readonly reason: 'segment-name-too-long'; readonly most: number }
  | { readonly reason: 'segment-name-hidden' }
  | { readonly reason: 'too-many-members'; readonly most: number }
  /** Lines count from 1, columns from 0. */
  | {
      readonly reason: 'query-unreadable';
      readonly line: number;
      readonly column: number;
      readonly why: QueryFault;
    }
  /** Good language that asks for what is not kept. */
  | { readonly reason: 'query-unanswerable'; readonly asked: Unanswerable | null }
  /** It can be asked of one customer, but not of all at once. */
  | { readonly reason: 'only-of-one'; readonly clause: string }
  | { readonly reason: 'no-thresholds' }
  /** `flaw` is null where it takes too long or too much memory. */
  | {
      readonly reason: 'template';
      readonly flaw: TemplateFlaw | null;
      readonly line: number | null;
    }
  /** Of each of `wanted` the header must have one name; it has `found`. */
  | {
      readonly reason: 'no-column';
      readonly wanted: readonly (readonly string[])[];
      readonly found: readonly string[];
    };
