// The rules by which a condition is answered and argued.
import { describe, expect, test } from 'vitest';
import { traceJson } from '#bot/commands/trace-json.ts';
import { InvariantError, UserError } from '#engine/errors.ts';
import {
  compileCondition,
  explain,
  holds,
  type Setting,
  whyUnanswerable,
} from '#engine/segments/condition.ts';
import type { Subject } from '#engine/segments/field.ts';
import { type Condition, parseQuery } from '#engine/segments/grammar.ts';
import { unanswerableText } from '#engine/segments/unanswerable.ts';
import { anEvent, anOrderEvent, aProfile, NOW, ofProfile, usd } from '../../support/subjects.ts';

const SETTING: Setting = { now: NOW, zone: 'America/New_York', currency: 'USD' };

function read(query: string): Condition {
  const parsed = parseQuery(query, { allowEventFields: true });
  if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join(' '));
  return parsed.condition;
}

function answer(query: string, subject: Subject, setting = SETTING): boolean {
  return holds(read(query), subject, setting);
}

describe('amounts', () => {
  test('a limit is in major units and exact to the cent', () => {
    const spent = (minor: number) => ofProfile({ totals: { spent: usd(minor) } });

    expect(answer('amount_spent > 5000', spent(500_000))).toBe(false);
    expect(answer('amount_spent > 5000', spent(500_001))).toBe(true);
    expect(answer('amount_spent = 0.29', spent(29))).toBe(true);
    expect(answer('amount_spent BETWEEN 10 AND 20', spent(2000))).toBe(true);
  });

  test.each([
    ['JPY', 6200, 'amount_spent > 6199'],
    ['KWD', 6_200_001, 'amount_spent > 6200'],
  ])('%s amounts keep their own decimals', (currency, minor, query) => {
    const subject = ofProfile({ totals: { spent: { minor, currency } } });

    expect(answer(query, subject, { ...SETTING, currency })).toBe(true);
  });

  test('an amount in another currency is no amount: 60,000 yen are not over 500 dollars', () => {
    const subject = { profile: aProfile(), event: anOrderEvent(60_000, 'JPY') };
    const trace = explain(read('event.total > 500'), subject, SETTING);

    expect(traceJson(trace)).toEqual({
      text: 'event.total > 500',
      result: false,
      actual: '60000 JPY',
      shortfall: 'is 60000 JPY, which is not compared with USD',
    });
  });
});

describe('dates', () => {
  const added = (at: string) => ofProfile({ addedAt: new Date(at) });

  test.each([
    // 25 November 2024 in New York is 05:00Z to 05:00Z.
    ['customer_added_date <= -2y', '2024-11-26T04:59:59Z', true],
    ['customer_added_date <= -2y', '2024-11-26T05:00:00Z', false],
    ['customer_added_date < -2y', '2024-11-25T05:00:00Z', false],
    ['customer_added_date > -2y', '2024-11-26T05:00:00Z', true],
    ['customer_added_date > -2y', '2024-11-26T04:59:59Z', false],
    ['customer_added_date >= -2y', '2024-11-25T05:00:00Z', true],
    ['customer_added_date = 2024-11-25', '2024-11-26T04:59:59Z', true],
    ['customer_added_date != 2024-11-25', '2024-11-26T04:59:59Z', false],
    ['customer_added_date BETWEEN 2024-11-25 AND -1y', '2025-11-26T04:59:59Z', true],
    ['customer_added_date = yesterday', '2026-11-25T04:59:59Z', true],
    ['customer_added_date >= 2024-03-31T18:30:00', '2024-03-31T22:29:59Z', false],
    ['customer_added_date >= 2024-03-31T18:30:00', '2024-03-31T22:30:00Z', true],
  ])('%s for somebody added at %s: %s', (query, at, expected) => {
    expect(answer(query, added(at))).toBe(expected);
  });

  test('a compiled condition moves on with the day', () => {
    const isToday = compileCondition(read('customer_added_date = today'), SETTING);
    const subject = added('2026-11-25T12:00:00Z');

    expect(isToday(subject, NOW)).toBe(true);
    expect(isToday(subject, new Date('2026-11-26T12:00:00Z'))).toBe(false);
    expect(isToday(subject, NOW)).toBe(true);
  });

  test('a month back from the 31st is the last day of the shorter month', () => {
    const setting = { ...SETTING, now: new Date('2026-03-31T12:00:00Z') };

    expect(answer('customer_added_date = -1m', added('2026-02-28T12:00:00Z'), setting)).toBe(true);
  });
});

describe('missing values', () => {
  test.each([
    ['last_order_date != 2026-01-01', true],
    ['last_order_date = 2026-01-01', false],
    ['last_order_date < today', false],
    ['last_order_date BETWEEN -1y AND today', false],
    ['last_order_date IS NULL', true],
    ["tier NOT IN ('Gold')", true],
    ["customer_tags NOT CONTAINS 'VIP'", true],
    ['customer_tags IS NULL', true],
    ['attributes.size < 5', false],
    ['event.total != 5', true],
  ])('%s for somebody of whom nothing is known: %s', (query, expected) => {
    expect(answer(query, ofProfile())).toBe(expected);
  });
});

