// A plan: what would be done for one customer, as data, under a hash.
import type { Effect, Step } from '../actions/effect.ts';
import {
  asId,
  type BatchId,
  type CaseId,
  type CustomerId,
  type PlanId,
  type RunId,
} from '../ids.ts';
import type { Channel } from '../playbook/team.ts';

/** Where a plan came from, so that its outcome can be told there. */
export type PlanOrigin =
  | {
      readonly kind: 'run';
      readonly runId: RunId;
      readonly automation: string;
      readonly version: number;
    }
  | { readonly kind: 'case'; readonly caseId: CaseId }
  | { readonly kind: 'teammate'; readonly person: string }
  /** Takes another plan back; `person` asked for it. */
  | { readonly kind: 'undo'; readonly planId: PlanId; readonly person: string }
  /** What a batch has changed here is told to the shop. */
  | { readonly kind: 'batch'; readonly batchId: BatchId; readonly person: string };

export type Plan = {
  readonly id: PlanId;
  readonly customerId: CustomerId;
  readonly origin: PlanOrigin;
  readonly effects: readonly Effect[];
  /** SHA-256 over canonical JSON (RFC 8785) of customer, origin and effects, in hex. */
  readonly hash: string;
  readonly createdAt: Date;
};

/** A plan with its ledger. */
export type PlanWithSteps = Plan & { readonly steps: readonly Step[] };

/** How far a plan has come. */
export type PlanStatus = 'done' | 'failed' | 'uncertain' | 'executing';

/** `done` when every step is done or skipped and at least one is done; else what stands in the way. */
export function planStatus(steps: readonly Step[]): PlanStatus {
  if (steps.some(({ status }) => status === 'uncertain')) return 'uncertain';
  if (steps.some(({ status }) => status === 'failed')) return 'failed';
  if (!isSettledPlan(steps)) return 'executing';
  return steps.some(({ status }) => status === 'done') ? 'done' : 'failed';
}

/** Whether nothing of a plan can happen any more. */
export function isSettledPlan(steps: readonly Step[]): boolean {
  return steps.every(({ status }) => status === 'done' || status === 'skipped');
}

/**
 * Canonical JSON (RFC 8785 for the values we use: strings, booleans, null, finite numbers, arrays, objects; dates as
 * ISO text): the same data always gives the same bytes.
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** One step by its plan and its place in it: `pln_7ZK3….2`. */
export type StepRef = string;

/** The reference of a step. */
export function stepRef(planId: PlanId, position: number): StepRef {
  return `${planId}.${position}`;
}

/** Reads such a reference; null when it is none. */
export function parseStepRef(
  ref: StepRef,
): { readonly planId: PlanId; readonly position: number } | null {
  const match = /^(.+)\.(\d{1,3})$/.exec(ref);
  return match ? { planId: asId('plan', match[1] ?? ''), position: Number(match[2]) } : null;
}

/** What plans have said to the team, each with its channel. */
export function noticesOf(
  plans: readonly PlanWithSteps[],
): readonly { readonly ref: StepRef; readonly channel: Channel }[] {
  return plans.flatMap(({ id, steps }) =>
    steps.flatMap(({ effect, status, position }) =>
      effect.kind === 'post-notice' && status === 'done'
        ? [{ ref: stepRef(id, position), channel: effect.channel }]
        : [],
    ),
  );
}
