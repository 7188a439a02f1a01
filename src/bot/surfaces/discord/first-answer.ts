// The first answer to what somebody did, in time: what came of it, or that we are at it and the rest behind it.
import type { APIInteractionResponse } from 'discord.js';
import type { Team } from '#engine/playbook/team.ts';
import type { ActionCodec } from '../../action-id.ts';
import { type Card, chartsOf } from '../../card.ts';
import { accountWords } from '../../languages.ts';
import type { Live, Progress } from '../../live.ts';
import type { Words } from '../../words/en.ts';
import { createNewestState } from '../newest-state.ts';
import { within } from '../within.ts';
import type { Answers, Respond } from './answers.ts';
import { EDIT_MS } from './live-replies.ts';
import { formToModal, isFull } from './modal.ts';
import { type OpenForm, type OpenForms, pressedFor, readModalId } from './open-forms.ts';
import {
  cardMessage,
  closedFormCard,
  EPHEMERAL,
  faultsCard,
  fileMessage,
  type Message,
  type Outcome,
  privately,
  sentenceMessage,
} from './outcome.ts';
import type {
  DiscordCommand,
  DiscordLookUp,
  DiscordPress,
  DiscordSubmission,
  From,
  Place,
} from './payloads.ts';

/** What somebody did that has an outcome. */
export type Acted = DiscordCommand | DiscordLookUp | DiscordPress | DiscordSubmission;

/** What is to be found out, and whom to tell. */
export type Pending = {
  readonly find: (live: Live) => Promise<Outcome>;
  readonly from: Acted;
  readonly respond: Respond;
};

export type FirstAnswerOptions = {
  readonly answers: Answers;
  readonly codec: ActionCodec;
  readonly openForms: OpenForms;
  /** Says who is answered in which language. */
  readonly team: Team;
};

export interface FirstAnswer {
  /** Says what came of it. */
  now(outcome: Outcome, from: Acted, respond: Respond): Promise<void>;
  /** Says what came of it, or after `waitMs` that we are at it, and then what came of it. */
  within(waitMs: number, asked: Pending): Promise<void>;
  /** Opens a form that was opened before, as it was filled in. */
  open(opened: OpenForm, from: Acted, respond: Respond): Promise<void>;
}

/** First answers; only they can be forms. */
export function createFirstAnswer(options: FirstAnswerOptions): FirstAnswer {
  const { answers, openForms } = options;

  async function open(opened: OpenForm, from: Acted, respond: Respond): Promise<void> {
    const openId = openForms.keep(from.place.interactionId, opened);
    const late = closedFormCard(wordsFor(options, from), opened.form, openId);
    const instead = firstOf(cardMessage(late, options.codec));
    const modal = formToModal(opened.form, options.codec, { ...opened, openId });
    await respond({ type: 9, data: modal }, instead.plain);
  }

  async function now(outcome: Outcome, from: Acted, respond: Respond): Promise<void> {
    // A form cannot be the answer to a form.
    if (outcome.kind === 'form' && from.kind !== 'submission' && !isFull(outcome.form))
      return open({ form: outcome.form }, from, respond);
    const stamp = stampOf(options, outcome, from);
    const message = toMessage(options, outcome, from);
    const elsewhere = stampedElsewhere(openForms, from);
    if (stamp !== null && elsewhere === null) {
      await respond({ type: 7, data: stamp.full }, { type: 7, data: stamp.plain });
      return message === null || isItself(outcome) ? undefined : answers.add(from.place, message);
    }
    if (message === null) return respond(LEAVE_AS_IT_IS);
    const { full, plain } = firstOf(message);
    await respond(full, plain);
    if (stamp !== null && elsewhere !== null) await answers.change(elsewhere, stamp);
  }

  /** A press leaves its card as it is meanwhile; elsewhere who acted sees that we are at it. */
  async function later(pending: Promise<Outcome>, { from, respond }: Told, meanwhile: Meanwhile) {
    const { place } = from;
    await respond(place.onMessage ? LEAVE_AS_IT_IS : AT_IT);
    if (!place.onMessage) meanwhile.begin();
    const outcome = await pending;
    await meanwhile.end();
    const stamp = stampOf(options, outcome, from);
    if (stamp !== null) await answers.change(stampedElsewhere(openForms, from) ?? place, stamp);
    const message = toMessage(options, outcome, from);
    if (message === null || (stamp !== null && isItself(outcome))) return;
    if (place.onMessage) return answers.add(place, message);
    if (message.visible === 'asker') return answers.change(place, message);
    await answers.change(place, sentenceMessage(wordsFor(options, from).discord.shownBelow));
    await answers.add(place, message);
  }

  return {
    open,
    now,
    async within(waitMs, asked) {
      const { from, respond } = asked;
      const meanwhile = createMeanwhile((card) =>
        answers.change(from.place, cardMessage(card, options.codec)),
      );
      const pending = asked.find(meanwhile.live);
      const inTime = await within(waitMs, pending);
      const isAtHand = inTime !== null && !hasFiles(inTime);
      if (!isAtHand) return later(pending, asked, meanwhile);
      await meanwhile.end();
      await now(inTime, from, respond);
    },
  };
}

