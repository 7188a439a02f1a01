// The ways an answer reaches who acted: a private line, a line for the channel, a modal.
import type { types as slack } from '@slack/bolt';
import { VendorError } from '#engine/errors.ts';
import type { Team } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Card } from '../../card.ts';
import { accountWords } from '../../languages.ts';
import type { Live } from '../../live.ts';
import { maskCard } from '../../masking.ts';
import type { Words } from '../../words/en.ts';
import type { KeepPlace } from '../kept-place.ts';
import { type Attempt, createAttempts } from './attempts.ts';
import { cardToBlocks, cardToPlainBlocks, type SlackMessage } from './blocks.ts';
import type { SlackClient } from './client.ts';
import { type Form, firstTaken, formsOf, type Looks, onlyForm } from './forms.ts';
import { createFileGiving, type GiveFile } from './given-file.ts';
import { type Draw, fullOrPlain, inFullOrPlain } from './in-full-or-plain.ts';
import { createLiveAnswer } from './live-answers.ts';
import type { SlackWords } from './mentions.ts';
import { createModals, type Modals } from './modals.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { Place } from './payloads.ts';
import { allowedResponseUrl, postResponse } from './response-url.ts';
import type { SharedChannels } from './shared-channels.ts';
import { createStatuses } from './statuses.ts';
import { tsOf } from './streams.ts';
import { cardToHome, cardToView, messageView, sentenceBlocks } from './views.ts';

/** What chat.unfurl calls a message by: where it stands, or while it is being written. */
export type LinkPlace =
  | { readonly channel: string; readonly ts: string }
  | { readonly unfurl_id: string; readonly source: 'composer' | 'conversations_history' };

/**
 * None of them throws: an answer that cannot be given is logged. Where another company reads along nothing is said for all,
 * and what is said is masked.
 */
export interface Answers extends Modals {
  /** Shows a card to who acted only. */
  whisper(place: Place, card: Card): Promise<void>;
  /** Says a sentence to who acted only. */
  say(place: Place, sentence: string, words: Words): Promise<void>;
  /** Begins an answer in the thread of what was written to us, which may be shown while it is made. */
  answerTo(words: Omit<SlackWords, 'text'>): {
    readonly live: Live;
    /** Shows the card, and gives what its message is called by; null where it could not be shown. */
    readonly finish: (card: Card) => Promise<string | null>;
  };
  /** Shows a card to the channel. */
  announce(place: Place, card: Card): Promise<void>;
  /** Says a card in a conversation that nobody has begun; false where that could not be done. */
  post(channel: string, card: Card): Promise<boolean>;
  /** Puts a card in the place of the message whose button was pressed; false where that could not be done. */
  replace(place: Place, card: Card): Promise<boolean>;
  readonly giveFile: GiveFile;
  /** Shows cards below a message, each for a link in it. */
  unfurl(at: LinkPlace, cards: ReadonlyMap<string, Card>): Promise<void>;
  /** Shows a card as somebody's Home tab. */
  publishHome(userId: string, card: Card): Promise<void>;
}

export type AnswersOptions = Looks & {
  readonly client: SlackClient;
  readonly channels: SharedChannels;
  readonly log: Log;
  readonly keepPlace: KeepPlace;
  /** Says in which language somebody is told that their answer takes long. */
  readonly team: Team;
  readonly now: () => Date;
  /** A response_url may be on its origin. */
  readonly apiUrl: string;
};

