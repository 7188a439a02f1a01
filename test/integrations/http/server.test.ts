// The server over real sockets: methods, paths, failures, closing.
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Route } from '#engine/ports/http.ts';
import { echo, page, sendRaw, serve } from '../../support/serving.ts';

describe('a request', () => {
  it('with another method gets 405 and the allowed ones', async () => {
    const { url, port } = await serve([page('/both', 'ok'), echo('/both'), echo('/in')]);

    const wrong = await fetch(`${url}/in`, { method: 'PUT', body: 'x' });
    const both = await fetch(`${url}/both`, { method: 'DELETE' });
    const odd = await sendRaw(port, 'PURGE /in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');

    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect([both.status, both.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(odd).toMatch(/^HTTP\/1.1 405 /);
  });

  it('to a path with several methods reaches the route of its method', async () => {
    const { url } = await serve([page('/both', 'page'), echo('/both')]);

    const head = await fetch(`${url}/both`, { method: 'HEAD' });

    expect(await (await fetch(`${url}/both`)).text()).toBe('page');
    expect(await (await fetch(`${url}/both`, { method: 'POST', body: 'in' })).text()).toBe('in');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each(['/nothing', '/%zz', '/in/'])(
    'to %s finds nothing, in JSON or as a bad one',
    async (path) => {
      const { port } = await serve([echo('/in')]);

      const answer = await sendRaw(
        port,
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );

      expect(answer).toMatch(/^HTTP\/1.1 40[04] /);
    },
  );

  it.each([
    ['headers over 16 KiB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'a length and chunks',
      'POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('with %s is refused', async (_name, text, status) => {
    const { port } = await serve([echo('/in')]);

    expect(await sendRaw(port, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('whose route fails gets an id, which the log has, and nothing of the error', async () => {
    const fails: Route = {
      ...echo('/in'),
      handle: () => Promise.reject(new TypeError('secret of ann@example.com')),
    };
    const { url, log } = await serve([fails]);

    const response = await fetch(`${url}/in`, { method: 'POST', body: 'x' });
    const answer = await response.text();

    expect(response.status).toBe(500);
    const { id } = JSON.parse(answer).error;
    expect(JSON.parse(answer)).toEqual({ error: { code: 'internal', id } });
    expect(log.lines).toMatchObject([{ level: 'error', data: { requestId: id, route: '/in' } }]);
    expect(answer + JSON.stringify(log.lines)).not.toContain('ann@example.com');
  });

  it('that its client leaves half-way is no failure of ours', async () => {
    const { port, server, log } = await serve([echo('/in')]);
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
    await once(socket, 'ready');
    socket.destroy();

    await server.close();

    expect(log.lines).toEqual([]);
  });
});

describe('closing', () => {
  it('lets a request in flight finish', async () => {
    const entered = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const slow: Route = {
      ...page('/slow', ''),
      async handle() {
        entered.resolve();
        await release.promise;
        return { status: 200, body: 'done' };
      },
    };
    const { server, url } = await serve([slow]);

    const answer = fetch(`${url}/slow`).then((response) => response.text());
    await entered.promise;
    const closed = server.close();
    release.resolve();

    expect(await answer).toBe('done');
    await closed;
  });
});
