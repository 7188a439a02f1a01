// Bodies of the generic webhook, put into it without a signature.
import type { NewEvent } from '#engine/events/shop-event.ts';
import type { ParsedDelivery } from '#engine/ports/webhook-source.ts';
import { createGenericWebhook } from '#integrations/generic/webhook.ts';

const source = createGenericWebhook({
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  key: 'events',
  path: '/webhooks/events',
});

/** The envelope’s instant, 10:00 in UTC. */
export const AT = '2026-08-01T12:00:00+02:00';

/** An order with nothing but what it needs, a number and a customer. */
export const order = {
  id: '820982911946154508',
  number: '#1054',
  customer: { id: 'c1', email: 'ann@example.com' },
  currency: 'EUR',
  total: '62.50',
  placedAt: '2026-08-01T10:00:00Z',
  items: [{ productId: 'p1', title: 'Cup', quantity: 2, price: '31.25' }],
};

/** Parses a verified body as it stands. */
export function parseBytes(body: Uint8Array): ParsedDelivery {
  return source.parse({ kind: 'verified', deliveryId: 'msg_1', topic: 'event' }, {}, body);
}

/** Parses an envelope around data. */
export function parse(type: string, data: unknown, timestamp: unknown = AT): ParsedDelivery {
  return parseBytes(Buffer.from(JSON.stringify({ type, timestamp, data })));
}

/** The one fact that a body is read as; throws when it is none. */
export function factOf(type: string, data: unknown): NewEvent['fact'] {
  const parsed = parse(type, data);
  if (parsed.kind !== 'events' || !parsed.events[0]) throw new Error(JSON.stringify(parsed));
  return parsed.events[0].fact;
}

/** The paths of the issues; of a readable body, its kind. */
export function pathsOf(parsed: ParsedDelivery): readonly string[] {
  return parsed.kind === 'unreadable' ? parsed.issues.map(({ path }) => path) : [parsed.kind];
}
