// What a teammate did in Slack, through the router, and to where the answer belongs; nothing in it knows the transport.
import type { types as slack } from '@slack/bolt';
import type { Team } from '#engine/playbook/team.ts';
import type { ActionCodec, ActionRef } from '../../action-id.ts';
import { type Card, note } from '../../card.ts';
import type { AnswerFile } from '../../file.ts';
import type { Form } from '../../form.ts';
import { accountWords } from '../../languages.ts';
import type { Router } from '../../router.ts';
import type { Words } from '../../words/en.ts';
import type { Once } from '../once.ts';
import { within } from '../within.ts';
import type { Answers } from './answers.ts';
import { type Ask, createWords, firstSign, type WordsOptions } from './asking.ts';
import { toLine } from './command-line.ts';
import { handOut } from './given-file.ts';
import type { SlackWords } from './mentions.ts';
import { createOpenedFrom, type OpenedFrom } from './opened-from.ts';
import {
  noLonger,
  type Outcome,
  type SubmissionAnswer,
  toAnswer,
  toView,
  wordsOf,
} from './outcome.ts';
import {
  askedIn,
  type OpenedTab,
  type Place,
  type SlackChange,
  type SlackCommand,
  type SlackPress,
  type SlackShortcut,
  type SlackSubmission,
} from './payloads.ts';
import type { RefusedReason, SlackActor, SlackPeople } from './people.ts';
import { createPreviews } from './previews.ts';
import { refilledView } from './refill.ts';
import { createSearch } from './search.ts';
import type { SharedChannels } from './shared-channels.ts';
import { toInput } from './shortcuts.ts';
import { createTabs, type Welcomed } from './tabs.ts';
import { createUnfurling, type SlackLinks } from './unfurling.ts';
import { formToView, messageView } from './views.ts';

export interface Interactions {
  command(command: SlackCommand): Promise<void>;
  press(press: SlackPress): Promise<void>;
  /** Says in an open form what comes of what was just typed. */
  change(change: SlackChange): Promise<void>;
  /** A shortcut of the app, or of a message: then of the customer that stands in it. */
  shortcut(shortcut: SlackShortcut): Promise<void>;
  /** Answers what was written to the bot, in its thread. */
  words(words: SlackWords): Promise<void>;
  /** Draws somebody's Home tab, or welcomes them to the messages. */
  opened(tab: OpenedTab): Promise<void>;
  /** Shows below a message what its links to the shop's admin are about. */
  links(links: SlackLinks): Promise<void>;
  /** What a menu that we fill offers for what is typed so far; nothing where it would come too late. */
  search(body: unknown): Promise<readonly slack.PlainTextOption[]>;
  /** Calls `ack` once, in time. */
  submit(
    submission: SlackSubmission,
    ack: (answer: SubmissionAnswer) => Promise<void>,
  ): Promise<void>;
}

/** Somebody who is not answered tried something; for the audit. */
export type Refusal = {
  readonly actor: SlackActor;
  readonly reason: RefusedReason;
  readonly action: ActionRef | null;
};

export type InteractionsOptions = {
  readonly answers: Answers;
  readonly channels: SharedChannels;
  readonly people: SlackPeople;
  readonly router: Router;
  readonly codec: ActionCodec;
  /** Says who is answered in which language. */
  readonly team: Team;
  readonly patience: Patience;
  /** True the first time a delivery is seen. */
  readonly once: Once;
  readonly welcomed: Welcomed;
  readonly onRefused: (refusal: Refusal) => Promise<void>;
  readonly onAnswered: WordsOptions['onAnswered'];
  readonly now: () => Date;
};

/**
 * How long the router may take before a modal that says so stands in for its answer: Slack lets us open one, or answer
 * a form, within three seconds only.
 */
export type Patience = { readonly pressMs: number; readonly submitMs: number };

