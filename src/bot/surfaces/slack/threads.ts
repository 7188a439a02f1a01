// Which conversation something in Slack belongs to.
import type { Thread } from '../../command.ts';

/** Where a message stands: the thread it is in, else the one that it would begin. */
export type Standing = {
  readonly channel: string;
  readonly thread: string | null;
  readonly ts: string;
};

/**
 * A thread is a conversation. What is said alone with us is one as well, threads or not: a thread there is gone on with
 * by itself, and what was said last in any of them is what the next message is about.
 */
export function threadOf({ channel, thread, ts }: Standing): Thread {
  const below = `${channel}:${thread ?? ts}`;
  if (!isDirect(channel)) return { key: below, below: [thread ?? ts] };
  return thread === null ? { key: channel, also: below } : { key: below, also: channel };
}

/** Whether a channel is somebody alone with us. */
export function isDirect(channel: string | null): boolean {
  return channel?.startsWith('D') === true;
}
