// A card waits for its pictures, but not for long.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { picturesOf } from '#bot/surfaces/pictures.ts';
import type { Chart, ChartRenderer } from '#engine/ports/chart-renderer.ts';
import { aChart, aChartCard, aChartRenderer } from '../../support/charts.ts';

describe('picturesOf', () => {
  afterEach(() => void vi.useRealTimers());

  it('gives what is there within four seconds, and nothing of what comes later', async () => {
    vi.useFakeTimers();
    const [quick, slow] = [aChart(), aChart({ title: 'Slow' })];
    const late = Promise.withResolvers<string>();
    const idOfSlow = (await aChartRenderer().draw(slow))?.id;

    const asked = picturesOf(aChartRenderer(), aChartCard(quick, slow), ({ id }) =>
      id === idOfSlow ? late.promise : Promise.resolve(id),
    );
    await vi.advanceTimersByTimeAsync(4_000);
    const pictures = await asked;
    late.resolve('late');
    await late.promise;

    expect([...pictures.keys()]).toEqual([quick]);
  });

  it('waits for nothing where there is nothing to draw', async () => {
    const pictures = await picturesOf(aChartRenderer('endless'), aChartCard(), async () => 'one');

    expect(pictures.size).toBe(0);
  });

  it('has what is drawn without hidden letters, line breaks and ends that never come', async () => {
    const drawn: Chart[] = [];
    const charts: ChartRenderer = {
      ...aChartRenderer(),
      draw: async (chart) => {
        drawn.push(chart);
        return null;
      },
    };
    const label = `a\u202eb\nc${'x'.repeat(5_000)}`;

    await picturesOf(charts, aChartCard(aChart({ title: label, label })), async () => 'one');

    const [bar] = drawn[0]?.bars ?? [];
    expect(bar?.label).toMatch(/^a⟨U\+202E⟩b cx+…$/);
    expect(bar?.label.length).toBeLessThanOrEqual(60);
    expect(drawn[0]?.title.length).toBeLessThanOrEqual(60);
  });
});
