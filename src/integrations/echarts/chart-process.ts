// The process that draws charts: takes one at a time from the process that started it, and answers each.
import type { Chart } from '#engine/ports/chart-renderer.ts';
import { answerRequests } from '../side-process.ts';
import { drawChart } from './draw-chart.ts';

export type ChartRequest =
  | { readonly kind: 'start' }
  | { readonly kind: 'draw'; readonly chart: Chart };

/** One for each request; a chart that cannot be drawn has no picture. */
export type ChartReply = { readonly png: Uint8Array | null };

answerRequests(work);

function work(request: ChartRequest): ChartReply {
  if (request.kind === 'start') return { png: null };
  try {
    return { png: drawChart(request.chart) };
  } catch {
    // What the libraries say of it may hold what stands in the chart.
    return { png: null };
  }
}
