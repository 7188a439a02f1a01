// How an app's own credentials become a token, and when they are exchanged again.
import { describe, expect, it } from 'vitest';
import { InvariantError } from '#engine/errors.ts';
import { createHttpClient } from '#integrations/http-client.ts';
import { createTokenSource } from '#integrations/shopify/access-token.ts';
import { aShop, data, type Reply } from './admin-api.ts';

const START = new Date('2026-11-25T12:00:00Z');
const HOUR_MS = 60 * 60 * 1000;
const named = data({ shop: { name: 'Example' } });

function token(value: string): Reply {
  return { body: { access_token: value, scope: 'read_orders', expires_in: 86_399 } };
}

describe('createTokenSource', () => {
  it('exchanges the credentials once for calls at the same time and for a day', async () => {
    let now = START;
    const { shop, asked } = await aShop(
      { token: [token('t1'), token('t2')], ShopName: [named] },
      { credentials: true, now: () => now },
    );

    await Promise.all([shop.ping(), shop.ping()]);
    now = new Date(START.getTime() + 23 * HOUR_MS);
    await shop.ping();
    now = new Date(START.getTime() + 24 * HOUR_MS);
    await shop.ping();

    const exchanges = asked.filter(({ operation }) => operation === 'token');
    const tokens = asked.filter(({ operation }) => operation === 'ShopName');
    expect(exchanges).toHaveLength(2);
    expect(exchanges[0]?.variables).toEqual({
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 'secret&=',
    });
    expect(tokens.map((one) => one.token)).toEqual(['t1', 't1', 't1', 't2']);
  });

  it('exchanges again when the shop refuses a token before its time', async () => {
    const { shop, asked } = await aShop(
      { token: [token('t1'), token('t2')], ShopName: [{ status: 401, body: {} }, named] },
      { credentials: true },
    );

    await shop.ping();

    expect(asked.map((one) => one.token ?? one.operation)).toEqual(['token', 't1', 'token', 't2']);
  });

  it.each([
    ['refused', { status: 400, body: { error: 'invalid_client' } }],
    ['answered with a page', { body: '<html>' }],
    ['answered without a token', { body: {} }],
  ])(
    'credentials that are %s mean that we may not act, and the next call asks again',
    async (_what, reply) => {
      const { shop } = await aShop(
        { token: [reply, token('t1')], ShopName: [named] },
        { credentials: true },
      );

      const failure = await shop.ping().catch((thrown: unknown) => thrown);

      expect(failure).toMatchObject({ status: 401, retryable: false });
      expect(String(failure)).not.toContain('secret&=');
      await expect(shop.ping()).resolves.toBeUndefined();
    },
  );

  it('without a token and without credentials cannot be made', () => {
    const httpClient = createHttpClient();
    const none = { accessToken: null, clientId: 'id', clientSecret: null };

    expect(() =>
      createTokenSource({ ...none, origin: 'https://x.test', httpClient, now: () => START }),
    ).toThrow(InvariantError);
  });
});
