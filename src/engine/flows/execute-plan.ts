// Carries out a plan, one effect after the other, each once: marker committed, then the call, then the outcome.
import { type Effect, type Step, stepName } from '../actions/effect.ts';
import { hasTag } from '../actions/tag-name.ts';
import type { Approval } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { type PerformDeps, stepEntry } from '../effects/attempt.ts';
import { performEffect } from '../effects/perform.ts';
import { recordMail } from '../effects/send-email.ts';
import type { PlanId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { concludePlan } from './conclude-plan.ts';
import { releaseBudget, reserveBudget } from './discount-budget.ts';
import { codeState } from './mail-code.ts';
import { permissionToMail } from './mail-permission.ts';
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
  /** The hand-brake is on, or a code has still to be made: the plan looks again after a while. */
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
  const stopped = profile === null ? 'forgotten' : await stopReason(deps, records, taking, profile);
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

async function stopReason(
  deps: ExecuteDeps,
  records: Records,
  { plan, approval, step }: Taking,
  profile: Profile,
): Promise<string | null> {
  const { effect } = step;
  if (plan.origin.kind === 'batch') return hasMovedOn(effect, profile) ? 'changed-since' : null;
  // A decision has reserved its plan's budget; what nobody decided on reserves it when the code is made.
  if (effect.kind === 'create-discount' && approval === null)
    if (!(await reserveBudget(deps, records, plan))) return 'over-budget';
  // A code whose mail cannot go out any more would lie in the shop for nobody.
  const mail =
    effect.kind === 'send-email'
      ? effect.mail
      : effect.kind === 'create-discount'
        ? mailAfter(plan, step)
        : null;
  if (mail === null) return null;
  const permission = await permissionToMail(deps, records, { profile, mail, caps: true });
  return permission.kind === 'refused' ? permission.reason : null;
}

/** Whether the tag that a shop is to be told of is not, or is again, what we hold ourselves. */
function hasMovedOn(effect: Effect, profile: Profile): boolean {
  if (effect.kind !== 'add-tag' && effect.kind !== 'remove-tag') return false;
  return hasTag(profile, effect.tag) !== (effect.kind === 'add-tag');
}

function mailAfter(plan: PlanWithSteps, step: Step) {
  const next = plan.steps.find(
    ({ position, effect }) => position > step.position && effect.kind === 'send-email',
  );
  return next?.effect.kind === 'send-email' ? next.effect.mail : null;
}
