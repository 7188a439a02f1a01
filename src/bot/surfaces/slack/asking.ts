// What is asked of the bot in Slack, and shown while the answer is made.
import type { Team } from '#engine/playbook/team.ts';
import { sentenceCard } from '../../cards/list.ts';
import { accountWords } from '../../languages.ts';
import type { Live } from '../../live.ts';
import { cardForChannel } from '../../masking.ts';
import type { StandingAnswer } from '../../posts/named-answers.ts';
import type { Place as AskedIn, Input } from '../../router.ts';
import { spoken } from '../../words/languages.ts';
import type { Answers } from './answers.ts';
import type { SlackWords } from './mentions.ts';
import type { Outcome } from './outcome.ts';
import type { Place } from './payloads.ts';
import type { SlackActor } from './people.ts';

/** Asks the router as the teammate who acted. */
export type Ask = (actor: SlackActor, input: Input, place?: AskedIn) => Promise<Outcome>;

export type WordsOptions = {
  readonly answers: Answers;
  readonly team: Team;
  /** Told of every answer that stands. */
  readonly onAnswered: (answered: StandingAnswer) => Promise<void>;
};

/** What was written to the bot is answered in its thread; in a channel everybody reads along. */
export function createWords(
  { answers, team, onAnswered }: WordsOptions,
  ask: Ask,
): (words: SlackWords) => Promise<void> {
  return async ({ text, ...from }) => {
    const { actor, channel, talk, isDirect } = from;
    const answer = answers.answerTo(from);
    const input: Input = { kind: 'command', name: 'ask', args: { text } };
    const outcome = await ask(actor, input, { channel, thread: talk, live: answer.live });
    const words = accountWords(team, { surface: 'slack', id: actor.userId }, channel);
    const { appName, done } = words.slack;
    const sentence = outcome.kind === 'sentence' ? outcome.sentence : done;
    const card =
      outcome.kind === 'card' ? outcome.card : spoken(words, sentenceCard(appName, sentence));
    const messageId = await answer.finish(isDirect ? card : cardForChannel(team, card));
    if (messageId !== null && outcome.kind === 'card')
      await onAnswered({ surface: 'slack', channel, messageId, answer: outcome });
  };
}

/** A private answer cannot be changed as it is made: what takes long says so once, with the button that stops it. */
export function firstSign(answers: Answers, place: Place) {
  let given: Promise<void> | null = null;
  const show: Live['show'] = ({ card }) => {
    given ??= answers.whisper(place, card);
  };
  return { live: { isShared: false, show } satisfies Live, given: async () => given };
}
