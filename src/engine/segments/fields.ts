// THE list of fields: name, type, meaning, and where the value is read.
import { averageOrder, type Profile } from '../customers/profile.ts';
import type { AttributeValue, ConsentState } from '../events/shop-event.ts';
import type { Money } from '../money.ts';
import type { ValueType } from './check.ts';
import { EVENT_FIELDS } from './event-fields.ts';
import type { Field, FieldScope } from './field.ts';

const SUBSCRIPTION: Readonly<Record<ConsentState, string>> = {
  subscribed: 'SUBSCRIBED',
  unsubscribed: 'UNSUBSCRIBED',
  pending: 'PENDING',
  unknown: 'NOT_SUBSCRIBED',
};
const SUBSCRIPTION_STATES = [...Object.values(SUBSCRIPTION), 'REDACTED'];

/** Every field of a customer, in the order help shows them. */
export const CUSTOMER_FIELDS: readonly Field[] = [
  {
    name: 'amount_spent',
    type: 'money',
    meaning: 'total of all paid orders in the shop’s currency, refunds not taken off',
    read: ({ profile }) => profile.totals.spent,
  },
  {
    name: 'amount_spent_net',
    type: 'money',
    meaning: 'amount_spent less what was refunded',
    read: ({ profile }) => spentNet(profile),
  },
  {
    name: 'average_order_value',
    type: 'money',
    meaning: 'mean of the paid orders; missing without one',
    read: ({ profile }) => averageOrder(profile.totals),
  },
  {
    name: 'number_of_orders',
    type: 'integer',
    meaning: 'how many orders were paid and not cancelled',
    read: ({ profile }) => profile.totals.orders,
  },
  {
    name: 'first_order_date',
    type: 'date',
    meaning: 'day of the first order; missing without one',
    read: ({ profile }) => profile.totals.firstOrderAt,
  },
  {
    name: 'last_order_date',
    type: 'date',
    meaning: 'day of the latest order; missing without one',
    read: ({ profile }) => profile.totals.lastOrderAt,
  },
  {
    name: 'customer_added_date',
    type: 'date',
    meaning: 'day the customer’s oldest record was made',
    read: ({ profile }) => profile.addedAt,
  },
  {
    name: 'customer_tags',
    type: 'list',
    ignoresCase: true,
    meaning: 'the customer’s tags, upper and lower case alike',
    read: ({ profile }) => profile.tags,
  },
  {
    name: 'customer_email_domain',
    type: 'text',
    meaning: 'what follows the @, in lower case: example.com',
    read: ({ profile }) => domainOf(profile.email),
  },
  {
    name: 'customer_language',
    type: 'text',
    meaning: 'language as the shop gives it: en, en-US',
    read: ({ profile }) => profile.locale,
  },
  {
    name: 'customer_countries',
    type: 'list',
    ignoresCase: false,
    meaning: 'country by its two letters: US',
    read: ({ profile }) => joinPlace(profile.country),
  },
  {
    name: 'customer_regions',
    type: 'list',
    ignoresCase: false,
    meaning: 'country and region: CA-ON',
    read: ({ profile }) => joinPlace(profile.country, profile.region),
  },
  {
    name: 'customer_cities',
    type: 'list',
    ignoresCase: false,
    meaning:
      'country, region and city without blanks: US-CA-LosAngeles, or DE-Berlin where no region is known',
    read: ({ profile }) => readCities(profile),
  },
  {
    name: 'email_subscription_status',
    type: 'enum',
    values: [...SUBSCRIPTION_STATES, 'INVALID'],
    meaning: 'consent to marketing by e-mail',
    read: ({ profile }) => SUBSCRIPTION[profile.emailConsent.state],
  },
  {
    name: 'sms_subscription_status',
    type: 'enum',
    values: SUBSCRIPTION_STATES,
    meaning: 'consent to marketing by SMS',
    read: ({ profile }) => SUBSCRIPTION[profile.smsConsent.state],
  },
  {
    name: 'tier',
    type: 'text',
    meaning: 'level of the loyalty list; missing without one',
    read: ({ profile }) => profile.tier,
  },
  {
    name: 'refunded_amount',
    type: 'money',
    meaning: 'total of all refunds in the shop’s currency',
    read: ({ profile }) => profile.totals.refunded,
  },
  {
    name: 'number_of_refunds',
    type: 'integer',
    meaning: 'how many refunds were made',
    read: ({ profile }) => profile.totals.refunds,
  },
  {
    name: 'open_cases',
    type: 'integer',
    meaning: 'how many refund cases are not resolved',
    read: ({ openCases }) => openCases ?? 0,
  },
];

