// One approval of many that wait: what was just decided, the place in the queue, the card, and the way on.
import { type Button, buttons, type Card, note, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import { type ApprovalView, plainApprovalCard } from './approval.ts';
import { profileButton } from './customer-facts.ts';

/** A place in the queue; `view` is null behind the last one. `said` is what became of the one before. */
export type ReviewView = {
  readonly view: ApprovalView | null;
  readonly position: number;
  readonly total: number;
  readonly said: string | null;
};

/** The card of a review; its buttons decide and bring the next one. */
export function reviewCard(words: Words, review: ReviewView): Card {
  const { view, position, total, said } = review;
  if (view === null) return endCard(words, review);
  const card = plainApprovalCard(words, view);
  return {
    ...card,
    blocks: [
      ...(said === null ? [] : [text(said)]),
      note(words.reviews.position(position, total)),
      ...card.blocks,
      note(words.reviews.byCommand(view.approval.id)),
      buttons(...reviewButtons(words, view)),
    ],
  };
}

/** The button that begins a review. */
export function reviewButton(words: Words, label = words.reviews.start): Button {
  return { label, action: { name: 'approval.next', id: '' } };
}

function endCard(words: Words, { total, said }: ReviewView): Card {
  const { reviews } = words;
  return {
    title: total === 0 ? reviews.noneTitle : reviews.endTitle,
    tone: 'neutral',
    blocks: [
      ...(said === null ? [] : [text(said)]),
      ...(total === 0 ? [] : [text(reviews.skipped(total))]),
      buttons(total === 0 ? null : reviewButton(words, reviews.again), listButton(words)),
    ],
  };
}

function reviewButtons(
  words: Words,
  { approval, plan, profile }: ApprovalView,
): readonly (Button | null)[] {
  const { approvals, reviews } = words;
  const ref = { id: approval.id, version: approval.version };
  const mail = plan.effects.some((effect) => effect.kind === 'send-email');
  return [
    {
      label: approvals.approve,
      action: { name: 'approval.next-approve', ...ref },
      style: 'primary',
    },
    { label: approvals.edit, action: { name: 'approval.next-edit', ...ref } },
    {
      label: approvals.reject,
      action: { name: 'approval.next-reject', ...ref },
      style: 'danger',
      confirm: reviews.rejectConfirm,
    },
    { label: reviews.skip, action: { name: 'approval.next', id: approval.id } },
    mail ? { label: approvals.preview, action: { name: 'approval.preview', ...ref } } : null,
    profile === null ? null : profileButton(words, profile.id),
    listButton(words),
  ];
}

function listButton(words: Words): Button {
  return { label: words.reviews.list, action: { name: 'approval.list', id: '' } };
}
