// What came of a command, press or form, as a modal or as the answer to a submitted one.
import type { types as slack } from '@slack/bolt';
import type { ActionCodec } from '../../action-id.ts';
import type { FieldFault } from '../../form.ts';
import type { Reply } from '../../router.ts';
import type { Words } from '../../words/en.ts';
import type { Place, SlackSubmission } from './payloads.ts';
import { cardToView, faultsToErrors, formToView, messageView } from './views.ts';

/** The router's reply, or a sentence to somebody who does not get as far. */
export type Outcome = Reply | { readonly kind: 'sentence'; readonly sentence: string };

/** How a submitted form is answered within Slack's three seconds; undefined closes it, and what it was laid on is seen. */
export type SubmissionAnswer =
  | undefined
  | { readonly response_action: 'clear' }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: slack.ModalView };

/** To a button or form that is not ours or not any more. */
export function noLonger({ slack }: Words): Outcome {
  return { kind: 'sentence', sentence: slack.noLongerAvailable };
}

/** What an answer is drawn with: the words are of the language of who acted. */
export type Drawing = { readonly codec: ActionCodec; readonly words: Words };

/** An outcome as a modal. */
export function toView(
  outcome: Outcome,
  place: Place,
  { codec, words }: Drawing,
  isPlain = false,
): slack.ModalView {
  const origin = place.channel ?? '';
  switch (outcome.kind) {
    case 'form':
      return formToView(outcome.form, codec, origin, isPlain);
    case 'card':
      return cardToView(outcome.card, codec, origin, isPlain);
    case 'faults':
      return messageView(words, wordsOf(outcome.faults));
    case 'sentence':
      return messageView(words, outcome.sentence);
    case 'done':
      return outcome.now === undefined
        ? messageView(words, words.slack.done)
        : cardToView(outcome.now, codec, origin, isPlain);
  }
}

/**
 * An outcome as the answer to a form: faults beside its inputs, closed when done (alone, where what it was opened from is a
 * modal that shows what has changed), else what there is to see.
 */
export function toAnswer(
  outcome: Outcome,
  submission: SlackSubmission,
  drawing: Drawing & { readonly from: Place | null },
): SubmissionAnswer {
  const modal = drawing.from?.modalId;
  if (outcome.kind === 'done' && (outcome.now === undefined || modal === undefined))
    return { response_action: 'clear' };
  if (outcome.kind === 'done' && modal !== submission.viewId) return undefined;
  if (outcome.kind === 'faults') {
    const errors = faultsToErrors(outcome.faults, inputsOf(submission));
    if (Object.keys(errors).length > 0) return { response_action: 'errors', errors };
  }
  return { response_action: 'update', view: toView(outcome, submission.place, drawing) };
}

/** The faults in one text, where there is no form to put them in. */
export function wordsOf(faults: readonly FieldFault[]): string {
  return faults.map((fault) => fault.message).join('\n');
}

function inputsOf(submission: SlackSubmission): readonly string[] {
  return submission.view.blocks.flatMap((block) =>
    block.type === 'input' && block.block_id !== undefined ? [block.block_id] : [],
  );
}
