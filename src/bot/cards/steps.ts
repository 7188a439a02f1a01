// A plan's steps as they stand, and what a person may do about one that got stuck.
import type { Effect, Step } from '#engine/actions/effect.ts';
import { type PlanWithSteps, stepRef } from '#engine/approvals/plan.ts';
import { BY_HAND } from '#engine/flows/record-attempt.ts';
import type { PlanId } from '#engine/ids.ts';
import type { Block, Button, ListItem } from '../card.ts';
import { buttons, note, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** The steps with their marks, then a row of buttons for each that waits for a person. */
export function stepBlocks(words: Words, plan: PlanWithSteps): readonly Block[] {
  const stuck = plan.steps.flatMap((step) => stuckBlocks(words, plan.id, step));
  return [{ kind: 'list', items: plan.steps.map((step) => stepItem(words, step)) }, ...stuck];
}

/** Whether this step waits for a person. */
export function isStuck(step: Step): boolean {
  return stuckAs(step) !== null;
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
      ...(step.notBefore === null ? [] : [words.separator, time(step.notBefore)]),
    ],
  };
}

function stuckBlocks(words: Words, planId: PlanId, step: Step): readonly Block[] {
  const stuck = stuckAs(step);
  if (stuck === null) return [];
  const advice =
    stuck === 'uncertain' && step.effect.kind === 'send-email'
      ? [note(words.approvals.uncertainMail)]
      : [];
  const codes = stuck === 'by-hand' ? codeBlocks(words, step.effect) : [];
  const choices = stuckButtons(words, stepRef(planId, step.position), stuck);
  return [...advice, ...codes, buttons(...choices)];
}

/** How a step waits for a person. */
type Stuck = 'by-hand' | 'failed' | 'uncertain';

function stuckAs(step: Step): Stuck | null {
  if (isByHand(step)) return 'by-hand';
  return step.status === 'failed' || step.status === 'uncertain' ? step.status : null;
}

/** Who makes or ends a code by hand must see all of it. */
export function codeBlocks(words: Words, effect: Effect): readonly Block[] {
  return effect.kind === 'create-discount' || effect.kind === 'withdraw-discount'
    ? [note(words.approvals.byHandCode(effect.code))]
    : [];
}

/** What a person may do about a step, by how it got stuck; `id` is its reference. */
export function stuckButtons(words: Words, id: string, stuck: Stuck): readonly Button[] {
  const { approvals } = words;
  const giveUp: Button = { label: approvals.giveUp, action: { name: 'step.give-up', id } };
  const first = (label: string, choice: string): Button => {
    return { label, action: { name: `step.${choice}`, id }, style: 'primary' };
  };
  switch (stuck) {
    case 'by-hand':
      return [first(approvals.done, 'by-hand-done'), giveUp];
    case 'failed':
      return [first(approvals.retry, 'retry'), giveUp];
    case 'uncertain':
      return [
        first(approvals.arrived, 'arrived'),
        { label: approvals.again, action: { name: 'step.again', id } },
        giveUp,
      ];
  }
}
