// What the workspace's handlers read from a request, and the answers they give.
import type { HttpRequest, HttpResponse } from '#engine/ports/http.ts';
import type { Markup } from './markup.ts';

/** The fields of a posted form; repeated names are kept. Broken UTF-8 becomes replacement characters. */
export function formOf(request: HttpRequest): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(request.body));
}

/** A cookie's value, or null. */
export function cookieOf(request: HttpRequest, name: string): string | null {
  const pairs = (request.headers['cookie'] ?? '').split(/;\s*/);
  const pair = pairs.find((one) => one.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

/** A cookie of this site alone; scripts cannot read it. Lives a year unless told otherwise. */
export function setCookie(name: string, value: string, maxAgeSeconds = 31_536_000): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}`;
}

/** Whether the page asks for a piece of itself, not a person for the page. */
export function isFragment(request: HttpRequest): boolean {
  return request.headers['hx-request'] === 'true';
}

/** The headers of server-sent events; no proxy keeps them back. */
export const EVENT_STREAM = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const;

/** A page or a piece of one; never kept by the browser, since it shows the present. */
export function answerHtml(
  body: Markup | readonly Markup[],
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): HttpResponse {
  const pieces = 'markup' in body ? [body] : body;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'hx-request',
      ...headers,
    },
    body: pieces.map((piece) => piece.markup).join('\n'),
  };
}

/** A short refusal in plain text. */
export function answerText(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body,
  };
}

/** Sends the browser elsewhere with a GET. */
export function answerElsewhere(
  location: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return { status: 303, headers: { location, 'cache-control': 'no-store', ...headers }, body: '' };
}
