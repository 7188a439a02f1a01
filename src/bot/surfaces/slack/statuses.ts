// The line with which Slack says below a question that it is being looked into, where the workspace has such a line.
import type { Log } from '#engine/ports/log.ts';
import { refusalOf, type SlackClient, toVendorError } from './client.ts';

/** An answer that comes sooner needs no line; one call less for nearly all of them. */
const AFTER_MS = 500;

/** How long a workspace without it is not asked again. */
const LEFT_OUT_MS = 6 * 3_600_000;

export interface Statuses {
  /** Says it once it takes long, until what is returned is called. Nothing of it is ever thrown. */
  begin(
    to: { readonly channel: string; readonly thread: string },
    text: string,
  ): () => Promise<void>;
}

/** Sets `assistant.threads.setStatus`, which takes `chat:write` (docs.slack.dev, read November 2026); Slack drops a line by itself after two minutes. */
export function createStatuses(options: {
  readonly client: SlackClient;
  readonly log: Log;
  readonly now: () => Date;
}): Statuses {
  const { client, log, now } = options;
  let leftOutUntil = 0;

  async function set(channel: string, thread: string, status: string): Promise<void> {
    if (now().getTime() < leftOutUntil) return;
    try {
      await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status });
    } catch (error) {
      const code = refusalOf(error);
      if (!toVendorError(error, 'a status').retryable) leftOutUntil = now().getTime() + LEFT_OUT_MS;
      log.info({ code }, 'slack did not take a status');
    }
  }

  return {
    begin({ channel, thread }, text) {
      let said: Promise<void> | null = null;
      const timer = setTimeout(() => {
        said = set(channel, thread, text);
      }, AFTER_MS);
      return async () => {
        clearTimeout(timer);
        if (said === null) return;
        await said;
        await set(channel, thread, '');
      };
    },
  };
}
