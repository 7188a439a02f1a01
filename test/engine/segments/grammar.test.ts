// The rules by which a query's text becomes a tree, or errors that name the place.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { conditionText, parseQuery, type QueryOptions } from '#engine/segments/grammar.ts';
import { arbitraryCondition } from '../../support/conditions.ts';

const Query = z.object({ query: z.string(), invalid: z.boolean().optional() });
const RECORDED = z
  .array(Query)
  .parse(JSON.parse(readFileSync('test/fixtures/segment-queries.json', 'utf8')));

function errorsOf(text: string, options?: QueryOptions) {
  const parsed = parseQuery(text, options);
  return parsed.ok
    ? []
    : parsed.errors.map((error) => `${error.line}:${error.column} ${error.message}`);
}

function treeOf(text: string, options?: QueryOptions) {
  const parsed = parseQuery(text, options);
  if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join(' '));
  return parsed.condition;
}

describe('parseQuery', () => {
  test.each(RECORDED)('judges $query as the live API did', ({ query, invalid }) => {
    expect(parseQuery(query).ok).toBe(invalid !== true);
  });

  test('the syntax error comes first, then the names that cannot be found, with columns from 0', () => {
    expect(errorsOf('not a valid segment query ???')).toEqual([
      expect.stringMatching(/^1:6 'valid' is unexpected/),
      expect.stringMatching(/^1:4 'a' filter cannot be found/),
    ]);
  });

  test('AND binds tighter than OR, NOT tightest, and parentheses override', () => {
    const tight = treeOf("tier = 'a' OR NOT tier = 'b' AND tier = 'c'");
    const loose = treeOf("(tier = 'a' OR tier = 'b') AND tier = 'c'");

    expect(tight).toMatchObject({
      kind: 'or',
      children: [
        { kind: 'field' },
        { kind: 'and', children: [{ kind: 'not' }, { kind: 'field' }] },
      ],
    });
    expect(loose).toMatchObject({ kind: 'and', children: [{ kind: 'or' }, { kind: 'field' }] });
  });

  test('the AND of BETWEEN is no connector', () => {
    expect(treeOf('number_of_orders BETWEEN 1 AND 3 AND amount_spent > 5')).toMatchObject({
      kind: 'and',
      children: [{ check: { kind: 'between' } }, { check: { kind: 'compare' } }],
    });
  });

  test('-90d is a date and -90 a number', () => {
    expect(treeOf('last_order_date > -90d')).toMatchObject({
      check: { value: { kind: 'offset', amount: -90, unit: 'd' } },
    });
    expect(treeOf('amount_spent > -90')).toMatchObject({
      check: { value: { kind: 'number', value: -90 } },
    });
    expect(treeOf('amount_spent>-90')).toEqual(treeOf('  amount_spent\n>\t-90 '));
  });

  test.each([
    ['number_of_orders >= 1.5', '1:20 number_of_orders takes a whole number, not 1.5.'],
    [
      'number_of_orders < 9223372036854775808',
      '1:19 number_of_orders takes a whole number, not 9223372036854775808.',
    ],
    ["amount_spent > '500'", "1:15 amount_spent takes a number, not '500'."],
    ['amount_spend > 5', "1:0 'amount_spend' filter cannot be found. Did you mean 'amount_spent'?"],
    ['amount_spent > 5,000', "1:16 ',' is unexpected: expected AND, OR or the end."],
    ['amount_spent > $5', "1:15 '$' is unexpected: amounts are written without a currency sign."],
    ['last_order_date < 2026-02-30', "1:18 '2026-02-30' is not a day of the calendar."],
    ['last_order_date < 90d', "1:18 '90d' needs a sign: -90d is in the past."],
    ['last_order_date < -9999999y', "1:18 '-9999999y' is too far away."],
    ["customer_tags = 'VIP'", '1:14 customer_tags is a list: ask with CONTAINS or NOT CONTAINS.'],
    ['customer_tags CONTAINS "VIP"', "1:23 \" is unexpected: texts stand in single quotes, 'VIP'."],
    ["customer_tags CONTAINS 'VIP", '1:23 This text has no closing quote.'],
    ["customer_tags CONTAINS 'a\\n'", "1:23 Only \\' and \\\\ may follow the sign \\ in a text."],
    ["tier > 'Gold'", '1:5 tier has no order: ask with = or !=.'],
    ['\n\ntier =', "3:6 The query ends too early: expected a value such as 500, 'VIP' or -90d."],
    ['event.total > 5', "1:0 'event.total' is known only inside automations that an event starts."],
    ['(amount_spent > 5', "1:17 The query ends too early: expected ')', AND or OR."],
    ['orders_placed > 5', "1:14 '>' is unexpected: expected MATCHES or NOT MATCHES."],
  ])('%j is refused where it is wrong', (query, error) => {
    expect(errorsOf(query)[0]).toBe(error);
  });

  test('an unknown value of a fixed list is refused with the legal ones', () => {
    expect(errorsOf("email_subscription_status = 'subscribed'")[0]).toMatch(
      /^1:28 .*one of 'SUBSCRIBED', .*'INVALID'/,
    );
  });

  test('ten clauses are a query, eleven are not, nor are 5,001 characters', () => {
    const clauses = (count: number) => Array(count).fill('amount_spent > 1').join(' AND ');

    expect(parseQuery(clauses(10)).ok).toBe(true);
    expect(errorsOf(clauses(11))).toEqual(['1:210 A query has at most 10 clauses.']);
    expect(parseQuery(clauses(11), { maxClauses: 20 }).ok).toBe(true);
    expect(errorsOf(' '.repeat(5001))[0]).toMatch(/Query is too long/);
  });

  test('parentheses by the thousand are refused, not followed until the stack ends', () => {
    expect(errorsOf('('.repeat(4000))[0]).toMatch(/^1:100 .*too deep/);
    expect(errorsOf('NOT '.repeat(1200))[0]).toMatch(/too deep/);
  });

  test('functions are read and their parameters checked', () => {
    expect(
      treeOf('orders_placed NOT MATCHES (amount >= 80, date BETWEEN -4m AND yesterday)'),
    ).toMatchObject({
      kind: 'function',
      negated: true,
      params: [{ name: 'amount' }, { name: 'date', check: { kind: 'between' } }],
    });
    expect(errorsOf('orders_placed MATCHES (amont > 1, date > 5, date > -1d)')).toEqual([
      "1:23 orders_placed has no parameter 'amont'. Did you mean 'amount'?",
      '1:41 date takes a date such as 2024-03-31, -90d or today, not 5.',
      "1:44 'date' may stand only once in one MATCHES.",
    ]);
  });

  test('fields of custom events may have any name, unless only known ones are allowed', () => {
    const known = { allowEventFields: true, allowCustomFields: false };

    expect(parseQuery("event.plan = 'pro'", { allowEventFields: true }).ok).toBe(true);
    expect(errorsOf('event.totl > 5', known)[0]).toMatch(/Did you mean 'event.total'\?/);
  });

  test('any text is either read or refused with a place inside it', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...['NOT', '(', ')', 'AND', 'OR', 'BETWEEN', 'IS', 'NULL', 'IN', 'MATCHES'],
        ),
        fc.constantFrom(
          ...['amount_spent', 'orders_placed', '>', '=', '-90d', '5', "'a'", ',', 'x'],
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(pieces, (words) => {
        const text = words.join(' ');
        const parsed = parseQuery(text);
        return (
          parsed.ok || parsed.errors.every(({ offset }) => offset >= 0 && offset <= text.length)
        );
      }),
    );
  });
});

describe('conditionText', () => {
  test('what is written out reads back as the same tree', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        expect(
          treeOf(conditionText(condition), { allowEventFields: true, maxClauses: 100 }),
        ).toEqual(condition);
      }),
    );
  });
});
