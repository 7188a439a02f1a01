// That something for a case waits for a decision, with the way to it.
import { buttons, type Card, text } from '../card.ts';
import type { Words } from '../words/en.ts';

/** That something waits for approval, with the way to it. */
export function askedCard(words: Words, approvalId: string, title?: string): Card {
  return {
    title: title ?? words.cases.form.offerTitle,
    tone: 'good',
    blocks: [
      text(title === undefined ? words.cases.form.offerAsked : words.cases.form.asked),
      buttons({
        label: words.approvals.open,
        action: { name: 'approval.open', id: approvalId },
        style: 'primary',
      }),
    ],
  };
}
