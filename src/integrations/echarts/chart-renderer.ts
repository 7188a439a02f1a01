// The ChartRenderer port over ECharts and resvg, in a process of its own that lives while there are charts to draw.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Chart, ChartPicture, ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Log } from '#engine/ports/log.ts';
import { createSideProcess } from '../side-process.ts';
import type { ChartReply, ChartRequest } from './chart-process.ts';

export type ChartRendererOptions = {
  readonly log: Log;
  /** How long one chart may take; default 3 s, for a machine under load. */
  readonly timeLimitMs?: number;
};

const TIME_LIMIT_MS = 3_000;
const IDLE_MS = 30_000;
/** resvg's pictures wait for the collector, which sees only their handles: a small nursery keeps it at work. */
const FLAGS = ['--max-old-space-size=64', '--max-semi-space-size=1'];
/** Pictures that are kept, of some 20 to 80 kB: a card is posted on several surfaces, and changed where it stands. */
const KEPT = 32;
const PROGRAM = fileURLToPath(new URL('./chart-process.ts', import.meta.url));

/** Draws charts one after another. A chart that holds the process too long ends it, and the next one starts it again. */
export function createChartRenderer({
  log,
  timeLimitMs = TIME_LIMIT_MS,
}: ChartRendererOptions): ChartRenderer {
  const side = createSideProcess<ChartRequest, ChartReply>({
    vendor: 'echarts',
    program: PROGRAM,
    flags: FLAGS,
    hello: { kind: 'start' },
    idleMs: IDLE_MS,
  });
  const kept = new Map<string, Promise<ChartPicture | null>>();

  async function draw(id: string, chart: Chart): Promise<ChartPicture | null> {
    const step = { request: { kind: 'draw', chart }, limitMs: timeLimitMs } as const;
    const reply = await side.ask(step).catch(() => null);
    if (reply?.png != null) return { id, png: reply.png };
    kept.delete(id);
    log.warn({ chartId: id, late: reply === null }, 'a chart could not be drawn');
    return null;
  }

  return {
    draw(chart) {
      const id = idOf(chart);
      const picture = kept.get(id) ?? draw(id, chart);
      // The latest asked for stands last, so that the first is the one to forget.
      kept.delete(id);
      kept.set(id, picture);
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
      return picture;
    },
    close: side.close,
  };
}

function idOf({ title, columns, bars }: Chart): string {
  const drawn = [title, columns, bars.map(({ label, value, text }) => [label, value, text])];
  return createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 32);
}
