// A condition as SQL: parameters only, and a refusal for what the database cannot answer.
import { describe, expect, test } from 'vitest';
import { UserError } from '#engine/errors.ts';
import { CUSTOMER_FIELDS } from '#engine/segments/fields.ts';
import { FUNCTIONS } from '#engine/segments/functions.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import { parseQuery } from '#engine/segments/grammar.ts';
import { conditionToSql } from '#integrations/postgres/segment-sql.ts';
import { NOW } from '../../support/subjects.ts';

const SETTING = { now: NOW, zone: 'America/New_York', currency: 'USD' };

function read(query: string): Condition {
  const parsed = parseQuery(query, { allowEventFields: true });
  if (!parsed.ok) throw new Error(`this is no query: ${query}`);
  return parsed.condition;
}

describe('conditionToSql', () => {
  test.each([
    ["customer_tags CONTAINS 'x\\'; DROP TABLE customers; --'", "x'; drop table customers; --"],
    ["tier = '$1 OR true'", '$1 OR true'],
    ["attributes.size = '\\' OR \\'\\' = \\''", "' OR '' = '"],
    ["products_purchased MATCHES (id = '1\\') OR true --')", "1') OR true --"],
  ])('%s reaches the statement as a parameter only', (query, value) => {
    const { sql, values } = conditionToSql(read(query), SETTING);

    expect(values.flat()).toContain(value);
    expect(sql).not.toMatch(/DROP|OR true|OR ''/i);
  });

  test('a day is the shop’s, from its first instant to that of the next', () => {
    const { values } = conditionToSql(read('last_order_date = 2026-11-01'), SETTING);

    expect(values).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z']);
  });

  const answered = [
    ...CUSTOMER_FIELDS.filter(({ type }) => type !== 'not-held').map(
      ({ name }) => `${name} IS NULL`,
    ),
    ...FUNCTIONS.filter(({ why }) => why === undefined).map(({ name }) => `${name} MATCHES ()`),
    "attributes.size = 'L'",
  ];

  test.each(answered)('%s is asked of everybody, as all that is answered of one is', (query) => {
    expect(conditionToSql(read(query), SETTING, () => null).sql).not.toBe('');
  });

  test.each([
    'event.total > 5',
    'companies IS NULL',
    'storefront.collection_viewed MATCHES ()',
    "tier = 'Gold' OR NOT (shopify_email.opened MATCHES ())",
    'amount_spent_percentile > 75',
  ])('%s is refused, not answered wrongly', (query) => {
    expect(() => conditionToSql(read(query), SETTING)).toThrow(UserError);
  });
});