describe('texts, lists and attributes', () => {
  test.each([
    ["customer_tags CONTAINS 'vip'", true],
    ["customer_tags CONTAINS 'vi'", false],
    ["customer_countries CONTAINS 'us'", false],
    ["customer_regions CONTAINS 'US-CA'", true],
    ["customer_cities CONTAINS 'US-CA-LosAngeles'", true],
    ["customer_email_domain = 'example.com'", true],
    ["email_subscription_status = 'SUBSCRIBED'", true],
    ["sms_subscription_status = 'NOT_SUBSCRIBED'", true],
    ['attributes.shoe_size >= 42', true],
    ["attributes.shoe_size = '42'", false],
    ['attributes.member_since <= -1y', true],
    ['attributes.wholesale = true', true],
    ['attributes.constructor IS NOT NULL', false],
  ])('%s: %s', (query, expected) => {
    const subject = ofProfile({
      email: 'Ada@Example.COM',
      tags: ['VIP'],
      country: 'US',
      region: 'CA',
      city: 'Los Angeles',
      emailConsent: { state: 'subscribed', at: NOW, source: 'form' },
      attributes: { shoe_size: 42, member_since: '2025-11-25', wholesale: true },
    });

    expect(answer(query, subject)).toBe(expected);
  });

  test('an event gives its total, pieces, number and reason', () => {
    const order = { profile: aProfile(), event: anOrderEvent(50_001) };
    const items = [{ title: 'CD', quantity: 1, reason: 'damaged in the post' }];
    const returned = {
      profile: aProfile(),
      event: anEvent({
        type: 'return.requested',
        customer: null,
        return: { ref: 'r', orderRef: null, items, requestedAt: NOW },
      }),
    };

    expect(
      answer("event.total > 500 AND event.item_count = 2 AND event.number = '#1054'", order),
    ).toBe(true);
    expect(
      answer("event.type = 'return.requested' AND event.reason CONTAINS 'DAMAGED'", returned),
    ).toBe(true);
  });

  test('a custom event gives its own fields', () => {
    const fields = { plan: 'pro', seats: 12 };
    const event = anEvent({ type: 'custom.signup', customer: {}, fields });

    expect(answer("event.plan = 'pro' AND event.seats > 10", { profile: aProfile(), event })).toBe(
      true,
    );
    expect(answer('event.toString IS NULL', { profile: aProfile(), event })).toBe(true);
  });
});

describe('explain', () => {
  test('every leaf has the value seen, and what was missing where it is false', () => {
    const subject = ofProfile({
      totals: { spent: usd(491_600) },
      addedAt: new Date('2025-03-01T12:00:00Z'),
    });
    const trace = explain(
      read("amount_spent > 5000 OR customer_added_date <= -2y OR NOT tier = 'Gold'"),
      subject,
      SETTING,
    );

    expect(trace.result).toBe(true);
    expect(trace.children?.map(traceJson)).toEqual([
      {
        text: 'amount_spent > 5000',
        result: false,
        actual: '4916.00',
        shortfall: 'is 4,916.00, needs more than 5,000.00',
      },
      {
        text: 'customer_added_date <= -2y',
        result: false,
        actual: '2025-03-01T12:00:00.000Z',
        shortfall: 'is 2025-03-01, needs 2024-11-25 or earlier',
      },
      {
        text: "NOT tier = 'Gold'",
        result: true,
        children: [
          {
            text: "tier = 'Gold'",
            result: false,
            actual: null,
            shortfall: "has no value, needs 'Gold'",
          },
        ],
      },
    ]);
  });
});

describe('what cannot be answered', () => {
  test.each([
    ['companies IS NULL', 'companies cannot be evaluated here: no business customers are kept'],
    ["NOT rfm_group = 'LOYAL'", 'rfm_group cannot be evaluated here: there are no forecasts yet'],
    [
      'shopify_email.opened NOT MATCHES ()',
      'shopify_email.opened cannot be evaluated here: nothing is tracked in our mails',
    ],
    [
      "products_purchased MATCHES (tag = 'jazz')",
      'tag of products_purchased cannot be evaluated here: orders come without the tags of their products',
    ],
    [
      "anniversary ('birthday') > today",
      "anniversary ('birthday') has no order, since the year is ignored: ask with =, != or BETWEEN",
    ],
    [
      "anniversary ('metafields.crm.joined') = today",
      'metafields.crm.joined cannot be evaluated here: metafields stay with the shop',
    ],
  ])('%s is understood, and refused with the reason where it would be answered', (query, why) => {
    const asked = whyUnanswerable(read(query));
    expect(asked === null ? null : unanswerableText(asked)).toBe(why);
    expect(() => answer(query, ofProfile())).toThrow(UserError);
  });

  test('what was not loaded is an error of ours and never an answer', () => {
    for (const query of ['orders_placed NOT MATCHES ()', 'csat_last IS NULL'])
      expect(() => answer(query, ofProfile())).toThrow(InvariantError);
  });
});
