// One chart as a PNG: ECharts lays it out as SVG, resvg paints that with a font of our own.
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Bar, Chart } from '#engine/ports/chart-renderer.ts';

use([BarChart, GridComponent, LabelLayout, SVGRenderer]);

/** Drawn so wide, and painted with twice as many pixels for sharp screens. */
const WIDTH = 640;
const SCALE = 2;

/** Bars that stand, and how thick a lying one is with the gap below it. */
const HEIGHT = 280;
const ROW = 28;

/** Bars that are drawn: the last ones, as time goes from left to right. */
const MOST_BARS = 120;
/** Lying bars have a row each, and a picture an end. */
const MOST_ROWS = 40;
/** A label of more letters than this does not stand under a bar. */
const SHORT_LABEL = 10;

/** The page is white in dark rooms too: one file is shown to readers of both. */
const COLOR = {
  page: '#ffffff',
  text: '#16211d',
  muted: '#566660',
  line: '#e1e7e4',
  bar: '#0f766e',
};

/** resvg reads no compressed fonts. */
const FONT = 'DejaVu Sans';
const FONT_FILE = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** What the font has letters for; others would be empty boxes, and SVG takes no control characters at all. */
const DRAWABLE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{P}\p{Zs}\p{Sc}\p{Sm}\p{M}]*$/u;

/** The picture's bytes; null for a chart with letters that the font does not have. Throws what the libraries throw. */
export function drawChart(chart: Chart): Uint8Array | null {
  if (chart.bars.length === 0) return null;
  if (!chart.bars.every(({ label, text }) => DRAWABLE.test(label + text))) return null;
  const svg = chartToSvg(chart);
  const font = { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: SCALE } }).render().asPng();
}

/** The chart as SVG: months and the like stand, what has long names lies. */
function chartToSvg({ bars }: Chart): string {
  const lies = bars.some(({ label }) => label.length > SHORT_LABEL);
  const drawn = bars.slice(lies ? -MOST_ROWS : -MOST_BARS);
  const height = lies ? drawn.length * ROW + 24 : HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption(lies ? lyingBars(drawn) : standingBars(drawn));
    return chart.renderToSVGString();
  } finally {
    // Its clock would run on for minutes.
    chart.dispose();
  }
}

type Option = ComposeOption<BarSeriesOption | GridComponentOption>;

function standingBars(bars: readonly Bar[]): Option {
  return {
    ...page({ left: 24, right: 16, top: 28, bottom: 30 }),
    xAxis: { ...labels(bars), axisLabel: { color: COLOR.muted, hideOverlap: true } },
    yAxis: values(),
    series: [series(bars, 'top', [3, 3, 0, 0])],
  };
}

/** The first bar is the uppermost. */
function lyingBars(bars: readonly Bar[]): Option {
  const axisLabel = { color: COLOR.text, width: 150, overflow: 'truncate' as const };
  return {
    ...page({ left: 210, right: 90, top: 12, bottom: 12 }),
    xAxis: values(),
    yAxis: { ...labels(bars), inverse: true, axisLabel },
    series: [series(bars, 'right', [0, 3, 3, 0])],
  };
}

function page(grid: { left: number; right: number; top: number; bottom: number }): Option {
  return {
    animation: false,
    backgroundColor: COLOR.page,
    textStyle: { fontFamily: FONT, fontSize: 12, color: COLOR.text },
    grid,
  };
}

function labels(bars: readonly Bar[]) {
  return {
    type: 'category' as const,
    data: bars.map(({ label }) => label),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: COLOR.line } },
  };
}

/** Without numbers of its own: each bar says its value. */
function values() {
  return {
    type: 'value' as const,
    min: 0,
    splitNumber: 3,
    axisLabel: { show: false },
    splitLine: { lineStyle: { color: COLOR.line } },
  };
}

function series(
  bars: readonly Bar[],
  position: 'top' | 'right',
  borderRadius: [number, number, number, number],
) {
  return {
    type: 'bar' as const,
    data: bars.map(({ value }) => Math.max(0, value)),
    barMaxWidth: 44,
    itemStyle: { color: COLOR.bar, borderRadius },
    label: {
      show: true,
      position,
      color: COLOR.text,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => bars[dataIndex]?.text ?? '',
    },
    labelLayout: { hideOverlap: true },
  };
}
