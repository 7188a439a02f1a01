// What operators and load balancers ask: does it live, does it take work, how does it do.
import type { HttpResponse, Route } from '#engine/ports/http.ts';
import { answerJson } from './answers.ts';
import type { Metrics } from './metrics.ts';

export type Health = {
  readonly version: string;
  /** Whether events are accepted and surfaces connected, and the process is not stopping. */
  readonly isReady: () => boolean;
  /** Names of the surfaces that are connected now. */
  readonly surfaces: () => readonly string[];
  /** Keys of the shops that are configured. */
  readonly shops: readonly string[];
  readonly metrics: Metrics;
};

/** `/healthz`, `/readyz`, `/metrics`. */
export function createHealthRoutes(health: Health): readonly Route[] {
  return [
    get('/healthz', async () => answerJson(200, { ok: true })),
    get('/readyz', async () => answerReadiness(health)),
    get('/metrics', async () => ({
      status: 200,
      headers: { 'content-type': health.metrics.contentType },
      body: await health.metrics.text(),
    })),
  ];
}

function get(path: string, handle: () => Promise<HttpResponse>): Route {
  return { method: 'GET', path, maxBodyBytes: 0, handle };
}

function answerReadiness(health: Health): HttpResponse {
  const ready = health.isReady();
  return answerJson(ready ? 200 : 503, {
    ready,
    version: health.version,
    surfaces: health.surfaces(),
    shops: health.shops,
  });
}
