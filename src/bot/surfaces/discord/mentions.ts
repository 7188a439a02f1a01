// What people write to the bot in Discord, by its name in a channel or in a direct message, and the answer to it.
import { z } from 'zod';
import type { Team } from '#engine/playbook/team.ts';
import type { ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { sentenceCard } from '../../cards/list.ts';
import type { Thread } from '../../command.ts';
import { accountWords } from '../../languages.ts';
import { cardForChannel } from '../../masking.ts';
import type { StandingAnswer } from '../../posts/named-answers.ts';
import type { Router } from '../../router.ts';
import { spoken } from '../../words/languages.ts';
import type { KeepPlace } from '../kept-place.ts';
import type { Once } from '../once.ts';
import { codeOf, type DiscordClient } from './client.ts';
import { createLiveReplies } from './live-replies.ts';
import type { DiscordActor, DiscordPeople } from './people.ts';
import { decodeTyped, type Names } from './typed.ts';

/** Words to the bot. */
type DiscordWords = {
  readonly actor: DiscordActor;
  readonly messageId: string;
  readonly channel: string;
  readonly thread: Thread;
  readonly text: string;
};

const Snowflake = z.string().regex(/^\d{1,20}$/);

const Mentioned = z.object({
  id: Snowflake,
  username: z.string().default(''),
  global_name: z.string().nullish(),
});

/** A person's own message (type 0) or their reply to one (19). */
const MessageBody = z.object({
  id: Snowflake,
  channel_id: Snowflake,
  guild_id: Snowflake.nullish(),
  type: z.union([z.literal(0), z.literal(19)]),
  content: z.string(),
  author: z.object({ id: Snowflake, username: z.string(), bot: z.boolean().default(false) }),
  member: z
    .object({ roles: z.array(z.string()).default([]), pending: z.boolean().default(false) })
    .nullish(),
  mentions: z.array(Mentioned).default([]),
  message_reference: z.object({ message_id: Snowflake.optional() }).nullish(),
  webhook_id: z.undefined().optional(),
});

export type MentionOptions = {
  readonly client: DiscordClient;
  readonly team: Team;
  readonly people: DiscordPeople;
  readonly router: Router;
  readonly codec: ActionCodec;
  readonly charts: ChartRenderer;
  readonly log: Log;
  readonly once: Once;
  /** Told of every answer that stands. */
  readonly onAnswered?: (answered: StandingAnswer) => Promise<void>;
  readonly keepPlace: KeepPlace;
};

/** Answers a message that is for us, as a reply to it; never throws. */
export function createMentions(options: MentionOptions): (payload: unknown) => Promise<void> {
  const { client, team, people, router, log, once, onAnswered } = options;
  const replies = createLiveReplies(options);
  return async (payload) => {
    try {
      const words = readWords(payload, await client.applicationId(), people);
      if (words === null || !(await once(words.messageId))) return;
      const account = { surface: 'discord', id: words.actor.userId } as const;
      const own = accountWords(team, account, words.channel);
      const say = (sentence: string) => spoken(own, sentenceCard(own.slack.appName, sentence));
      const { channel, thread, text, actor } = words;
      // In a server everybody reads along.
      const isShared = actor.guildId !== null;
      const { live, finish } = replies.begin({ ...words, isShared });
      const end = (card: Card) => finish(isShared ? cardForChannel(team, card) : card);
      const who = await people.resolve(actor);
      if (who.kind === 'refused') return void (await end(say(own.discord.refused[who.reason])));
      const input = { kind: 'command', name: 'ask', args: { text } } as const;
      const outcome = await router.handle(who.teammate, input, { channel, thread, live });
      if (outcome.kind !== 'card') return void (await end(say(own.discord.done)));
      const messageId = await end(outcome.card);
      await onAnswered?.({ surface: 'discord', channel, messageId, answer: outcome });
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'discord words could not be answered');
    }
  };
}

/** Reads what was written to us; null for a bot's words, and for what was said to others. */
function readWords(payload: unknown, ownId: string, names: Names): DiscordWords | null {
  const read = MessageBody.safeParse(payload);
  if (!read.success) return null;
  const {
    id,
    channel_id: channel,
    guild_id,
    content,
    author,
    member,
    mentions,
    message_reference,
  } = read.data;
  const isForUs = guild_id == null || mentions.some((mention) => mention.id === ownId);
  const called = new Map(
    mentions.map((one) => [one.id, one.global_name ?? (one.username || one.id)]),
  );
  const text = decodeTyped(content.replace(new RegExp(`<@!?${ownId}>`, 'g'), ' '), names, called);
  if (author.bot || !isForUs || text === '') return null;
  return {
    messageId: id,
    channel,
    // A thread has the id of the message that it was begun from.
    thread: { key: channel, below: [message_reference?.message_id ?? channel, channel] },
    text,
    actor: {
      userId: author.id,
      name: author.username,
      isBot: author.bot,
      guildId: guild_id ?? null,
      member: member == null ? null : { roles: member.roles, isPending: member.pending },
    },
  };
}
