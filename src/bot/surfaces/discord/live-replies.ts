// An answer in Discord while it is made: a reply that stands at once and is edited, in the end into the answer's card.
import { z } from 'zod';
import type { TurnId } from '#engine/ids.ts';
import type { Card } from '../../card.ts';
import type { Live, Progress } from '../../live.ts';
import { createKeptPlace, type KeepPlace, type KeptPlace } from '../kept-place.ts';
import { createNewestState, type Shown } from '../newest-state.ts';
import { patiently } from '../patiently.ts';
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
  /** Begins a reply. `finish` says all of it, in the place of what stands, and gives its id; throws what its call throws. */
  begin(place: ReplyPlace): {
    readonly live: Live;
    readonly finish: (card: Card) => Promise<string>;
  };
}

type ReplyOptions = Sending & { readonly client: DiscordClient; readonly keepPlace: KeepPlace };

/** Replies over one application's REST API. */
export function createLiveReplies(options: ReplyOptions): LiveReplies {
  const { log } = options;
  const goingOn = new Map<string, number>();

  const count = (channel: string, by: number) => {
    const now = (goingOn.get(channel) ?? 0) + by;
    if (now > 0) goingOn.set(channel, now);
    else goingOn.delete(channel);
  };

  return {
    begin(place) {
      const { channel, isShared, messageId } = place;
      const at = { surface: 'discord', channel, thread: messageId };
      const kept = createKeptPlace(options, at);
      const reply = createReply(options, place, kept);
      let isCounted = false;

      async function show({ card, turn }: Progress): Promise<Shown> {
        if (!isCounted) count(channel, 1);
        isCounted = true;
        const pauseMs = EDIT_MS * (goingOn.get(channel) ?? 1);
        try {
          await reply.show(card, turn);
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
          const standing = await reply.finish(card);
          await kept.ended();
          return standing;
        },
      };
    },
  };
}

/** One reply, made by its first card and changed by every other. Both throw what their calls throw. */
function createReply(options: ReplyOptions, { channel, messageId }: ReplyPlace, kept: KeptPlace) {
  const { log } = options;
  const { rest } = options.client;
  let standing: string | null = null;
  let isDoubtful = false;

  /** Under one nonce Discord makes one message of several attempts. */
  async function post(card: Card, nonce: string): Promise<string> {
    const reference = { message_id: messageId, fail_if_not_exists: false };
    const once = { nonce, enforce_nonce: true, message_reference: reference };
    const sent = await inFullOrPlain(options, card, (message, files) =>
      rest.post(`/channels/${channel}/messages`, { body: { ...message, ...once }, files }),
    );
    return z.object({ id: z.string() }).parse(sent).id;
  }

  const edit = (id: string, card: Card) =>
    inFullOrPlain(options, card, (body, files) =>
      rest.patch(`/channels/${channel}/messages/${id}`, { body, files }),
    );

  async function show(card: Card, turn?: TurnId): Promise<string> {
    if (standing !== null) {
      await edit(standing, card);
      return standing;
    }
    if (turn !== undefined) await kept.stands(turn, null);
    try {
      standing = await post(card, messageId);
      if (turn !== undefined) await kept.stands(turn, standing);
    } catch (error) {
      isDoubtful ||= toVendorError(error, 'a reply').ambiguous;
      throw error;
    }
    // What an attempt whose answer was lost has made is older than this card.
    if (isDoubtful) await edit(standing, card);
    return standing;
  }

  return {
    show,
    /** What cannot be changed any more is said anew. */
    async finish(card: Card): Promise<string> {
      const isFirst = standing === null;
      try {
        return await patiently(toVendorError, () => show(card));
      } catch (error) {
        if (isFirst) throw error;
        log.warn({ code: codeOf(error) }, 'discord did not take the end of an answer');
        return post(card, `${messageId}-anew`);
      }
    },
  };
}
