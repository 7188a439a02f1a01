// Finds a message of ours whose id nobody heard: by what is written on it.
import { type SlackClient, toVendorError } from './client.ts';

/** How many of a thread's messages are looked at. */
const LOOKED_AT = 100;

/** The ts of the message in a thread on which a mark stands; null: there is none. Throws VendorError. */
export async function findMarked(
  client: SlackClient,
  asked: { readonly channel: string; readonly thread: string; readonly mark: string },
): Promise<string | null> {
  const { channel, thread, mark } = asked;
  try {
    const page = { channel, ts: thread, limit: LOOKED_AT };
    const { messages = [] } = await client.conversations.replies(page);
    const found = messages.find(({ blocks }) => JSON.stringify(blocks ?? []).includes(mark));
    return found?.ts ?? null;
  } catch (error) {
    throw toVendorError(error, 'conversations.replies');
  }
}
