// Discord as a surface: cards posted once, changed in place, answered in their threads.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Team } from '#engine/playbook/team.ts';
import type { ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import type { Surface } from '../../surface.ts';
import { wordsIn } from '../../words/languages.ts';
import type { Connection } from '../kept-connection.ts';
import { createOpening } from './archived-threads.ts';
import { type DiscordClient, REFUSED, refusalOf, toVendorError } from './client.ts';
import { createEarlierAttempts } from './earlier-attempts.ts';
import { inFullOrPlain } from './in-full-or-plain.ts';
import { NONCE } from './limits.ts';
import { findMarked } from './marked-message.ts';

export type DiscordSurfaceOptions = {
  readonly client: DiscordClient;
  readonly channels: Team['channels']['discord'];
  readonly codec: ActionCodec;
  readonly charts: ChartRenderer;
  readonly log: Log;
  readonly now: () => Date;
  /** Asked for at the start, for the connection needs the router and the router this surface. */
  readonly connection: () => Connection | null;
};

/** The surface over one application's REST API. */
export function createDiscordSurface(options: DiscordSurfaceOptions): Surface {
  const { channels } = options;
  const { rest } = options.client;
  const earlier = createEarlierAttempts(options.now);
  const whileOpen = createOpening(options);

  /** Discord gives the message of the first attempt for a nonce that it has seen within minutes. */
  async function send(channel: string, card: Card, key: string): Promise<string> {
    const unique = { nonce: nonceOf(key), enforce_nonce: true };
    const sent = await inFullOrPlain(options, card, (message, files) =>
      rest.post(`/channels/${channel}/messages`, { body: { ...message, ...unique }, files }),
    );
    return z.object({ id: z.string() }).parse(sent).id;
  }

  async function change({ channel, messageId }: Standing, card: Card): Promise<boolean> {
    try {
      await whileOpen(channel, () =>
        inFullOrPlain(options, card, (body, files) =>
          rest.patch(`/channels/${channel}/messages/${messageId}`, { body, files }),
        ),
      );
      return true;
    } catch (error) {
      if (GONE.has(refusalOf(error) ?? 0)) return false;
      throw toVendorError(error, 'a change');
    }
  }

  async function sendUnder({ channel, messageId }: Standing, card: Card, key: string) {
    try {
      return await send(messageId, card, key);
    } catch (error) {
      if (refusalOf(error) !== REFUSED.unknownChannel) throw error;
      await openThread(options.client, { channel, messageId }, card);
      return send(messageId, card, key);
    }
  }

  async function once(key: string, post: () => Promise<string>): Promise<string> {
    try {
      const posted = await post();
      earlier.settle(key);
      return posted;
    } catch (error) {
      const failure = toVendorError(error, 'a post');
      if (failure.ambiguous) earlier.doubt(key);
      throw failure;
    }
  }

  return {
    name: 'discord',
    channelOf: (channel) => channels[channel] ?? null,
    post: ({ channel, card, key }) =>
      once(key, async () => {
        const messageId = await send(channel, card, key);
        // What stands there may be an older state of the card.
        if (earlier.mayStand(key)) await change({ channel, messageId }, card);
        return messageId;
      }),
    reply: ({ card, key, ...under }) =>
      once(key, async () => `${under.messageId}/${await sendUnder(under, card, key)}`),
    update: ({ channel, messageId, card }) => change(standingOf(channel, messageId), card),
    find: (asked) => findMarked(options.client, asked),
    isReady: () => options.connection()?.isReady() ?? false,
    start: async () => options.connection()?.start(),
    stop: async () => options.connection()?.stop(),
  };
}

type Standing = { readonly channel: string; readonly messageId: string };

/** What a change is answered when there is nothing of ours left to change. */
const GONE = new Set<number>([
  REFUSED.unknownMessage,
  REFUSED.unknownChannel,
  REFUSED.notOwnMessage,
]);

/** The thread of a message has the message's own id; one that is there already is as good. */
async function openThread(
  { rest }: DiscordClient,
  { channel, messageId }: Standing,
  card: Card,
): Promise<void> {
  const body = threadUnder(card);
  try {
    await rest.post(`/channels/${channel}/messages/${messageId}/threads`, { body });
  } catch (error) {
    if (refusalOf(error) !== REFUSED.threadExists) throw error;
  }
}

/** A thread leaves the sidebar after a week of silence; a new line brings it back. */
const THREAD_MINUTES = 7 * 24 * 60;

function threadUnder({ language }: Card) {
  return { name: wordsIn(language).discord.thread, auto_archive_duration: THREAD_MINUTES };
}

/** A line's id names its thread too: `thread/message`. */
function standingOf(channel: string, id: string): Standing {
  const [thread = '', line] = id.split('/', 2);
  return line === undefined ? { channel, messageId: id } : { channel: thread, messageId: line };
}

function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, NONCE);
}
