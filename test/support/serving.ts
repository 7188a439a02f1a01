// A real server on a free port, a log that remembers, and a client that writes bytes as they are.
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { Log, LogData } from '#engine/ports/log.ts';
import { createHttpServer, type HttpServer } from '#integrations/http/server.ts';

export type LogLine = { readonly level: string; readonly data: LogData; readonly message: string };

/** A log whose lines can be read. */
export function createRecordingLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const write =
    (level: string) =>
    (data: LogData, message: string): void =>
      void lines.push({ level, data, message });
  return {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
}

export type Served = {
  readonly server: HttpServer;
  readonly port: number;
  readonly url: string;
  readonly log: ReturnType<typeof createRecordingLog>;
};

/** Starts a server over routes; it is closed when the test ends. */
export async function serve(
  routes: readonly Route[],
  options: { readonly maxBytesInFlight?: number } = {},
): Promise<Served> {
  const log = createRecordingLog();
  const server = createHttpServer({ routes, log, ...options });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return { server, port, url: `http://127.0.0.1:${port}`, log };
}

/** A route that answers with the body it was sent, and remembers what it saw. */
export function echo(path: string, maxBodyBytes = 1000): Route & { readonly seen: HttpRequest[] } {
  const seen: HttpRequest[] = [];
  return {
    method: 'POST',
    path,
    maxBodyBytes,
    seen,
    async handle(request) {
      seen.push(request);
      return { status: 200, body: request.body };
    },
  };
}

/** A route that always answers the same. */
export function page(path: string, body: HttpResponse['body']): Route {
  return { method: 'GET', path, maxBodyBytes: 0, handle: async () => ({ status: 200, body }) };
}

/** Writes parts to a socket, one after the other, and gives what came back until the server closed it. */
export function sendRaw(port: number, ...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', async () => {
      for (const part of parts) await new Promise((done) => socket.write(part, done));
    });
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
  });
}
