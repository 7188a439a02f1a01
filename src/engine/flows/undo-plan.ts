// Takes a plan back: a plan made of inverses, as far as there are any, and a word on what stays.
import type { Effect, Step } from '../actions/effect.ts';
import { type Inverse, inverseOf, type NoInverse, stands } from '../actions/inverse.ts';
import type { Decider } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Profile } from '../customers/profile.ts';
import type { Order } from '../customers/purchases.ts';
import type { Deps } from '../deps.ts';
import { usesCode } from '../effects/withdraw-discount.ts';
import type { PlanId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { endAutonomyOf } from './end-autonomy.ts';
import { makePlan } from './make-plan.ts';
import { BY_HAND } from './record-attempt.ts';

/** What would be taken back, in order, and what stays, with the reason. */
export type UndoPreview = {
  readonly effects: readonly Effect[];
  readonly stays: readonly { readonly effect: Effect; readonly reason: NoInverse }[];
};

export type UndoRefusal = 'not-found' | 'under-way' | 'undone-already' | 'nothing-to-undo';

export type Undone =
  | { readonly kind: 'undoing'; readonly undo: UndoPreview }
  | { readonly kind: 'refused'; readonly reason: UndoRefusal; readonly undo: UndoPreview | null };

/** What taking a plan back would do now. Steps that were never done are no part of it. */
export async function previewUndo(
  records: Pick<Records, 'purchases'>,
  plan: PlanWithSteps,
  profile: Profile,
): Promise<UndoPreview> {
  const steps = plan.steps.filter(({ status }) => status === 'done').toReversed();
  const hasCode = steps.some(({ effect }) => effect.kind === 'create-discount');
  const orders = hasCode ? await records.purchases.ordersOf(profile.id) : [];
  const inverses = steps.map((step) => ({ step, inverse: standingInverse(step, profile, orders) }));
  return {
    effects: inverses.flatMap(({ inverse }) => (inverse.kind === 'effect' ? [inverse.effect] : [])),
    stays: inverses.flatMap(({ step, inverse }) =>
      inverse.kind === 'none' ? [{ effect: step.effect, reason: inverse.reason }] : [],
    ),
  };
}

/** Takes a plan back once; what was changed since by somebody else is left as it is. */
export async function undoPlan(
  deps: Pick<Deps, 'storage' | 'now' | 'newId'>,
  command: { readonly planId: PlanId; readonly by: Decider },
): Promise<Undone> {
  return deps.storage.transaction(async (records): Promise<Undone> => {
    const plan = await records.plans.get(command.planId);
    const profile = plan === null ? null : await records.customers.lock(plan.customerId);
    if (plan === null || profile === null) return refused('not-found', null);
    return undoPlanOf(deps, records, { plan, profile, by: command.by });
  });
}

/** The same inside a transaction that holds the customer. */
export async function undoPlanOf(
  deps: Pick<Deps, 'now' | 'newId'>,
  records: Records,
  command: { readonly plan: PlanWithSteps; readonly profile: Profile; readonly by: Decider },
): Promise<Undone> {
  const { plan, profile, by } = command;
  const undo = await previewUndo(records, plan, profile);
  if ((await records.plans.undoOf(plan.id)) !== null) return refused('undone-already', null);
  if (await isUnderWay(records, plan)) return refused('under-way', null);
  if (undo.effects.length === 0) return refused('nothing-to-undo', undo);
  await begin(deps, records, plan, undo.effects, by);
  return { kind: 'undoing', undo };
}

function standingInverse(step: Step, profile: Profile, orders: readonly Order[]): Inverse {
  const inverse = inverseOf(step);
  if (inverse.kind === 'effect' && inverse.effect.kind === 'withdraw-discount')
    return usesCode(orders, inverse.effect.code) ? { kind: 'none', reason: 'code-used' } : inverse;
  if (inverse.kind === 'none' || stands(step.effect, profile)) return inverse;
  return { kind: 'none', reason: 'changed-since' };
}

/** Whether its next step may still be taken: what is not decided is rejected instead, what runs is waited for. */
async function isUnderWay(records: Records, plan: PlanWithSteps): Promise<boolean> {
  const approval = await records.approvals.byPlan(plan.id);
  if (approval?.status === 'rejected' || approval?.status === 'expired') return false;
  const next = plan.steps.find(({ status }) => status !== 'done' && status !== 'skipped');
  return next?.status === 'marked' || (next?.status === 'waiting' && next.reason !== BY_HAND);
}

async function begin(
  deps: Pick<Deps, 'now' | 'newId'>,
  records: Records,
  plan: PlanWithSteps,
  effects: readonly Effect[],
  by: Decider,
): Promise<void> {
  const origin = { kind: 'undo', planId: plan.id, person: by.name } as const;
  const undo = makePlan(deps, { customerId: plan.customerId, origin, effects });
  await records.plans.insert(undo);
  await records.audit.append({
    at: deps.now(),
    actor: by.person,
    action: 'plan.undone',
    subject: plan.id,
    details: { by: undo.id, surface: by.surface },
  });
  if (plan.origin.kind === 'run')
    await endAutonomyOf(deps, records, plan.origin.automation, 'undone');
  await records.enqueue([{ job: { name: 'execute', planId: undo.id } }]);
}

function refused(reason: UndoRefusal, undo: UndoPreview | null): Undone {
  return { kind: 'refused', reason, undo };
}
