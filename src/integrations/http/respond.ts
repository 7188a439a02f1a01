// Sending an answer: whole, as a stream, or early, while the client is still sending its body.
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpResponse } from '#engine/ports/http.ts';

/** How long we read on after an early answer, so that the client gets it instead of a reset connection. */
const LINGER_MS = 2_000;

/** Answers that are being streamed, to be ended when the server closes. */
export type OpenStreams = Set<() => void>;

/** A request under way and the ways to answer it. */
export type Exchange = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Tells the route that nobody listens any more. */
  readonly gone: AbortController;
  readonly streams: OpenStreams;
  /** Is told when the route's own stream fails. */
  readonly report: (error: unknown) => void;
};

/** Sends an answer in the way that its body and the state of the request ask for. */
export function respond(exchange: Exchange, response: HttpResponse): void {
  const { body, headers = {}, status } = response;
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    exchange.reply.raw.writeHead(status, headers);
    exchange.reply.hijack();
    void streamBody(exchange, body);
    return;
  }
  if (isUnread(exchange.request.raw)) {
    const bytes = Buffer.from(body);
    exchange.reply.raw.writeHead(status, { ...headers, ...lastAnswer(bytes) });
    exchange.reply.hijack();
    void answerEarly(exchange, bytes);
    return;
  }
  void exchange.reply
    .code(status)
    .headers(headers)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}

function isUnread(request: IncomingMessage): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
  return !request.complete && (length !== '0' || encoding !== undefined);
}

function lastAnswer(body: Buffer): Readonly<Record<string, string>> {
  return { 'content-length': String(body.byteLength), connection: 'close' };
}

/**
 * The whole answer first, then what the client still sends is thrown away for a moment, then the connection ends. Closing
 * at once would make the kernel reset the connection, and the client would lose the answer.
 */
async function answerEarly(exchange: Exchange, body: Buffer): Promise<void> {
  const { raw } = exchange.reply;
  raw.write(body);
  exchange.request.raw.resume();
  const signal = AbortSignal.timeout(LINGER_MS);
  // A client that goes away or sends for too long is none of our concern: the answer is out.
  await finished(exchange.request.raw, { signal }).catch(() => {});
  raw.end();
}

async function streamBody(exchange: Exchange, body: AsyncIterable<string>): Promise<void> {
  const { raw } = exchange.reply;
  const end = (): void => {
    exchange.gone.abort();
    raw.end();
  };
  exchange.streams.add(end);
  raw.flushHeaders();
  if (exchange.request.method === 'HEAD') end();
  await pipeline(Readable.from(body, { highWaterMark: 1 }), raw).catch((error: unknown) => {
    if (!isNormalEnd(error)) exchange.report(error);
  });
  exchange.streams.delete(end);
}

/** Left by its client, or ended by us: so server-sent events always end. */
function isNormalEnd(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const codes: readonly unknown[] = [
    'ERR_STREAM_PREMATURE_CLOSE',
    'ERR_STREAM_WRITE_AFTER_END',
    'ABORT_ERR',
  ];
  return codes.includes(error.code);
}
