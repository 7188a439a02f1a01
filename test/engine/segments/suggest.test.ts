// The rules by which a query that is being written is completed, and the fields are listed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldList } from '#engine/segments/field-list.ts';
import { parseQuery } from '#engine/segments/grammar.ts';
import { suggestNext } from '#engine/segments/suggest.ts';

/** Suggests at the bar; what follows it does not matter. */
function at(text: string, options = {}) {
  return suggestNext(text.replace('|', ''), text.indexOf('|'), options);
}

function textsAt(text: string): readonly string[] {
  return at(text).suggestions.map((one) => one.text);
}

describe('suggestNext', () => {
  test.each([
    ['amount_sp|', ['amount_spent', 'amount_spent_net', 'amount_spent_percentile']],
    ['orders_p|', ['orders_placed']],
    ['tier |', ['=', '!=', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL']],
    ['customer_tags |', ['CONTAINS', 'NOT CONTAINS', 'IS NULL', 'IS NOT NULL']],
    ['customer_tags NOT |', ['CONTAINS']],
    ['amount_spent b|', ['BETWEEN']],
    ['amount_spent BETWEEN 5 |', ['AND']],
    ['tier IS N|', ['NULL', 'NOT NULL']],
    ["email_subscription_status = 'SUB|", ["'SUBSCRIBED'", "'UNSUBSCRIBED'", "'NOT_SUBSCRIBED'"]],
    ['email_subscription_status = subs|', ["'SUBSCRIBED'", "'UNSUBSCRIBED'", "'NOT_SUBSCRIBED'"]],
    ['last_order_date < -9|', ['-90d']],
    ['(tier IS NULL |', ['AND', 'OR', ')']],
    ['tier IS NULL |', ['AND', 'OR']],
    ['tier IS NULL ? |', []],
    ["(tier IN ('Gold' |", [',', ')']],
    ['orders_placed |', ['MATCHES', 'NOT MATCHES']],
    ['orders_placed MATCHES (date > -3m, |', ['amount', 'count', 'sum_amount', ')']],
    ['orders_placed MATCHES (date > -3m |', [',', ')']],
    ['orders_placed MATCHES () |', ['AND', 'OR']],
    ["anniversary ('birth|", ["'birthday'"]],
    ["anniversary ('birthday') BETWEEN today |", ['AND']],
    ['amount_spent > 5 a|nd tier IS NULL', ['AND']],
  ])('%s', (text, texts) => {
    expect(textsAt(text)).toEqual(texts);
  });

  test('says from where the text is replaced, and whose value is asked for', () => {
    expect(at("customer_tags CONTAINS 'vi|")).toEqual({
      from: 23,
      begun: "'vi",
      asks: 'customer_tags',
      suggestions: [],
    });
  });

  test('offers fields of events only where there is an event', () => {
    expect(textsAt('event.tot|')).toEqual([]);
    expect(at('event.tot|', { allowEventFields: true }).suggestions).toMatchObject([
      { text: 'event.total', kind: 'field' },
    ]);
  });

  test('whatever of the suggestions is taken, it never leads nowhere', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (choices) => {
        let text = '';
        for (const choice of choices) {
          if (text !== '' && parseQuery(text).ok) return;
          const { asks, suggestions } = suggestNext(text, text.length);
          // A value that only the writer knows.
          const options =
            suggestions.length > 0 ? suggestions.map((one) => one.text) : ['5', "'a'"];
          text += `${options[choice % options.length]} `;
          expect(suggestions.length > 0 || asks !== null, text).toBe(true);
        }
      }),
    );
  });

  test('any text has suggestions or none, and never an exception', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: -1, max: 20 }),
        (text, offset) => {
          const { from, begun } = suggestNext(text, offset);

          expect(text.slice(from, from + begun.length)).toBe(begun);
        },
      ),
    );
  });
});

describe('fieldList', () => {
  test('says of each field whether it is ours and whether it is answered', () => {
    const byName = new Map(fieldList().map((one) => [one.name, one]));

    expect(byName.get('amount_spent')).toMatchObject({
      type: 'money',
      ours: false,
      answered: true,
    });
    expect(byName.get('amount_spent_percentile')).toMatchObject({ ours: true, answered: true });
    expect(byName.get('attributes.<name>')).toMatchObject({ type: 'any', ours: true });
    expect(byName.get('event.total')).toMatchObject({ ours: true, answered: true });
    expect(byName.get('rfm_group')).toMatchObject({ answered: false, type: 'enum' });
    expect(byName.get('rfm_group')?.values).toContain('CHAMPIONS');
    expect(byName.get('orders_placed')).toMatchObject({
      type: 'function',
      params: ['date', 'amount', 'count', 'sum_amount'],
    });
    expect(byName.size).toBe(fieldList().length);
  });
});
