// Charts as files of the workspace: uploaded once each, the bot's own until a card shows them.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { ChartPicture, ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Card } from '../../card.ts';
import { type Pictures, picturesOf } from '../pictures.ts';
import { refusalOf, type SlackClient } from './client.ts';

/** The ids of the files that show a card's charts. */
export type SlackPictures = Pictures<string>;

export interface PictureFiles {
  /** The files of a card's charts, without those that are not there in time. Never throws. */
  of(card: Card): Promise<SlackPictures>;
  /** Slack did not take one of them: all are uploaded anew. */
  forget(): void;
}

/** Uploads that are remembered; a file that was forgotten is uploaded once more. */
const KEPT = 200;

/** Slack looks through a file before it may be shown: when it is asked whether it has, after each other. */
const LOOKS_MS = [150, 300, 600, 1200, 2400, 4800];

/** Files over one workspace; `charts` draws what goes into them. */
export function createPictureFiles(options: {
  readonly client: SlackClient;
  readonly charts: ChartRenderer;
  readonly log: Log;
}): PictureFiles {
  const { client, charts, log } = options;
  const kept = new Map<string, Promise<string | null>>();

  async function upload(picture: ChartPicture): Promise<string | null> {
    try {
      const fileId = await uploadFile(client, picture);
      if (await isReady(client, fileId)) return fileId;
      log.warn({ fileId }, 'slack did not get ready to show a picture');
    } catch (error) {
      log.warn({ code: refusalOf(error) }, 'a picture could not be uploaded to slack');
    }
    kept.delete(picture.id);
    return null;
  }

  return {
    of: (card) =>
      picturesOf(charts, card, (picture) => {
        const file = kept.get(picture.id) ?? upload(picture);
        kept.set(picture.id, file);
        for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
        return file;
      }),
    forget: () => kept.clear(),
  };
}

const Uploaded = z.object({
  files: z.tuple([z.object({ files: z.tuple([z.object({ id: z.string() })]) })]),
});

/** Without a channel: nobody is told of the file, and only cards show it. */
async function uploadFile(client: SlackClient, { id, png }: ChartPicture): Promise<string> {
  const filename = `chart-${id}.png`;
  const answer = await client.filesUploadV2({ file: Buffer.from(png), filename });
  return Uploaded.parse(answer).files[0].files[0].id;
}

/** A file may be shown once Slack says what kind it is (java-slack-sdk issue 1349). */
async function isReady(client: SlackClient, file: string): Promise<boolean> {
  for (const ms of LOOKS_MS) {
    const { file: found } = await client.files.info({ file });
    if ((found?.mimetype ?? '') !== '') return true;
    await wait(ms, undefined, { ref: false });
  }
  return false;
}