/** Shopify's filters whose data we do not hold (segment query language reference, attributes). */
const NOT_HELD: readonly Field[] = [
  notHeld('abandoned_checkout_date', 'date'),
  notHeld('companies', 'list'),
  notHeld('created_by_app_id', 'id'),
  notHeld('customer_account_status', 'enum', ['ENABLED', 'DISABLED', 'INVITED', 'DECLINED']),
  notHeld('predicted_spend_tier', 'enum', ['HIGH', 'MEDIUM', 'LOW']),
  notHeld('product_subscription_status', 'enum', [
    ...['SUBSCRIBED', 'CANCELED', 'EXPIRED', 'FAILED', 'NEVER_SUBSCRIBED', 'PAUSED'],
  ]),
  notHeld('rfm_group', 'enum', [
    ...['CHAMPIONS', 'LOYAL', 'ACTIVE', 'NEW', 'PROMISING', 'NEEDS_ATTENTION', 'AT_RISK'],
    ...['ALMOST_LOST', 'PREVIOUSLY_LOYAL', 'DORMANT', 'PROSPECTS'],
  ]),
];

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  [...CUSTOMER_FIELDS, ...NOT_HELD, ...EVENT_FIELDS].map((field) => [field.name, field]),
);

/** The field of this name, or null when there is none in this scope; attributes and custom events have any name. */
export function findField(name: string, scope: FieldScope): Field | null {
  if (name.startsWith('event.') && !scope.event) return null;
  const listed = BY_NAME.get(name);
  if (listed !== undefined) return listed;
  if (/^metafields\.\w+\.\w+$/.test(name)) return notHeld(name, 'any');
  if (name.startsWith('attributes.')) return attributeField(name);
  return name.startsWith('event.') && scope.custom ? customEventField(name) : null;
}

/** Every name that may stand in a query of this scope, for suggestions and completion. */
export function fieldNames(scope: FieldScope): readonly string[] {
  return [...BY_NAME.keys()].filter((name) => scope.event || !name.startsWith('event.'));
}

function notHeld(name: string, as: ValueType, values?: readonly string[]): Field {
  const known = values === undefined ? {} : { values };
  return { name, type: 'not-held', as, ...known, meaning: 'known to Shopify, not held here' };
}

function attributeField(name: string): Field {
  const key = name.slice('attributes.'.length);
  return {
    name,
    type: 'any',
    meaning: `the attribute ${key}`,
    read: ({ profile }) => ownValue(profile.attributes, key),
  };
}

function customEventField(name: string): Field {
  const key = name.slice('event.'.length);
  return {
    name,
    type: 'any',
    meaning: `the field ${key} of a custom event`,
    read: ({ event }) =>
      event !== null && 'fields' in event.fact ? ownValue(event.fact.fields, key) : null,
  };
}

/** Only what was really set: a name such as `constructor` must not reach what every object has. */
function ownValue(
  values: Readonly<Record<string, AttributeValue>>,
  key: string,
): AttributeValue | null {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

function spentNet(profile: Profile): Money {
  const { spent, refunded } = profile.totals;
  return { minor: spent.minor - refunded.minor, currency: spent.currency };
}

function domainOf(email: string | null): string | null {
  if (email === null || !email.includes('@')) return null;
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

function readCities({ country, region, city }: Profile): readonly string[] {
  const name = city?.replace(/\s+/g, '') ?? null;
  return region === null ? joinPlace(country, name) : joinPlace(country, region, name);
}

function joinPlace(...parts: readonly (string | null)[]): readonly string[] {
  return parts.every((part) => part !== null && part !== '') ? [parts.join('-')] : [];
}
