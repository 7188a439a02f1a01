// The rules by which functions and anniversaries are answered, and the old form is read.
import { describe, expect, test } from 'vitest';
import { traceJson } from '#bot/commands/trace-json.ts';
import type { Order } from '#engine/customers/purchases.ts';
import { asId } from '#engine/ids.ts';
import { explain, holds, type Setting } from '#engine/segments/condition.ts';
import type { Subject } from '#engine/segments/field.ts';
import { type Condition, conditionText, parseQuery } from '#engine/segments/grammar.ts';
import { aProfile, NOW, ofProfile, usd } from '../../support/subjects.ts';

const SETTING: Setting = { now: NOW, zone: 'America/New_York', currency: 'USD' };

function read(query: string): Condition {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join(' '));
  return parsed.condition;
}

function answer(query: string, subject: Subject, setting = SETTING): boolean {
  return holds(read(query), subject, setting);
}

/** A paid order of two lines, a Blue Train and two caps, unless it says something else. */
function anOrder(ref: string, said: Partial<Order> = {}): Order {
  return {
    ref,
    shop: 'events',
    number: null,
    customerId: asId('customer', 'cus_TEST00000001'),
    total: usd(9000),
    placedAt: new Date('2026-11-01T12:00:00Z'),
    version: NOW,
    paid: true,
    fulfilled: false,
    cancelled: false,
    test: false,
    discountCodes: [],
    items: [
      { productId: '77', title: 'Blue Train', quantity: 1, price: usd(5000), category: 'Jazz' },
      { productId: 'cap-1', title: 'Cap', quantity: 2, price: usd(2000) },
    ],
    ...said,
  };
}

function buyer(...orders: readonly Order[]): Subject {
  return { profile: aProfile(), event: null, orders };
}

describe('orders_placed and products_purchased', () => {
  const regular = buyer(
    anOrder('1'),
    anOrder('2', { total: usd(3000), placedAt: new Date('2026-03-01T12:00:00Z') }),
    anOrder('3', { total: { minor: 990_000, currency: 'JPY' } }),
  );

  test.each([
    ['orders_placed MATCHES ()', true],
    ['orders_placed NOT MATCHES ()', false],
    ['orders_placed MATCHES (amount >= 80, date >= -6w)', true],
    // The one order over 80 is not the one before the summer: both are asked of the same order.
    ['orders_placed MATCHES (amount >= 80, date < -6m)', false],
    ['orders_placed MATCHES (amount > 90)', false],
    ['orders_placed MATCHES (count = 3)', true],
    ['orders_placed MATCHES (date >= -6w, count >= 3)', false],
    ['orders_placed MATCHES (sum_amount = 120)', true],
    ['orders_placed NOT_MATCHES (date BETWEEN -2y AND -1y)', true],
    ['orders_placed MATCHES (date > -1d, count = 0)', true],
    ['products_purchased MATCHES (id = 77)', true],
    ["products_purchased MATCHES (id IN ('cap-1', 5), quantity = 2)", true],
    ["products_purchased MATCHES (id = 'cap-1', quantity > 2)", false],
    ["products_purchased MATCHES (category = 'Jazz', count = 3)", true],
    ["products_purchased MATCHES (category != 'Jazz', sum_quantity = 6)", true],
    ['products_purchased MATCHES (count = 3)', true],
    ['products_purchased NOT MATCHES (id = 78)', true],
  ])('%s: %s', (query, expected) => {
    expect(answer(query, regular)).toBe(expected);
  });

  test.each([
    ['unpaid', { paid: false }],
    ['cancelled', { cancelled: true }],
    ['a test', { test: true }],
  ])('an order that is %s does not count', (_state, said) => {
    const subject = buyer(anOrder('1', said));

    expect(answer('orders_placed MATCHES ()', subject)).toBe(false);
    expect(answer('products_purchased MATCHES (count > 0)', subject)).toBe(false);
  });

  test('a date is a whole day on the shop’s clock', () => {
    const subject = buyer(anOrder('1', { placedAt: new Date('2026-11-02T04:59:59Z') }));

    expect(answer('orders_placed MATCHES (date = 2026-11-01)', subject)).toBe(true);
    expect(answer('orders_placed MATCHES (date > 2026-11-01)', subject)).toBe(false);
  });

  test('the explanation says how many there are, and what was missing', () => {
    expect(
      traceJson(
        explain(read('orders_placed MATCHES (sum_amount > 500, count > 1)'), regular, SETTING),
      ),
    ).toEqual({
      text: 'orders_placed MATCHES (sum_amount > 500, count > 1)',
      result: false,
      actual: 3,
      shortfall: 'sum_amount is 120.00, needs more than 500.00',
    });
    expect(
      traceJson(explain(read('orders_placed NOT MATCHES ()'), regular, SETTING)),
    ).toMatchObject({ shortfall: '3 are found, must not match' });
  });
});

