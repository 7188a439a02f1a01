// What goes wrong in the server itself: what the log may know of an error, and requests that Node could not read.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Class, code and place of an error; not its message, which may quote what a customer wrote. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const place = error.stack?.split('\n').find((line) => line.startsWith('    at '));
  return { error: error.name, code, at: place?.trim() };
}

/** What Node could not read as a request at all. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = CLIENT_ERRORS.get(error.code ?? '') ?? 400;
  const body = JSON.stringify({ error: { code: 'bad-request' } });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}

const CLIENT_ERRORS: ReadonlyMap<string, number> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
]);
