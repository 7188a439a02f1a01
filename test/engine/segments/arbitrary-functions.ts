// Functions, anniversaries and histories by chance, for the laws that hold of every condition.
import fc, { type Arbitrary } from 'fast-check';
import type { Order } from '#engine/customers/purchases.ts';
import type { Check, Comparison } from '#engine/segments/check.ts';
import type { Param } from '#engine/segments/clause.ts';
import type { Subject } from '#engine/segments/field.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import type { DateLiteral, Literal } from '#engine/segments/tokens.ts';
import { NOW } from '../../support/subjects.ts';

const DAY_MS = 86_400_000;
const COMPARISONS: readonly Comparison[] = ['=', '!=', '>', '>=', '<', '<='];

const aNumber: Arbitrary<Literal> = fc
  .integer({ min: 0, max: 5 })
  .map((value) => ({ kind: 'number', value, text: String(value) }));
const aDay: Arbitrary<Literal> = fc.integer({ min: -6, max: 2 }).map((amount): DateLiteral => {
  if (amount === 0) return { kind: 'offset', amount, unit: 'd', text: 'today' };
  return { kind: 'offset', amount, unit: 'w', text: `${amount < 0 ? '' : '+'}${amount}w` };
});
const anId: Arbitrary<Literal> = fc.oneof(
  fc.constantFrom<Literal>({ kind: 'string', value: 'cap-1' }, { kind: 'string', value: 'news' }),
  fc.constant<Literal>({ kind: 'number', value: 77, text: '77' }),
);

function compare(literal: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.record({
    kind: fc.constant('compare' as const),
    operator: fc.constantFrom(...COMPARISONS),
    value: literal,
  });
}

function range(literal: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.record({ kind: fc.constant('between' as const), from: literal, to: literal });
}

function listed(literal: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.record({
    kind: fc.constant('in' as const),
    negated: fc.boolean(),
    values: fc.array(literal, { minLength: 1, maxLength: 2 }),
  });
}

const dated = fc.oneof(compare(aDay), range(aDay));
const counted = fc.oneof(compare(aNumber), range(aNumber));

const CHECKS = {
  date: dated,
  amount: counted,
  quantity: counted,
  count: counted,
  sum_amount: counted,
  sum_quantity: counted,
  id: listed(anId),
  activity_id: listed(anId),
};

function functionOf(name: string, params: readonly (keyof typeof CHECKS)[]): Arbitrary<Condition> {
  const chosen: Arbitrary<readonly Param[]> = fc
    .subarray([...params])
    .chain((names) =>
      fc.tuple(
        ...names.map((param) => CHECKS[param].map((check): Param => ({ name: param, check }))),
      ),
    );
  return fc.record({
    kind: fc.constant('function' as const),
    name: fc.constant(name),
    negated: fc.boolean(),
    params: chosen,
  });
}

/** A function or an anniversary that can be answered. */
export const arbitraryFunction: Arbitrary<Condition> = fc.oneof(
  functionOf('orders_placed', ['date', 'amount', 'count', 'sum_amount']),
  functionOf('refunds_made', ['date', 'amount', 'count', 'sum_amount']),
  functionOf('products_purchased', ['id', 'date', 'quantity', 'count', 'sum_quantity']),
  functionOf('shopify_email.delivered', ['activity_id', 'date', 'count']),
  functionOf('storefront.product_viewed', ['id', 'date', 'count']),
  fc.record({
    kind: fc.constant('anniversary' as const),
    field: fc.constantFrom('birthday', 'customer_added_date'),
    check: range(aDay),
  }),
);

const anInstant = fc
  .integer({ min: -50, max: 10 })
  .map((days) => new Date(NOW.getTime() + days * DAY_MS));

const anOrder: Arbitrary<Order> = fc
  .record({
    minor: fc.integer({ min: 0, max: 500 }),
    currency: fc.constantFrom('USD', 'USD', 'JPY'),
    placedAt: anInstant,
    paid: fc.constantFrom(true, true, false),
    cancelled: fc.constantFrom(false, false, true),
    quantity: fc.integer({ min: 1, max: 4 }),
    ref: fc.uuid(),
  })
  .map(({ minor, currency, quantity, ...said }) => ({
    ...said,
    shop: 'events',
    number: null,
    customerId: null,
    total: { minor, currency },
    version: NOW,
    fulfilled: false,
    test: false,
    discountCodes: [],
    items: ['77', 'cap-1', null].map((productId) => ({
      productId,
      title: 'A thing',
      quantity,
      price: { minor: 1, currency },
    })),
  }));

/** The same subjects with orders, mails, views and a birthday. */
export function withHistory(subjects: Arbitrary<Subject>): Arbitrary<Subject> {
  return fc
    .record({
      subject: subjects,
      orders: fc.array(anOrder, { maxLength: 4 }),
      instants: fc.array(anInstant, { maxLength: 3 }),
      birthday: fc.option(fc.constantFrom('1990-11-28', '12-01', '11-25', 'no day')),
    })
    .map(({ subject, orders, instants, birthday }) => ({
      ...subject,
      profile: { ...subject.profile, birthday },
      orders,
      refunds: orders.map(({ shop, ref, total, placedAt }) => ({
        ...{ shop, ref, orderRef: ref, customerId: null, amount: total, refundedAt: placedAt },
      })),
      mails: instants.map((at) => ({ purpose: 'marketing', status: 'sent', template: 'news', at })),
      views: instants.map((at) => ({ productId: '77', at })),
    }));
}
