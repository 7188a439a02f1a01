// The ways an answer reaches who acted: the first one, that one changed, or another message under it.

import type { APIInteractionResponse, RawFile } from 'discord.js';
import { z } from 'zod';
import { wordsIn } from '../../words/languages.ts';
import { codeOf, type DiscordClient, REFUSED, refusalOf, toVendorError } from './client.ts';
import { cardToMessage, type DiscordMessage } from './components.ts';
import { withFile } from './given-file.ts';
import type { Sending } from './in-full-or-plain.ts';
import { cardMessage, type Message, privately, withNote } from './outcome.ts';
import type { Place } from './payloads.ts';
import { drawPictures, filesOf } from './pictures.ts';

/** Gives the first answer, once; `plain` stands in for it where Discord refuses it. */
export type Respond = (
  answer: APIInteractionResponse,
  plain?: APIInteractionResponse,
) => Promise<void>;

/** None of them throws: an answer that cannot be given is logged. */
export interface Answers {
  /** Replaces the first answer, whoever sees it. */
  change(place: Place, message: Message): Promise<void>;
  /** Adds a message, for who acted or for the channel. */
  add(place: Place, message: Message): Promise<void>;
}

/** The first answer may still be on its way when the next one is given: how often it is waited for, and how long. */
const TRIES = 4;
const WAIT_MS = 300;

/** Answers by the interaction's own token, which needs no permission in the channel. */
export function createAnswers(options: Sending & { readonly client: DiscordClient }): Answers {
  const { client, codec, charts, log } = options;

  async function withFiles({ card, full, file }: Message) {
    if (file !== undefined) return withFile(full, file);
    const pictures = card === null ? null : await drawPictures(charts, card);
    if (card === null || pictures === null || pictures.size === 0) return { body: full, files: [] };
    return { body: cardToMessage(card, codec, pictures), files: filesOf(pictures) };
  }

  /** The same without its pictures, or with the word that its file is missing. */
  function withoutFiles({ file, ...message }: Message): Message {
    const { card, visible } = message;
    if (file === undefined || card === null) return { ...message, card: null };
    return cardMessage(withNote(card, wordsIn(card.language).files.notGiven), codec, visible);
  }

  /** A message that is added is not sent plainer where it may stand already. */
  async function attempt(
    does: 'add' | 'change',
    message: Message,
    call: (body: DiscordMessage, files: RawFile[]) => Promise<unknown>,
  ): Promise<void> {
    const { body, files } = await withFiles(message);
    try {
      await onceItIsKnown(() => call(body, files));
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'discord answer could not be given');
      if (does === 'add' && toVendorError(error, 'an answer').ambiguous) return;
      if (files.length > 0) await attempt(does, withoutFiles(message), call);
      else if (refusalOf(error) === REFUSED.invalidForm && message.plain !== message.full)
        await attempt(does, { ...message, full: message.plain, card: null }, call);
    }
  }

  return {
    change: (place, message) =>
      attempt('change', message, (body, files) =>
        client.rest.patch(`${pathOf(place)}/messages/@original`, { body, files, auth: false }),
      ),
    add: (place, message) =>
      attempt('add', message, (body, files) =>
        client.rest.post(pathOf(place), {
          body: message.visible === 'asker' ? privately(body) : body,
          files,
          auth: false,
        }),
      ),
  };
}

const Addressed = z.object({ id: z.string().regex(/^\d+$/), token: z.string() });

/** The first answer to an interaction of the gateway. Throws what the call throws. */
export function respondByCall(
  { client, log }: Pick<Sending, 'log'> & { readonly client: DiscordClient },
  payload: unknown,
): Respond {
  return async (answer, plain) => {
    const { id, token } = Addressed.parse(payload);
    const path = `/interactions/${id}/${encodeURIComponent(token)}/callback` as const;
    try {
      await client.rest.post(path, { body: answer, auth: false });
    } catch (error) {
      if (plain === undefined || refusalOf(error) !== REFUSED.invalidForm) throw error;
      log.error({ code: REFUSED.invalidForm }, 'discord did not take the components of an answer');
      await client.rest.post(path, { body: plain, auth: false });
    }
  };
}

function pathOf({ applicationId, token }: Place): `/${string}` {
  return `/webhooks/${applicationId}/${encodeURIComponent(token)}`;
}

async function onceItIsKnown(call: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await call();
      return;
    } catch (error) {
      if (refusalOf(error) !== REFUSED.unknownWebhook || tries === TRIES) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, WAIT_MS);
    });
  }
}
