// Drafts of answers to customers, in English: what a teammate reads of them, and the sentences they are made of.
import type { Resolution } from '#engine/cases/resolution.ts';
import { counted } from './en-speech.ts';
import { namedBy } from './names.ts';

const RESOLVED: Record<Resolution, string> = {
  refunded: 'refunded',
  exchanged: 'exchanged',
  credited: 'given store credit',
  declined: 'declined',
};

/** What a customer is told of the reason that their shop gives by a code. */
const SORRY: Readonly<Record<string, string>> = {
  damaged: 'We are sorry that it reached you damaged.',
  defective: 'We are sorry that it does not work as it should.',
  not_as_described: 'We are sorry that it is not what our description promised.',
  wrong_item: 'We are sorry that we sent you the wrong item.',
  size_too_large: 'We are sorry that it turned out too large.',
  size_too_small: 'We are sorry that it turned out too small.',
  color: 'We are sorry that the colour is not what you expected.',
};

/** Words of drafts. */
export const drafts = {
  title: 'Draft of an answer',
  mailTitle: 'Draft of a mail',
  replyButton: 'Reply',
  draftButton: 'Draft a reply',
  reword: 'Word it differently',
  needsModel: (how: string) => `“${how}” takes a language model; this is the draft without one.`,
  form: {
    replyIntro: (customer: string) =>
      `To ${customer}. Greeting and name are added. The mail waits for approval before it is sent.`,
    reply: 'What the customer reads',
    rewordTitle: 'Word it differently',
    how: 'What is it to be like?',
    howPlaceholder: 'shorter, friendlier, with an apology …',
    rewordSubmit: 'Draft it',
  },
  write: 'Mail to a customer',
  writing: (order: string | null) =>
    order === null ? 'We are writing to you today.' : `We are writing to you about order ${order}.`,
  gap: 'The text still has a gap, […]. Fill it in before it is sent.',
  fillIn: (about: string | null) =>
    `Fill in what stands at […]${about === null ? '' : `: ${about}`}. With the gap it is not sent.`,
  noAddress: 'This customer has no e-mail address that can be written to.',
  byTemplate: 'Put together without a model; nothing has been sent.',
  byModel: 'Drafted by a language model; nothing has been sent. Check what it promises.',
  modelAway: 'The language model could not be asked, so this was put together without it.',
  stopped: 'The language model was stopped, so this was put together without it.',
  earlierReply: 'What was answered in such a case, approved and sent:',
  earlier: (total: number, ways: readonly (readonly [Resolution, number])[]) =>
    `Of ${counted(total, 'earlier case', 'earlier cases')} with this reason: ${ways
      .map(([resolution, count]) => `${count} ${RESOLVED[resolution]}`)
      .join(', ')}.`,
  thanks: (order: string | null) =>
    order === null
      ? 'Thank you for writing to us.'
      : `Thank you for writing to us about order ${order}.`,
  sorry: (reason: string) => namedBy(SORRY, reason.toLowerCase()),
  answer: (resolution: Resolution | null, amount: string | null) => {
    switch (resolution) {
      case 'refunded':
        return `We will refund ${amount ?? 'what you paid for it'}. There is nothing else that you need to do.`;
      case 'exchanged':
        return 'We would gladly exchange it for you: which one should it be instead?';
      case 'credited':
        return `We would gladly give you store credit${amount === null ? '' : ` of ${amount}`} for it. Would that suit you?`;
      case 'declined':
        return 'We have looked at it closely, and this time we cannot take it back.';
      case null:
        return 'We are looking into it and will come back to you with an answer.';
    }
  },
  loyal: (orders: number) =>
    `This was your order number ${orders} with us, for which we thank you.`,
};