describe('mails and views', () => {
  const mail = { purpose: 'marketing', template: 'vip-thanks', at: NOW } as const;
  const subject: Subject = {
    profile: aProfile({ emailConsent: { state: 'unsubscribed', at: NOW, source: 'link' } }),
    event: null,
    mails: [
      { ...mail, status: 'sent' },
      { ...mail, status: 'not-sent', template: 'offer' },
      { ...mail, status: 'failed', template: 'news' },
    ],
    views: [{ productId: '77', at: NOW }],
  };

  test.each([
    ["shopify_email.delivered MATCHES (activity_id = 'vip-thanks', date = today)", true],
    ['shopify_email.delivered MATCHES (count > 1)', false],
    ["shopify_email.bounced MATCHES (activity_id = 'news')", true],
    ["shopify_email.bounced MATCHES (activity_id = 'offer')", false],
    ['shopify_email.unsubscribed MATCHES (date >= today)', true],
    ['storefront.product_viewed MATCHES (id = 77, count = 1)', true],
    ['storefront.product_viewed NOT MATCHES (date < today)', true],
  ])('%s: %s', (query, expected) => {
    expect(answer(query, subject)).toBe(expected);
  });
});

describe('anniversaries', () => {
  const born = (birthday: string | null) => ofProfile({ birthday });

  test.each([
    // Noon in New York on 25 November 2026.
    ["anniversary ('birthday') = today", '1990-11-25', true],
    ["anniversary ('birthday') = today", '11-25', true],
    ["anniversary ('birthday') = today", '11-26', false],
    ["anniversary ('birthday') != today", '11-25', false],
    ["anniversary ('birthday') BETWEEN today AND +60d", '01-24', true],
    ["anniversary ('birthday') BETWEEN today AND +60d", '01-25', false],
    ["anniversary ('birthday') BETWEEN 2000-12-20 AND 2001-01-05", '12-31', true],
    ["anniversary ('birthday') BETWEEN today AND -1d", '11-25', false],
    ["anniversary ('birthday') BETWEEN today AND +1y", '02-29', true],
    ["anniversary ('birthday') = 2026-02-28", '02-29', true],
    ["anniversary ('birthday') = 2028-02-28", '02-29', false],
    ["anniversary ('birthday') IS NULL", '13-45', true],
    ['birthday <= -18y', '1990-01-01', true],
    ['birthday <= -18y', '01-01', false],
  ])('%s for somebody born on %s: %s', (query, birthday, expected) => {
    expect(answer(query, born(birthday))).toBe(expected);
  });

  test('without a birthday only != and NOT IN hold', () => {
    expect(answer("anniversary ('birthday') = today", born(null))).toBe(false);
    expect(answer("anniversary ('birthday') != today", born(null))).toBe(true);
    expect(answer("anniversary ('birthday') IS NULL", born(null))).toBe(true);
  });

  test('every date has one, on the shop’s clock, and so has an attribute that holds a date', () => {
    const added = ofProfile({
      addedAt: new Date('2020-11-26T03:00:00Z'),
      attributes: { joined: '2011-11-25', left: '2011-11-26T03:00:00Z' },
    });

    for (const name of ['customer_added_date', 'attributes.joined', 'attributes.left'])
      expect(answer(`anniversary ('${name}') = today`, added), name).toBe(true);
  });

  test('a compiled anniversary moves on with the day', () => {
    const condition = read("anniversary ('birthday') = today");
    const tomorrow = { ...SETTING, now: new Date('2026-11-26T12:00:00Z') };

    expect(holds(condition, born('11-26'), SETTING)).toBe(false);
    expect(holds(condition, born('11-26'), tomorrow)).toBe(true);
  });
});

describe('the old form', () => {
  test.each([
    ['orders_placed() = true', 'orders_placed MATCHES ()'],
    ['products_purchased(quantity: 5) = true', 'products_purchased MATCHES (quantity = 5)'],
    [
      'products_purchased(id: (1, 2), date: -3m) = false',
      'products_purchased NOT MATCHES (id IN (1, 2), date = -3m)',
    ],
    [
      'products_purchased(date: -3m..yesterday) != true',
      'products_purchased NOT MATCHES (date BETWEEN -3m AND yesterday)',
    ],
    [
      'orders_placed(date: 2024-01-01..2024-12-31, count_at_least: 3) = true',
      'orders_placed MATCHES (date BETWEEN 2024-01-01 AND 2024-12-31, count >= 3)',
    ],
    ['orders_placed(amount: >= 80.50) = true', 'orders_placed MATCHES (amount >= 80.50)'],
    [
      'customer_within_distance(coordinates: (45.4, -75.7), distance_km: 10) = true',
      'customer_within_distance MATCHES (coordinates IN (45.4, -75.7), distance_km = 10)',
    ],
    ["anniversary(date: 'birthday') = today", "anniversary ('birthday') = today"],
  ])('%s is read as %s', (old, now) => {
    expect(conditionText(read(old))).toBe(now);
    expect(read(now)).toEqual(read(old));
  });

  test.each([
    ['order_placed(date: -3m) = true', "1:0 'order_placed' function cannot be found. Did you mean"],
    ['orders_placed(dat: -3m) = true', "1:14 orders_placed has no parameter 'dat'. Did you mean"],
    ['orders_placed(date: 5) = true', '1:20 date takes a date'],
    ['orders_placed(date: -3m)', '1:24 The query ends too early: expected = true or = false'],
    ['orders_placed(date: -3m) = 5', '1:27 Only true or false may follow.'],
    ["anniversary ('tier') = today", '1:13 tier is no date: only dates have an anniversary.'],
    ["anniversary ('birtday') = today", "1:13 'birtday' filter cannot be found. Did you mean"],
  ])('%s is refused where it is wrong', (query, message) => {
    const parsed = parseQuery(query);
    const first = parsed.ok ? undefined : parsed.errors[0];

    expect(`${first?.line}:${first?.column} ${first?.message}`).toContain(message);
  });
});
