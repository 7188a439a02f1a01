// The pictures of a card's charts, where a surface can show them, in time or not at all.
import type { Chart, ChartPicture, ChartRenderer } from '#engine/ports/chart-renderer.ts';
import { type Card, chartsOf } from '../card.ts';
import { visibleText } from '../visible-text.ts';
import { clamp } from './clamp.ts';
import { within } from './within.ts';

/** What stands for a chart on a surface; a chart without one is drawn in text. */
export type Pictures<T> = ReadonlyMap<Chart, T>;

/** How long a card waits for its pictures; what is late is there for the next time. */
const PATIENCE_MS = 4_000;
/** Charts of one card that get a picture. */
const MOST_PICTURES = 4;
const LABEL_TEXT = 60;
const VALUE_TEXT = 30;

/** The pictures of a card, each made into what the surface shows by `place`. Never throws. */
export async function picturesOf<T>(
  charts: ChartRenderer,
  card: Card,
  place: (picture: ChartPicture) => Promise<T | null>,
): Promise<Pictures<T>> {
  const found = new Map<Chart, T>();
  const asked = chartsOf(card).slice(0, MOST_PICTURES);
  if (asked.length === 0) return found;
  const pending = asked.map(async (chart) => {
    const picture = await charts.draw(drawable(chart));
    const placed = picture === null ? null : await place(picture);
    if (placed !== null) found.set(chart, placed);
  });
  await within(PATIENCE_MS, Promise.allSettled(pending));
  // What comes later must not change what the card is made of.
  return new Map(found);
}

/** The chart with nothing invisible or endless in it, on one line each. */
function drawable({ title, columns, bars }: Chart): Chart {
  return {
    title: line(title, LABEL_TEXT),
    columns,
    bars: bars.map(({ label, value, text }) => ({
      label: line(label, LABEL_TEXT),
      value,
      text: line(text, VALUE_TEXT),
    })),
  };
}

function line(text: string, limit: number): string {
  return clamp(visibleText(text.slice(0, 4 * limit)).replace(/\s+/g, ' '), limit);
}
