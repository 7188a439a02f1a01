// The public pages over flows that remember what they were asked.
import type { Language } from '#engine/language.ts';
import type { HttpRequest, HttpResponse } from '#engine/ports/http.ts';
import type { OfferAnswer, OfferPage } from '#integrations/http/offer-page.ts';
import { createPublicPages } from '#integrations/http/public-pages.ts';

/** The one token the flows know, and one they do not. */
export const TOKEN = '7ZK3Q9XM2B4T7ZK3Q9XM2B4T7Z';
export const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAAAAAA';

export const FORM = 'application/x-www-form-urlencoded';
export const ONE_CLICK = 'List-Unsubscribe=One-Click';

/** What Maria is offered for her order. */
export const OFFER: OfferPage = {
  firstName: 'Maria',
  orderNumber: '#1042',
  options: [
    { kind: 'exchange', label: 'Exchange it' },
    { kind: 'store-credit', label: '$45.00 store credit' },
    { kind: 'refund', label: 'My money back' },
  ],
  answered: false,
};

/** The pages, and what their flows were asked; `ask` calls a route as the server would. */
export function aSite(
  change: {
    readonly shopName?: string;
    readonly offer?: OfferPage;
    readonly language?: Language;
  } = {},
) {
  const { shopName = 'Nordlicht Records', offer = OFFER, language = null } = change;
  const unsubscribed: string[] = [];
  const asked: string[] = [];
  const answers: OfferAnswer[] = [];
  const returns: object[] = [];
  const routes = createPublicPages({
    shopName,
    language: 'en',
    customerLanguage: async (_page, token) => (token === TOKEN ? language : null),
    isKnown: async (token) => {
      asked.push(token);
      return token === TOKEN;
    },
    unsubscribe: async (token) => {
      if (token !== TOKEN) return 'unknown';
      unsubscribed.push(token);
      return 'done';
    },
    offer: async (token) => (token === TOKEN ? { ...offer, answered: answers.length > 0 } : null),
    requestReturn: async (_token, form) => {
      if (form.orderNumber === '#9') return 'no-order';
      returns.push(form);
      return returns.length > 1 ? 'already' : 'recorded';
    },
    answer: async (_token, answer) => {
      answers.push(answer);
      return 'recorded';
    },
  });
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    body: string | Uint8Array = '',
    type = FORM,
  ) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    const [, door = '', token = ''] = pathname.split('/');
    const route = routes.find(
      (candidate) => candidate.method === method && candidate.path === `/${door}/:token`,
    );
    if (route === undefined) throw new Error(`no route for ${method} ${url}`);
    const request: HttpRequest = {
      method,
      path: pathname,
      params: { token: decodeURIComponent(token) },
      query: Object.fromEntries(searchParams),
      headers: method === 'POST' ? { 'content-type': type } : {},
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      remoteAddress: '203.0.113.7',
      signal: new AbortController().signal,
    };
    return wholeOf(await route.handle(request));
  };
  return { ask, asked, unsubscribed, answers, returns };
}

function wholeOf({ status, headers = {}, body }: HttpResponse) {
  if (typeof body !== 'string') throw new Error('a page is text');
  return { status, headers, body };
}

/** URL-encoded fields as a multipart body whose boundary is X. */
export function multipart(fields: string): Uint8Array {
  const parts = [...new URLSearchParams(fields)].map(
    ([name, value]) => `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return new TextEncoder().encode(`${parts.join('')}--X--\r\n`);
}

/** The elements of a page, in order. */
export function tagsOf(html: string): readonly string[] {
  return html.match(/<[/!]?[a-z]+/gi) ?? [];
}
