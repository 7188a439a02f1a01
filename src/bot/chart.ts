// A chart in words: what is read of it where no picture can be, and by those who cannot see one.
import type { Bar, Chart } from '#engine/ports/chart-renderer.ts';

/** The longest bar in text, in characters. */
const BAR = 12;

/** Everything that the picture shows, on one line. */
export function chartToText({ title, bars }: Chart): string {
  const said = bars.map(({ label, text }) => `${label}: ${text}`).join('; ');
  return `${title}. ${said}`;
}

/** The chart as a table whose last column draws the bars. */
export function chartToTable({ title, columns, bars }: Chart) {
  return {
    kind: 'table',
    caption: title,
    columns: [...columns, ''],
    rows: bars.map((bar) => [bar.label, bar.text, drawBar(shareOf(bar, bars), BAR)]),
  } as const;
}

/** How long a bar is beside the longest one, from 0 to 1. */
export function shareOf({ value }: Bar, bars: readonly Bar[]): number {
  const most = Math.max(...bars.map((bar) => bar.value));
  return most > 0 && value > 0 ? value / most : 0;
}

/** A bar of blocks; more than nothing is seen, nothing is a dot. */
export function drawBar(share: number, width: number): string {
  return '█'.repeat(Math.ceil(share * width)) || '·';
}
