// What a teammate did in Slack, through the router, and to where the answer belongs; nothing in it knows the transport.
import type { ActionCodec, ActionRef } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { sentenceCard } from '../../cards/list.ts';
import type { Form } from '../../form.ts';
import type { Input, Router } from '../../router.ts';
import { en } from '../../words/en.ts';
import { within } from '../within.ts';
import type { Answers } from './answers.ts';
import { toLine } from './command-line.ts';
import {
  NO_LONGER,
  type Outcome,
  type SubmissionAnswer,
  toAnswer,
  toView,
  wordsOf,
} from './outcome.ts';
import type {
  Place,
  SlackChange,
  SlackCommand,
  SlackLinks,
  SlackPress,
  SlackShortcut,
  SlackSubmission,
} from './payloads.ts';
import type { RefusedReason, SlackActor, SlackPeople } from './people.ts';
import { createPreviews } from './previews.ts';
import { refilledView } from './refill.ts';
import { toInput } from './shortcuts.ts';
import { formToView, messageView } from './views.ts';

export interface Interactions {
  command(command: SlackCommand): Promise<void>;
  press(press: SlackPress): Promise<void>;
  /** Says in an open form what comes of what was just typed. */
  change(change: SlackChange): Promise<void>;
  /** A shortcut of the app, or of a message: then of the customer that stands in it. */
  shortcut(shortcut: SlackShortcut): Promise<void>;
  /** Draws somebody's Home tab. */
  home(actor: SlackActor): Promise<void>;
  /** Shows below a message what its links to the shop's admin are about. */
  links(links: SlackLinks): Promise<void>;
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
  readonly people: SlackPeople;
  readonly router: Router;
  readonly codec: ActionCodec;
  readonly patience: Patience;
  readonly onRefused: (refusal: Refusal) => Promise<void>;
};

/**
 * How long the router may take before a modal that says so stands in for its answer: Slack lets us open one, or answer
 * a form, within three seconds only.
 */
export type Patience = { readonly pressMs: number; readonly submitMs: number };

/** The handlers of commands, presses, shortcuts and forms. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { answers, people, codec } = options;
  const ask = createAsking(options);

  async function home(actor: SlackActor): Promise<void> {
    const outcome = await ask(actor, { kind: 'line', line: 'home' });
    if (outcome.kind === 'card') await answers.publishHome(actor.userId, outcome.card);
    if (outcome.kind === 'sentence')
      await answers.publishHome(actor.userId, sentenceCard(en.slack.appName, outcome.sentence));
  }

  return {
    home,

    change: createPreviews(options),

    async links({ actor, channel, at, urls }) {
      const who = await people.resolve(actor);
      // Nobody asked for anything: to who may see nothing, nothing is said.
      if (who.kind !== 'teammate') return;
      const cards = new Map<string, Card>();
      for (const url of urls.slice(0, LINKS)) {
        const action = { name: 'customer.link', id: url };
        const reply = await options.router.handle(
          who.teammate,
          { kind: 'press', action },
          { channel },
        );
        if (reply.kind === 'card' && reply.refused === undefined) cards.set(url, reply.card);
      }
      if (cards.size > 0) await answers.unfurl(at, cards);
    },

    async command({ actor, place, command, text }) {
      const line = toLine(command, text, people.nameOf);
      await present(options, await ask(actor, { kind: 'line', line }, place.channel), place);
    },

    async press(press) {
      const action = codec.decode(press.value);
      if (action === null) return present(options, NO_LONGER, press.place);
      await pressed(
        options,
        press.place,
        ask(press.actor, { kind: 'press', action }, press.place.channel),
      );
      if (press.place.on === 'home') await home(press.actor);
    },

    async shortcut({ actor, place, callbackId, messageText }) {
      const input = toInput(callbackId, messageText);
      await present(
        options,
        input === null ? NO_LONGER : await ask(actor, input, place.channel),
        place,
      );
    },

    async submit(submission, ack) {
      const action = codec.decode(submission.callbackId);
      if (action === null) return ack(toAnswer(NO_LONGER, submission, codec));
      const { actor, values } = submission;
      await submitted(
        options,
        submission,
        ack,
        ask(actor, { kind: 'submit', action, values }, submission.place.channel),
      );
    },
  };
}

/** How many links of one message are followed. */
const LINKS = 5;

