// Streamed answers over real sockets: as they come, and how they end.
import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Route } from '#engine/ports/http.ts';
import { page, serve } from '../../support/serving.ts';

describe('a stream', () => {
  /** Sends one event, then waits until it is told that its client is gone. */
  function createStream() {
    const ended = Promise.withResolvers<void>();
    const route: Route = {
      method: 'GET',
      path: '/live',
      maxBodyBytes: 0,
      handle: async ({ signal }) => ({
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        body: (async function* () {
          try {
            yield 'data: 1\n\n';
            await once(signal, 'abort');
          } finally {
            ended.resolve();
          }
        })(),
      }),
    };
    return { route, ended: ended.promise };
  }

  it('is sent as it comes and ends when its client goes away', async () => {
    const { route, ended } = createStream();
    const { url } = await serve([route]);
    const leave = new AbortController();

    const response = await fetch(`${url}/live`, { signal: leave.signal });
    const first = await response.body?.getReader().read();
    leave.abort();
    await ended;

    expect(Buffer.from(first?.value ?? []).toString()).toBe('data: 1\n\n');
  });

  it('does not hold the server open when it closes', async () => {
    const { route, ended } = createStream();
    const { server, url } = await serve([route]);
    const response = await fetch(`${url}/live`);
    const reader = response.body?.getReader();
    await reader?.read();

    await server.close();
    await ended;

    expect((await reader?.read())?.done).toBe(true);
  });

  it('that fails is logged and cut', async () => {
    const { url, log } = await serve([
      page(
        '/live',
        (async function* () {
          yield 'one';
          await turn();
          throw new TypeError('broken');
        })(),
      ),
    ]);

    await expect(fetch(`${url}/live`).then((response) => response.text())).rejects.toThrow();

    expect(log.lines).toMatchObject([
      { level: 'error', data: { route: '/live', error: 'TypeError' } },
    ]);
  });
});
