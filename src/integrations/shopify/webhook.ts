// Shopify's webhooks: proves a delivery genuine on its raw bytes and reads it as facts.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { NewEvent } from '#engine/events/shop-event.ts';
import type {
  Headers,
  ParsedDelivery,
  Rejected,
  Verified,
  WebhookSource,
} from '#engine/ports/webhook-source.ts';
import { parseExactJsonBytes } from '../exact-json.ts';
import type { Reading } from './readings.ts';
import { toShopDomain } from './shop-domain.ts';
import { createTopicReaders, type TopicReader } from './topics.ts';

/** What the source needs to know. */
export type ShopifyWebhookOptions = {
  /** The app's client secret; two while rotating, for the old one may sign for up to an hour. */
  readonly secrets: readonly string[];
  /** `example-store.myshopify.com`: deliveries of any other shop are refused. */
  readonly shopDomain: string;
  /** For deliveries whose `X-Shopify-Triggered-At` cannot be used. */
  readonly now?: () => Date;
};

const MAX_BODY_BYTES = 8 * 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The source behind `/webhooks/shopify`. Signature: base64 of HMAC-SHA256 over the raw body with the client secret; no
 * timestamp, and no header is signed (shopify.dev "Verify deliveries", "Delivery structure", read August 2026).
 */
export function createShopifyWebhook(options: ShopifyWebhookOptions): WebhookSource {
  const shopDomain = toShopDomain(options.shopDomain);
  // An empty secret would let everybody sign.
  const secrets = options.secrets.filter((secret) => secret !== '');
  const readers = createTopicReaders(shopDomain);
  const now = options.now ?? (() => new Date());
  return {
    key: 'shopify',
    path: '/webhooks/shopify',
    maxBodyBytes: MAX_BODY_BYTES,
    // Shopify deletes a subscription after 8 failures in a row.
    unreadableStatus: 200,
    verify: (headers, body) => verify(secrets, shopDomain, headers, body),
    parse(delivery, headers, body) {
      const reader = readers.get(delivery.topic);
      return reader ? read(reader, delivery, headers, body, now()) : { kind: 'ignored' };
    },
  };
}

function verify(
  secrets: readonly string[],
  shopDomain: string,
  headers: Headers,
  body: Uint8Array,
): Verified | Rejected {
  if (!isSigned(secrets, headers['x-shopify-hmac-sha256'], body)) return rejected('signature');
  if (headers['x-shopify-shop-domain']?.toLowerCase() !== shopDomain) return rejected('shop');
  const deliveryId = headers['x-shopify-webhook-id'] ?? '';
  if (!/^[\w.:=+/-]{1,128}$/.test(deliveryId)) return rejected('delivery id');
  const topic = headers['x-shopify-topic']?.toLowerCase() ?? '';
  if (!/^[\w./-]{1,128}$/.test(topic)) return rejected('topic');
  return { kind: 'verified', deliveryId, topic };
}

function isSigned(
  secrets: readonly string[],
  signature: string | undefined,
  body: Uint8Array,
): boolean {
  if (signature === undefined) return false;
  // Compared as text: a lenient base64 decoder would take other spellings of the same bytes.
  const given = Buffer.from(signature);
  return secrets.some((secret) => {
    const expected = Buffer.from(createHmac('sha256', secret).update(body).digest('base64'));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function rejected(reason: string): Rejected {
  return { kind: 'rejected', reason };
}

function read(
  reader: TopicReader,
  delivery: Verified,
  headers: Headers,
  body: Uint8Array,
  now: Date,
): ParsedDelivery {
  const json = parseJson(body);
  if (json === null) return unreadable([{ path: '', message: 'not JSON' }]);
  const triggeredAt = readTriggeredAt(headers['x-shopify-triggered-at'], now);
  const reading = reader(json.value, triggeredAt ?? now);
  if ('issues' in reading) {
    return unreadable(
      reading.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  }
  const keys = deliveryKeys(delivery, headers['x-shopify-event-id'], reading.resource, body);
  return { kind: 'events', events: toEvents(reading, triggeredAt, now, keys) };
}

function parseJson(body: Uint8Array): { readonly value: unknown } | null {
  try {
    return { value: parseExactJsonBytes(body) };
  } catch {
    return null;
  }
}

function unreadable(
  issues: readonly { readonly path: string; readonly message: string }[],
): ParsedDelivery {
  return { kind: 'unreadable', issues };
}

/** The header is not signed: one from the future would make every later event look old. */
function readTriggeredAt(header: string | undefined, now: Date): Date | null {
  if (header === undefined || !/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(header))
    return null;
  const at = new Date(header);
  return at.getTime() <= now.getTime() + DAY_MS ? at : null;
}

/**
 * Under which a repeat may come. Shopify's pages name the webhook id or the event id; one action on 50 orders shares an
 * event id, so that only counts within a topic and a resource. The ids are not signed, the body is.
 */
function deliveryKeys(
  delivery: Verified,
  eventId: string | undefined,
  resource: string,
  body: Uint8Array,
): readonly string[] {
  const digest = createHash('sha256').update(body).digest('hex');
  return [
    `shopify:webhook:${delivery.deliveryId}`,
    ...(eventId ? [`shopify:event:${eventId.slice(0, 128)}:${delivery.topic}:${resource}`] : []),
    `shopify:body:${delivery.topic}:${digest}`,
  ];
}

/** Only the topic's own fact stands for the delivery; one that follows from it has a key of its own, or it would be its repeat. */
function toEvents(
  reading: Reading,
  triggeredAt: Date | null,
  now: Date,
  keys: readonly string[],
): readonly NewEvent[] {
  return reading.tellings.map(({ fact, once }, position) => ({
    shop: 'shopify',
    dedupeKeys: [...(position === 0 ? keys : []), ...(once ? [`shopify:${once}`] : [])],
    fact,
    occurredAt: triggeredAt ?? reading.saidAt ?? now,
    historic: false,
  }));
}
