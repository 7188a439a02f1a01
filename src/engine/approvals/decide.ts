// decide(approval, command): who may decide what, and what the approval is then; no clock, no database.
import type { Effect } from '../actions/effect.ts';
import { majorUnits } from '../money.ts';
import type { Approval, Decider, Decision } from './approval.ts';

export type DecideCommand = {
  readonly decision: Decision['decision'];
  readonly by: Decider;
  readonly now: Date;
  /** The version the person saw; null decides whatever is newest. */
  readonly seenVersion: number | null;
  /** Whether two different persons must approve, neither of whom asked for it or edited it last. */
  readonly needsTwo: boolean;
};

export type DecideRefusal =
  | 'stale-version'
  | 'already-settled'
  | 'expired'
  | 'own-request'
  | 'same-person';

export type Decided =
  | { readonly kind: 'settled' | 'needs-second'; readonly next: Approval }
  | { readonly kind: 'refused'; readonly reason: DecideRefusal };

/**
 * The approval after a decision, or why there is none. The instant of expiry itself is too late. One person rejects;
 * one approves, unless two are needed.
 */
export function decide(approval: Approval, command: DecideCommand): Decided {
  const reason = refusal(approval, command);
  if (reason !== null) return { kind: 'refused', reason };
  const { decision, by, now: at } = command;
  const decisions = [...approval.decisions, { by, at, decision, version: approval.version }];
  if (decision === 'rejected')
    return { kind: 'settled', next: { ...approval, status: 'rejected', decisions } };
  const persons = new Set(
    decisions
      .filter((made) => made.decision === 'approved' && made.version === approval.version)
      .map((made) => made.by.person),
  );
  if (command.needsTwo && persons.size < 2)
    return { kind: 'needs-second', next: { ...approval, decisions } };
  return { kind: 'settled', next: { ...approval, status: 'approved', decisions } };
}

/** From where two persons decide: a percentage, and an amount in whole units of the shop's currency; unset: never. */
export type SecondApprover = {
  readonly second_approver_above?: number | undefined;
  readonly second_approver_above_amount?: number | undefined;
  readonly second_approver_above_refund?: number | undefined;
};

/** Whether a plan's discount, refund or credit lies above what one person may decide. */
export function needsTwoApprovers(effects: readonly Effect[], limits: SecondApprover): boolean {
  const percent = limits.second_approver_above ?? Number.POSITIVE_INFINITY;
  const amount = limits.second_approver_above_amount ?? Number.POSITIVE_INFINITY;
  const refund = limits.second_approver_above_refund ?? Number.POSITIVE_INFINITY;
  return effects.some((effect) => {
    if (effect.kind === 'refund-order' || effect.kind === 'give-credit')
      return majorUnits(effect.money) > refund;
    if (effect.kind !== 'create-discount') return false;
    const { terms } = effect;
    return 'percent' in terms ? terms.percent > percent : majorUnits(terms.amount) > amount;
  });
}

function refusal(
  approval: Approval,
  { decision, by, now, seenVersion, needsTwo }: DecideCommand,
): DecideRefusal | null {
  if (approval.status === 'expired') return 'expired';
  if (approval.status !== 'pending') return 'already-settled';
  if (approval.expiresAt <= now) return 'expired';
  if (seenVersion !== null && seenVersion !== approval.version) return 'stale-version';
  if (decision === 'rejected' || !needsTwo) return null;
  if (approval.requestedBy?.person === by.person || approval.editedBy?.person === by.person)
    return 'own-request';
  const again = approval.decisions.some(
    (made) => made.by.person === by.person && made.version === approval.version,
  );
  return again ? 'same-person' : null;
}
