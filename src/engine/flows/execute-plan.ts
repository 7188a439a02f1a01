// Carries out a plan, one effect after the other, each once: marker committed, then the call, then the outcome.
import { stepName } from '../actions/effect.ts';
import type { Approval } from '../approvals/approval.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { type PerformDeps, stepEntry } from '../effects/attempt.ts';
import { performEffect } from '../effects/perform.ts';
import { recordMail } from '../effects/send-email.ts';
import type { PlanId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { concludePlan } from './conclude-plan.ts';
import { releaseBudget } from './discount-budget.ts';
import { codeState } from './mail-code.ts';
import { mayTakeStep, type StepPermission } from './may-take-step.ts';
import { isPaused, PAUSE_CHECK_MS } from './pause.ts';
import { BY_HAND, recordAttempt } from './record-attempt.ts';
import type { Taking } from './tell-stuck.ts';

type ExecuteDeps = PerformDeps & Pick<Deps, 'randomBytes'>;

/** How long a mail waits before it asks again for a code that another plan has still to make. */
const CODE_CHECK_MS = 5 * 60_000;

/**
 * Takes a plan as far as it goes. Repeating it, after a crash too, repeats no effect: what may have happened is looked
 * up, and where it cannot be looked up it is `uncertain`, for a person.
 */
export async function executePlan(deps: ExecuteDeps, planId: PlanId): Promise<void> {
  const plan = await deps.storage.plans.get(planId);
  if (plan === null) return;
  const approval = await deps.storage.approvals.byPlan(planId);
  if (approval !== null && !mayExecute(approval)) return;
  for (const step of plan.steps) {
    if (step.status === 'done' || step.status === 'skipped') continue;
    if (step.status === 'failed' || step.status === 'uncertain' || step.reason === BY_HAND) break;
    const goesOn = await takeStep(deps, { plan, approval, step });
    if (!goesOn) break;
  }
  await concludePlan(deps, planId);
}

function mayExecute({ status }: Approval): boolean {
  return (
    status === 'approved' || status === 'executing' || status === 'failed' || status === 'uncertain'
  );
}

type Marked =
  | {
      readonly kind: 'marked';
      readonly attempt: number;
      readonly blocked: string | null;
      readonly profile: Profile;
    }
  /** The world has changed: the step is skipped. */
  | { readonly kind: 'stopped' }
  /** Another worker has it. */
  | { readonly kind: 'taken' }
  /** The hand-brake is on, it is not its time, or a code has still to be made: the plan looks again later. */
  | { readonly kind: 'not-yet' };

/** Takes one step; true when the next one may be taken. */
async function takeStep(deps: ExecuteDeps, taking: Taking): Promise<boolean> {
  const { plan, approval, step } = taking;
  deps.crashpoint(`K16:${step.effect.kind}`);
  const marked = await deps.storage.transaction((records) => mark(deps, records, taking));
  if (marked.kind !== 'marked') return marked.kind === 'stopped';
  deps.crashpoint(`K17:${step.effect.kind}`);
  const recovering = step.status === 'marked';
  const performed = await performEffect(deps, step.effect, {
    plan,
    approval,
    position: step.position,
    recovering,
    ...marked,
  });
  deps.crashpoint(`K19:${step.effect.kind}`);
  const goesOn = await deps.storage.transaction((records) =>
    recordAttempt(deps, records, taking, marked.attempt, performed),
  );
  deps.crashpoint(`K20:${step.effect.kind}`);
  return goesOn;
}

/**
 * The hand-brake holds before every marker, also between two steps. The world is asked once more in the transaction of
 * the marker: what changed since the approval stops the effect. One that was marked before may have happened already,
 * so it is only told that it must not be begun.
 */
async function mark(deps: ExecuteDeps, records: Records, taking: Taking): Promise<Marked> {
  const { plan, step } = taking;
  const { effect } = step;
  const code = effect.kind === 'send-email' ? await codeState(records, plan, effect.mail) : 'made';
  const isHeld = await isPaused({ storage: records });
  if (isHeld || code === 'coming') {
    await lookAgain(deps, records, plan.id, isHeld ? PAUSE_CHECK_MS : CODE_CHECK_MS);
    return { kind: 'not-yet' };
  }
  const profile = await records.customers.lock(plan.customerId);
  const permission: StepPermission =
    profile === null
      ? { kind: 'refused', reason: 'forgotten' }
      : await mayTakeStep(deps, records, taking, profile);
  if (permission.kind === 'delayed') {
    await putOff(deps, records, taking, permission);
    return { kind: 'not-yet' };
  }
  const stopped = permission.kind === 'refused' ? permission.reason : null;
  const blocked = stopped ?? (code === 'missing' ? 'no-code' : null);
  const attempt = await records.plans.mark(
    plan.id,
    step.position,
    // Only as it was seen: a step that another worker has marked since may be on its way out already.
    [step.status],
    deps.now(),
  );
  if (attempt === null) return { kind: 'taken' };
  if (profile !== null && (blocked === null || step.status === 'marked'))
    return { kind: 'marked', attempt, blocked, profile };
  await skip(deps, records, taking, attempt, blocked ?? 'forgotten');
  return { kind: 'stopped' };
}

async function lookAgain(
  deps: ExecuteDeps,
  records: Records,
  planId: PlanId,
  afterMs: number,
): Promise<void> {
  const notBefore = new Date(deps.now().getTime() + afterMs);
  await records.enqueue([{ job: { name: 'execute', planId }, notBefore }]);
}

/** A step that is not marked yet waits for its time, when the clock finds it; the timeline says why and until when. */
async function putOff(
  deps: ExecuteDeps,
  records: Records,
  { plan, approval, step }: Taking,
  { reason, until }: Extract<StepPermission, { kind: 'delayed' }>,
): Promise<void> {
  const at = deps.now();
  await records.plans.putOff(plan.id, step.position, { reason, until, at });
  const data = { step: stepName(step.effect), reason, until, approvalId: approval?.id ?? null };
  const key = `delayed:${plan.id}:${step.position}:${reason}`;
  await records.timeline.add([
    { customerId: plan.customerId, key, at, kind: 'step-delayed', data },
  ]);
}

async function skip(
  deps: ExecuteDeps,
  records: Records,
  { plan, approval, step }: Taking,
  attempt: number,
  reason: string,
): Promise<void> {
  const at = deps.now();
  await records.plans.settle(plan.id, step.position, attempt, {
    status: 'skipped',
    reason,
    outcome: null,
    at,
  });
  const place = { plan, approval, position: step.position };
  if (step.effect.kind === 'send-email')
    await recordMail(deps, records, step.effect, place, { status: 'not-sent', reason });
  else if (plan.origin.kind !== 'batch') {
    const data = { step: stepName(step.effect), reason };
    await records.timeline.add([stepEntry(deps, place, 'step-skipped', data)]);
  }
  if (step.effect.kind === 'create-discount') await releaseBudget(deps, records, plan.id);
  const details = { step: step.position, kind: step.effect.kind, reason };
  await records.audit.append({
    at,
    actor: 'regulars',
    action: 'effect.skipped',
    subject: plan.id,
    details,
  });
}
