// What people write to the bot in Slack, by its name in a channel or in a direct message.
import { z } from 'zod';
import type { SlackActor } from './people.ts';

/** Words to the bot. `thread` is where they stand or what they begin. */
export type SlackWords = {
  readonly actor: SlackActor;
  readonly channel: string;
  readonly thread: string;
  readonly isDirect: boolean;
  readonly text: string;
};

const MessageBody = z.object({
  team_id: z.string().optional(),
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
export function readWords(body: unknown): SlackWords | null {
  const read = MessageBody.safeParse(body);
  if (!read.success) return null;
  const { event, team_id } = read.data;
  const isDirect = event.channel_type === 'im';
  // A mention in a direct message comes twice: as a message, and as a mention.
  if ((event.type === 'message') !== isDirect) return null;
  const text = plainWords(event.text);
  if (text === '') return null;
  return {
    actor: { userId: event.user, teamId: event.team ?? team_id ?? null },
    channel: event.channel,
    thread: event.thread_ts ?? event.ts,
    isDirect,
    text,
  };
}

/**
 * The words as they were typed: without the mention that called us, addresses and links as their text, and what Slack
 * escapes as itself (formatting message text, docs.slack.dev).
 */
function plainWords(text: string): string {
  return text
    .replace(/<@[A-Z0-9]+(?:\|[^>]*)?>/g, ' ')
    .replace(/<mailto:[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<tel:[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<(?:https?:[^|>]*)\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
