// The token of the Admin API: a fixed one, or one that the app's own credentials are exchanged for each day.
import { z } from 'zod';
import { InvariantError, VendorError } from '#engine/errors.ts';
import type { HttpClient } from '../http-client.ts';

/** Gives the token to send now. */
export interface TokenSource {
  get(): Promise<string>;
  /** The shop has refused this token; true when asking again gives another. */
  forget(): boolean;
}

export type TokenOptions = {
  /** Scheme, host and port of the shop's admin. */
  readonly origin: string;
  /** Either this, or a client's id and secret. */
  readonly accessToken: string | null;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly httpClient: HttpClient;
  readonly now: () => Date;
};

/** A token is given up this long before it ends, for the shop's clock is not ours. */
const MARGIN_MS = 5 * 60 * 1000;

/** An answer without `expires_in` lasts as long as Shopify's tokens do (24 hours). */
const DAY_SECONDS = 24 * 60 * 60;

const Answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(DAY_SECONDS),
});

type Held = { readonly token: string; readonly untilMs: number };

/**
 * Shopify's client credentials grant ("Using the client credentials grant", shopify.dev, read November 2026). Calls at
 * the same time wait for one exchange; a failed one is not remembered.
 */
export function createTokenSource(options: TokenOptions): TokenSource {
  const { accessToken, clientId, clientSecret, now } = options;
  if (accessToken !== null) return { get: async () => accessToken, forget: () => false };
  if (clientId === null || clientSecret === null) {
    throw new InvariantError('a Shopify shop needs an access token, or a client id and secret');
  }
  let held: Held | null = null;
  let asking: Promise<Held> | null = null;
  return {
    async get() {
      if (held !== null && held.untilMs > now().getTime()) return held.token;
      asking ??= exchange(options, clientId, clientSecret).finally(() => {
        asking = null;
      });
      held = await asking;
      return held.token;
    },
    forget() {
      held = null;
      return true;
    },
  };
}

async function exchange(
  { origin, httpClient, now }: TokenOptions,
  clientId: string,
  clientSecret: string,
): Promise<Held> {
  const answer = await httpClient.request({
    vendor: 'shopify',
    url: `${origin}/admin/oauth/access_token`,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }).toString(),
    idempotent: true,
  });
  // Wrong credentials come as 400 with a page or an OAuth error; all of them mean that this app may not act here.
  if (answer.status !== 200) throw refused(`answered ${answer.status}`);
  const parsed = Answer.safeParse(parseOrNull(answer.text));
  if (!parsed.success) throw refused('gave no token');
  const lifeMs = parsed.data.expires_in * 1000;
  const untilMs = now().getTime() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2);
  return { token: parsed.data.access_token, untilMs };
}

function refused(what: string): VendorError {
  return new VendorError(`shopify ${what} to the app's client id and secret`, {
    vendor: 'shopify',
    status: 401,
    retryable: false,
  });
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
