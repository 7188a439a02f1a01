// Shopify's own payloads with a few fields adapted, to the digit: ids past 2^53 stay what they are.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseExactJson } from '#integrations/exact-json.ts';

/** The shop and the secret that its deliveries are signed with. */
export const SHOP_DOMAIN = 'example-store.myshopify.com';
export const SHOPIFY_SECRET = 'shpss_test_not_a_real_secret';

export type Fields = Readonly<Record<string, unknown>>;

/** A recorded body as it is, or with some of its top-level fields changed. */
export function shopifyBody(file: string, fields: Fields = {}): string {
  const text = readFileSync(new URL(`../fixtures/shopify/${file}`, import.meta.url), 'utf8');
  if (Object.keys(fields).length === 0) return text;
  const body = z.record(z.string(), z.unknown()).parse(parseExactJson(text));
  return JSON.stringify({ ...body, ...fields });
}

/** Who buys in an order of `orders-paid.json`; ids as text. */
export type Buyer = {
  readonly id: string;
  readonly email: string | null;
  readonly first: string;
  readonly last: string;
};

/** `orders-paid.json` as the order of a buyer; null stands for nobody, and then there is no e-mail either. */
export function orderBody(given: {
  readonly id: string;
  readonly total: string;
  readonly buyer: Buyer | null;
  readonly at: Date;
  readonly fields?: Fields;
}): string {
  const { id, total, buyer } = given;
  const at = given.at.toISOString();
  return shopifyBody('orders-paid.json', {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${id.slice(-4)}`,
    total_price: total,
    created_at: at,
    updated_at: at,
    email: buyer?.email ?? '',
    phone: null,
    customer: buyer === null ? null : customerOf(buyer),
    ...given.fields,
  });
}

function customerOf({ id, email, first, last }: Buyer): Fields {
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Customer/${id}`,
    email,
    first_name: first,
    last_name: last,
    created_at: null,
    updated_at: null,
  };
}

let deliveries = 0;

/** The headers Shopify sends with a body; each delivery has an id of its own unless it is a repeat. */
export function shopifyHeaders(
  topic: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  deliveries += 1;
  return {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', SHOPIFY_SECRET).update(body).digest('base64'),
    'x-shopify-shop-domain': SHOP_DOMAIN,
    'x-shopify-webhook-id': `delivery-${deliveries}`,
    'x-shopify-triggered-at': new Date().toISOString(),
    ...more,
  };
}
