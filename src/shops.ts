// THE list of shops: how each is reached, the doors it comes in by, and whether the sample shop is one of them.
import { randomBytes as cryptoRandomBytes } from 'node:crypto';
import type { ShopKey } from '#engine/events/shop-event.ts';
import { appendEvents } from '#engine/flows/ingest-event.ts';
import type { Quarantined } from '#engine/ports/event-records.ts';
import type { Shop } from '#engine/ports/shop.ts';
import type { Storage } from '#engine/ports/storage.ts';
import type { ParsedDelivery, WebhookSource } from '#engine/ports/webhook-source.ts';
import { createGenericShop } from '#integrations/generic/shop.ts';
import { createGenericWebhook } from '#integrations/generic/webhook.ts';
import type { createHttpClient } from '#integrations/http-client.ts';
import type { DeriveKey } from '#integrations/postgres/installation.ts';
import { createSampleShop, refundEvent } from '#integrations/sample-shop/shop.ts';
import { createShopifyShop } from '#integrations/shopify/shop.ts';
import { createShopifyWebhook } from '#integrations/shopify/webhook.ts';
import type { Config } from './config.ts';

/** The shops that are set up, the first of them first asked for customers that none of them knows. */
export function connectShops(
  config: Config,
  tools: {
    readonly storage: Storage;
    readonly http: ReturnType<typeof createHttpClient>;
    readonly now: () => Date;
    readonly isSampleOn: boolean;
  },
): ReadonlyMap<ShopKey, Shop> {
  const { http, now, storage } = tools;
  const shops: Shop[] = [];
  if (config.shopify !== null)
    shops.push(
      createShopifyShop({
        ...config.shopify,
        shopDomain: config.shopify.shop,
        httpClient: http,
        now,
      }),
    );
  if (config.events !== null) {
    const { actionsUrl, secrets } = config.events;
    const newMessageId = () => `msg_${cryptoRandomBytes(16).toString('hex')}`;
    shops.push(
      createGenericShop({ actionsUrl, secret: secrets[0] ?? '', http, now, newMessageId }),
    );
  }
  if (tools.isSampleOn) {
    const log = { storage, now, crashpoint: () => {} };
    shops.push(
      createSampleShop({
        settings: storage.settings,
        tell: (refund) => appendEvents(log, [refundEvent(refund, now())], null),
      }),
    );
  }
  return new Map(shops.map((shop) => [shop.key, shop]));
}

/** The doors of the shops; those of one path are tried in this order. */
export function listSources(
  config: Config,
  tools: { readonly sampleSecret: string | null; readonly now: () => Date },
): readonly WebhookSource[] {
  const path = '/webhooks/events';
  return [
    ...(config.shopify === null
      ? []
      : [
          createShopifyWebhook({
            secrets: config.shopify.webhookSecrets,
            shopDomain: config.shopify.shop,
            now: tools.now,
          }),
        ]),
    ...(config.events === null
      ? []
      : [createGenericWebhook({ secrets: config.events.secrets, key: 'events', path })]),
    ...(tools.sampleSecret === null
      ? []
      : [createGenericWebhook({ secrets: [tools.sampleSecret], key: 'sample', path })]),
  ];
}

const STARTED = 'sample-shop:started';

/** `auto`: on in a database that is new or had it on, until a real shop is set up. */
export async function isSampleOn(config: Config, storage: Storage): Promise<boolean> {
  if (config.sampleStore !== 'auto') return config.sampleStore === 'on';
  if (config.shopify !== null || config.events !== null) return false;
  if ((await storage.settings.get(STARTED)) === true) return true;
  const isNew = (await storage.events.count()) === 0;
  if (isNew) await storage.settings.set(STARTED, true);
  return isNew;
}

/** Every replica derives the same secret, and none is kept anywhere. */
export function sampleSecretFrom(keys: DeriveKey): string {
  return `whsec_${Buffer.from(keys('sample-shop')).toString('base64')}`;
}

/** A delivery in quarantine read anew, by the shop that it came from. */
export function parseAgain(sources: readonly WebhookSource[], entry: Quarantined): ParsedDelivery {
  const source = sources.find(({ key }) => key === entry.shop);
  if (source === undefined)
    return {
      kind: 'unreadable',
      issues: [{ path: '', message: 'this shop is not connected any more' }],
    };
  return source.parse(
    { kind: 'verified', deliveryId: entry.deliveryId, topic: entry.topic },
    {},
    entry.body,
  );
}
