// The pages customers reach from their mails: unsubscribing, answering an offer, asking for a return.
import type { Language } from '#engine/language.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import { type OfferOptions, refuseLargeOffer, showOffer, takeOffer } from './offer-page.ts';
import { answerPage, warning } from './page.ts';
import { publicWords } from './public-words.ts';
import { type ReturnOptions, showReturn, takeReturn } from './return-page.ts';
import { showUnsubscribe, takeUnsubscribe, type UnsubscribeOptions } from './unsubscribe-page.ts';

/** The flows behind the pages, and the shop they speak for. */
export type PublicPagesOptions = UnsubscribeOptions &
  OfferOptions &
  ReturnOptions & {
    readonly shopName: string;
    /** Who wrote no language of ours into the shop reads this one. */
    readonly language: Language;
    /** The language of the customer behind a link; null where it is not known. */
    readonly customerLanguage: (
      page: 'unsubscribe' | 'offer',
      token: string,
    ) => Promise<Language | null>;
  };

const MAX_BODY_BYTES = 16 * 1024;
/** What a token can look like; anything else is asked of nobody. */
const TOKEN = /^[A-Za-z0-9_-]{8,128}$/;

/**
 * The public routes. They need no login and set no cookie: the token in the link is all there is, it says nothing
 * about anyone, and a GET changes nothing.
 */
export function createPublicPages(options: PublicPagesOptions): readonly Route[] {
  const words = publicWords(options.language);
  const shop = { ...options, words };
  const shopFor = async (page: 'unsubscribe' | 'offer', token: string | null) => {
    const own = token === null ? null : await options.customerLanguage(page, token);
    return { ...options, words: publicWords(own ?? options.language) };
  };
  const tooLarge = () =>
    answerPage({
      status: 413,
      language: words.language,
      shopName: options.shopName,
      title: words.unsubscribe.title,
      main: warning(words.unsubscribe.badRequest),
    });
  return [
    get('/u/:token', async (request) => {
      const token = tokenOf(request);
      return showUnsubscribe(await shopFor('unsubscribe', token), token);
    }),
    post('/u/:token', tooLarge, async (request) => {
      const token = tokenOf(request);
      return takeUnsubscribe(await shopFor('unsubscribe', token), token, request);
    }),
    get('/s/:token', async (request) => {
      const token = tokenOf(request);
      return showOffer(await shopFor('offer', token), token, choiceOf(request));
    }),
    post(
      '/s/:token',
      () => refuseLargeOffer(shop),
      async (request) => {
        const token = tokenOf(request);
        return takeOffer(await shopFor('offer', token), token, request);
      },
    ),
    get('/r/:token', async (request) => {
      const token = tokenOf(request);
      return showReturn(await shopFor('unsubscribe', token), token, request.query['order'] ?? null);
    }),
    post(
      '/r/:token',
      () => refuseLargeOffer(shop),
      async (request) => {
        const token = tokenOf(request);
        return takeReturn(await shopFor('unsubscribe', token), token, request);
      },
    ),
  ];
}

type Handle = Route['handle'];

function get(path: string, handle: Handle): Route {
  return { method: 'GET', path, maxBodyBytes: 0, handle };
}

function post(path: string, tooLarge: () => HttpResponse, handle: Handle): Route {
  return {
    method: 'POST',
    path,
    maxBodyBytes: MAX_BODY_BYTES,
    handle: async (request) =>
      request.body.byteLength > MAX_BODY_BYTES ? tooLarge() : handle(request),
  };
}

function tokenOf({ params }: HttpRequest): string | null {
  const { token = '' } = params;
  return TOKEN.test(token) ? token : null;
}

function choiceOf({ query }: HttpRequest): string | null {
  const { choice } = query;
  return choice ?? null;
}
