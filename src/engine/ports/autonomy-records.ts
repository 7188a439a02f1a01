// Earned autonomy as storage keeps it, and the decisions that it is earned by.
import type { Autonomy, Precedent } from '../approvals/autonomy.ts';
import type { AutonomyId } from '../ids.ts';

export interface AutonomyRecords {
  /** Makes others who look at this automation's autonomy wait until the transaction ends. */
  lock(automation: string): Promise<void>;
  insert(autonomy: Autonomy): Promise<void>;
  get(id: AutonomyId): Promise<Autonomy | null>;
  /** The newest of an automation, whatever became of it. */
  latest(automation: string): Promise<Autonomy | null>;
  /** A change from the status that was seen; false when it has another one meanwhile. */
  update(seen: Autonomy, next: Autonomy): Promise<boolean>;
  /** The newest decisions of people on what one definition proposed, after an instant (null: ever). */
  precedents(
    of: { readonly automation: string; readonly version: number; readonly after: Date | null },
    limit: number,
  ): Promise<readonly Precedent[]>;
  /** How many approvals went out by this autonomy since an instant. */
  countSince(id: AutonomyId, since: Date): Promise<number>;
}
