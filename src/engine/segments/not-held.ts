// Shopify's filters whose data we do not hold: understood, checked, and refused with the reason.
import type { ValueType } from './check.ts';
import type { Field } from './field.ts';

/** Source: segment query language reference, attributes. */
export const NOT_HELD: readonly Field[] = [
  notHeld('companies', 'list', { why: 'no business customers are kept' }),
  notHeld('created_by_app_id', 'id', { why: 'shops do not say which app made a customer' }),
  notHeld('customer_account_status', 'enum', {
    values: ['ENABLED', 'DISABLED', 'INVITED', 'DECLINED'],
    why: 'accounts stay with the shop',
  }),
  notHeld('predicted_spend_tier', 'enum', {
    values: ['HIGH', 'MEDIUM', 'LOW'],
    why: 'there are no forecasts yet',
  }),
  notHeld('product_subscription_status', 'enum', {
    values: ['SUBSCRIBED', 'CANCELED', 'EXPIRED', 'FAILED', 'NEVER_SUBSCRIBED', 'PAUSED'],
    why: 'subscriptions to products stay with the shop',
  }),
  notHeld('rfm_group', 'enum', {
    values: [
      ...['CHAMPIONS', 'LOYAL', 'ACTIVE', 'NEW', 'PROMISING', 'NEEDS_ATTENTION', 'AT_RISK'],
      ...['ALMOST_LOST', 'PREVIOUSLY_LOYAL', 'DORMANT', 'PROSPECTS'],
    ],
    why: 'there are no forecasts yet',
  }),
];

/** A field that Shopify knows and we cannot answer. */
export function notHeld(
  name: string,
  as: ValueType,
  known: { readonly values?: readonly string[]; readonly why?: string } = {},
): Field {
  const why = known.why ?? 'metafields stay with the shop';
  return { name, type: 'not-held', as, ...known, why, meaning: `not answered here: ${why}` };
}

/** Whether a name is that of a customer's metafield: `metafields.<namespace>.<key>`. */
export function isMetafield(name: string): boolean {
  return /^metafields\.\w+\.\w+$/.test(name);
}
