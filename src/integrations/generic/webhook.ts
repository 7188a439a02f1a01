// The generic signed webhook: Standard Webhooks, our own event shapes; also the sample shop's way in.
import type { ShopKey } from '#engine/events/shop-event.ts';
import type { ParsedDelivery, WebhookSource } from '#engine/ports/webhook-source.ts';
import { parseExactJsonBytes } from '../exact-json.ts';
import { readBody } from './facts.ts';
import { keyOf, verifySignature } from './signature.ts';

export type GenericWebhookOptions = {
  /** Several while rotating: each is valid. At least one. */
  readonly secrets: readonly string[];
  readonly key: Extract<ShopKey, 'events' | 'sample'>;
  /** `/webhooks/events` */
  readonly path: string;
};

const MAX_BODY_BYTES = 1024 * 1024;

/** Makes the source for one sender of our own event shapes. */
export function createGenericWebhook(options: GenericWebhookOptions): WebhookSource {
  const { key: shop, path } = options;
  const keys = options.secrets.map(keyOf);
  return {
    key: shop,
    path,
    maxBodyBytes: MAX_BODY_BYTES,
    unreadableStatus: 422,
    verify(headers, body, now) {
      const checked = verifySignature(keys, headers, body, now);
      if (checked.kind === 'rejected') return checked;
      // The type stands in the body, which is read only later.
      return { kind: 'verified', deliveryId: checked.id, topic: 'event' };
    },
    parse: (delivery, _headers, body) => parseBody(shop, delivery.deliveryId, body),
  };
}

function parseBody(shop: ShopKey, deliveryId: string, body: Uint8Array): ParsedDelivery {
  const json = parseJson(body);
  if (json === null) return { kind: 'unreadable', issues: [{ path: '', message: 'is not JSON' }] };
  const read = readBody(json.value);
  switch (read.kind) {
    case 'unknown-type':
      return { kind: 'ignored' };
    case 'unreadable':
      return read;
    case 'fact': {
      const { fact, occurredAt } = read;
      const dedupeKeys = [`${shop}:${deliveryId}`];
      return { kind: 'events', events: [{ shop, dedupeKeys, fact, occurredAt, historic: false }] };
    }
  }
}

/** Null also for a body nested so deep that the parser gives up. */
function parseJson(body: Uint8Array): { readonly value: unknown } | null {
  try {
    return { value: parseExactJsonBytes(body) };
  } catch {
    return null;
  }
}