type Told = Pick<Pending, 'from' | 'respond'>;

/** Shows an answer in the making in the place of the first answer, from when that has been given. */
type Meanwhile = {
  readonly live: Live;
  readonly begin: () => void;
  readonly end: () => Promise<void>;
};

function createMeanwhile(change: (card: Card) => Promise<void>): Meanwhile {
  const begun = Promise.withResolvers<boolean>();
  const newest = createNewestState<Progress>(async ({ card }) => {
    if (await begun.promise) await change(card);
    return { pauseMs: EDIT_MS };
  });
  return {
    live: { isShared: false, show: newest.push },
    begin: () => begun.resolve(true),
    async end() {
      begun.resolve(false);
      await newest.stop();
    },
  };
}

/** Pictures may take longer than a first answer has; over HTTP it takes no files at all. */
function hasFiles(outcome: Outcome): boolean {
  if (outcome.kind !== 'card') return false;
  return outcome.file !== undefined || chartsOf(outcome.card).length > 0;
}

/** The words of the language in which who acted is answered. */
export function wordsFor({ team }: Pick<FirstAnswerOptions, 'team'>, from: From): Words {
  const { actor, place } = from;
  return accountWords(team, { surface: 'discord', id: actor.userId }, place.channel);
}

const LEAVE_AS_IT_IS: APIInteractionResponse = { type: 6 };
const AT_IT: APIInteractionResponse = { type: 5, data: { flags: EPHEMERAL } };

/** What takes the place of the message that was pressed; null where it stays as it is. */
function stampOf(
  { codec }: Pick<FirstAnswerOptions, 'codec'>,
  outcome: Outcome,
  { place }: Acted,
): Message | null {
  if (!place.onMessage) return null;
  if (outcome.kind === 'done')
    return outcome.now === undefined ? null : cardMessage(outcome.now, codec);
  if (outcome.kind !== 'card' || outcome.stamp === undefined) return null;
  return cardMessage(outcome.stamp === 'itself' ? outcome.card : outcome.stamp, codec);
}

/** A form that came late was opened from a message of its own, which is not the one that its button stands on. */
function stampedElsewhere(openForms: OpenForms, from: Acted): Place | null {
  return from.kind === 'submission' ? pressedFor(openForms, from) : null;
}

function isItself(outcome: Outcome): boolean {
  return outcome.kind === 'card' && outcome.stamp === 'itself';
}

/** What is to be seen of an outcome as a message; nothing where the card itself has changed. */
function toMessage(options: FirstAnswerOptions, outcome: Outcome, from: Acted): Message | null {
  const { codec, openForms } = options;
  const { interactionId, onMessage, isEphemeral } = from.place;
  const words = wordsFor(options, from);
  switch (outcome.kind) {
    case 'card':
      return outcome.file === undefined
        ? cardMessage(outcome.card, codec, outcome.visible)
        : fileMessage(outcome.card, outcome.file, codec);
    case 'sentence':
      return sentenceMessage(outcome.sentence);
    case 'form': {
      const pressed = onMessage ? { pressed: from.place } : {};
      const openId = openForms.keep(interactionId, { form: outcome.form, ...pressed });
      return cardMessage(closedFormCard(words, outcome.form, openId), codec);
    }
    case 'faults':
      return cardMessage(faultsCard(words, outcome.faults, keepSubmitted(openForms, from)), codec);
    case 'done':
      if (outcome.now !== undefined && onMessage && stampedElsewhere(openForms, from) === null)
        return null;
      // The posts of what was pressed are brought up to date; a private card is nobody's post.
      return onMessage && !isEphemeral ? null : sentenceMessage(words.discord.done);
  }
}

/** Keeps what was filled in, to be corrected; null where the form itself is not known any more. */
function keepSubmitted(openForms: OpenForms, from: Acted): string | null {
  if (from.kind !== 'submission') return null;
  const opened = openForms.find(readModalId(from.customId).openId);
  if (opened === null) return null;
  return openForms.keep(from.place.interactionId, { ...opened, values: from.values });
}

/** A message as the first answer. */
function firstOf({ full, plain, visible }: Message): {
  readonly full: APIInteractionResponse;
  readonly plain: APIInteractionResponse;
} {
  const seen = visible === 'asker' ? privately : (same: Message['full']) => same;
  return { full: { type: 4, data: seen(full) }, plain: { type: 4, data: seen(plain) } };
}