/** Answers over the payload's response_url, and where that is missing or does not work over the Web API. */
export function createAnswers(options: AnswersOptions): Answers {
  const { client, codec, channels } = options;
  const attempt = createAttempts(options.log);
  const modals = createModals(options, attempt);

  async function respond(
    place: Place,
    visibility: 'ephemeral' | 'in_channel' | 'in_place',
    forms: readonly Form[],
  ): Promise<boolean> {
    const url = allowedResponseUrl(place.responseUrl, options.apiUrl);
    if (url === null) return false;
    const post = (message: SlackMessage) => postResponse(url, visibility, message);
    return attempt('response_url', () => firstTaken(forms, post, isRefusal));
  }

  /** In a modal as another one; else by the response_url; else, where that failed, by name. */
  async function privately(place: Place, form: PrivateAnswer): Promise<void> {
    const { channel, userId: user } = place;
    if (place.on !== 'message') return void (await modals.openView(place, form.view));
    if (await respond(place, 'ephemeral', await form.forms())) return;
    if (channel === null) return;
    const quiet = { channel, user, parse: 'none' as const, link_names: false };
    await attempt('chat.postEphemeral', () =>
      client.chat.postEphemeral({ ...quiet, ...form.plain }),
    );
  }

  /** A modal and the Home tab stand in no channel. */
  async function seenIn({ on, channel }: Place, card: Card): Promise<Card> {
    return on === 'message' && (await channels.isShared(channel)) ? maskCard(card) : card;
  }

  async function whisper(place: Place, card: Card): Promise<void> {
    await privately(place, cardAnswer(options, await seenIn(place, card), place));
  }

  async function announce(place: Place, card: Card): Promise<void> {
    if (await channels.isShared(place.channel))
      return place.on === 'message' ? whisper(place, card) : undefined;
    if (await respond(place, 'in_channel', await formsOf(options, card))) return;
    if (place.channel !== null) await post(place.channel, card);
  }

  async function post(channel: string, card: Card): Promise<boolean> {
    const quiet = { channel, unfurl_links: false, unfurl_media: false, mrkdwn: false };
    return attempt('chat.postMessage', () =>
      inFullOrPlain(options, card, (message) => client.chat.postMessage({ ...quiet, ...message })),
    );
  }

  return {
    ...modals,
    ...createThreads(options, attempt),
    giveFile: createFileGiving(options),
    announce,
    post,
    replace: async (place, card) =>
      respond(place, 'in_place', await formsOf(options, await seenIn(place, card))),
    whisper,
    say: (place, sentence, words) => privately(place, sentenceAnswer(sentence, words)),
    async publishHome(userId, card) {
      const draw = (isPlain: boolean) => cardToHome(card, codec, isPlain);
      await attempt('views.publish', () =>
        fullOrPlain(options.log, draw, (view) => client.views.publish({ user_id: userId, view })),
      );
    },
  };
}

/** At a response_url what was wrong is not said in a word that could be relied on; what was not answered may stand. */
const isRefusal = (error: unknown) => error instanceof VendorError;

/** Answers where something was written. */
function createThreads(
  options: AnswersOptions,
  attempt: Attempt,
): Pick<Answers, 'answerTo' | 'unfurl'> {
  const statuses = createStatuses(options);
  return {
    async unfurl(at, cards) {
      const draw = (isPlain: boolean) => {
        const toMessage = isPlain ? cardToPlainBlocks : cardToBlocks;
        return [...cards].map(([url, card]) => {
          const { blocks } = toMessage(card, options.codec);
          return [url, { blocks }] as const;
        });
      };
      await attempt('chat.unfurl', () =>
        fullOrPlain(options.log, draw, (shown) =>
          options.client.chat.unfurl({ ...at, unfurls: Object.fromEntries(shown) }),
        ),
      );
    },
    answerTo(words) {
      const { channel, thread, actor } = words;
      const { live, finish } = createLiveAnswer(options, words);
      const account = { surface: 'slack', id: actor.userId } as const;
      const said = accountWords(options.team, account, channel).slack.status;
      const quieten = statuses.begin(words, said);
      return {
        live,
        async finish(card) {
          await quieten();
          const inPlace = await finish(card);
          if (inPlace !== null) return inPlace;
          const quiet = { unfurl_links: false, unfurl_media: false, mrkdwn: false };
          let ts: string | null = null;
          await attempt('chat.postMessage', async () => {
            const posted = await inFullOrPlain(options, card, (message) =>
              options.client.chat.postMessage({ channel, thread_ts: thread, ...quiet, ...message }),
            );
            ts = tsOf(posted);
          });
          return ts;
        },
      };
    },
  };
}

/** A private answer in every form it may need. */
type PrivateAnswer = {
  readonly forms: () => Promise<readonly Form[]>;
  readonly plain: SlackMessage;
  readonly view: Draw<slack.ModalView>;
};

function cardAnswer(looks: Looks, card: Card, place: Place): PrivateAnswer {
  const { codec } = looks;
  return {
    forms: () => formsOf(looks, card),
    plain: cardToPlainBlocks(card, codec),
    view: (isPlain) => cardToView(card, codec, place.channel ?? '', isPlain),
  };
}

function sentenceAnswer(sentence: string, words: Words): PrivateAnswer {
  const view = messageView(words, sentence);
  const message = { blocks: sentenceBlocks(sentence), text: escapeMrkdwn(sentence) };
  return { forms: async () => [onlyForm(() => message)], plain: message, view: () => view };
}
