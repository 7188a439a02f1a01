// Where the value of each field lives: a column of `customers`, or rows of another table taken together.
import { SUBSCRIPTION } from '#engine/segments/customer-values.ts';
import { IS_LEFT } from './checkouts.ts';
import { UNUSED_CODES } from './unused-codes.ts';

/** How a field's value is had in SQL; NULL where it is missing. */
export type Source =
  /** Minor units, in the currency of the customer's row. */
  | { readonly kind: 'money'; readonly minor: string }
  | { readonly kind: 'whole'; readonly value: string }
  | { readonly kind: 'instant'; readonly value: string }
  /** "YYYY-MM-DD", or "MM-DD" where the year is not known. */
  | { readonly kind: 'birthday'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'single'; readonly value: string }
  | { readonly kind: 'folded-list'; readonly value: string }
  /** Counted over rows of another table, 0 where there is none. */
  | { readonly kind: 'count'; readonly rows: Rows }
  /** The latest instant of the rows of another table. */
  | { readonly kind: 'latest'; readonly rows: Rows; readonly at: string }
  | { readonly kind: 'rank'; readonly of: RankedValue };

/** Rows of another table that belong to customers. */
export type Rows = {
  readonly from: string;
  readonly owner: string;
  readonly where: string;
  /** An instant of a row that must still be to come; absent: rows stay. */
  readonly until?: string;
};

/** What customers are ranked by. */
export type RankedValue = 'spend' | 'recency';

/** JavaScript's blanks (ECMAScript, WhiteSpace and LineTerminator): PostgreSQL's `\s` depends on the locale. */
const BLANKS = `E'\\t\\n\\u000b\\f\\r \\u00a0\\u1680\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff'`;

const COUNTRY = "nullif(customers.country, '')";
const REGION = "nullif(customers.region, '')";
const CITY = `nullif(translate(customers.city, ${BLANKS}, ''), '')`;

const SOURCES: Readonly<Record<string, Source>> = {
  amount_spent: { kind: 'money', minor: 'customers.spent_minor' },
  amount_spent_net: {
    kind: 'money',
    minor: '(customers.spent_minor - customers.refunded_of_spent_minor)',
  },
  // Half a unit goes up, as Math.round has it.
  average_order_value: {
    kind: 'money',
    minor: '(floor(customers.spent_minor::float8 / nullif(customers.own_orders, 0) + 0.5))',
  },
  refunded_amount: { kind: 'money', minor: 'customers.refunded_minor' },
  number_of_orders: { kind: 'whole', value: 'customers.orders' },
  number_of_refunds: { kind: 'whole', value: 'customers.refunds' },
  first_order_date: { kind: 'instant', value: 'customers.first_order_at' },
  last_order_date: { kind: 'instant', value: 'customers.last_order_at' },
  customer_added_date: { kind: 'instant', value: 'customers.added_at' },
  abandoned_checkout_date: {
    kind: 'latest',
    rows: { from: 'checkouts', owner: 'checkouts.customer_id', where: IS_LEFT },
    at: 'checkouts.started_at',
  },
  birthday: { kind: 'birthday', value: 'customers.birthday' },
  customer_tags: { kind: 'folded-list', value: 'customers.folded_tags' },
  customer_email_domain: {
    kind: 'text',
    value: `(CASE WHEN customers.email LIKE '%@%' THEN lower(substring(customers.email FROM '[^@]*$') COLLATE "und-x-icu") END)`,
  },
  customer_language: { kind: 'text', value: 'customers.locale' },
  tier: { kind: 'text', value: 'customers.tier' },
  email_subscription_status: { kind: 'text', value: subscription('customers.email_consent') },
  sms_subscription_status: { kind: 'text', value: subscription('customers.sms_consent') },
  customer_countries: { kind: 'single', value: COUNTRY },
  customer_regions: { kind: 'single', value: `(${COUNTRY} || '-' || ${REGION})` },
  customer_cities: {
    kind: 'single',
    value: `(${COUNTRY} || (CASE WHEN customers.region IS NULL THEN '' ELSE '-' || ${REGION} END) || '-' || ${CITY})`,
  },
  refunded_percent: {
    kind: 'whole',
    value: `(CASE WHEN customers.spent_minor > 0
      THEN floor(customers.refunded_of_spent_minor * 100.0 / customers.spent_minor) END)`,
  },
  unused_codes: { kind: 'count', rows: UNUSED_CODES },
  open_cases: {
    kind: 'count',
    rows: { from: 'cases', owner: 'cases.customer_id', where: "cases.status IN ('open', 'taken')" },
  },
  csat_last: {
    kind: 'whole',
    value: `(SELECT (cases.offer #>> '{answer,score}')::float8 FROM cases
      WHERE cases.customer_id = customers.id AND cases.offer #>> '{answer,score}' IS NOT NULL
      ORDER BY cases.offer #>> '{answer,at,$date}' DESC, cases.opened_at DESC, cases.id DESC LIMIT 1)`,
  },
  amount_spent_percentile: { kind: 'rank', of: 'spend' },
  recency_percentile: { kind: 'rank', of: 'recency' },
};

/** Where a field's value lives; null for a field that cannot be asked of everybody at once. */
export function sourceOf(field: string): Source | null {
  return Object.hasOwn(SOURCES, field) ? (SOURCES[field] ?? null) : null;
}

function subscription(column: string): string {
  const cases = Object.entries(SUBSCRIPTION).map(
    ([state, name]) => `WHEN '${state}' THEN '${name}'`,
  );
  return `(CASE ${column} ${cases.join(' ')} END)`;
}
