// What people write to the bot in Slack, by its name in a channel or in a direct message.
import { z } from 'zod';
import type { Thread } from '../../command.ts';
import { decodeTyped, type Names } from './mrkdwn.ts';
import type { SlackActor } from './people.ts';
import { threadOf } from './threads.ts';

/** Words to the bot. `thread` is where they stand or what they begin; `talk` is the conversation that they go on with. */
export type SlackWords = {
  readonly actor: SlackActor;
  readonly channel: string;
  readonly thread: string;
  readonly talk: Thread;
  readonly isDirect: boolean;
  /** Whether another company reads along; unset where Slack does not say. */
  readonly isShared?: boolean | undefined;
  readonly text: string;
};

const MessageBody = z.object({
  team_id: z.string().optional(),
  is_ext_shared_channel: z.boolean().optional(),
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    channel: z.string(),
    channel_type: z.string().optional(),
    user: z.string(),
    team: z.string().optional(),
    text: z.string(),
    ts: z.string(),
    thread_ts: z.string().optional(),
    bot_id: z.undefined().optional(),
    subtype: z.undefined().optional(),
  }),
});

/** Reads what was written to the bot; null for a bot's words, for changes of messages, and for what was said to others. */
export function readWords(body: unknown, ownId: string | null, names: Names): SlackWords | null {
  const read = MessageBody.safeParse(body);
  if (!read.success) return null;
  const { event, team_id, is_ext_shared_channel: isShared } = read.data;
  const isDirect = event.channel_type === 'im';
  // A mention in a direct message comes twice: as a message, and as a mention.
  if ((event.type === 'message') !== isDirect) return null;
  const text = wordsToUs(event.text, ownId, names);
  if (text === '') return null;
  const { channel, ts, thread_ts: within } = event;
  return {
    actor: { userId: event.user, teamId: event.team ?? team_id ?? null },
    channel,
    thread: within ?? ts,
    talk: threadOf({ channel, thread: within ?? null, ts }),
    isDirect,
    isShared,
    text,
  };
}

/** The words without the mention that called us: the first one, where Slack has not said who we are. */
function wordsToUs(text: string, ownId: string | null, names: Names): string {
  const first = /<@([A-Z0-9]+)(?:\|[^>]*)?>/.exec(text)?.[1] ?? '';
  const called = new RegExp(`<@${ownId ?? first}(?:\\|[^>]*)?>`, ownId === null ? '' : 'g');
  return decodeTyped(text.replace(called, ' '), names);
}
