// The outbound client against real servers on loopback.
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpCall, type HttpClient } from '#integrations/http-client.ts';

const open: { server?: Server; client?: HttpClient } = {};

afterEach(async () => {
  await open.client?.close();
  open.server?.closeAllConnections();
  open.server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.server = server;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

function clientFor(origin: string, options: { maxAnswerBytes?: number; timeoutMs?: number } = {}) {
  const pauses: number[] = [];
  const wait = async (ms: number): Promise<void> => void pauses.push(ms);
  const client = createHttpClient({ allowedOrigins: [origin], wait, ...options });
  open.client = client;
  return { client, pauses };
}

const get = (url: string): HttpCall => ({ vendor: 'shop', url, method: 'GET', idempotent: true });
const post = (url: string): HttpCall => ({
  vendor: 'shop',
  url,
  method: 'POST',
  body: '{}',
  idempotent: false,
});

describe('createHttpClient', () => {
  it('returns a refusal of the vendor as an answer', async () => {
    const origin = await serve((_request, response) => response.writeHead(422).end('{"no":1}'));
    const { client } = clientFor(origin);

    const answer = await client.request(post(`${origin}/x`));

    expect(answer).toMatchObject({ status: 422, text: '{"no":1}' });
  });

  it('tries an idempotent call again after a 503', async () => {
    const statuses = [503, 503, 200];
    const origin = await serve((_request, response) =>
      response.writeHead(statuses.shift() ?? 500).end('ok'),
    );
    const { client, pauses } = clientFor(origin);

    const answer = await client.request(get(origin));

    expect(answer.text).toBe('ok');
    expect(pauses).toEqual([250, 500]);
  });

  it('sends a call that is not idempotent once, and says that it may have acted', async () => {
    let calls = 0;
    const origin = await serve((_request, response) => {
      calls += 1;
      response.writeHead(500).end();
    });
    const { client } = clientFor(origin);

    await expect(client.request(post(origin))).rejects.toMatchObject({
      vendor: 'shop',
      status: 500,
      retryable: true,
      ambiguous: true,
    });
    expect(calls).toBe(1);
  });

  it('waits as a 429 says, and hands a long wait back to the caller', async () => {
    const waits = ['0.5', '600'];
    const origin = await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': waits.shift() }).end(),
    );
    const { client, pauses } = clientFor(origin);

    await expect(client.request(get(origin))).rejects.toMatchObject({
      status: 429,
      retryable: true,
      ambiguous: false,
      retryAfterMs: 600_000,
    });
    expect(pauses).toEqual([500]);
  });

  it('calls a connection cut after sending ambiguous', async () => {
    const origin = await serve((request) => request.socket.destroy());
    const { client } = clientFor(origin);

    await expect(client.request(post(origin))).rejects.toMatchObject({
      status: null,
      retryable: true,
      ambiguous: true,
    });
  });

  it('calls a refused connection retryable and not ambiguous', async () => {
    const origin = await serve(() => {});
    const { client } = clientFor(origin);
    await new Promise((done) => open.server?.close(done));

    await expect(client.request(post(origin))).rejects.toMatchObject({
      retryable: true,
      ambiguous: false,
    });
  });

  it('gives up on a vendor that does not answer in time', async () => {
    const origin = await serve(() => {});
    const { client } = clientFor(origin, { timeoutMs: 50 });

    await expect(client.request(post(origin))).rejects.toMatchObject({
      message: 'shop could not be reached: timeout',
      ambiguous: true,
    });
  });

  it('does not follow a redirect', async () => {
    const paths: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const { client } = clientFor(origin);

    await expect(client.request(get(`${origin}/here`))).rejects.toMatchObject({
      status: 302,
      retryable: false,
    });
    expect(paths).toEqual(['/here']);
  });

  it('cuts an answer off at the size limit', async () => {
    const origin = await serve((_request, response) => response.end('x'.repeat(2000)));
    const { client } = clientFor(origin, { maxAnswerBytes: 1000 });

    await expect(client.request(get(origin))).rejects.toMatchObject({ retryable: false });
  });

  it('never connects to loopback unless the operator named that origin', async () => {
    let calls = 0;
    const origin = await serve((_request, response) => {
      calls += 1;
      response.end();
    });
    const { client } = clientFor('http://127.0.0.1:1');
    const port = new URL(origin).port;

    for (const url of [origin, `https://127.0.0.1:${port}`, `https://localhost:${port}`]) {
      await expect(client.request(get(url))).rejects.toMatchObject({
        retryable: false,
        ambiguous: false,
      });
    }
    expect(calls).toBe(0);
  });
});
