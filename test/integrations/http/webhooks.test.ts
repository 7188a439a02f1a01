// The shops' doors over real sockets: who is let in, what is stored, what is answered.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShopKey } from '#engine/events/shop-event.ts';
import type { Delivery, Ingested } from '#engine/flows/ingest-event.ts';
import type { WebhookSource } from '#engine/ports/webhook-source.ts';
import { signHeaders } from '#integrations/generic/signature.ts';
import { createGenericWebhook } from '#integrations/generic/webhook.ts';
import { createMetrics } from '#integrations/http/metrics.ts';
import { createWebhookRoutes } from '#integrations/http/webhooks.ts';
import { createRecordingLog, serve } from '../../support/serving.ts';

const NOW = new Date('2026-08-01T12:00:00Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SAMPLE_SECRET = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX';
const EVENT = JSON.stringify({
  type: 'customer.created',
  timestamp: '2026-08-01T12:00:00Z',
  data: { id: 'c1', email: 'ann@example.com' },
});

function generic(key: 'events' | 'sample', secret: string): WebhookSource {
  return createGenericWebhook({ key, secrets: [secret], path: '/webhooks/events' });
}

/** A shop that trusts everybody, so that only what comes after the signature is seen. */
function trusting(key: ShopKey, parse: WebhookSource['parse']): WebhookSource {
  return {
    key,
    path: `/webhooks/${key}`,
    maxBodyBytes: 8 * 1024 * 1024,
    unreadableStatus: 200,
    verify: () => ({ kind: 'verified', deliveryId: 'd1', topic: 'orders/paid' }),
    parse,
  };
}

type Options = {
  readonly sources?: readonly WebhookSource[];
  readonly ingest?: (delivery: Delivery) => Promise<Ingested>;
  readonly isStopping?: boolean;
  readonly storeWithinMs?: number;
};

async function open(options: Options = {}) {
  const log = createRecordingLog();
  const metrics = createMetrics();
  const stored: Delivery[] = [];
  const store = async (delivery: Delivery): Promise<Ingested> => {
    stored.push(delivery);
    return { kind: delivery.parsed.kind === 'unreadable' ? 'quarantined' : 'stored' };
  };
  const routes = createWebhookRoutes({
    sources: options.sources ?? [generic('events', SECRET)],
    ingest: options.ingest ?? store,
    isStopping: () => options.isStopping ?? false,
    now: () => NOW,
    log,
    metrics,
    storeWithinMs: options.storeWithinMs ?? 2_000,
  });
  const { url } = await serve(routes);
  const send = async (
    body: string | Buffer<ArrayBuffer>,
    headers: Record<string, string> = {},
    path = 'events',
  ) => fetch(`${url}/webhooks/${path}`, { method: 'POST', body, headers });
  const sendSigned = async (body: string, secret = SECRET) =>
    send(body, signHeaders(secret, { id: 'msg_1', at: NOW, body }));
  return { send, sendSigned, log, metrics, stored };
}

describe('createWebhookRoutes, the answer to each input', () => {
  it('is 200 for a signed event, which is stored with its raw bytes', async () => {
    const { sendSigned, stored, log } = await open();

    const response = await sendSigned(EVENT);

    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    expect(stored).toMatchObject([
      { shop: 'events', deliveryId: 'msg_1', parsed: { kind: 'events' } },
    ]);
    expect(Buffer.from(stored[0]?.body ?? []).toString()).toBe(EVENT);
    expect(log.lines).toMatchObject([{ level: 'info', message: 'event.accepted' }]);
  });

  it('is 200 only after storing has ended', async () => {
    const release = Promise.withResolvers<Ingested>();
    const order: string[] = [];
    const { sendSigned } = await open({
      ingest: async () => {
        order.push('storing');
        setImmediate(() => release.resolve({ kind: 'duplicate' }));
        const outcome = await release.promise;
        order.push('stored');
        return outcome;
      },
    });

    const response = await sendSigned(EVENT);
    order.push('answered');

    expect([response.status, order]).toEqual([200, ['storing', 'stored', 'answered']]);
  });

  it('is 401 without a reason for whoever did not sign it, and nothing is stored or quoted', async () => {
    const { send, sendSigned, stored, log } = await open();

    const unsigned = await send(EVENT);
    const forged = await sendSigned(EVENT, SAMPLE_SECRET);

    expect([unsigned.status, forged.status]).toEqual([401, 401]);
    expect(await unsigned.text()).toBe(await forged.text());
    expect(stored).toEqual([]);
    expect(log.lines).toMatchObject([
      { level: 'warn', message: 'webhook.rejected', data: { reasons: ['header-missing'] } },
      { level: 'warn', message: 'webhook.rejected', data: { reasons: ['signature-unknown'] } },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('ann@example.com');
  });

  it('is 404 for every shop that is not configured', async () => {
    const { send } = await open({ sources: [] });

    for (const path of ['shopify', 'bigcommerce', 'woocommerce', 'events']) {
      expect((await send(EVENT, {}, path)).status).toBe(404);
    }
  });

  it('is the same door for the generic shop and the sample shop, each with its own secret', async () => {
    const { sendSigned, stored } = await open({
      sources: [generic('events', SECRET), generic('sample', SAMPLE_SECRET)],
    });

    expect((await sendSigned(EVENT)).status).toBe(200);
    expect((await sendSigned(EVENT, SAMPLE_SECRET)).status).toBe(200);

    expect(stored.map(({ shop }) => shop)).toEqual(['events', 'sample']);
  });

  it('is 422 with the faults for a signed body that cannot be read, which is kept', async () => {
    const { sendSigned, stored } = await open();

    const broken = await sendSigned('{"type":');
    const incomplete = await sendSigned(EVENT.replace('"id"', '"ID"'));

    expect([broken.status, incomplete.status]).toEqual([422, 422]);
    expect(await incomplete.json()).toEqual({
      error: { code: 'unreadable' },
      issues: [{ path: 'data.id', message: 'is missing' }],
    });
    expect(stored.map(({ parsed }) => parsed.kind)).toEqual(['unreadable', 'unreadable']);
  });

  it('is 200 to a shop whose body cannot be read, also where our reader fails', async () => {
    const issues = [{ path: 'id', message: 'is missing' }];
    const { send, stored, log } = await open({
      sources: [
        trusting('shopify', () => ({ kind: 'unreadable', issues })),
        trusting('woocommerce', () => {
          throw new TypeError('a bug');
        }),
      ],
    });

    expect((await send('{}', {}, 'shopify')).status).toBe(200);
    expect((await send('{}', {}, 'woocommerce')).status).toBe(200);

    expect(stored.map(({ parsed }) => parsed.kind)).toEqual(['unreadable', 'unreadable']);
    expect(log.lines).toMatchObject([{ level: 'error', message: 'webhook.reader_failed' }]);
  });

  it('is 200 and says so for a type that is not used', async () => {
    const { sendSigned } = await open({ ingest: async () => ({ kind: 'ignored' }) });

    const response = await sendSigned('{"type":"order.archived"}');

    expect([response.status, await response.json()]).toEqual([200, { ignored: true }]);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('database down'))],
    ['takes too long', () => new Promise<Ingested>(() => {})],
  ])('is 503 and come back when storing %s', async (_name, ingest) => {
    const { sendSigned, log } = await open({ ingest, storeWithinMs: 20 });

    const response = await sendSigned(EVENT);

    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(log.lines).toMatchObject([{ level: 'error', message: 'webhook.not_stored' }]);
  });

  it('is 503 while the process is stopping', async () => {
    const { sendSigned, stored } = await open({ isStopping: true });

    const response = await sendSigned(EVENT);

    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(stored).toEqual([]);
  });

  it('is 413 over the limit of its shop', async () => {
    const { send } = await open({
      sources: [generic('events', SECRET), trusting('shopify', () => ({ kind: 'ignored' }))],
    });

    expect((await send(Buffer.alloc(2_000_000), {}, 'events')).status).toBe(413);
    expect((await send(Buffer.alloc(2_000_000), {}, 'shopify')).status).toBe(200);
    expect((await send(Buffer.alloc(9_000_000), {}, 'shopify')).status).toBe(413);
  });

  it('is counted by shop and outcome', async () => {
    const { send, sendSigned, metrics } = await open();

    await sendSigned(EVENT);
    await send(EVENT);

    const text = await metrics.text();
    expect(text).toContain('regulars_webhooks_total{shop="events",outcome="stored"} 1');
    expect(text).toContain('regulars_webhooks_total{shop="events",outcome="rejected"} 1');
    expect(text).toContain('regulars_webhook_acknowledgement_seconds_count{shop="events"} 1');
  });
});

describe('createWebhookRoutes, whatever is sent', () => {
  it('answers every signed body with one of the documented statuses', async () => {
    const { sendSigned } = await open();
    const shaped = fc.record({
      type: fc.constantFrom('order.paid', 'customer.created', 'custom.x', 'return.requested', 'x'),
      timestamp: fc.oneof(fc.constant('2026-08-01T12:00:00Z'), fc.string()),
      data: fc.object({ key: fc.constantFrom('id', 'customer', 'items', 'total', 'currency') }),
    });
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map(nest),
      shaped.map((value) => JSON.stringify(value)),
    );

    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        expect([200, 422]).toContain((await sendSigned(text)).status);
      }),
      { numRuns: 300 },
    );
  });

  it('answers every unsigned body with 401', async () => {
    const { send } = await open();

    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        expect((await send(Buffer.from(bytes))).status).toBe(401);
      }),
      { numRuns: 100 },
    );
  });
});

function nest(json: string): string {
  return `{"type":"order.placed","timestamp":"2026-08-01T12:00:00Z","data":${json}}`;
}
