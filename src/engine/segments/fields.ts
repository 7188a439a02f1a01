// THE list of fields: name, type, meaning, and where the value is read.
import { averageOrder, refundedPercent, spentNet } from '../customers/profile.ts';
import {
  birthdayOf,
  citiesOf,
  domainOf,
  joinPlace,
  monthDayOfBirth,
  SUBSCRIPTION,
  SUBSCRIPTION_STATES,
} from './customer-values.ts';
import { EVENT_FIELDS } from './event-fields.ts';
import { type Field, type FieldScope, loaded } from './field.ts';
import { isMetafield, NOT_HELD, notHeld } from './not-held.ts';
import { attributeField, customEventField } from './open-fields.ts';

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
    ours: true,
    type: 'money',
    meaning: 'amount_spent less what was refunded of these orders',
    read: ({ profile }) => spentNet(profile.totals),
  },
  {
    name: 'average_order_value',
    ours: true,
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
    name: 'abandoned_checkout_date',
    type: 'date',
    needs: 'checkouts',
    meaning:
      'day the latest checkout was started that was left and not bought since; missing without one',
    read: ({ abandonedCheckoutAt }) => loaded(abandonedCheckoutAt, 'checkouts'),
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
    read: ({ profile }) => citiesOf(profile),
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
    ours: true,
    type: 'text',
    meaning: 'level of the loyalty list; missing without one',
    read: ({ profile }) => profile.tier,
  },
  {
    name: 'refunded_amount',
    ours: true,
    type: 'money',
    meaning: 'total of all refunds in the shop’s currency',
    read: ({ profile }) => profile.totals.refunded,
  },
  {
    name: 'number_of_refunds',
    ours: true,
    type: 'integer',
    meaning: 'how many refunds were made',
    read: ({ profile }) => profile.totals.refunds,
  },
  {
    name: 'refunded_percent',
    ours: true,
    type: 'integer',
    meaning: 'how much of amount_spent was refunded, in whole percent; missing without a spend',
    read: ({ profile }) => refundedPercent(profile.totals),
  },
  {
    name: 'unused_codes',
    ours: true,
    needs: 'codes',
    type: 'integer',
    meaning: 'codes made for the customer that are valid and that no order of theirs has used',
    read: ({ unusedCodes }) => loaded(unusedCodes, 'codes'),
  },
  {
    name: 'open_cases',
    ours: true,
    needs: 'cases',
    type: 'integer',
    meaning: 'how many refund cases are not resolved',
    read: ({ openCases }) => openCases ?? 0,
  },
  {
    name: 'amount_spent_percentile',
    ours: true,
    type: 'integer',
    needs: 'ranks',
    meaning: 'place among all customers by amount_spent, 0 to 100: the top quarter is >= 75',
    read: ({ ranks }) => loaded(ranks, 'ranks').spend,
  },
  {
    name: 'recency_percentile',
    ours: true,
    type: 'integer',
    needs: 'ranks',
    meaning: 'place among all customers by last_order_date, 0 to 100: 100 ordered last',
    read: ({ ranks }) => loaded(ranks, 'ranks').recency,
  },
  {
    name: 'csat_last',
    ours: true,
    type: 'integer',
    needs: 'surveys',
    meaning: 'latest answer to a survey, 1 to 5; missing without one',
    read: ({ csat }) => loaded(csat, 'surveys'),
  },
  {
    name: 'birthday',
    ours: true,
    type: 'date',
    meaning:
      "day of birth; missing where the year is not known, but anniversary ('birthday') is not",
    read: ({ profile }, zone) => birthdayOf(profile, zone),
    readMonthDay: ({ profile }) => monthDayOfBirth(profile),
  },
];

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  [...CUSTOMER_FIELDS, ...NOT_HELD, ...EVENT_FIELDS].map((field) => [field.name, field]),
);

/** The field of this name, or null when there is none in this scope; attributes and custom events have any name. */
export function findField(name: string, scope: FieldScope): Field | null {
  if (name.startsWith('event.') && !scope.event) return null;
  const listed = BY_NAME.get(name);
  if (listed !== undefined) return listed;
  if (isMetafield(name)) return notHeld(name, 'any');
  if (name.startsWith('attributes.')) return attributeField(name);
  return name.startsWith('event.') && scope.custom ? customEventField(name) : null;
}

/** Every name that may stand in a query of this scope, for suggestions and completion. */
export function fieldNames(scope: FieldScope): readonly string[] {
  return [...BY_NAME.keys()].filter((name) => scope.event || !name.startsWith('event.'));
}
