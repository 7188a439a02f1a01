// Looks whether a card was already posted, where an answer was lost or the process may have died before keeping it.
import type { Log } from '#engine/ports/log.ts';
import { refusalOf, type SlackClient } from './client.ts';

/** Posts carry their key in metadata of this type. Anyone in the workspace may read it: it is no secret. */
export const POST_EVENT = 'regulars_post';

export interface PostLookup {
  /** The message with this key, if there is reason to look and it is there. Never throws: a second card is harmless. */
  find(channel: string, key: string, thread?: string): Promise<string | null>;
  /** Notes that a post with this key may have been carried out. */
  doubt(key: string): void;
}

/** Slack has no idempotency keys. How long after the start a post may be one that an earlier process made. */
const RECOVERY_MS = 10 * 60_000;

/** How many of a channel's latest messages are looked at. */
const LOOKED_AT = 100;

/** A lookup that reads the channel only in the first minutes of a process and for posts whose answer was lost. */
export function createPostLookup(options: {
  readonly client: SlackClient;
  readonly log: Log;
  readonly now: () => Date;
}): PostLookup {
  const { client, log, now } = options;
  const startedAt = now().getTime();
  const doubted = new Set<string>();
  return {
    doubt: (key) => doubted.add(key),
    async find(channel, key, thread) {
      if (!doubted.has(key) && now().getTime() - startedAt > RECOVERY_MS) return null;
      try {
        const found = await search(client, channel, key, thread);
        doubted.delete(key);
        return found;
      } catch (error) {
        log.warn({ channel, code: refusalOf(error) }, 'slack channel could not be searched');
        return null;
      }
    },
  };
}

async function search(
  client: SlackClient,
  channel: string,
  key: string,
  thread: string | undefined,
): Promise<string | null> {
  const page = { channel, limit: LOOKED_AT, include_all_metadata: true };
  const { messages = [] } =
    thread === undefined
      ? await client.conversations.history(page)
      : await client.conversations.replies({ ...page, ts: thread });
  const found = messages.find(
    ({ metadata }) => metadata?.event_type === POST_EVENT && keyIn(metadata.event_payload) === key,
  );
  return found?.ts ?? null;
}

function keyIn(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : null;
}
