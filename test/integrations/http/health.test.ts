// What operators ask: readiness follows the process, metrics name no persons.
import { describe, expect, it } from 'vitest';
import { createHealthRoutes } from '#integrations/http/health.ts';
import { createMetrics } from '#integrations/http/metrics.ts';
import { serve } from '../../support/serving.ts';

describe('createHealthRoutes', () => {
  it('says ready only while it is, and lives all along', async () => {
    const state = { ready: false };
    const { url } = await serve(
      createHealthRoutes({
        version: '1.2.3',
        isReady: () => state.ready,
        surfaces: () => ['workspace'],
        shops: ['sample'],
        metrics: createMetrics(),
      }),
    );
    const read = async (path: string) => {
      const response = await fetch(`${url}${path}`);
      return [response.status, await response.json()];
    };
    const facts = { version: '1.2.3', surfaces: ['workspace'], shops: ['sample'] };

    expect(await read('/healthz')).toEqual([200, { ok: true }]);
    expect(await read('/readyz')).toEqual([503, { ready: false, ...facts }]);
    state.ready = true;
    expect(await read('/readyz')).toEqual([200, { ready: true, ...facts }]);
  });

  it('gives the counters as Prometheus’ text', async () => {
    const metrics = createMetrics();
    const { url } = await serve(
      createHealthRoutes({
        version: '1',
        isReady: () => true,
        surfaces: () => [],
        shops: [],
        metrics,
      }),
    );
    metrics.countJob('project', 'done');

    const response = await fetch(`${url}/metrics`);

    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toContain('regulars_jobs_total{name="project",outcome="done"} 1');
  });
});
