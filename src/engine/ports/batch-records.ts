// Batches as storage keeps them, with their members: who they are, what became of each, what stood there before.
import type { Batch, LeftOut, MemberOutcome, ShopOutcome, Tally } from '../batches/batch.ts';
import type { Member, Standing } from '../batches/change-member.ts';
import type { Profile } from '../customers/profile.ts';
import type { ShopKey } from '../events/shop-event.ts';
import type { BatchId, CustomerId } from '../ids.ts';
import type { Setting } from '../segments/condition.ts';
import type { Condition } from '../segments/grammar.ts';
import type { Page } from './page.ts';

/** A batch's members as they were taken down. */
export type Frozen = Pick<Batch, 'foreseen' | 'membersHash'>;

/** What became of a member, with what stood there before and after where it was changed. */
export type Settled = {
  readonly customerId: CustomerId;
  readonly outcome: Exclude<MemberOutcome, 'waiting'>;
  /** Why a member is left out; null for every other outcome. */
  readonly reason: LeftOut | null;
  readonly before: Standing;
  readonly after: Standing;
};

/** A changed tag that the shop is to be asked for; null is none. */
export type TagChange = {
  readonly customerId: CustomerId;
  readonly before: string | null;
  readonly after: string | null;
};

/** A member whom the shop was asked for in vain. */
export type ShopFailure = { readonly customerId: CustomerId; readonly reason: string };

/** The batches themselves. */
export interface BatchRecords extends MemberRecords {
  insert(batch: Batch): Promise<void>;
  get(id: BatchId): Promise<Batch | null>;
  /** Like `get`, and nobody else changes this batch until the transaction ends. */
  lock(id: BatchId): Promise<Batch | null>;
  /** Newest first. */
  list(page: Page): Promise<readonly Batch[]>;
  /** Any change, if the revision is still the one seen. */
  update(seen: Batch, next: Batch): Promise<boolean>;
  /** Previews that were asked for before an instant. */
  previewedBefore(at: Date): Promise<readonly Batch[]>;
  /** Those that wait for a decision, the oldest first. */
  waitingForApproval(): Promise<readonly Batch[]>;
  /** Says that its cards will be shown anew by `until`; false when that is already due later than `now`. */
  claimShowing(id: BatchId, now: Date, until: Date): Promise<boolean>;
}

/** The members of batches. */
export interface MemberRecords {
  /**
   * Takes down who the condition is true of now. `shops`: those that can be asked to change tags; a member they know
   * waits for them too.
   */
  freeze(
    batch: Pick<Batch, 'id' | 'change'>,
    from: { readonly condition: Condition; readonly setting: Setting },
    shops: readonly ShopKey[],
  ): Promise<Frozen>;
  /** Takes down whom another batch has changed; the shop is asked again where it was asked. */
  freezeUndo(batch: Pick<Batch, 'id' | 'change'> & { readonly undoOf: BatchId }): Promise<Frozen>;
  /** Forgets the members of a batch that is not carried out. */
  drop(id: BatchId): Promise<void>;
  /** How far each has come; one without members has a tally of zeros. */
  tally(ids: readonly BatchId[]): Promise<ReadonlyMap<BatchId, Tally>>;
  /** Members whose turn has not come yet, in the order of their ids. */
  waiting(
    batch: Pick<Batch, 'id' | 'undoOf'>,
    page: { readonly limit: number; readonly after?: CustomerId },
  ): Promise<readonly Member[]>;
  /** Writes what became of waiting members at an instant. Nobody who was not changed is brought to the shop. */
  settle(id: BatchId, at: Date, settled: readonly Settled[]): Promise<void>;
  /** SHA-256 over the ids of the members that were changed, as `membersHash` is made. */
  hashOfChanged(id: BatchId): Promise<string>;
  /**
   * Takes the next changed members that wait for the shop: they are `asked` from now on. At most `atOnce`, and none
   * while `open` of them have no answer yet.
   */
  askShop(
    id: BatchId,
    limit: { readonly atOnce: number; readonly open: number },
  ): Promise<readonly TagChange[]>;
  /** Whether changed members still wait for the shop. */
  waitsForShop(id: BatchId): Promise<boolean>;
  /** Writes how the shop answered; false when the member was not being asked for. */
  setShop(
    id: BatchId,
    customerId: CustomerId,
    outcome: ShopOutcome,
    reason: string | null,
  ): Promise<boolean>;
  /** Lets those whom the shop was asked for in vain wait for it again. */
  retryShop(id: BatchId): Promise<void>;
  shopFailures(id: BatchId, limit: number): Promise<readonly ShopFailure[]>;
  /** Some members whose turn has not come and who would be changed, best customers first. */
  examples(
    batch: Pick<Batch, 'id' | 'change' | 'undoOf'>,
    limit: number,
  ): Promise<readonly Profile[]>;
  /** Takes a person's values out; gives the batches whose cards may have named them. */
  eraseOf(customerId: CustomerId): Promise<readonly BatchId[]>;
}
