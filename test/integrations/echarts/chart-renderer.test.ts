// Charts become pictures: of the right letters, once each, and never at the cost of whoever asks.
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Chart } from '#engine/ports/chart-renderer.ts';
import { createChartRenderer } from '#integrations/echarts/chart-renderer.ts';
import { anyChart } from '../../support/any-card.ts';
import { aChart } from '../../support/charts.ts';
import { createRecordingLog } from '../../support/serving.ts';

describe('createChartRenderer', () => {
  const log = createRecordingLog();
  const charts = createChartRenderer({ log, timeLimitMs: 20_000 });
  afterAll(() => charts.close());

  it('draws bars as long as their values, twice as sharp as the picture is wide', async () => {
    const alone = readPng((await charts.draw(valued(40, 0, -1)))?.png);
    const three = readPng((await charts.draw(valued(40, 40, 20)))?.png);

    expect([alone.width, alone.height]).toEqual([1280, 560]);
    expect(alone.count(BAR)).toBeGreaterThan(5_000);
    expect(three.count(BAR) / alone.count(BAR)).toBeCloseTo(2.5, 1);
  });

  it('draws letters of the scripts that it has, from left to right and from right to left', async () => {
    const blank = readPng((await charts.draw(labelled(' ')))?.png).count(LABEL);

    for (const label of ['Ångström', 'Ελλάδα', 'Кириллица', 'محمد', 'שלום', '€ 1.000,00']) {
      const picture = await charts.draw(labelled(label));
      expect(readPng(picture?.png).count(LABEL)).toBeGreaterThan(blank + 50);
    }
  });

  it.each(['日本語', '👨‍👩‍👧‍👦', 'a\u0000b', '\ud800', 'one\ntwo'])(
    'leaves %j to the text',
    async (label) => {
      expect(await charts.draw(labelled(label))).toBeNull();
    },
  );

  it('draws labels that look like markup or templates as they are', async () => {
    for (const label of ['</text><script>', '&amp; "\'>', '{b} {a|x}', 'x'.repeat(2_000)])
      expect(readPng((await charts.draw(labelled(label)))?.png).width).toBe(1280);
  });

  it('never fails and never draws without an end, whatever is in a chart', async () => {
    await fc.assert(
      fc.asyncProperty(anyChart(), async (chart) => {
        const picture = await charts.draw(chart);
        if (picture !== null) expect(readPng(picture.png).height).toBeLessThan(2_500);
      }),
      { numRuns: 40 },
    );
  });

  it('draws the same chart once, also for those who ask at the same time', async () => {
    const [one, other] = await Promise.all([charts.draw(aChart()), charts.draw(aChart())]);

    expect(one).toBe(other);
    expect((await charts.draw(aChart({ title: 'Another' })))?.id).not.toBe(one?.id);
  });

  it('gives up on a chart that takes too long, and draws the next one', async () => {
    const hasty = createChartRenderer({ log, timeLimitMs: 0 });

    expect(await hasty.draw(aChart())).toBeNull();
    await hasty.close();
    expect(await charts.draw(aChart({ title: 'After it' }))).not.toBeNull();
  });

  it('starts again after it was closed', async () => {
    await charts.close();

    expect(await charts.draw(aChart({ title: 'Again' }))).not.toBeNull();
  });
});

const BAR = [15, 118, 110] as const;
/** What the labels below bars are written in. */
const LABEL = [86, 102, 96] as const;

function labelled(label: string): Chart {
  return aChart({ title: label, label });
}

function valued(...values: readonly number[]): Chart {
  const bars = values.map((value, at) => ({ label: `m${at}`, value, text: String(value) }));
  return { title: 'Firings', columns: ['Month', 'Firings'], bars };
}

/** Reads a PNG of eight bits a channel with alpha, as resvg writes them. */
function readPng(png: Uint8Array | undefined) {
  const file = Buffer.from(png ?? []);
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return { width, height, count: (color: Color) => countOf(color, file, width, height) };
}

type Color = readonly [red: number, green: number, blue: number];

/** How many pixels are of a color. */
function countOf([r, g, b]: Color, file: Buffer, width: number, height: number): number {
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const pixels = unfilter(inflateSync(Buffer.concat(data)), width * 4, height);
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] === r && pixels[at + 1] === g && pixels[at + 2] === b) found += 1;
  return found;
}

/** Undoes the filter of each line (PNG specification, section 9). */
function unfilter(filtered: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (stride + 1)];
    for (let at = 0; at < stride; at += 1) {
      const here = row * stride + at;
      const left = at >= 4 ? (out[here - 4] ?? 0) : 0;
      const up = row > 0 ? (out[here - stride] ?? 0) : 0;
      const corner = at >= 4 && row > 0 ? (out[here - stride - 4] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0;
      out[here] = (filtered[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return out;
}

function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? up : corner;
}
