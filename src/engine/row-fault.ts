// What can be wrong with a row of an imported file: one reason each, with its values. The catalogue has the sentences.
import type { Money } from './money.ts';

/** What a cell should hold. */
export type CellKind =
  | 'short'
  | 'email'
  | 'country'
  | 'instant'
  | 'quantity'
  | 'birthday'
  | 'consent'
  | 'zone'
  | 'amount'
  | 'positive';

export type RowFault =
  /** `cell` is untrusted and may hold any character. */
  | {
      readonly reason: 'cell';
      readonly column: string;
      readonly cell: string;
      readonly wanted: CellKind;
    }
  | {
      readonly reason: 'decimals';
      readonly column: string;
      readonly cell: string;
      readonly currency: string;
      readonly most: number;
    }
  | { readonly reason: 'currency'; readonly currency: string }
  | { readonly reason: 'missing'; readonly column: string }
  | { readonly reason: 'no-buyer' | 'open-quote' | 'scattered' }
  | { readonly reason: 'long-tag'; readonly most: number }
  | { readonly reason: 'cells'; readonly found: number; readonly named: number }
  | {
      readonly reason: 'other-total';
      readonly order: string;
      readonly line: number;
      readonly first: Money;
      readonly here: Money;
    }
  | { readonly reason: 'other-customer'; readonly order: string; readonly line: number };

/** Ids, tags and the like stand in indexes, whose entries must be short; names may be of any length. */
export const LONGEST_LABEL = 255;
