// Where an outcome is shown: in the place of what was pressed, in a modal, to who acted or to all; the slow ones as well.
import type { ActionCodec } from '../../action-id.ts';
import { type Card, note } from '../../card.ts';
import type { AnswerFile } from '../../file.ts';
import type { Form } from '../../form.ts';
import type { Words } from '../../words/en.ts';
import { within } from '../within.ts';
import type { Answers } from './answers.ts';
import { handOut } from './given-file.ts';
import type { OpenedFrom } from './opened-from.ts';
import { type Outcome, type SubmissionAnswer, toAnswer, toView, wordsOf } from './outcome.ts';
import type { Place, SlackSubmission } from './payloads.ts';
import { refilledView } from './refill.ts';
import { formToView, messageView } from './views.ts';

/**
 * How long the router may take before a modal that says so stands in for its answer: Slack lets us open one, or answer
 * a form, within three seconds only.
 */
export type Patience = { readonly pressMs: number; readonly submitMs: number };

/** Everything at hand, with the words of the language of who acted. */
export type Desk = {
  readonly answers: Answers;
  readonly codec: ActionCodec;
  readonly patience: Patience;
  readonly words: Words;
  readonly openedFrom: OpenedFrom;
};

/** Shows the answer to a press; a slow one is shown in a modal that was opened while Slack still allowed it. */
export async function pressed(desk: Desk, place: Place, pending: Promise<Outcome>): Promise<void> {
  const { answers, patience, words } = desk;
  const inTime = await within(patience.pressMs, pending);
  if (inTime !== null) return present(desk, inTime, place);
  const viewId = await answers.openView(place, () => messageView(words, words.slack.loading));
  const outcome = await pending;
  if (viewId === null) return present(desk, outcome, place);
  desk.openedFrom.note(viewId, place);
  await answers.updateView(viewId, (isPlain) => toView(outcome, place, desk, isPlain));
  if (viewId !== place.modalId) await stamped(desk, outcome, place);
  await announceToo(desk, outcome, place);
}

/** Answers a form; a slow answer comes into the modal, which says meanwhile that it is being worked on. */
export async function submitted(
  desk: Desk,
  submission: SlackSubmission,
  ack: (answer: SubmissionAnswer) => Promise<void>,
  pending: Promise<Outcome>,
): Promise<void> {
  const { answers, patience, words } = desk;
  const { place, view, viewId } = submission;
  const inTime = await within(patience.submitMs, pending);
  if (inTime !== null) {
    await ack(toAnswer(inTime, submission, { ...desk, from: desk.openedFrom.find(viewId) }));
    await stampedBehind(desk, inTime, viewId);
    return announceToo(desk, inTime, place);
  }
  await ack({ response_action: 'update', view: messageView(words, words.slack.working) });
  const late = await pending;
  await answers.updateView(viewId, (isPlain) =>
    late.kind === 'faults'
      ? refilledView(words, view, late.faults)
      : toView(late, place, desk, isPlain),
  );
  await stampedBehind(desk, late, viewId);
  await announceToo(desk, late, place);
}

/** Puts what came of a form in the place of what it was opened from. */
async function stampedBehind(desk: Desk, outcome: Outcome, viewId: string): Promise<void> {
  const from = desk.openedFrom.find(viewId);
  if (from !== null && from.modalId !== viewId) await stamped(desk, outcome, from);
}

/** What everybody is to see is shown to the channel as well as in the modal. */
async function announceToo({ answers }: Desk, outcome: Outcome, place: Place): Promise<void> {
  if (outcome.kind === 'card' && outcome.visible === 'channel')
    await answers.announce(place, outcome.card);
}

async function showForm(desk: Desk, place: Place, form: Form): Promise<void> {
  const { answers, codec, words } = desk;
  const opened = await answers.openView(place, (isPlain) =>
    formToView(form, codec, place.channel ?? '', isPlain),
  );
  if (opened !== null) desk.openedFrom.note(opened, place);
  else if (place.on === 'message') await answers.say(place, words.slack.tooSlow, words);
}

/** Puts an answer's stamp, or the thing as it stands now, on what was pressed; true where there is nothing more to say. */
async function stamped(desk: Desk, outcome: Outcome, place: Place): Promise<boolean> {
  const { answers } = desk;
  if (outcome.kind === 'done' && outcome.now !== undefined) {
    if (place.on === 'message') return answers.replace(place, outcome.now);
    // The Home tab is drawn anew as a whole.
    if (place.modalId !== undefined)
      await answers.updateView(place.modalId, (isPlain) => toView(outcome, place, desk, isPlain));
    return true;
  }
  if (outcome.kind !== 'card' || outcome.stamp === undefined || place.on !== 'message')
    return false;
  const { stamp, card } = outcome;
  const isShown = await answers.replace(place, stamp === 'itself' ? card : stamp);
  return isShown && stamp === 'itself';
}

/** What was typed stands on no message that could be stamped. */
export function withoutStamp(outcome: Outcome): Outcome {
  if (outcome.kind !== 'card') return outcome;
  const { stamp: _, ...rest } = outcome;
  return rest;
}

/** A file comes to who asked in their messages with us; where they asked, they read so. */
async function handedOut(desk: Desk, card: Card, file: AnswerFile, place: Place): Promise<void> {
  const { answers, words } = desk;
  const said = await handOut(words, answers.giveFile, { userId: place.userId, card, file });
  await answers.whisper(place, { ...card, blocks: [...card.blocks, note(said)] });
}

/** Shows an answer where it was asked for. */
export async function present(desk: Desk, outcome: Outcome, place: Place): Promise<void> {
  const { answers, words } = desk;
  switch (outcome.kind) {
    case 'form':
      return showForm(desk, place, outcome.form);
    case 'card':
      // Of modals that are laid on each other Slack takes three.
      if (outcome.inPlace === true && place.modalId !== undefined)
        return answers.updateView(place.modalId, (isPlain) =>
          toView(outcome, place, desk, isPlain),
        );
      if (await stamped(desk, outcome, place)) return;
      if (outcome.file !== undefined) return handedOut(desk, outcome.card, outcome.file, place);
      if (outcome.visible === 'asker' || place.on !== 'message')
        await answers.whisper(place, outcome.card);
      if (outcome.visible === 'channel') await answers.announce(place, outcome.card);
      return;
    case 'faults':
      return answers.say(place, wordsOf(outcome.faults), words);
    case 'sentence':
      return answers.say(place, outcome.sentence, words);
    case 'done':
      if (await stamped(desk, outcome, place)) return;
      // The posts of what was pressed are brought up to date; a private card or a modal is nobody's post.
      return place.isEphemeral || place.on !== 'message'
        ? answers.say(place, words.slack.done, words)
        : undefined;
  }
}
