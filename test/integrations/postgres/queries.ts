// Conditions by chance over everything that the database can be asked, with literals that meet the people of the tests.
import fc, { type Arbitrary } from 'fast-check';
import type { Check, Comparison } from '#engine/segments/check.ts';
import type { Clause, Param } from '#engine/segments/clause.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import type { Literal } from '#engine/segments/tokens.ts';
import { TEXTS } from './people.ts';

const number: Arbitrary<Literal> = fc
  .oneof(
    fc.integer({ min: -2, max: 8 }).map(String),
    fc.constantFrom('1.5', '0.3', '100', '55', '9223372036854775807', `1${'0'.repeat(400)}`),
  )
  .map((text) => ({ kind: 'number', value: Number(text), text }));

/** What no stored text can be must be asked without harm, too. */
const text: Arbitrary<Literal> = fc
  .oneof(
    fc.constantFrom(...TEXTS, 'example.com', 'äö.de', 'gift', 'Jazz', 'vip-thanks', '22', 'σ'),
    fc.constantFrom('US', 'US-CA', 'US-CA-LosAngeles', 'DE-Berlin', 'SUBSCRIBED', 'en'),
    fc.constantFrom('\0', '\ud800', 'i\u0307s'),
  )
  .map((value) => ({ kind: 'string', value }));

const offset: Arbitrary<Literal> = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom('d' as const, 'w', 'm', 'y'))
  .map(([amount, unit]) => ({
    kind: 'offset',
    amount,
    unit,
    text: `${amount < 0 ? '' : '+'}${amount}${unit}`,
  }));

const date: Arbitrary<Literal> = fc.oneof(
  offset,
  fc.constantFrom<Literal>(
    { kind: 'day', day: '2026-11-24' },
    { kind: 'day', day: '0000-01-01' },
    { kind: 'day', day: '9999-12-31' },
    { kind: 'local-time', text: '2026-11-25T07:00:00' },
  ),
);

const truth: Arbitrary<Literal> = fc.boolean().map((value) => ({ kind: 'boolean', value }));

function compare(operators: readonly Comparison[], value: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.record({
    kind: fc.constant('compare' as const),
    operator: fc.constantFrom(...operators),
    value,
  });
}

const isNull: Arbitrary<Check> = fc.record({
  kind: fc.constant('null' as const),
  negated: fc.boolean(),
});

function equal(value: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.oneof(
    compare(['=', '!='], value),
    isNull,
    fc.record({
      kind: fc.constant('in' as const),
      negated: fc.boolean(),
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
    }),
  );
}

function ordered(value: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.oneof(
    compare(['>', '>=', '<', '<='], value),
    fc.record({ kind: fc.constant('between' as const), from: value, to: value }),
    equal(value),
  );
}

function contains(value: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.record({
    kind: fc.constant('contains' as const),
    negated: fc.boolean(),
    value,
  });
}

function field(names: readonly string[], check: Arbitrary<Check>): Arbitrary<Clause> {
  return fc.record({
    kind: fc.constant('field' as const),
    field: fc.constantFrom(...names),
    check,
  });
}

function call(names: readonly string[], params: readonly Arbitrary<Param>[]): Arbitrary<Clause> {
  return fc.record({
    kind: fc.constant('function' as const),
    name: fc.constantFrom(...names),
    negated: fc.boolean(),
    params: fc.uniqueArray(fc.oneof(...params), { maxLength: 3, selector: ({ name }) => name }),
  });
}

function param(name: string, check: Arbitrary<Check>): Arbitrary<Param> {
  return fc.record({ name: fc.constant(name), check });
}

const clause: Arbitrary<Clause> = fc.oneof(
  field(
    ['amount_spent', 'amount_spent_net', 'average_order_value', 'refunded_amount'],
    ordered(number),
  ),
  field(['number_of_orders', 'number_of_refunds', 'open_cases', 'csat_last'], ordered(number)),
  field(['refunded_percent', 'unused_codes'], ordered(number)),
  field(['amount_spent_percentile', 'recency_percentile'], ordered(number)),
  field(['first_order_date', 'last_order_date', 'customer_added_date', 'birthday'], ordered(date)),
  field(['abandoned_checkout_date'], ordered(date)),
  field(['tier', 'customer_email_domain', 'customer_language'], equal(text)),
  field(['email_subscription_status', 'sms_subscription_status'], equal(text)),
  field(
    ['customer_tags', 'customer_countries', 'customer_regions', 'customer_cities'],
    fc.oneof(contains(text), isNull),
  ),
  field(
    ['attributes.size', 'attributes.since', 'attributes.constructor'],
    fc.oneof(
      ordered(number),
      ordered(date),
      equal(text),
      contains(text),
      compare(['=', '!='], truth),
    ),
  ),
  fc.record({
    kind: fc.constant('anniversary' as const),
    field: fc.constantFrom(
      'birthday',
      'last_order_date',
      'abandoned_checkout_date',
      'attributes.since',
    ),
    check: fc.oneof(
      equal(date),
      fc.record({ kind: fc.constant('between' as const), from: offset, to: offset }),
    ),
  }),
  call(
    ['orders_placed', 'refunds_made'],
    [
      param('date', ordered(date)),
      param('amount', ordered(number)),
      param('count', ordered(number)),
      param('sum_amount', ordered(number)),
    ],
  ),
  call(
    ['products_purchased'],
    [
      param('id', equal(text)),
      param('category', equal(text)),
      param('quantity', ordered(number)),
      param('date', ordered(date)),
      param('count', ordered(number)),
      param('sum_quantity', ordered(number)),
    ],
  ),
  call(
    ['shopify_email.delivered', 'shopify_email.bounced'],
    [
      param('activity_id', equal(text)),
      param('date', ordered(date)),
      param('count', ordered(number)),
    ],
  ),
  call(
    ['storefront.product_viewed'],
    [param('id', equal(text)), param('date', ordered(date)), param('count', ordered(number))],
  ),
  call(
    ['shopify_email.unsubscribed'],
    [param('date', ordered(date)), param('count', ordered(number))],
  ),
);

/** A condition, up to a few levels deep. */
export const arbitraryQuery: Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    clause,
    fc.record({ kind: fc.constant('not' as const), child: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      children: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree;
