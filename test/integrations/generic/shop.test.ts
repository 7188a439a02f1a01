// The generic shop: signed posts out, and what the receiver's answers mean.
import { describe, expect, it } from 'vitest';
import { createGenericShop } from '#integrations/generic/shop.ts';
import { keyOf, verifySignature } from '#integrations/generic/signature.ts';
import type { HttpAnswer, HttpCall } from '#integrations/http-client.ts';

const NOW = new Date('2026-08-01T12:00:00.500Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const discount = {
  code: 'VIP-7ZK3ABCDEFGH',
  terms: { percent: 50, expiresAt: new Date('2026-08-31T12:00:00Z'), uses: 1 },
  title: 'Thanks',
  customerRef: 'c1',
  startsAt: NOW,
};

function createShop(
  answer: Partial<HttpAnswer>,
  actionsUrl: string | null = 'https://m.example/a',
) {
  const calls: HttpCall[] = [];
  const shop = createGenericShop({
    actionsUrl,
    secret: SECRET,
    now: () => NOW,
    newMessageId: () => 'act_1',
    http: {
      async request(call) {
        calls.push(call);
        return { status: 200, headers: {}, text: '', ...answer };
      },
      close: async () => {},
    },
  });
  return { shop, calls };
}

describe('createGenericShop', () => {
  it('posts a code to be made, signed as the events that come in are', async () => {
    const { shop, calls } = createShop({ text: '{"id":"d-9"}' });

    const answer = await shop.createDiscount(discount);

    expect(answer).toEqual({ kind: 'done', ref: 'd-9' });
    const { url = '', body = '', headers = {} } = calls[0] ?? {};
    expect(url).toBe('https://m.example/a');
    expect(verifySignature([keyOf(SECRET)], headers, Buffer.from(body), NOW).kind).toBe('genuine');
    expect(JSON.parse(body)).toEqual({
      type: 'discount.create',
      timestamp: '2026-08-01T12:00:00.500Z',
      data: {
        code: 'VIP-7ZK3ABCDEFGH',
        title: 'Thanks',
        percent: 50,
        uses: 1,
        startsAt: '2026-08-01T12:00:00.500Z',
        expiresAt: '2026-08-31T12:00:00.000Z',
        customer: { id: 'c1' },
      },
    });
  });

  it('lets a tag be tried again, and a code only by who looked first', async () => {
    const { shop, calls } = createShop({});

    await shop.addTag('c1', 'VIP');
    await shop.removeTag('c1', 'VIP');
    await shop.createDiscount(discount);

    expect(calls.map(({ idempotent, body }) => [JSON.parse(body ?? '').type, idempotent])).toEqual([
      ['customer.tag', true],
      ['customer.untag', true],
      ['discount.create', false],
    ]);
  });

  it('asks for a refund with its key, once', async () => {
    const { shop, calls } = createShop({});

    await shop.refundOrder({ orderRef: 'o1', money: { minor: 2_500, currency: 'USD' }, key: 'k1' });

    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
      type: 'refund.create',
      data: { order: { id: 'o1' }, amount: '25.00', currency: 'USD', key: 'k1' },
    });
    expect(calls[0]?.idempotent).toBe(false);
    expect(await shop.findRefund({ orderRef: 'o1', key: 'k1' })).toBeUndefined();
  });

  it('asks for store credit with its key, and does not repeat it by itself', async () => {
    const { shop, calls } = createShop({});

    await shop.giveCredit({
      customerRef: 'c1',
      money: { minor: 2_500, currency: 'USD' },
      key: 'k1',
    });

    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
      type: 'credit.create',
      data: { customer: { id: 'c1' }, amount: '25.00', currency: 'USD', key: 'k1' },
    });
    expect(calls[0]?.idempotent).toBe(false);
  });

  it.each([409, 401, 404])('hands on a refusal with %d', async (status) => {
    const { shop } = createShop({ status, text: 'no' });

    await expect(shop.createDiscount(discount)).rejects.toMatchObject({
      vendor: 'events',
      status,
      retryable: false,
      ambiguous: false,
    });
  });

  it('leaves it to a teammate where there is nobody to post to', async () => {
    const { shop, calls } = createShop({}, null);

    expect(await shop.createDiscount(discount)).toEqual({ kind: 'by-hand' });
    expect(await shop.addTag('c1', 'VIP')).toEqual({ kind: 'by-hand' });
    expect(calls).toEqual([]);
  });

  it('cannot be asked what it knows', async () => {
    const { shop } = createShop({});

    expect(await shop.findDiscount('X')).toBeUndefined();
    expect(await shop.fetchOrder('o1')).toBeUndefined();
    expect(await shop.fetchCustomer('c1')).toBeUndefined();
  });
});
