// An answer in Discord while it is made: a reply that stands at once and is edited, in the end into the answer's card.
import { z } from 'zod';
import type { Card } from '../../card.ts';
import type { Live, Progress } from '../../live.ts';
import { createNewestState, type Shown } from '../newest-state.ts';
import { codeOf, type DiscordClient, toVendorError } from './client.ts';
import { inFullOrPlain, type Sending } from './in-full-or-plain.ts';

/** Discord takes about five edits in five seconds in a channel; all that is made in one shares them. */
export const EDIT_MS = 1500;

/** Where a reply goes. */
export type ReplyPlace = {
  readonly channel: string;
  /** What is replied to. */
  readonly messageId: string;
  /** Everybody in a server reads along. */
  readonly isShared: boolean;
};

export interface LiveReplies {
  /** Begins a reply. `finish` says all of it, in the place of what stands; throws what its call throws. */
  begin(place: ReplyPlace): {
    readonly live: Live;
    readonly finish: (card: Card) => Promise<void>;
  };
}

/** Replies over one application's REST API. */
export function createLiveReplies(
  options: Sending & { readonly client: DiscordClient },
): LiveReplies {
  const { log } = options;
  const { rest } = options.client;
  const goingOn = new Map<string, number>();

  const count = (channel: string, by: number) => {
    const now = (goingOn.get(channel) ?? 0) + by;
    if (now > 0) goingOn.set(channel, now);
    else goingOn.delete(channel);
  };

  async function post({ channel, messageId }: ReplyPlace, card: Card): Promise<string> {
    const reference = { message_id: messageId, fail_if_not_exists: false };
    const sent = await inFullOrPlain(options, card, (message, files) =>
      rest.post(`/channels/${channel}/messages`, {
        body: { ...message, message_reference: reference },
        files,
      }),
    );
    return z.object({ id: z.string() }).parse(sent).id;
  }

  const edit = (channel: string, id: string, card: Card) =>
    inFullOrPlain(options, card, (body, files) =>
      rest.patch(`/channels/${channel}/messages/${id}`, { body, files }),
    );

  return {
    begin(place) {
      const { channel, isShared } = place;
      let standing: string | null = null;
      let isCounted = false;

      async function show({ card }: Progress): Promise<Shown> {
        if (!isCounted) count(channel, 1);
        isCounted = true;
        const pauseMs = EDIT_MS * (goingOn.get(channel) ?? 1);
        try {
          if (standing === null) standing = await post(place, card);
          else await edit(channel, standing, card);
        } catch (error) {
          const { retryAfterMs } = toVendorError(error, 'an answer in the making');
          if (retryAfterMs !== null)
            return { pauseMs: Math.max(pauseMs, retryAfterMs), again: true };
          log.warn({ code: codeOf(error) }, 'discord did not show an answer in the making');
        }
        return { pauseMs };
      }

      const newest = createNewestState(show);
      return {
        live: { isShared, show: newest.push },
        async finish(card) {
          await newest.stop();
          if (isCounted) count(channel, -1);
          if (standing !== null && (await took(() => edit(channel, standing ?? '', card)))) return;
          await post(place, card);
        },
      };
    },
  };

  async function took(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'discord did not take the end of an answer');
      return false;
    }
  }
}