/** The handlers of commands, presses, shortcuts and forms. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { answers, people, codec, team } = options;
  const ask = createAsking(options);
  const openedFrom = createOpenedFrom(options.now);
  const tabs = createTabs(options, ask);

  function at({ userId }: SlackActor, { channel }: Pick<Place, 'channel'>): Desk {
    const words = accountWords(team, { surface: 'slack', id: userId }, channel);
    return { ...options, openedFrom, words };
  }

  /** What was begun on the Home tab changes what stands there; a modal of a channel names that channel. */
  async function atHome(actor: SlackActor, { channel }: Place, outcome: Outcome): Promise<void> {
    const isChanged = outcome.kind === 'done' || outcome.kind === 'card';
    if (channel === null && isChanged) await tabs.home(actor);
  }

  return {
    opened: tabs.opened,

    change: createPreviews(options),

    links: createUnfurling(options),

    words: createWords(options, ask),

    async command({ actor, place, command, text }) {
      const line = toLine(command, text, people);
      const first = firstSign(answers, place);
      const { channel } = place;
      const outcome = await ask(actor, { kind: 'line', line }, { channel, live: first.live });
      await first.given();
      await present(at(actor, place), withoutStamp(outcome), place);
    },

    async press(press) {
      const { actor, place } = press;
      const desk = at(actor, place);
      const action = codec.decode(press.value);
      if (action === null) return present(desk, noLonger(desk.words), place);
      const outcome = ask(actor, { kind: 'press', action }, askedIn(place));
      await pressed(desk, place, outcome);
      await atHome(actor, place, await outcome);
    },

    async shortcut({ actor, place, callbackId, messageText }) {
      const desk = at(actor, place);
      const input = toInput(callbackId, messageText);
      const outcome =
        input === null ? noLonger(desk.words) : await ask(actor, input, { channel: place.channel });
      await present(desk, outcome, place);
    },

    search: createSearch(options),

    async submit(submission, ack) {
      const { actor, place, values, delivery } = submission;
      const desk = at(actor, place);
      const action = codec.decode(submission.callbackId);
      if (action === null)
        return ack(toAnswer(noLonger(desk.words), submission, { ...desk, from: null }));
      const asked = async (): Promise<Outcome> => {
        if (delivery !== null && !(await options.once(delivery))) return { kind: 'done' };
        const from = openedFrom.find(submission.viewId) ?? place;
        return ask(actor, { kind: 'submit', action, values }, askedIn(from));
      };
      const outcome = asked();
      await submitted(desk, submission, ack, outcome);
      await atHome(actor, place, await outcome);
    },
  };
}

/** Asks the router as the teammate who acted; who is none hears so, and it is noted. */
function createAsking({ people, router, team, onRefused }: InteractionsOptions): Ask {
  return async (actor, input, place = {}) => {
    const who = await people.resolve(actor);
    if (who.kind === 'teammate') return router.handle(who.teammate, input, place);
    const action = input.kind === 'press' || input.kind === 'submit' ? input.action : null;
    await onRefused({ actor, reason: who.reason, action });
    const words = accountWords(team, { surface: 'slack', id: actor.userId }, place.channel ?? null);
    return { kind: 'sentence', sentence: words.slack.refused[who.reason] };
  };
}

/** Shows the answer to a press; a slow one is shown in a modal that was opened while Slack still allowed it. */
async function pressed(desk: Desk, place: Place, pending: Promise<Outcome>): Promise<void> {
  const { answers, patience, words } = desk;
  const inTime = await within(patience.pressMs, pending);
  if (inTime !== null) return present(desk, inTime, place);
  const viewId = await answers.openView(place, messageView(words, words.slack.loading));
  const outcome = await pending;
  if (viewId === null) return present(desk, outcome, place);
  desk.openedFrom.note(viewId, place);
  await answers.updateView(viewId, toView(outcome, place, desk));
  if (viewId !== place.modalId) await stamped(desk, outcome, place);
  await announceToo(desk, outcome, place);
}

/** Answers a form; a slow answer comes into the modal, which says meanwhile that it is being worked on. */
async function submitted(
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
  const next =
    late.kind === 'faults' ? refilledView(words, view, late.faults) : toView(late, place, desk);
  await answers.updateView(viewId, next);
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

/** Everything at hand, with the words of the language of who acted. */
type Desk = InteractionsOptions & { readonly words: Words; readonly openedFrom: OpenedFrom };

async function showForm(desk: Desk, place: Place, form: Form): Promise<void> {
  const { answers, codec, words } = desk;
  const view = formToView(form, codec, place.channel ?? '');
  const opened = await answers.openView(place, view);
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
      await answers.updateView(place.modalId, toView(outcome, place, desk));
    return true;
  }
  if (outcome.kind !== 'card' || outcome.stamp === undefined || place.on !== 'message')
    return false;
  const { stamp, card } = outcome;
  const isShown = await answers.replace(place, stamp === 'itself' ? card : stamp);
  return isShown && stamp === 'itself';
}

/** What was typed stands on no message that could be stamped. */
function withoutStamp(outcome: Outcome): Outcome {
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
async function present(desk: Desk, outcome: Outcome, place: Place): Promise<void> {
  const { answers, words } = desk;
  switch (outcome.kind) {
    case 'form':
      return showForm(desk, place, outcome.form);
    case 'card':
      // Of modals that are laid on each other Slack takes three.
      if (outcome.inPlace === true && place.modalId !== undefined)
        return answers.updateView(place.modalId, toView(outcome, place, desk));
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
