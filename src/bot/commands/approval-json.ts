// Approvals as `--json` shows them: the keys of the contract.
import type { Step } from '#engine/actions/effect.ts';
import { stepName } from '#engine/actions/effect.ts';
import type { Decision } from '#engine/approvals/approval.ts';
import { EXPOSURE_DAYS } from '#engine/discounts/exposure.ts';
import type { ExposureView } from '#engine/flows/discount-exposure.ts';
import { moneyToJson } from '#engine/money.ts';
import type { ApprovalView } from '../cards/approval.ts';
import { customerRefOrNull } from './customer-json.ts';

/** One approval. */
export function approvalJson({ approval, plan, profile, exposure }: ApprovalView) {
  const { id, kind, status, version, hash, summary, expiresAt, createdAt } = approval;
  return {
    id,
    kind,
    status,
    version,
    hash,
    customer: customerRefOrNull(profile),
    summary,
    expiresAt,
    decisions: approval.decisions.map(decisionJson),
    steps: plan.steps.map(stepJson),
    createdAt,
    requestedBy: approval.requestedBy?.name ?? null,
    draftedByAssistant: approval.requestedBy?.byAssistant === true,
    editedBy: approval.editedBy?.name ?? null,
    exposure: exposure === null ? null : exposureJson(exposure),
  };
}

function exposureJson({ granted, cost, redeemed, ordered, planned, budgets }: ExposureView) {
  return {
    days: EXPOSURE_DAYS,
    granted,
    cost: cost.map(moneyToJson),
    redeemed,
    ordered: ordered.map(moneyToJson),
    planned: moneyToJson(planned),
    budgets: budgets.map(({ period, total, left, renewsAt }) => ({
      period,
      total: moneyToJson(total),
      left: moneyToJson(left),
      renewsAt,
    })),
  };
}

function decisionJson({ by, at, decision, version, autonomy }: Decision) {
  const earned = autonomy === undefined ? {} : { autonomy };
  return { by: by.name, at, decision, from: by.surface, version, ...earned };
}

/** One step. Outside, a marked step shows as waiting: that it is being tried is ours to know. */
export function stepJson({ effect, status, reason }: Step) {
  return { name: stepName(effect), status: status === 'marked' ? 'waiting' : status, reason };
}
