// Finds a message of ours whose id nobody heard: by what is written on it.
import { z } from 'zod';
import { type DiscordClient, toVendorError } from './client.ts';

/** How many of the messages after a question are looked at. */
const LOOKED_AT = 50;

const Messages = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.unknown(),
  }),
);

/** The id of the message after a question on which a mark stands; null: there is none. Throws VendorError. */
export async function findMarked(
  client: DiscordClient,
  asked: { readonly channel: string; readonly thread: string; readonly mark: string },
): Promise<string | null> {
  const { channel, thread, mark } = asked;
  try {
    const ownId = await client.applicationId();
    const query = new URLSearchParams({ after: thread, limit: String(LOOKED_AT) });
    const messages = Messages.parse(
      await client.rest.get(`/channels/${channel}/messages`, { query }),
    );
    const found = messages.find(
      ({ author, components }) =>
        author.id === ownId && JSON.stringify(components ?? []).includes(mark),
    );
    return found?.id ?? null;
  } catch (error) {
    throw toVendorError(error, 'a look at a channel');
  }
}
