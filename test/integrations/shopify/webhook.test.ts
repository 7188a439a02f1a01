// Which Shopify deliveries are genuine, and which keys say that two of them are the same.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  aSource,
  changed,
  deliver,
  eventOf,
  eventsOf,
  fixture,
  headersFor,
  NOW,
  SECRET,
} from './deliveries.ts';

const { vectors } = z
  .object({ vectors: z.record(z.string(), z.string()) })
  .parse(JSON.parse(fixture('signatures.json').toString()));
const body = fixture('orders-paid.json');
const headers = headersFor('orders/paid', body);
const good = headers['x-shopify-hmac-sha256'] ?? '';

describe('verify', () => {
  it.each(Object.entries(vectors))('the signature of %s is accepted', (file, signature) => {
    const bytes = fixture(file);
    const verified = aSource().verify(
      { ...headersFor('orders/paid', bytes), 'x-shopify-hmac-sha256': signature },
      bytes,
      NOW,
    );

    expect(verified.kind).toBe('verified');
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['in hex', Buffer.from(good, 'base64').toString('hex')],
    ['cut short', good.slice(0, -2)],
    ['in another spelling of base64', good.replace('=', '')],
    ['with a label', `sha256=${good}`],
    ['of another body', vectors['orders-create.json']],
  ])('a signature that is %s is refused', (_what, signature) => {
    const verified = aSource().verify(
      { ...headers, 'x-shopify-hmac-sha256': signature },
      body,
      NOW,
    );

    expect(verified).toEqual({ kind: 'rejected', reason: 'signature' });
  });

  it('one changed byte of the body is refused', () => {
    const forged = Buffer.from(body);
    forged[10] = (forged[10] ?? 0) ^ 1;

    expect(aSource().verify(headers, forged, NOW).kind).toBe('rejected');
  });

  it('while the secret rotates both sign, and an empty secret signs nothing', () => {
    const emptyKey = headersFor('orders/paid', body);

    expect(aSource({ secrets: ['new', SECRET] }).verify(headers, body, NOW).kind).toBe('verified');
    expect(aSource({ secrets: ['new'] }).verify(headers, body, NOW).kind).toBe('rejected');
    expect(aSource({ secrets: [''] }).verify(emptyKey, body, NOW).kind).toBe('rejected');
  });

  it.each([
    ['another shop', { 'x-shopify-shop-domain': 'other.myshopify.com' }],
    ['no shop', { 'x-shopify-shop-domain': undefined }],
    ['no delivery id', { 'x-shopify-webhook-id': undefined }],
    ['a delivery id with a line break', { 'x-shopify-webhook-id': 'a\nb' }],
    ['an endless delivery id', { 'x-shopify-webhook-id': 'a'.repeat(129) }],
    ['no topic', { 'x-shopify-topic': undefined }],
  ])('a signed delivery of %s is refused', (_what, more) => {
    expect(aSource().verify({ ...headers, ...more }, body, NOW).kind).toBe('rejected');
  });
});

describe('parse', () => {
  it.each(['app/uninstalled', 'products/update', 'customers/purchasing_summary', 'returns/update'])(
    'the topic %s is ignored',
    (topic) => {
      expect(deliver(topic, fixture('customers-purchasing_summary.json'))).toEqual({
        kind: 'ignored',
      });
    },
  );

  it.each([
    ['no JSON', Buffer.from('{"id": 1'), ''],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22]), ''],
    ['a negative total', changed('orders-create.json', { total_price: '-5.00' }), 'total_price'],
    ['half a cent', changed('orders-create.json', { total_price: '0.005' }), 'total_price'],
    ['an unknown currency', changed('orders-create.json', { currency: 'ZZZ' }), 'total_price'],
    ['no id', changed('orders-create.json', { id: null }), 'id'],
    [
      'a date without a zone',
      changed('orders-create.json', { created_at: '2023-09-22' }),
      'created_at',
    ],
    ['another kind of body', fixture('shop-redact.json'), 'id'],
  ])('an order with %s is unreadable and says where', (_what, bytes, path) => {
    const parsed = deliver('orders/create', bytes);

    expect(parsed.kind === 'unreadable' && parsed.issues.map((issue) => issue.path)).toContain(
      path,
    );
  });

  it('happens when Shopify says it was triggered', () => {
    const at = '2026-11-25T11:59:58.123456789Z';
    const event = eventOf('orders/updated', body, { 'x-shopify-triggered-at': at });

    expect(event.occurredAt).toEqual(new Date('2026-11-25T11:59:58.123Z'));
  });

  it.each([undefined, 'yesterday', '2099-01-01T00:00:00Z'])(
    "happens at the body's own instant when the trigger time is %s",
    (at) => {
      const event = eventOf('orders/updated', body, { 'x-shopify-triggered-at': at });

      expect(event.occurredAt).toEqual(new Date('2021-12-31T19:05:00-05:00'));
    },
  );
});

describe('dedupe keys', () => {
  const eventId = { 'x-shopify-event-id': 'e1' };

  it('are the webhook id, the event id within topic and resource, and the body', () => {
    const event = eventOf('orders/updated', body, eventId);

    expect(event.dedupeKeys).toEqual([
      'shopify:webhook:b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
      'shopify:event:e1:orders/updated:820982911946154508',
      expect.stringMatching(/^shopify:body:orders\/updated:[0-9a-f]{64}$/),
    ]);
  });

  it('differ for two orders of one merchant action', () => {
    const one = eventOf('orders/updated', body, { ...eventId, 'x-shopify-webhook-id': 'w1' });
    const other = eventOf('orders/updated', fixture('orders-updated.json'), {
      ...eventId,
      'x-shopify-webhook-id': 'w2',
    });

    expect(one.dedupeKeys.filter((key) => other.dedupeKeys.includes(key))).toEqual([]);
  });

  it('an order made already paid is paid once, whichever delivery comes first', () => {
    const paid = changed('orders-create.json', { updated_at: '2023-09-22T08:15:00-04:00' });
    const [placed, paidAtOnce] = eventsOf('orders/create', fixture('orders-create.json'), {
      'x-shopify-webhook-id': 'w1',
    });
    const later = eventOf('orders/paid', paid, { 'x-shopify-webhook-id': 'w2' });

    expect(placed?.fact.type).toBe('order.placed');
    expect(paidAtOnce?.fact.type).toBe('order.paid');
    expect(later.dedupeKeys).toEqual(expect.arrayContaining([...(paidAtOnce?.dedupeKeys ?? [])]));
    expect(placed?.dedupeKeys.filter((key) => paidAtOnce?.dedupeKeys.includes(key))).toEqual([]);
  });
});
