// Deliveries as Shopify sends them: the recorded bodies of test/fixtures/shopify, signed with the key of signatures.json.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Fact, NewEvent } from '#engine/events/shop-event.ts';
import type { Headers, ParsedDelivery, WebhookSource } from '#engine/ports/webhook-source.ts';
import { createShopifyWebhook } from '#integrations/shopify/webhook.ts';

const SHOP = 'example-store.myshopify.com';
export const SECRET = 'shpss_test_not_a_real_secret';
export const NOW = new Date('2026-11-25T12:00:00Z');

/** The source under test, with a fixed clock. */
export function aSource(options: { readonly secrets?: readonly string[] } = {}): WebhookSource {
  return createShopifyWebhook({
    secrets: options.secrets ?? [SECRET],
    shopDomain: SHOP,
    now: () => NOW,
  });
}

/** The exact bytes of a fixture. */
export function fixture(file: string): Buffer {
  return readFileSync(new URL(`../../fixtures/shopify/${file}`, import.meta.url));
}

/** A fixture with some of its top-level fields replaced; ids that a double cannot hold are not kept. */
export function changed(file: string, fields: Readonly<Record<string, unknown>>): Buffer {
  const body = z.record(z.string(), z.unknown()).parse(JSON.parse(fixture(file).toString()));
  return Buffer.from(JSON.stringify({ ...body, ...fields }));
}

/** The headers of a good delivery of these bytes. */
export function headersFor(topic: string, body: Uint8Array, more: Headers = {}): Headers {
  return {
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64'),
    'x-shopify-shop-domain': SHOP,
    'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
    ...more,
  };
}

/** Verifies and parses, as the server does. */
export function deliver(topic: string, body: Uint8Array, more: Headers = {}): ParsedDelivery {
  const source = aSource();
  const headers = headersFor(topic, body, more);
  const verified = source.verify(headers, body, NOW);
  if (verified.kind === 'rejected') throw new Error(`rejected: ${verified.reason}`);
  return source.parse(verified, headers, body);
}

/** The events of a delivery that can be read. */
export function eventsOf(topic: string, body: Uint8Array, more: Headers = {}): readonly NewEvent[] {
  const parsed = deliver(topic, body, more);
  if (parsed.kind !== 'events') throw new Error(`not events: ${JSON.stringify(parsed)}`);
  return parsed.events;
}

/** The one event of a delivery. */
export function eventOf(topic: string, body: Uint8Array, more: Headers = {}): NewEvent {
  const [event, ...others] = eventsOf(topic, body, more);
  if (!event || others.length > 0) throw new Error('not one event');
  return event;
}

/** The one fact of a delivery. */
export function factOf(topic: string, body: Uint8Array): Fact {
  return eventOf(topic, body).fact;
}
