// Channels that other companies read along in (Slack Connect): known from what events say of theirs, else asked of Slack.
import { z } from 'zod';
import type { Log } from '#engine/ports/log.ts';
import { createCache } from '../cache.ts';
import { refusalOf, type SlackClient } from './client.ts';

export interface SharedChannels {
  /** Keeps what an event said of the channel that it is from; undefined where it said nothing. */
  note(channel: string, isShared: boolean | undefined): void;
  /** Never throws; where Slack cannot say just now, true. Nobody else is in a conversation with the bot, or in none. */
  isShared(channel: string | null): Promise<boolean>;
}

/** How long Slack's word about a channel counts. */
const KEPT_MS = 10 * 60_000;

/** Said of the question: `regulars check` names the scope, and such a workspace is taken for one without shared channels. */
const CANNOT_SAY = new Set(['missing_scope', 'unknown_method']);

const Info = z.object({ channel: z.object({ is_ext_shared: z.boolean().default(false) }) });

/** The channels of one workspace. */
export function createSharedChannels(options: {
  readonly client: SlackClient;
  readonly log: Log;
  readonly now: () => Date;
}): SharedChannels {
  const { client, log, now } = options;
  const noted = new Map<string, boolean>();
  const asked = createCache({ ttlMs: KEPT_MS, now }, (channel) => ask(client, channel));
  return {
    note(channel, isShared) {
      if (isShared !== undefined) noted.set(channel, isShared);
    },
    async isShared(channel) {
      if (channel === null || channel.startsWith('D')) return false;
      try {
        return noted.get(channel) ?? (await asked.get(channel));
      } catch (error) {
        log.warn({ code: refusalOf(error) }, 'slack did not say who else reads a channel');
        return true;
      }
    },
  };
}

async function ask(client: SlackClient, channel: string): Promise<boolean> {
  try {
    return Info.parse(await client.conversations.info({ channel })).channel.is_ext_shared;
  } catch (error) {
    if (CANNOT_SAY.has(refusalOf(error) ?? '')) return false;
    throw error;
  }
}
