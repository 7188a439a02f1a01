// Conditions and subjects by chance, for the laws that hold of all of them.
import fc, { type Arbitrary } from 'fast-check';
import type { Check, Comparison } from '#engine/segments/check.ts';
import type { Subject } from '#engine/segments/field.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import type { Literal } from '#engine/segments/tokens.ts';
import { anOrderEvent, aProfile, NOW, usd } from './subjects.ts';

const COMPARISONS: readonly Comparison[] = ['=', '!=', '>', '>=', '<', '<='];
const DAY_MS = 86_400_000;

const anyNumber: Arbitrary<Literal> = fc
  .integer({ min: -2, max: 8 })
  .map((value) => ({ kind: 'number', value, text: String(value) }));

const anyText: Arbitrary<Literal> = fc
  .oneof(fc.constantFrom('VIP', 'vip', '', "O'Neill \\", 'Gold'), fc.string({ maxLength: 5 }))
  .map((value) => ({ kind: 'string', value }));

const anyDate: Arbitrary<Literal> = fc.oneof(
  fc.constantFrom<Literal>(
    { kind: 'day', day: '2026-11-24' },
    { kind: 'local-time', text: '2026-11-25T07:00:00' },
  ),
  fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom('d' as const, 'w', 'm', 'y'))
    .map(([amount, unit]): Literal => {
      const text = `${amount < 0 ? '' : '+'}${amount}${unit}`;
      return { kind: 'offset', amount, unit, text };
    }),
);

function orderedCheck(literal: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.oneof(
    fc.record({
      kind: fc.constant('compare' as const),
      operator: fc.constantFrom(...COMPARISONS),
      value: literal,
    }),
    fc.record({ kind: fc.constant('between' as const), from: literal, to: literal }),
    equalityCheck(literal),
  );
}

function equalityCheck(literal: Arbitrary<Literal>): Arbitrary<Check> {
  return fc.oneof(
    fc.record({
      kind: fc.constant('compare' as const),
      operator: fc.constantFrom<Comparison>('=', '!='),
      value: literal,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      negated: fc.boolean(),
      values: fc.array(literal, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('null' as const), negated: fc.boolean() }),
  );
}

const containsCheck: Arbitrary<Check> = fc.record({
  kind: fc.constant('contains' as const),
  negated: fc.boolean(),
  value: anyText,
});

function clauseOf(fields: readonly string[], check: Arbitrary<Check>): Arbitrary<Condition> {
  return fc.record({
    kind: fc.constant('field' as const),
    field: fc.constantFrom(...fields),
    check,
  });
}

const arbitraryClause: Arbitrary<Condition> = fc.oneof(
  clauseOf(['amount_spent', 'average_order_value', 'event.total'], orderedCheck(anyNumber)),
  clauseOf(['number_of_orders', 'open_cases'], orderedCheck(anyNumber)),
  clauseOf(['first_order_date', 'last_order_date', 'customer_added_date'], orderedCheck(anyDate)),
  clauseOf(['tier', 'customer_email_domain'], equalityCheck(anyText)),
  clauseOf(['customer_tags', 'customer_countries'], containsCheck),
  clauseOf(
    ['attributes.size'],
    fc.oneof(orderedCheck(anyNumber), orderedCheck(anyDate), containsCheck),
  ),
);

/** A well-typed condition, up to a few levels deep. */
export const arbitraryCondition: Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    arbitraryClause,
    fc.record({ kind: fc.constant('not' as const), child: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      children: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree;

const aDate = fc
  .integer({ min: -1200, max: 3 })
  .map((days) => new Date(NOW.getTime() + days * DAY_MS));

/** A subject with small values, so that conditions meet them, and with values missing. */
export const arbitrarySubject: Arbitrary<Subject> = fc
  .record({
    spent: fc.integer({ min: 0, max: 700 }),
    orders: fc.integer({ min: 0, max: 4 }),
    first: fc.option(aDate),
    added: aDate,
    tier: fc.option(fc.constantFrom('Gold', '', 'VIP')),
    tags: fc.subarray(['VIP', 'vip', 'Wholesale', '']),
    country: fc.option(fc.constantFrom('US', 'CA')),
    size: fc.option(
      fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('2026-11-24', 'vip', true)),
    ),
    event: fc.option(fc.constantFrom(anOrderEvent(300), anOrderEvent(300, 'JPY'))),
    openCases: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ event, openCases, ...said }) => ({
    event,
    openCases,
    profile: aProfile({
      tier: said.tier,
      tags: said.tags,
      country: said.country,
      addedAt: said.added,
      attributes: said.size === null ? {} : { size: said.size },
      totals: {
        spent: usd(said.spent),
        orders: said.orders,
        firstOrderAt: said.first,
        lastOrderAt: said.first,
      },
    }),
  }));
