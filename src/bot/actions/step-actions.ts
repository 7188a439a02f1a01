// Buttons about a step that waits for a person: retry, it arrived, send again, give up, done by hand.
import { parseStepRef } from '#engine/approvals/plan.ts';
import type { Deps } from '#engine/deps.ts';
import { type StepChoice, settleStep } from '#engine/flows/settle-step.ts';
import type { PlanId } from '#engine/ids.ts';
import type { ActionRef } from '../action-id.ts';
import { notFound, refusedAs, shown } from '../answers.ts';
import { approvalCard } from '../cards/approval.ts';
import { stepBlocks } from '../cards/steps.ts';
import type { Context } from '../command.ts';
import { approvalJson, stepJson } from '../commands/approval-json.ts';
import { loadApproval } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';

const CHOICES: readonly StepChoice[] = ['retry', 'arrived', 'again', 'give-up', 'by-hand-done'];

/** One button a choice. What goes out again is a decision, so it needs an approver. */
export function stepActions(words: Words): readonly ActionHandler[] {
  return CHOICES.map((choice) => ({
    name: `step.${choice}`,
    role: 'approver',
    press: (context, action) => settle(words, context, action, choice),
  }));
}

async function settle(
  words: Words,
  { deps, teammate }: Context,
  action: ActionRef,
  choice: StepChoice,
): Promise<ActionReply> {
  const ref = parseStepRef(action.id) ?? notFound('approval', action.id);
  const settled = await settleStep(deps, { ...ref, choice, by: toDecider(teammate) });
  const approval = await deps.storage.approvals.byPlan(ref.planId);
  if (settled.kind === 'done')
    return approval === null
      ? showSteps(words, deps, ref.planId)
      : { kind: 'done', subject: { kind: 'approval', id: approval.id } };
  const view = approval === null ? null : await loadApproval(deps, approval.id);
  return refusedAs(
    {
      title: words.approvals.refusedTitle,
      code: settled.reason,
      message: words.approvals.stepNotSo,
    },
    view === null ? null : { card: approvalCard(words, view), json: approvalJson(view) },
  );
}

/** A plan without a card of its own answers with how its steps stand. */
async function showSteps(words: Words, { storage }: Deps, planId: PlanId): Promise<ActionReply> {
  const plan = await storage.plans.get(planId);
  if (plan === null) return { kind: 'done' };
  const card = {
    title: words.approvals.steps,
    tone: 'neutral',
    blocks: stepBlocks(words, plan),
  } as const;
  return shown(card, { steps: plan.steps.map(stepJson) });
}
