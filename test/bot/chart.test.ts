// A chart in words and in bars of text.
import { describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { chartToTable, chartToText, shareOf } from '#bot/chart.ts';
import { maskCard } from '#bot/masking.ts';
import { aChart, aChartCard } from '../support/charts.ts';

describe('chartToText', () => {
  it('says everything that the picture shows', () => {
    expect(chartToText(aChart())).toBe(
      'Firings by month. 2031-01: 12 times; 2031-02: 0 times; 2031-03: 40 times',
    );
  });
});

describe('chartToTable', () => {
  it('draws the bars beside their values', () => {
    expect(chartToTable(aChart()).rows).toEqual([
      ['2031-01', '12 times', '████'],
      ['2031-02', '0 times', '·'],
      ['2031-03', '40 times', '████████████'],
    ]);
  });
});

describe('cardToText', () => {
  it('says the values of a chart, without bars that a reader would have to listen to', () => {
    expect(cardToText(aChartCard(aChart())).split('\n').slice(1)).toEqual([
      'Firings by month',
      '2031-01: 12 times',
      '2031-02: 0 times',
      '2031-03: 40 times',
    ]);
  });
});

describe('shareOf', () => {
  it('is nothing where there is nothing, and less than nothing', () => {
    const bars = [-2, 0].map((value) => ({ label: '', value, text: '' }));

    expect(bars.map((bar) => shareOf(bar, bars))).toEqual([0, 0]);
  });
});

describe('maskCard', () => {
  it('masks addresses in the words of a chart', () => {
    const masked = maskCard(
      aChartCard(aChart({ title: 'By ann@example.com', label: 'ann@example.com' })),
    );

    expect(cardToText(masked)).not.toContain('ann@');
  });
});
