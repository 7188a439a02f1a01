// Slack as a surface: cards posted once, updated in place, answered in their threads.
import { z } from 'zod';
import { VendorError } from '#engine/errors.ts';
import type { Team } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import type { Surface } from '../../surface.ts';
import type { Connection } from '../kept-connection.ts';
import type { SlackMessage } from './blocks.ts';
import { refusalOf, type SlackClient, toVendorError } from './client.ts';
import { inFullOrPlain } from './in-full-or-plain.ts';
import { findMarked } from './marked-message.ts';
import { createPacing } from './pacing.ts';
import type { PictureFiles } from './pictures.ts';
import { createPostLookup, POST_EVENT } from './post-lookup.ts';
import type { RecentBlocks } from './recent-blocks.ts';

export type SlackSurfaceOptions = {
  readonly client: SlackClient;
  readonly channels: Team['channels']['slack'];
  readonly codec: ActionCodec;
  readonly pictures: PictureFiles;
  readonly recent: RecentBlocks;
  readonly log: Log;
  readonly now: () => Date;
  /** Asked for at the start, for the connection needs the router and the router this surface. */
  readonly connection: () => Connection | null;
};

/** The surface over one workspace's Web API. */
export function createSlackSurface(options: SlackSurfaceOptions): Surface {
  const { client, channels } = options;
  const lookup = createPostLookup(options);
  const pacing = createPacing(options.now);

  /** What stands already, once it is this post's turn: before it, nobody needs to look for it. */
  async function find(channel: string, key: string, thread?: string): Promise<string | null> {
    const wait = pacing.ask(channel, key);
    if (wait > 0) throw tooSoon(wait);
    return lookup.find(channel, key, thread);
  }

  async function send(channel: string, card: Card, key: string, thread?: string): Promise<string> {
    try {
      const result = await inFullOrPlain(options, card, (message) =>
        client.chat.postMessage(toPost(channel, message, key, thread)),
      );
      pacing.leave(channel, key);
      return z.string().parse(result.ts);
    } catch (error) {
      const failure = toVendorError(error, 'chat.postMessage');
      if (failure.ambiguous) lookup.doubt(key);
      if (failure.retryAfterMs !== null) pacing.hold(channel, key, failure.retryAfterMs);
      if (!failure.retryable) pacing.leave(channel, key);
      throw failure;
    }
  }

  async function update(channel: string, messageId: string, card: Card): Promise<boolean> {
    const place = { channel, ts: messageId, parse: 'none' as const, link_names: false };
    const change = () =>
      inFullOrPlain(options, card, (message) => client.chat.update({ ...place, ...message }));
    try {
      await change().catch(async (error: unknown) => {
        if (refusalOf(error) !== STREAMING) throw error;
        await client.chat.stopStream({ channel, ts: messageId });
        await change();
      });
      return true;
    } catch (error) {
      if (GONE.has(refusalOf(error) ?? '')) return false;
      throw toVendorError(error, 'chat.update');
    }
  }

  return {
    name: 'slack',
    channelOf: (channel) => channels[channel] ?? null,
    async post({ channel, card, key }) {
      const earlier = await find(channel, key);
      // What stands there may be an older state of the card.
      if (earlier === null || !(await update(channel, earlier, card)))
        return send(channel, card, key);
      pacing.leave(channel, key);
      return earlier;
    },
    async reply({ channel, messageId, card, key }) {
      const earlier = await find(channel, key, messageId);
      if (earlier === null) return send(channel, card, key, messageId);
      pacing.leave(channel, key);
      return earlier;
    },
    update: ({ channel, messageId, card }) => update(channel, messageId, card),
    find: (asked) => findMarked(client, asked),
    isReady: () => options.connection()?.isReady() ?? false,
    start: async () => options.connection()?.start(),
    stop: async () => options.connection()?.stop(),
  };
}

/** The job comes back when it is its turn. */
function tooSoon(retryAfterMs: number): VendorError {
  const details = { vendor: 'slack', status: 429, retryable: true, retryAfterMs };
  return new VendorError('slack takes one message a second in a channel', details);
}

/** What chat.update answers of a message that still grows, in which nobody has the last word. */
const STREAMING = 'streaming_state_conflict';

/** What chat.update answers when there is nothing left to change. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

function toPost(channel: string, message: SlackMessage, key: string, thread?: string) {
  return {
    channel,
    ...message,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    parse: 'none' as const,
    link_names: false,
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: POST_EVENT, event_payload: { key } },
  };
}
