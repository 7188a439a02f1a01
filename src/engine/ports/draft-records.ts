// Definitions that somebody wrote and has not saved, as storage keeps them.
import type { DraftId } from '../ids.ts';

/** Kept so that a button can save exactly what was tried, and so that nobody loses what they typed. */
export type AutomationDraft = {
  readonly id: DraftId;
  readonly name: string;
  /** The whole definition as it was written. */
  readonly source: string;
  /** The version that stood there when it was written; null: none, it is new. */
  readonly seen: number | null;
  readonly by: string;
  readonly at: Date;
};

export interface DraftRecords {
  insert(draft: AutomationDraft): Promise<void>;
  get(id: DraftId): Promise<AutomationDraft | null>;
  /** Drops those that are older. */
  drop(before: Date): Promise<void>;
}
