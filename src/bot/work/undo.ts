// Undoing from any face: which plans an id names, what undoing them would do, and the answer once it is done.
import type { PlanWithSteps } from '#engine/approvals/plan.ts';
import type { Deps } from '#engine/deps.ts';
import {
  previewUndo,
  type UndoPreview,
  type UndoRefusal,
  undoPlan,
} from '#engine/flows/undo-plan.ts';
import { asId, looksLikeId } from '#engine/ids.ts';
import { announced, refusedAs } from '../answers.ts';
import { undoneCard } from '../cards/undo.ts';
import type { Answer, Context } from '../command.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';

type Sources = Pick<Deps, 'storage'>;

/** The plans that an id of a plan, an approval or a run names, newest first; none for any other id. */
export async function plansNamed(
  { storage }: Sources,
  id: string,
): Promise<readonly PlanWithSteps[]> {
  if (looksLikeId('run', id)) return (await storage.plans.ofRun(asId('run', id))).toReversed();
  const approval = looksLikeId('approval', id)
    ? await storage.approvals.get(asId('approval', id))
    : null;
  const plan = await storage.plans.get(approval?.planId ?? asId('plan', id));
  return plan === null ? [] : [plan];
}

/** What undoing all of these would do now. */
export async function previewAll(
  { storage }: Sources,
  plans: readonly PlanWithSteps[],
): Promise<UndoPreview> {
  const previews: UndoPreview[] = [];
  for (const plan of plans) {
    const profile = await storage.customers.get(plan.customerId);
    const isUndone = (await storage.plans.undoOf(plan.id)) !== null;
    if (profile !== null && !isUndone) previews.push(await previewUndo(storage, plan, profile));
  }
  return merge(previews);
}

/** Undoes what an id names; refused where nothing of it could be undone. */
export async function undoNamed(words: Words, context: Context, id: string): Promise<Answer> {
  const { deps, teammate } = context;
  const done: UndoPreview[] = [];
  const stays: UndoPreview[] = [];
  let refusal: UndoRefusal = 'not-found';
  for (const plan of await plansNamed(deps, id)) {
    const outcome = await undoPlan(deps, { planId: plan.id, by: toDecider(teammate) });
    if (outcome.kind === 'undoing') done.push(outcome.undo);
    else {
      refusal = outcome.reason;
      if (outcome.undo !== null) stays.push({ effects: [], stays: outcome.undo.stays });
    }
  }
  const all = merge([...done, ...stays]);
  if (done.length > 0) return announced(words, (said) => undoneCard(said, all), undoJson(all));
  const { refusedTitle, refused } = words.undo;
  const said = { title: refusedTitle, code: refusal, message: refused(refusal) };
  const present = { card: undoneCard(words, all), json: undoJson(all) };
  return refusedAs(said, all.stays.length === 0 ? null : present);
}

function merge(previews: readonly UndoPreview[]): UndoPreview {
  return {
    effects: previews.flatMap(({ effects }) => effects),
    stays: previews.flatMap(({ stays }) => stays),
  };
}

function undoJson({ effects, stays }: UndoPreview) {
  return {
    undone: effects.map(({ kind }) => ({ name: kind })),
    stays: stays.map(({ effect, reason }) => ({ name: effect.kind, reason })),
  };
}
