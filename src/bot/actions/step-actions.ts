// Buttons about a step that waits for a person: retry, it arrived, send again, give up, done by hand.
import { type StepChoice, settleStep } from '#engine/flows/settle-step.ts';
import type { ActionRef } from '../action-id.ts';
import { notFound, refusedAs } from '../answers.ts';
import { approvalCard } from '../cards/approval.ts';
import { parseStepRef } from '../cards/steps.ts';
import type { Context } from '../command.ts';
import { approvalJson } from '../commands/approval-json.ts';
import { loadApproval } from '../subject-cards.ts';
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
  if (settled.kind === 'done') return { kind: 'done' };
  const approval = await deps.storage.approvals.byPlan(ref.planId);
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
