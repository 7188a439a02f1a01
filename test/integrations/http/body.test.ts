// Bodies over real sockets: raw, limited one by one and all together.
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { echo, sendRaw, serve } from '../../support/serving.ts';

describe('a body', () => {
  it.each([
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain; charset=latin1',
    'nonsense;;; =',
    undefined,
  ])('arrives byte for byte as %s', async (type) => {
    const { url } = await serve([echo('/in')]);
    const sent = Buffer.from([0x7b, 0x00, 0xff, 0xfe, 0x0d, 0x0a, 0x22]);

    const headers = type === undefined ? {} : { 'content-type': type };
    const response = await fetch(`${url}/in`, { method: 'POST', body: sent, headers });

    expect(Buffer.from(await response.arrayBuffer())).toEqual(sent);
  });

  it('arrives with the path, its parameters, the query and the sender’s own headers', async () => {
    const route = echo('/u/:token');
    const { url } = await serve([route]);

    await fetch(`${url}/u/a%20b?x=1&y=%C3%A9`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/csv', 'X-Shop': 'one' },
    });

    expect(route.seen[0]).toMatchObject({
      method: 'POST',
      path: '/u/a%20b',
      params: { token: 'a b' },
      query: { x: '1', y: 'é' },
      headers: { 'content-type': 'text/csv', 'x-shop': 'one' },
      remoteAddress: '127.0.0.1',
    });
  });

  it('over the limit by its declared length is refused before a byte of it is read', async () => {
    const { port, log } = await serve([echo('/in', 1000)]);

    const socket = connect(port, '127.0.0.1');
    socket.write('POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n');
    const [answer] = await once(socket, 'data');
    socket.destroy();

    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
    expect(String(answer)).toMatch(/\r\nconnection: close\r\n/i);
    expect(log.lines).toEqual([
      { level: 'warn', message: 'request.too_large', data: { route: '/in', bytes: 1001 } },
    ]);
  });

  it('in chunks is refused at the first byte over, and exactly the limit is not', async () => {
    const { port } = await serve([echo('/in', 1000)]);
    const head =
      'POST /in HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
    const full = `3e8\r\n${'a'.repeat(1000)}\r\n`;

    expect(await sendRaw(port, head, full, '1\r\nb\r\n', '0\r\n\r\n')).toMatch(/^HTTP\/1.1 413 /);
    expect(await sendRaw(port, head, full, '0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /);
  });

  it('of many megabytes gets its 413 to a client that is still sending', async () => {
    const { url } = await serve([echo('/in', 1000)]);

    const response = await fetch(`${url}/in`, { method: 'POST', body: Buffer.alloc(9_000_000) });

    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: { code: 'too-large' } });
  });

  it('that is encoded is refused, and identity is no encoding', async () => {
    const { url } = await serve([echo('/in')]);
    const send = (encoding: string) =>
      fetch(`${url}/in`, { method: 'POST', body: 'x', headers: { 'content-encoding': encoding } });

    expect((await send('gzip')).status).toBe(415);
    expect((await send('identity')).status).toBe(200);
  });

  it('waits its turn with a 503 when bodies in flight fill the memory, which is given back', async () => {
    const { url } = await serve([echo('/in', 1000)], { maxBytesInFlight: 600 });
    const send = (bytes: number) =>
      fetch(`${url}/in`, { method: 'POST', body: Buffer.alloc(bytes) });

    const refused = await send(601);

    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    for (let round = 0; round < 3; round += 1) expect((await send(600)).status).toBe(200);
  });
});
