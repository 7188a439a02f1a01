// What is asked of the bot in Slack, and shown while the answer is made.
import type { Team } from '#engine/playbook/team.ts';
import type { Card } from '../../card.ts';
import { sentenceCard } from '../../cards/list.ts';
import { accountWords } from '../../languages.ts';
import type { Live } from '../../live.ts';
import { cardForChannel } from '../../masking.ts';
import type { StandingAnswer } from '../../posts/named-answers.ts';
import type { Place as AskedIn, Input } from '../../router.ts';
import type { Words } from '../../words/en.ts';
import { spoken } from '../../words/languages.ts';
import type { Answers } from './answers.ts';
import type { SlackWords } from './mentions.ts';
import type { Outcome } from './outcome.ts';
import type { Place } from './payloads.ts';
import type { SlackActor } from './people.ts';
import type { SharedChannels } from './shared-channels.ts';

/** Asks the router as the teammate who acted. */
export type Ask = (actor: SlackActor, input: Input, place?: AskedIn) => Promise<Outcome>;

export type WordsOptions = {
  readonly answers: Answers;
  readonly channels: SharedChannels;
  readonly team: Team;
  /** Told of every answer that stands. */
  readonly onAnswered: (answered: StandingAnswer) => Promise<void>;
};

/**
 * What was written to the bot is answered in its thread; in a channel everybody reads along. Where that is another company,
 * only who asked sees the answer.
 */
export function createWords(
  { answers, channels, team, onAnswered }: WordsOptions,
  ask: Ask,
): (words: SlackWords) => Promise<void> {
  return async ({ text, ...from }) => {
    const { actor, channel, talk, isDirect } = from;
    const input: Input = { kind: 'command', name: 'ask', args: { text } };
    const words = accountWords(team, { surface: 'slack', id: actor.userId }, channel);
    channels.note(channel, from.isShared);
    if (await channels.isShared(channel)) {
      const card = cardOf(await ask(actor, input, { channel, thread: talk }), words);
      return answers.whisper(unseen(actor, channel), card);
    }
    const answer = answers.answerTo(from);
    const outcome = await ask(actor, input, { channel, thread: talk, live: answer.live });
    const card = cardOf(outcome, words);
    const messageId = await answer.finish(isDirect ? card : cardForChannel(team, card));
    if (messageId !== null && outcome.kind === 'card')
      await onAnswered({ surface: 'slack', channel, messageId, answer: outcome });
  };
}

function cardOf(outcome: Outcome, words: Words): Card {
  const { appName, done } = words.slack;
  if (outcome.kind === 'card') return outcome.card;
  const sentence = outcome.kind === 'sentence' ? outcome.sentence : done;
  return spoken(words, sentenceCard(appName, sentence));
}

/** A place in a channel that was written in, for who wrote only. */
function unseen({ userId }: SlackActor, channel: string): Place {
  const none = { responseUrl: null, triggerId: null };
  return { userId, channel, ...none, on: 'message', isEphemeral: false };
}

/** A private answer cannot be changed as it is made: what takes long says so once, with the button that stops it. */
export function firstSign(answers: Answers, place: Place) {
  let given: Promise<void> | null = null;
  const show: Live['show'] = ({ card }) => {
    given ??= answers.whisper(place, card);
  };
  return { live: { isShared: false, show } satisfies Live, given: async () => given };
}
