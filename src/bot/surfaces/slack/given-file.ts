// A file for who asked alone: a card in their messages with us, and the file below it.
import { z } from 'zod';
import type { Log } from '#engine/ports/log.ts';
import type { Card } from '../../card.ts';
import { type AnswerFile, isTooLarge } from '../../file.ts';
import type { Words } from '../../words/en.ts';
import { refusalOf, type SlackClient } from './client.ts';
import type { Looks } from './forms.ts';
import { inFullOrPlain } from './in-full-or-plain.ts';

/** Gives a file to somebody; false where that could not be done. Never throws. */
export type GiveFile = (userId: string, card: Card, file: AnswerFile) => Promise<boolean>;

const Posted = z.object({ channel: z.string() });

/**
 * Files over one workspace. Only a conversation takes a file, not a person; a message to a person tells which
 * conversation that is (docs.slack.dev, chat.postMessage), with no scope of its own.
 */
export function createFileGiving(
  options: Looks & { readonly client: SlackClient; readonly log: Log },
): GiveFile {
  const { client, log } = options;
  return async (userId, card, { name, content }) => {
    const quiet = { unfurl_links: false, unfurl_media: false, mrkdwn: false };
    try {
      const posted = await inFullOrPlain(options, card, (message) =>
        client.chat.postMessage({ channel: userId, ...quiet, ...message }),
      );
      const { channel } = Posted.parse(posted);
      const file = Buffer.from(content);
      await client.filesUploadV2({ channel_id: channel, file, filename: name });
      return true;
    } catch (error) {
      log.warn({ code: refusalOf(error) }, 'a file could not be given in slack');
      return false;
    }
  };
}

/** Gives a file, and says where it is or why not. */
export async function handOut(
  { files }: Words,
  give: GiveFile,
  given: { readonly userId: string; readonly card: Card; readonly file: AnswerFile },
): Promise<string> {
  const { userId, card, file } = given;
  if (isTooLarge(file)) return files.tooLarge;
  return (await give(userId, card, file)) ? files.inMessages(file.name) : files.notGiven;
}
