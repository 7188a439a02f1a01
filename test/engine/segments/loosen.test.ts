// The rules by which a condition that finds too few is widened, one clause at a time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, type Setting } from '#engine/segments/condition.ts';
import { conditionText, parseQuery } from '#engine/segments/grammar.ts';
import { loosen } from '#engine/segments/loosen.ts';
import { arbitraryCondition, arbitrarySubject } from '../../support/conditions.ts';
import { NOW } from '../../support/subjects.ts';
import { arbitraryFunction, withHistory } from './arbitrary-functions.ts';

const SETTING: Setting = { now: NOW, zone: 'America/New_York', currency: 'USD' };

function textsOf(query: string): readonly string[] {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join(' '));
  return loosen(parsed.condition).map(({ text }) => text);
}

describe('loosen', () => {
  test('moves each limit to its next values, then leaves the clause out', () => {
    expect(textsOf("amount_spent > 5000 AND last_order_date >= -90d AND tier = 'Gold'")).toEqual([
      "amount_spent > 4000 AND last_order_date >= -90d AND tier = 'Gold'",
      "amount_spent > 2500 AND last_order_date >= -90d AND tier = 'Gold'",
      "last_order_date >= -90d AND tier = 'Gold'",
      "amount_spent > 5000 AND last_order_date >= -120d AND tier = 'Gold'",
      "amount_spent > 5000 AND tier = 'Gold'",
      'amount_spent > 5000 AND last_order_date >= -90d',
    ]);
  });

  test.each([
    ['number_of_orders >= 3', ['number_of_orders >= 2', 'number_of_orders >= 1']],
    ['number_of_orders <= 3', ['number_of_orders <= 4', 'number_of_orders <= 6']],
    ['customer_added_date <= -2y', ['customer_added_date <= -1y']],
    ['customer_added_date <= -1y', ['customer_added_date <= -6m']],
    ['last_order_date > 2026-03-31', ['last_order_date > 2026-02-28']],
    [
      'amount_spent BETWEEN 10 AND 20',
      ['amount_spent BETWEEN 8 AND 25', 'amount_spent BETWEEN 5 AND 40'],
    ],
    [
      'orders_placed MATCHES (count >= 4)',
      ['orders_placed MATCHES (count >= 3)', 'orders_placed MATCHES (count >= 2)'],
    ],
    // Over a longer time more orders would be found, and fewer customers would have so few.
    [
      'orders_placed MATCHES (date >= -1y, count <= 2)',
      [
        'orders_placed MATCHES (date >= -1y, count <= 3)',
        'orders_placed MATCHES (date >= -1y, count <= 4)',
      ],
    ],
    ['orders_placed NOT MATCHES (date >= -90d)', ['orders_placed NOT MATCHES (date >= -60d)']],
    ['NOT amount_spent > 100', ['NOT amount_spent > 125', 'NOT amount_spent > 200']],
    ["tier = 'Gold'", []],
  ])('%s alone: %j, and never nothing at all', (query, texts) => {
    expect(textsOf(query)).toEqual(texts);
  });

  test('of an OR no side is left out, since that would narrow: the whole is', () => {
    expect(textsOf("(tier = 'Gold' OR customer_tags CONTAINS 'VIP') AND open_cases = 0")).toEqual([
      'open_cases = 0',
      "tier = 'Gold' OR customer_tags CONTAINS 'VIP'",
    ]);
  });

  test('nobody who is in is ever put out, and what is offered can be written and read', () => {
    const anything = fc.oneof(
      arbitraryCondition,
      arbitraryFunction,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        children: fc.array(fc.oneof(arbitraryCondition, arbitraryFunction), {
          minLength: 2,
          maxLength: 3,
        }),
      }),
    );
    fc.assert(
      fc.property(anything, withHistory(arbitrarySubject), (condition, subject) => {
        const wasIn = holds(condition, subject, SETTING);
        for (const looser of loosen(condition)) {
          const read = parseQuery(looser.text, { allowEventFields: true, maxClauses: 1000 });

          expect(read.ok && conditionText(read.condition)).toBe(looser.text);
          if (wasIn) expect(holds(looser.condition, subject, SETTING), looser.text).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
