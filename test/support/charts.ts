// Charts for tests: a picture of one dot for each, at once, and a card that has one.
import { createHash } from 'node:crypto';
import type { Card } from '#bot/card.ts';
import type { Chart, ChartRenderer } from '#engine/ports/chart-renderer.ts';

/** The smallest PNG there is. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Gives the dot for every chart; one that `fails` gives none, and an `endless` one never answers. */
export function aChartRenderer(how: 'draws' | 'fails' | 'endless' = 'draws'): ChartRenderer {
  return {
    draw: async (chart) => {
      if (how === 'endless') return new Promise(() => undefined);
      const id = createHash('sha256').update(JSON.stringify(chart)).digest('hex').slice(0, 32);
      return how === 'fails' ? null : { id, png: DOT };
    },
    close: async () => undefined,
  };
}

/** Three months of firings; `label` stands for the first of them. */
export function aChart({ title = 'Firings by month', label = '2031-01' } = {}): Chart {
  const bar = (name: string, value: number) => ({ label: name, value, text: `${value} times` });
  return {
    title,
    columns: ['Month', 'Firings'],
    bars: [bar(label, 12), bar('2031-02', 0), bar('2031-03', 40)],
  };
}

/** A card with nothing but charts. */
export function aChartCard(...charts: readonly Chart[]): Card {
  return {
    title: 'Numbers',
    tone: 'neutral',
    blocks: charts.map((chart) => ({ kind: 'chart', chart })),
  };
}
