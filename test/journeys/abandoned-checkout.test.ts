// Somebody leaves a checkout: what the shop sends comes in by its doors, the clock passes, the team is told once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { createIngest } from '#engine/flows/ingest-event.ts';
import type { Headers, WebhookSource } from '#engine/ports/webhook-source.ts';
import { signHeaders } from '#integrations/generic/signature.ts';
import { createGenericWebhook } from '#integrations/generic/webhook.ts';
import { createShopifyWebhook } from '#integrations/shopify/webhook.ts';
import { anAutomation, HOUR, MINUTE, withAutomations } from '../support/automations.ts';
import { EVENTS_SECRET } from '../support/journey.ts';
import {
  SHOP_DOMAIN,
  SHOPIFY_SECRET,
  shopifyBody,
  shopifyHeaders,
} from '../support/shopify-bodies.ts';
import { createWorld, type World } from '../support/world.ts';

const ALERT = anAutomation({
  name: 'left-checkout',
  title: 'Checkout left',
  on: 'checkout.abandoned',
  when: 'event.total >= 50',
  do: [{ notify: { channel: 'sales' } }],
});

let world: World;
beforeEach(async () => {
  world = await createWorld({ playbook: withAutomations(ALERT) });
});
afterEach(() => world.close());

describe('a checkout of a shop with the signed webhook', () => {
  it('that is left is told to the sales channel, once, with what is in it', async () => {
    await shopSends('checkout.started', checkout());

    await clockPasses(59 * MINUTE);
    expect(told()).toEqual([]);
    await clockPasses(MINUTE);
    await clockPasses(3 * HOUR);

    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/Checkout left.*Checkout abandoned.*\$92\.00.*Blue Train/s);
  });

  it('that is ordered within the hour is told to nobody', async () => {
    await shopSends('checkout.started', checkout());
    await clockPasses(20 * MINUTE);
    await shopSends('order.placed', { ...checkout(), id: 'o-1', placedAt: now() });

    await clockPasses(3 * HOUR);

    expect(told()).toEqual([]);
  });
});

describe("a checkout of Shopify's", () => {
  const buyer = { email: 'john@example.com', currency: 'USD', total_price: '92.00' };

  it('that is left is told once, however often Shopify says that it was made', async () => {
    const body = shopifyBody('checkouts-create.json', { ...buyer, ...datedNow() });
    await shopifySends('checkouts/create', body);
    await shopifySends('checkouts/create', body);
    await shopifySends('checkouts/update', body);

    await clockPasses(3 * HOUR);

    expect(told()).toHaveLength(1);
  });

  it('is bought by the order that names it, although it is a stranger’s', async () => {
    await shopifySends(
      'checkouts/create',
      shopifyBody('checkouts-create.json', { ...buyer, ...datedNow() }),
    );
    await shopifySends('orders/create', shopifyBody('orders-create.json', datedNow()));

    await clockPasses(3 * HOUR);

    expect(told()).toEqual([]);
  });
});

/** What stands in the sales channel. */
function told(): readonly string[] {
  return world.posted
    .filter(({ channel }) => channel === 'sales')
    .map(({ card }) => cardToText(card));
}

/** The clock's tick, as the server enqueues it every minute. */
async function clockPasses(milliseconds: number): Promise<void> {
  world.pass(milliseconds);
  await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
  await world.runJobs();
}

function now(): string {
  return world.deps.now().toISOString();
}

function datedNow() {
  return { created_at: now(), updated_at: now() };
}

function checkout() {
  return {
    id: 'k-1',
    customer: { id: 'c-1', email: 'maria@example.com' },
    currency: 'USD',
    total: '92.00',
    items: [{ productId: 'p-1', title: 'Blue Train', quantity: 2, price: '46.00' }],
    startedAt: now(),
  };
}

let deliveries = 0;

async function shopSends(type: string, data: unknown): Promise<void> {
  deliveries += 1;
  const source = createGenericWebhook({
    ...{ secrets: [EVENTS_SECRET], key: 'events', path: '/webhooks/events' },
  });
  const body = JSON.stringify({ type, timestamp: now(), data });
  const signed = { id: `msg_${deliveries}`, at: world.deps.now(), body };
  await takeIn(source, signHeaders(EVENTS_SECRET, signed), body);
}

async function shopifySends(topic: string, body: string): Promise<void> {
  const source = createShopifyWebhook({
    ...{ secrets: [SHOPIFY_SECRET], shopDomain: SHOP_DOMAIN, now: world.deps.now },
  });
  const at = { 'x-shopify-triggered-at': now() };
  await takeIn(source, shopifyHeaders(topic, body, at), body);
}

/** Verified, parsed and in the log, as at the door. */
async function takeIn(source: WebhookSource, headers: Headers, text: string): Promise<void> {
  const body = Buffer.from(text);
  const verified = source.verify(headers, body, world.deps.now());
  if (verified.kind === 'rejected') throw new Error(verified.reason);
  const parsed = source.parse(verified, headers, body);
  const { topic, deliveryId } = verified;
  const ingest = createIngest(world.deps, { commitsAtOnce: 1 });
  await ingest({ shop: source.key, topic, deliveryId, body, parsed });
  await world.runJobs();
}
