// Who may reach the workspace at all: this machine itself, or with a password anybody who has it; and only from its own page.
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { Words } from '../../words/en.ts';
import { languageOfWords } from '../../words/languages.ts';
import { html } from './markup.ts';
import { answerElsewhere, answerHtml, isFragment } from './request.ts';

/** Why a request is turned away. */
export type Refusal = 'host' | 'forwarded' | 'origin';

/** What the guard needs to know; `hasSession` is null where no password is set. */
export type GuardOptions = {
  readonly words: Words;
  readonly publicOrigin: string;
  readonly hasSession: ((request: HttpRequest) => Promise<boolean>) | null;
};

/** Puts the guard before a route. `isOpen` routes (the sign-in page and its looks) need no session, but pass every other rule. */
export function guardRoute(route: Route, options: GuardOptions, isOpen = false): Route {
  return {
    ...route,
    handle: async (request) => {
      const refusal = refusalOf(request, options);
      if (refusal !== null) return secured(refuse(options.words, refusal));
      if (!isOpen && options.hasSession !== null && !(await options.hasSession(request))) {
        return secured(askToSignIn(request));
      }
      return secured(await route.handle(request));
    },
  };
}

/** Why this request may not pass, or null. A session is not looked at here. */
function refusalOf(request: HttpRequest, options: GuardOptions): Refusal | null {
  if (options.hasSession === null) {
    const refusal = refusalFromElsewhere(request);
    if (refusal !== null) return refusal;
  }
  return request.method === 'GET' || isFromOwnPage(request, options) ? null : 'origin';
}

/** Why a request did not come from this machine itself, or null. */
export function refusalFromElsewhere(request: HttpRequest): 'host' | 'forwarded' | null {
  // A rebound DNS name still says its own name in Host; a LAN client can say any, but not come from this machine.
  if (!isLoopbackHost(request) || !isLoopbackAddress(request.remoteAddress)) return 'host';
  return isForwarded(request) ? 'forwarded' : null;
}

function isLoopbackHost(request: HttpRequest): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(request.headers['host'] ?? '');
}

function isLoopbackAddress(address: string): boolean {
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(address);
}

/** Headers that only a proxy or a tunnel adds, whatever they hold. */
function isForwarded(request: HttpRequest): boolean {
  return Object.entries(request.headers).some(
    ([name, value]) =>
      value !== undefined && (name.startsWith('x-forwarded') || PROXY_HEADERS.includes(name)),
  );
}

const PROXY_HEADERS: readonly string[] = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-original-host',
  'cf-connecting-ip',
  'true-client-ip',
];

/** What changes state must say the page's own origin; `null` and a missing one are strangers. */
function isFromOwnPage(request: HttpRequest, options: GuardOptions): boolean {
  const { origin, host = '', 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return false;
  const own = [`http://${host}`.toLowerCase()];
  if (options.hasSession !== null) own.push(`https://${host}`.toLowerCase(), options.publicOrigin);
  return own.includes(origin.toLowerCase());
}

function refuse(all: Words, refusal: Refusal): HttpResponse {
  const words = all.workspace;
  const page = html`<!doctype html><html lang="${languageOfWords(all)}"><head><meta charset="utf-8"><title>${words.refusedTitle}</title></head><body><h1>${words.refusedTitle}</h1><p>${words.refused[refusal]}</p></body></html>`;
  return answerHtml(page, {}, 403);
}

/** A piece of a page cannot show the sign-in form, so the whole page goes there. */
function askToSignIn(request: HttpRequest): HttpResponse {
  if (!isFragment(request)) return answerElsewhere('/workspace/login');
  return answerHtml(html``, { 'hx-redirect': '/workspace/login' }, 401);
}

/** Adds the headers that keep foreign code and frames out; a route's own stricter policy stays. */
function secured(response: HttpResponse): HttpResponse {
  return { ...response, headers: { ...SECURITY_HEADERS, ...response.headers } };
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: under it a browser sends `Origin: null` with same-origin posts (Fetch, "append a request Origin
  // header"), and our own pages would be refused. Other sites learn nothing either way.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
