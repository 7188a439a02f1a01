// Segments as storage keeps them: conditions asked of everybody, and who was last seen in which.
import type { Pattern } from '../automations/coverage.ts';
import type { Profile } from '../customers/profile.ts';
import type { CustomerId } from '../ids.ts';
import type { Invalid } from '../invalid.ts';
import type { Setting } from '../segments/condition.ts';
import type { Condition } from '../segments/grammar.ts';
import type { MembershipChange, Segment, SegmentDraft } from '../segments/segment.ts';
import type { Page } from './page.ts';

/** How many customers a condition is true of. */
export type Measure = {
  readonly count: number;
  /** Of these, who may get marketing mail: subscribed, with an address that is not suppressed. */
  readonly reachable: number;
  /** All customers; of very many, as of the last minute. */
  readonly total: number;
};

/** A place among all customers: the percentage of the others who have less, 0 to 100; null where there is no value. */
export type Ranks = { readonly spend: number | null; readonly recency: number | null };

/**
 * Saved segments, and conditions asked of everybody at once. Conditions answer as `holds` does; what cannot be asked
 * so (`event.` fields, and what we do not hold) throws UserError (`invalid`).
 */
export interface SegmentRecords {
  /** The newest version of each, by name. */
  list(): Promise<readonly Segment[]>;
  get(name: string): Promise<Segment | null>;
  /** Saves the next version; the old ones are kept. */
  save(draft: SegmentDraft): Promise<Segment>;
  /** Newest first, also of a segment that was removed. */
  versions(name: string): Promise<readonly Segment[]>;
  /** Takes a segment off the list and forgets its members; false when there is none of this name. */
  remove(name: string): Promise<boolean>;
  measure(condition: Condition, setting: Setting): Promise<Measure>;
  /** Why a condition cannot be asked of everybody at once; null when it can. */
  whyNotAll(condition: Condition): Invalid | null;
  /** Everybody, counted by which of these conditions are true of them. */
  patterns(conditions: readonly Condition[], setting: Setting): Promise<readonly Pattern[]>;
  /** Who the condition is true of, by what they spent, most first. */
  members(condition: Condition, setting: Setting, page: Page): Promise<readonly Profile[]>;
  /** The segments a customer was last seen in, by name. */
  namesOf(customerId: CustomerId): Promise<readonly string[]>;
  /**
   * Makes the membership of a segment what its condition says now, and says who entered and who left: everybody once,
   * however many do this at the same time. `among`: of these customers only. `isSilent`: nobody is told of, for a
   * membership of millions that is filled for the first time.
   */
  refresh(
    segment: { readonly name: string; readonly condition: Condition },
    setting: Setting,
    how: {
      readonly at: Date;
      readonly among?: readonly CustomerId[];
      readonly isSilent?: boolean;
    },
  ): Promise<MembershipChange<CustomerId>>;
  /** Notes that a customer is in a segment or is not; true when that is news. */
  setMembership(customerId: CustomerId, name: string, isIn: boolean, at: Date): Promise<boolean>;
  /** How many are in each segment that has members. */
  countMembers(): Promise<ReadonlyMap<string, number>>;
  ranks(customerId: CustomerId, setting: Setting): Promise<Ranks>;
  eraseOf(customerId: CustomerId): Promise<void>;
}
