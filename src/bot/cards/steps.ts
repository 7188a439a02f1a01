// A plan's steps as they stand, and what a person may do about one that got stuck.
import type { Step } from '#engine/actions/effect.ts';
import type { PlanWithSteps } from '#engine/approvals/plan.ts';
import { BY_HAND } from '#engine/flows/record-attempt.ts';
import { asId, type PlanId } from '#engine/ids.ts';
import type { Block, Button, ListItem } from '../card.ts';
import { buttons, note } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** The steps with their marks, then a row of buttons for each that waits for a person. */
export function stepBlocks(words: Words, plan: PlanWithSteps): readonly Block[] {
  const stuck = plan.steps.flatMap((step) => stuckBlocks(words, plan.id, step));
  return [{ kind: 'list', items: plan.steps.map((step) => stepItem(words, step)) }, ...stuck];
}

/** The id that a step's buttons carry: the plan and the step's place in it. */
export function stepRef(planId: PlanId, position: number): string {
  return `${planId}.${position}`;
}

/** Reads such an id; null when it is none. */
export function parseStepRef(
  ref: string,
): { readonly planId: PlanId; readonly position: number } | null {
  const match = /^(.+)\.(\d{1,3})$/.exec(ref);
  return match ? { planId: asId('plan', match[1] ?? ''), position: Number(match[2]) } : null;
}

/** Whether this step waits for a person. */
export function isStuck(step: Step): boolean {
  return step.status === 'failed' || step.status === 'uncertain' || isByHand(step);
}

/** Whether this step waits for a teammate to do it in the shop. */
function isByHand(step: Step): boolean {
  return step.reason === BY_HAND && step.status === 'waiting';
}

function stepItem(words: Words, step: Step): ListItem {
  const { approvals } = words;
  const reason = step.reason === null ? '' : `: ${oneLine(approvals.reason(step.reason), 200)}`;
  return {
    mark: step.status === 'marked' ? 'waiting' : step.status,
    text: [
      `${oneLine(approvals.stepWith(step.effect), 120)}${words.separator}${approvals.stepStatus(step.status)}${reason}`,
    ],
  };
}

function stuckBlocks(words: Words, planId: PlanId, step: Step): readonly Block[] {
  const choices = stuckButtons(words, stepRef(planId, step.position), step);
  if (choices.length === 0) return [];
  const advice =
    step.status === 'uncertain' && step.effect.kind === 'send-email'
      ? [note(words.approvals.uncertainMail)]
      : [];
  return [...advice, buttons(...choices)];
}

function stuckButtons(words: Words, id: string, step: Step): readonly Button[] {
  const { approvals } = words;
  if (isByHand(step))
    return [
      { label: approvals.done, action: { name: 'step.by-hand-done', id }, style: 'primary' },
      { label: approvals.giveUp, action: { name: 'step.give-up', id } },
    ];
  if (step.status === 'failed')
    return [
      { label: approvals.retry, action: { name: 'step.retry', id }, style: 'primary' },
      { label: approvals.giveUp, action: { name: 'step.give-up', id } },
    ];
  if (step.status === 'uncertain')
    return [
      { label: approvals.arrived, action: { name: 'step.arrived', id }, style: 'primary' },
      { label: approvals.again, action: { name: 'step.again', id } },
      { label: approvals.giveUp, action: { name: 'step.give-up', id } },
    ];
  return [];
}
