// The functions of the segment language: their parameters, what they count, and which of them our data can answer.
import type { ValueType } from './check.ts';
import type { Need } from './field.ts';
import type { Unanswerable } from './unanswerable.ts';

/** Parameters of a function by name, as `f MATCHES (name = value)` takes them. */
export type FunctionParams = Readonly<Record<string, ValueType>>;

/**
 * A function asks of things that happened. All parameters but the aggregates are asked of one of them; the aggregates
 * (`count`, `sum_quantity`, `sum_amount`) of all that fit the others. Without an aggregate at least one must fit; with
 * aggregates each must hold, and over nothing each is 0, so that `count = 0` and `count < 3` hold of who has none.
 */
export type SegmentFunction = {
  readonly name: string;
  /** Our addition: Shopify does not know it. */
  readonly ours?: true;
  /** One line for help. */
  readonly meaning: string;
  readonly params: FunctionParams;
  /** What has to be loaded before it can be answered; absent: the profile is enough. */
  readonly needs?: Need;
  /** Why it cannot be answered here, after "cannot be evaluated here:". */
  readonly why?: string;
  /** The same of single parameters. */
  readonly whyNot?: Readonly<Record<string, string>>;
};

/** The parameters that are asked of everything that fits, and not of one thing. */
export const AGGREGATES: readonly string[] = ['count', 'sum_quantity', 'sum_amount'];

const MAIL: FunctionParams = { activity_id: 'id', date: 'date', count: 'integer' };
const VIEW: FunctionParams = { id: 'id', tag: 'text', date: 'date', count: 'integer' };
const NOT_TRACKED = 'nothing is tracked in our mails';

/** Source: segment query language reference, Functions, and ShopifyQL reference (API 2026-10). */
export const FUNCTIONS: readonly SegmentFunction[] = [
  {
    name: 'products_purchased',
    meaning: 'lines of paid orders: id (quoted where it is no number), category, quantity, date',
    needs: 'orders',
    params: {
      id: 'id',
      tag: 'text',
      category: 'text',
      date: 'date',
      quantity: 'integer',
      count: 'integer',
      sum_quantity: 'integer',
    },
    whyNot: { tag: 'orders come without the tags of their products' },
  },
  {
    name: 'orders_placed',
    meaning: 'paid orders: amount in the shop’s currency, date; all of them: count, sum_amount',
    needs: 'orders',
    params: {
      date: 'date',
      amount: 'money',
      location_id: 'id',
      app_id: 'id',
      count: 'integer',
      sum_amount: 'money',
    },
    whyNot: {
      location_id: 'orders come without their location',
      app_id: 'orders come without the app that made them',
    },
  },
  {
    name: 'refunds_made',
    ours: true,
    meaning: 'refunds: amount in the shop’s currency, date; all of them: count, sum_amount',
    needs: 'refunds',
    params: { date: 'date', amount: 'money', count: 'integer', sum_amount: 'money' },
  },
  {
    name: 'shopify_email.delivered',
    meaning: "our own mails that were sent; activity_id is the template: 'vip-thanks'",
    needs: 'mails',
    params: MAIL,
  },
  {
    name: 'shopify_email.bounced',
    meaning: 'our own mails that the receiving server refused; activity_id is the template',
    needs: 'mails',
    params: MAIL,
  },
  {
    name: 'shopify_email.unsubscribed',
    meaning: 'when the customer took back the consent to marketing by e-mail',
    params: MAIL,
    whyNot: { activity_id: 'an unsubscription is not kept by the mail that led to it' },
  },
  unanswered('shopify_email.opened', MAIL, NOT_TRACKED),
  unanswered('shopify_email.clicked', MAIL, NOT_TRACKED),
  unanswered('shopify_email.marked_as_spam', MAIL, 'mailboxes do not tell us'),
  {
    name: 'storefront.product_viewed',
    meaning: 'products looked at in the last 26 months, as far as the shop tells: id, date',
    needs: 'views',
    params: VIEW,
    whyNot: { tag: 'views come without the tags of their products' },
  },
  unanswered('storefront.collection_viewed', VIEW, 'shops do not tell which collections were seen'),
  unanswered(
    'store_credit_accounts',
    { balance: 'money', currency: 'text', next_expiry_date: 'date', last_credit_date: 'date' },
    'store credit stays with the shop',
  ),
  unanswered(
    'customer_within_distance',
    { coordinates: 'any', distance_km: 'number', distance_mi: 'number' },
    'places are known by their names only; ask customer_cities',
  ),
];

const BY_NAME: ReadonlyMap<string, SegmentFunction> = new Map(
  FUNCTIONS.map((known) => [known.name, known]),
);

/** The parameters of a function, or null when the language has none of this name. */
export function findFunction(name: string): FunctionParams | null {
  return BY_NAME.get(name)?.params ?? null;
}

/** A function with all that is known of it; null when the language has none of this name. */
export function describeFunction(name: string): SegmentFunction | null {
  return BY_NAME.get(name) ?? null;
}

/** Every function's name, for suggestions. */
export function functionNames(): readonly string[] {
  return [...BY_NAME.keys()];
}

/** What cannot be answered of a function with these parameters, and why; null where all can. */
export function whyFunctionUnanswered(
  name: string,
  params: readonly { readonly name: string }[],
): Unanswerable | null {
  const known = BY_NAME.get(name);
  if (known === undefined) return { why: 'unknown', name };
  if (known.why !== undefined) return { why: 'not-held', name, of: null, because: known.why };
  for (const param of params) {
    const because = known.whyNot?.[param.name];
    if (because !== undefined) return { why: 'not-held', name: param.name, of: name, because };
  }
  return null;
}

function unanswered(name: string, params: FunctionParams, why: string): SegmentFunction {
  return { name, params, why, meaning: `not answered here: ${why}` };
}