/** Asks the router as the teammate who acted; who is none hears so, and it is noted. */
function createAsking({ people, router, onRefused }: InteractionsOptions) {
  return async (
    actor: SlackActor,
    input: Input,
    channel: string | null = null,
  ): Promise<Outcome> => {
    const who = await people.resolve(actor);
    if (who.kind === 'teammate') return router.handle(who.teammate, input, { channel });
    const action = input.kind === 'press' || input.kind === 'submit' ? input.action : null;
    await onRefused({ actor, reason: who.reason, action });
    return { kind: 'sentence', sentence: en.slack.refused[who.reason] };
  };
}

/** Shows the answer to a press; a slow one is shown in a modal that was opened while Slack still allowed it. */
async function pressed(
  options: InteractionsOptions,
  place: Place,
  pending: Promise<Outcome>,
): Promise<void> {
  const { answers, codec, patience } = options;
  const inTime = await within(patience.pressMs, pending);
  if (inTime !== null) return present(options, inTime, place);
  const viewId = await answers.openView(place, messageView(en.slack.loading));
  const outcome = await pending;
  if (viewId === null) return present(options, outcome, place);
  await answers.updateView(viewId, toView(outcome, place, codec));
  await announceToo(options, outcome, place);
}

/** Answers a form; a slow answer comes into the modal, which says meanwhile that it is being worked on. */
async function submitted(
  options: InteractionsOptions,
  submission: SlackSubmission,
  ack: (answer: SubmissionAnswer) => Promise<void>,
  pending: Promise<Outcome>,
): Promise<void> {
  const { answers, codec, patience } = options;
  const { place, view, viewId } = submission;
  const inTime = await within(patience.submitMs, pending);
  if (inTime !== null) {
    await ack(toAnswer(inTime, submission, codec));
    return announceToo(options, inTime, place);
  }
  await ack({ response_action: 'update', view: messageView(en.slack.working) });
  const late = await pending;
  const next =
    late.kind === 'faults' ? refilledView(view, late.faults) : toView(late, place, codec);
  await answers.updateView(viewId, next);
  await announceToo(options, late, place);
}

/** What everybody is to see is shown to the channel as well as in the modal. */
async function announceToo({ answers }: Showing, outcome: Outcome, place: Place): Promise<void> {
  if (outcome.kind === 'card' && outcome.visible === 'channel')
    await answers.announce(place, outcome.card);
}

type Showing = Pick<InteractionsOptions, 'answers' | 'codec'>;

async function showForm({ answers, codec }: Showing, place: Place, form: Form): Promise<void> {
  const view = formToView(form, codec, place.channel ?? '');
  const opened = await answers.openView(place, view);
  if (opened === null && place.on === 'message') await answers.say(place, en.slack.tooSlow);
}

/** Shows an answer where it was asked for. */
async function present(showing: Showing, outcome: Outcome, place: Place): Promise<void> {
  const { answers } = showing;
  switch (outcome.kind) {
    case 'form':
      return showForm(showing, place, outcome.form);
    case 'card':
      // Of modals that are laid on each other Slack takes three.
      if (outcome.inPlace === true && place.modalId !== undefined)
        return answers.updateView(place.modalId, toView(outcome, place, showing.codec));
      if (outcome.visible === 'asker' || place.on !== 'message')
        await answers.whisper(place, outcome.card);
      if (outcome.visible === 'channel') await answers.announce(place, outcome.card);
      return;
    case 'faults':
      return answers.say(place, wordsOf(outcome.faults));
    case 'sentence':
      return answers.say(place, outcome.sentence);
    case 'done':
      // The posts of what was pressed are brought up to date; a private card or a modal is nobody's post.
      return place.isEphemeral || place.on !== 'message'
        ? answers.say(place, en.slack.done)
        : undefined;
  }
}
