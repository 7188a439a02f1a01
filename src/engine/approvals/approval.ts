// The states around a plan that waits for a decision.
import type { Worth } from '../discounts/discount.ts';
import type { ApprovalId, AutonomyId, CustomerId, PlanId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';

export type ApprovalStatus =
  | 'pending'
  | 'approved'
  | 'executing'
  | 'done'
  | 'rejected'
  | 'expired'
  | 'failed'
  | 'uncertain';

/** Who decided what; a second one only where the policy wants two. */
export type Decision = {
  readonly by: Decider;
  readonly at: Date;
  readonly decision: 'approved' | 'rejected';
  readonly version: number;
  /** Nobody decided: it lay under what the automation had earned, by this person's word. */
  readonly autonomy?: {
    readonly id: AutonomyId;
    /** The largest code that needs nobody; null: only what makes none. */
    readonly bound: Worth | null;
    readonly acceptedBy: string | null;
  };
};

/** One person, however they came: `person` is the same on every surface, `surface` is where they clicked. */
export type Decider = {
  readonly person: string;
  readonly name: string;
  readonly surface: string;
  /** They confirmed what the assistant had drafted for them. */
  readonly byAssistant?: true;
};

export type Approval = {
  readonly id: ApprovalId;
  /** What it is about, e.g. the automation's name or `offer-alternatives`. */
  readonly kind: string;
  readonly status: ApprovalStatus;
  readonly version: number;
  /** SHA-256 of the plan's canonical JSON, hex. */
  readonly hash: string;
  readonly planId: PlanId;
  readonly customerId: CustomerId;
  readonly summary: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Who asked for it; null for an automation. */
  readonly requestedBy: Decider | null;
  readonly editedBy: Decider | null;
  readonly decisions: readonly Decision[];
  /** When its thread was reminded of it, and when somebody was called; null: not yet. */
  readonly remindedAt: Date | null;
  readonly escalatedAt: Date | null;
  /** Where its card stands. */
  readonly channel: Channel;
  /** The person of team.yml who is named on the card. */
  readonly mention: string | null;
  /** Grows with every change; a change names the one it saw. */
  readonly revision: number;
};

/** Whether nobody can decide it any more. */
export function isSettled(approval: Pick<Approval, 'status'>): boolean {
  return approval.status !== 'pending';
}
