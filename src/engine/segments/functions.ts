// The functions of the segment language and their parameters: read and checked here, answered in a later step.
import type { ValueType } from './check.ts';

/** Parameters of a function by name, as `f MATCHES (name = value)` takes them. */
export type FunctionParams = Readonly<Record<string, ValueType>>;

const MAIL: FunctionParams = { activity_id: 'id', date: 'date', count: 'integer' };
const VIEW: FunctionParams = { id: 'id', tag: 'text', date: 'date', count: 'integer' };

/** Source: segment query language reference, Functions, and ShopifyQL reference (API 2026-10). */
const FUNCTIONS: ReadonlyMap<string, FunctionParams> = new Map<string, FunctionParams>([
  [
    'products_purchased',
    {
      id: 'id',
      tag: 'text',
      category: 'text',
      date: 'date',
      quantity: 'integer',
      count: 'integer',
      sum_quantity: 'integer',
    },
  ],
  [
    'orders_placed',
    {
      date: 'date',
      amount: 'money',
      location_id: 'id',
      app_id: 'id',
      count: 'integer',
      sum_amount: 'money',
    },
  ],
  ...['bounced', 'clicked', 'delivered', 'marked_as_spam', 'opened', 'unsubscribed'].map(
    (what): [string, FunctionParams] => [`shopify_email.${what}`, MAIL],
  ),
  ['storefront.product_viewed', VIEW],
  ['storefront.collection_viewed', VIEW],
  [
    'store_credit_accounts',
    { balance: 'money', currency: 'text', next_expiry_date: 'date', last_credit_date: 'date' },
  ],
  [
    'customer_within_distance',
    { coordinates: 'any', distance_km: 'number', distance_mi: 'number' },
  ],
]);

/** The parameters of a function, or null when the language has none of this name. */
export function findFunction(name: string): FunctionParams | null {
  return FUNCTIONS.get(name) ?? null;
}

/** Every function's name, for suggestions. */
export function functionNames(): readonly string[] {
  return [...FUNCTIONS.keys()];
}
