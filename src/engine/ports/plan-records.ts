// Plans with their ledger, approvals and cases as storage keeps them.
import type { Before, StepStatus } from '../actions/effect.ts';
import type { Approval, ApprovalStatus } from '../approvals/approval.ts';
import type { Plan, PlanWithSteps } from '../approvals/plan.ts';
import type { Case } from '../cases/case.ts';
import type { Resolution } from '../cases/resolution.ts';
import type { ApprovalId, CaseId, CustomerId, PlanId, RunId } from '../ids.ts';
import type { Page } from './page.ts';

/** How an attempt at a step ended. */
export type StepOutcome = {
  readonly status: StepStatus;
  readonly reason: string | null;
  readonly outcome: string | null;
  /** Absent: what is noted there stays. */
  readonly before?: Before;
  readonly at: Date;
};

export interface PlanRecords {
  insert(plan: Plan): Promise<void>;
  /** Puts other effects under a plan's id, none of them begun: the plan that stood there is gone. */
  replace(plan: Plan): Promise<void>;
  get(id: PlanId): Promise<PlanWithSteps | null>;
  /** Takes a step from `from` to `marked` and gives the attempt's number; null when somebody else did. */
  mark(id: PlanId, position: number, from: readonly StepStatus[], at: Date): Promise<number | null>;
  /** Notes why and until when a step is not taken yet; one that was marked meanwhile is left as it is. */
  putOff(
    id: PlanId,
    position: number,
    wait: { readonly reason: string; readonly until: Date; readonly at: Date },
  ): Promise<void>;
  /** Takes up to `limit` steps that were put off until now, each by one caller only, and says which plans they are of. */
  takeDue(now: Date, limit: number): Promise<readonly PlanId[]>;
  /** Records what became of an attempt; false when a later attempt has taken over (then nothing is written). */
  settle(id: PlanId, position: number, attempt: number, outcome: StepOutcome): Promise<boolean>;
  ofRun(runId: RunId): Promise<readonly PlanWithSteps[]>;
  /** Newest first. */
  ofCustomer(customerId: CustomerId, page: Page): Promise<readonly PlanWithSteps[]>;
  /** Takes the customer's values out of what was frozen in their plans: texts, titles, bodies, attributes. */
  eraseOf(customerId: CustomerId): Promise<void>;
  /** Codes made for a customer that are valid at an instant, not taken back, and in no order of theirs that stands. */
  countUnusedCodes(customerId: CustomerId, at: Date): Promise<number>;
  /** The plan that takes this one back, or null. */
  undoOf(id: PlanId): Promise<PlanWithSteps | null>;
}

/** A place among the approvals that somebody has to decide, the soonest to expire first. */
export type QueuePlace = {
  readonly approval: Approval | null;
  /** From 1; one more than the last where there is none. */
  readonly position: number;
  readonly total: number;
};

/** What is said once of an approval that waits. */
export type Call = 'reminded' | 'escalated';

export interface ApprovalRecords {
  insert(approval: Approval): Promise<void>;
  get(id: ApprovalId): Promise<Approval | null>;
  byPlan(planId: PlanId): Promise<Approval | null>;
  list(
    filter: { readonly status?: ApprovalStatus; readonly customerId?: CustomerId },
    page: Page,
  ): Promise<readonly Approval[]>;
  /**
   * The decision: one conditional update on id, revision, version, hash, pending and not expired at `now`.
   * False when any of these no longer holds.
   */
  decide(seen: Approval, next: Approval, now: Date): Promise<boolean>;
  /** Any other change, if the revision is still the one seen. */
  update(seen: Approval, next: Approval): Promise<boolean>;
  /**
   * The first that waits for this person, behind the given one or at it (`inclusive`); whether that one still waits does
   * not matter. What the person has approved in its present version waits for somebody else.
   */
  queue(
    asked: { readonly person: string; readonly now: Date },
    from: { readonly approval: Approval; readonly inclusive: boolean } | null,
  ): Promise<QueuePlace>;
  expiredBefore(now: Date): Promise<readonly Approval[]>;
  /** Pending since before an instant, and not called yet, the oldest first. */
  uncalled(call: Call, createdBy: Date, limit: number): Promise<readonly Approval[]>;
  /** Notes a call, unless it was noted or the approval is settled; who was called need not be reminded. Changes nothing that a decision sees. */
  call(id: ApprovalId, call: Call, at: Date): Promise<boolean>;
}

export interface CaseRecords {
  /** False when there is already a case for this return. */
  insert(item: Case): Promise<boolean>;
  get(id: CaseId): Promise<Case | null>;
  byReturn(shop: string, returnRef: string): Promise<Case | null>;
  byOfferToken(token: string): Promise<Case | null>;
  list(
    filter: {
      readonly open?: boolean;
      readonly customerId?: CustomerId;
      /** Of one person; null: of nobody yet. */
      readonly assignee?: string | null;
    },
    page: Page,
  ): Promise<readonly Case[]>;
  update(seen: Case, next: Case): Promise<boolean>;
  countOpen(customerId: CustomerId): Promise<number>;
  /** How cases about the same, for the same reason, were resolved: the most frequent first. */
  resolutionsFor(
    like: Pick<Case, 'about'> & { readonly reason: string },
  ): Promise<readonly { readonly resolution: Resolution; readonly count: number }[]>;
  /** The newest answer that was approved and sent in a resolved case of another customer, about the same for the same reason. */
  replyFor(
    like: Pick<Case, 'about'> & { readonly reason: string; readonly customerId: CustomerId },
  ): Promise<{ readonly text: string; readonly customerId: CustomerId } | null>;
  /** Unresolved, awake, not yet reminded, due before this instant; the soonest due first. */
  dueBefore(at: Date): Promise<readonly Case[]>;
  /** Unresolved, awake, not yet escalated, due before this instant; the soonest due first. */
  unescalated(dueBy: Date, limit: number): Promise<readonly Case[]>;
  /** Unresolved, and asleep no longer than until this instant. */
  toWake(at: Date): Promise<readonly Case[]>;
  /** Up to `limit` unresolved ones, the oldest first, and how many there are. */
  waiting(limit: number): Promise<{ readonly shown: readonly Case[]; readonly count: number }>;
  eraseOf(customerId: CustomerId): Promise<void>;
}
