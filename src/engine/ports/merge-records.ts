// Records that became one customer, and pairs that may be one, as storage keeps them.
import type { Pair } from '../customers/likeness.ts';
import type { Merge, Moved, Parted } from '../customers/merge.ts';
import type { Suggestion } from '../customers/suggestion.ts';
import type { CustomerId, MergeId, SuggestionId } from '../ids.ts';
import type { Page } from './page.ts';

/** How many rows there are, by table; tables without one are left out. */
export type RowCounts = Readonly<Record<string, number>>;

export interface MergeRecords {
  /** Gives every row of one customer to another and says which; what the other has already stays where it is. */
  moveAll(from: CustomerId, to: CustomerId): Promise<Moved>;
  /** Gives these rows from one customer to another, as far as they are still the first one's; says how many there were. */
  moveRows(rows: Moved, from: CustomerId, to: CustomerId): Promise<RowCounts>;
  countRows(id: CustomerId): Promise<RowCounts>;
  /** Of a customer's rows, those that were made after an instant and name nobody else: notes, mails, approvals, runs, cases. */
  countSince(id: CustomerId, at: Date): Promise<RowCounts>;
  save(merge: Merge): Promise<void>;
  get(id: MergeId): Promise<Merge | null>;
  /** The newest merge that made this customer, and was not undone. */
  latestOf(id: CustomerId): Promise<Merge | null>;
  /** Every merge that made this customer and was not undone, newest first. */
  listOf(id: CustomerId): Promise<readonly Merge[]>;
  undo(id: MergeId, at: Date, parted: Parted): Promise<void>;
  /** Rows that came under an absorbed id while it was being merged go where they belong; gives how many there were. */
  gatherStragglers(since: Date): Promise<number>;
  /** The ids that a customer has absorbed; what they were before is forgotten with them. */
  eraseOf(id: CustomerId): Promise<readonly CustomerId[]>;
}

export interface SuggestionRecords {
  /**
   * Some of those whom nobody was compared with since they were new or changed, each with everybody who bears a mark of
   * theirs, as long as few do; pairs that were written down before are left out. Gives whether there are more.
   */
  compare(limit: number): Promise<{ readonly pairs: readonly Pair[]; readonly more: boolean }>;
  /** Pairs that were written down before are left as they are. */
  add(suggestions: readonly Suggestion[]): Promise<void>;
  /** Those that nobody has decided, the likeliest first. */
  list(page: Page): Promise<readonly Suggestion[]>;
  get(id: SuggestionId): Promise<Suggestion | null>;
  ofPair(one: CustomerId, other: CustomerId): Promise<Suggestion | null>;
  ofMerge(id: MergeId): Promise<Suggestion | null>;
  /** What two customers have in common now. */
  pairOf(one: CustomerId, other: CustomerId): Promise<Pair | null>;
  /** Writes what has become of it, unless it has another status by now; false then. */
  settle(seen: Suggestion, next: Suggestion): Promise<boolean>;
  /** Notes the likeliest ones without a card as shown, so that at most so many shown ones wait for a decision. */
  takeToShow(atMost: number, at: Date): Promise<readonly SuggestionId[]>;
  /** The undecided ones that name one of these customers. */
  openOf(ids: readonly CustomerId[]): Promise<readonly Suggestion[]>;
  /** What was refused of an absorbed customer holds for the survivor. */
  inherit(from: CustomerId, to: CustomerId): Promise<void>;
  /** Nothing is left to decide about somebody who is forgotten; gives those that have a card. */
  eraseOf(id: CustomerId): Promise<readonly SuggestionId[]>;
}
