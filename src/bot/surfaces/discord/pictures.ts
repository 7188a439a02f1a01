// Charts as attachments of a message, each shown where its chart stands.
import type { APIMediaGalleryComponent, RawFile } from 'discord.js';
import type { Chart, ChartPicture, ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Card } from '../../card.ts';
import { chartToText } from '../../chart.ts';
import { visible } from '../clamp.ts';
import { type Pictures, picturesOf } from '../pictures.ts';
import { ALT_TEXT } from './limits.ts';

/** What is attached for a card's charts. */
export type DiscordPictures = Pictures<ChartPicture>;

/** What stands in the body of a message for each file that comes with it. */
export type Attachment = { readonly id: string; readonly filename: string };

/** The pictures of a card's charts, without those that are not there in time. Never throws. */
export function drawPictures(charts: ChartRenderer, card: Card): Promise<DiscordPictures> {
  return picturesOf(charts, card, async (picture) => picture);
}

/** The files that are sent along, each once. */
export function filesOf(pictures: DiscordPictures): RawFile[] {
  return distinct(pictures).map((picture) => ({
    name: nameOf(picture),
    data: picture.png,
    contentType: 'image/png',
  }));
}

/** The same files as the body lists them: what it does not list is taken off a message that is changed. */
export function attachmentsOf(pictures: DiscordPictures): Attachment[] {
  return distinct(pictures).map((picture, at) => ({ id: String(at), filename: nameOf(picture) }));
}

/** The picture of a chart, with what it shows in words. */
export function galleryOf(chart: Chart, picture: ChartPicture): APIMediaGalleryComponent {
  const media = { url: `attachment://${nameOf(picture)}` };
  return { type: 12, items: [{ media, description: visible(chartToText(chart), ALT_TEXT) }] };
}

function distinct(pictures: DiscordPictures): readonly ChartPicture[] {
  const byId = new Map([...pictures.values()].map((picture) => [picture.id, picture]));
  return [...byId.values()];
}

function nameOf({ id }: ChartPicture): string {
  return `chart-${id}.png`;
}
