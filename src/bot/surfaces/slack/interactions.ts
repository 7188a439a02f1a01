// What a teammate did in Slack, through the router, and to where the answer belongs; nothing in it knows the transport.
import type { types as slack } from '@slack/bolt';
import type { Team } from '#engine/playbook/team.ts';
import type { ActionCodec, ActionRef } from '../../action-id.ts';
import { accountWords } from '../../languages.ts';
import type { Router } from '../../router.ts';
import type { Once } from '../once.ts';
import type { Answers } from './answers.ts';
import { type Ask, createWords, firstSign, type WordsOptions } from './asking.ts';
import { toLine } from './command-line.ts';
import type { SlackWords } from './mentions.ts';
import { createOpenedFrom } from './opened-from.ts';
import { noLonger, type Outcome, type SubmissionAnswer, toAnswer } from './outcome.ts';
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
import {
  type Desk,
  type Patience,
  present,
  pressed,
  submitted,
  withoutStamp,
} from './presenting.ts';
import { createPreviews } from './previews.ts';
import { createSearch } from './search.ts';
import type { SharedChannels } from './shared-channels.ts';
import { toInput } from './shortcuts.ts';
import { createTabs, type Welcomed } from './tabs.ts';
import { createUnfurling, type SlackLinks } from './unfurling.ts';

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
