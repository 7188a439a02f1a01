// Runs, and the definitions they follow, as storage keeps them.
import type { RunningMode } from '../automations/automation.ts';
import type { AutomationVersion, VersionDraft } from '../automations/version.ts';
import type { CaseId, CustomerId, RunId } from '../ids.ts';
import type { Claim, Run } from '../runs/run.ts';
import type { Page } from './page.ts';

/** A customer whom a shadow would have met, how often, and the latest record of it. */
export type Shadowed = {
  readonly customerId: CustomerId;
  readonly firings: number;
  readonly latest: RunId;
  readonly latestAt: Date;
};

export interface RunRecords {
  /** False when this automation has already run for this customer upon this occasion. */
  insert(run: Run): Promise<boolean>;
  get(id: RunId): Promise<Run | null>;
  /** Any change but of the case and the claim, if status, position and wake-up are still the ones seen. */
  update(seen: Run, next: Run): Promise<boolean>;
  setCase(id: RunId, caseId: CaseId): Promise<void>;
  /** Claims a run that nobody has, or with null gives back one that somebody has; false when it is not so, or there is no run. */
  setClaim(id: RunId, claim: Claim | null): Promise<boolean>;
  /** The runs of a customer that may still do something, oldest first. */
  openOf(customerId: CustomerId): Promise<readonly Run[]>;
  /** Whether the wait of a run is over, or of a step that was put off. */
  isAnyDue(now: Date): Promise<boolean>;
  /** Takes up to `limit` runs whose wait is over from `waiting` to `running`, each by one caller only. */
  wakeDue(now: Date, limit: number): Promise<readonly RunId[]>;
  /**
   * The latest start that counts for re-entry; null without one. For a live run those that were a shadow do not count,
   * since nothing came of them; for a shadow they do, or it would say more than it would have done.
   */
  lastStart(
    started: { readonly automation: string; readonly mode: RunningMode },
    customerId: CustomerId,
  ): Promise<Date | null>;
  /** The same for many customers; who has no such run is not named. */
  lastStarts(
    started: { readonly automation: string; readonly mode: RunningMode },
    ids: readonly CustomerId[],
  ): Promise<ReadonlyMap<CustomerId, Date>>;
  /** Newest first; of one automation, one customer, or both. */
  list(
    filter: { readonly automation?: string; readonly customerId?: CustomerId },
    page: Page,
  ): Promise<readonly Run[]>;
  /** Whom an automation would have met in a stretch of time, by their ids: records of a shadow only. */
  shadows(
    automation: string,
    span: { readonly from: Date; readonly until: Date },
    page: Page,
  ): Promise<readonly Shadowed[]>;
  /** How often on each day of a zone, "2031-03-10"; days without any are left out. */
  shadowDays(
    automation: string,
    span: { readonly from: Date; readonly until: Date },
    zone: string,
  ): Promise<ReadonlyMap<string, number>>;
  countByAutomation(): Promise<ReadonlyMap<string, number>>;
  /** Stops what a customer's runs may still do and takes the values out of their traces. */
  eraseOf(customerId: CustomerId): Promise<void>;
}

export interface VersionRecords {
  /** Keeps definitions that are new, under the next number of their name; known ones are left as they are. */
  keep(drafts: readonly VersionDraft[]): Promise<void>;
  /** Other words for the same definition: comments, the order of keys. */
  rewrite(name: string, version: number, source: string): Promise<void>;
  get(name: string, version: number): Promise<AutomationVersion | null>;
  /** Newest first. */
  list(name: string): Promise<readonly AutomationVersion[]>;
}
