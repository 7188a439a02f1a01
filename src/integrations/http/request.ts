// A framework's request as the plain one that routes know.
import type { FastifyRequest } from 'fastify';
import type { HttpRequest } from '#engine/ports/http.ts';

/** Whether the body is compressed or otherwise encoded. Nothing is decoded here: a small body could become a large one. */
export function isEncoded(request: FastifyRequest): boolean {
  const encoding = request.raw.headers['content-encoding'] ?? 'identity';
  return encoding.trim().toLowerCase() !== 'identity';
}

/** The request with its own headers and raw path; of a query name given twice the last counts. */
export function toHttpRequest(
  request: FastifyRequest,
  body: Uint8Array,
  signal: AbortSignal,
): HttpRequest {
  const [path = '', query = ''] = splitOnce(request.raw.url ?? '', '?');
  return {
    method: request.method,
    path,
    params: textsOf(request.params),
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: textsOf(request.raw.headers),
    body,
    remoteAddress: request.raw.socket.remoteAddress ?? '',
    signal,
  };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function textsOf(values: unknown): Readonly<Record<string, string>> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
