// What a condition may ask of the order, checkout or survey that woke an automation, and of the orders around it.
import { describe, expect, test } from 'vitest';
import { mergeOrder } from '#engine/customers/purchases.ts';
import type { Fact, OrderFacts } from '#engine/events/shop-event.ts';
import { holds } from '#engine/segments/condition.ts';
import { parseQuery } from '#engine/segments/grammar.ts';
import { anEvent, aProfile, NOW, usd } from '../../support/subjects.ts';

const HOUR_MS = 3_600_000;

function anOrder(ref: string, hours: number, said: Partial<OrderFacts> = {}): OrderFacts {
  const at = new Date(NOW.getTime() + hours * HOUR_MS);
  return {
    ...{ ref, number: null, total: usd(1_000), placedAt: at, version: at, discountCodes: [] },
    items: [{ productId: 'p1', title: 'A', quantity: 1, price: usd(1_000), category: 'Tea' }],
    paid: true,
    ...said,
  };
}

/** The order of the event at NOW, and the customer's others. */
function answer(query: string, own: OrderFacts, ...others: readonly OrderFacts[]): boolean {
  const read = parseQuery(query, { allowEventFields: true });
  if (!read.ok) throw new Error(query);
  const orders = [own, ...others].map((order) => mergeOrder(null, order, 'events', null));
  const event = anEvent({ type: 'order.placed', customer: null, order: own });
  const setting = { now: NOW, zone: 'UTC', currency: 'USD' };
  return holds(read.condition, { profile: aProfile(), event, orders }, setting);
}

describe('fields of an order', () => {
  const own = anOrder('1', 0, {
    discountCodes: ['NEXT-1'],
    items: [
      { productId: 'p1', title: 'A', quantity: 1, price: usd(1_000), category: 'Tea' },
      { productId: null, title: 'B', quantity: 1, price: usd(1_000) },
    ],
  });

  test.each([
    ["event.products CONTAINS 'p1'", true],
    ["event.products CONTAINS 'P1'", false],
    ["event.categories CONTAINS 'tea'", true],
    ["event.discount_codes CONTAINS 'next-1'", true],
    ['event.discount_codes IS NULL', false],
    ['event.score IS NULL', true],
  ])('%s is %s', (query, expected) => {
    expect(answer(query, own)).toBe(expected);
  });

  test('recent_orders counts the day before the order, itself and unpaid ones included', () => {
    const others = [
      anOrder('2', -23.9, { paid: false }),
      anOrder('3', -24),
      anOrder('4', -1, { cancelled: true }),
      anOrder('5', -1, { test: true }),
      anOrder('6', 1),
    ];

    expect(answer('event.recent_orders = 2', own, ...others)).toBe(true);
    expect(answer('event.recent_orders = 1', own)).toBe(true);
  });

  test('bought_again counts paid orders since then that hold one of its products', () => {
    const other = { productId: 'p9', title: 'Z', quantity: 1, price: usd(1) };
    const others = [
      anOrder('2', 5),
      anOrder('3', 6, { items: [{ ...other, productId: null, title: 'B' }] }),
      anOrder('4', 7, { items: [other] }),
      anOrder('5', 8, { paid: false }),
      anOrder('6', -5),
    ];

    expect(answer('event.bought_again = 2', own, ...others)).toBe(true);
    expect(answer('event.bought_again = 0', own)).toBe(true);
  });
});

describe('fields of a survey', () => {
  const asked = (query: string, fields: Readonly<Record<string, string | number>>) => {
    const read = parseQuery(query, { allowEventFields: true, allowCustomFields: true });
    if (!read.ok) throw new Error(query);
    const event = anEvent({ type: 'custom.survey', customer: {}, fields });
    const setting = { now: NOW, zone: 'UTC', currency: 'USD' };
    return holds(read.condition, { profile: aProfile(), event }, setting);
  };

  test.each<[string | number, boolean]>([
    [2, true],
    ['2', true],
    [2.5, false],
    ['', false],
    ['two', false],
  ])('a custom event’s own score %j', (score, expected) => {
    expect(asked('event.score <= 2', { score })).toBe(expected);
  });

  test('what a customer writes can be searched, in a message, a review, or an event of the shop’s own', () => {
    const message = { ref: 'm1', subject: 'My order', text: 'It arrived broken.' };
    const ask = (query: string, fact: Fact) => {
      const read = parseQuery(query, { allowEventFields: true });
      if (!read.ok) throw new Error(query);
      const setting = { now: NOW, zone: 'UTC', currency: 'USD' };
      return holds(read.condition, { profile: aProfile(), event: anEvent(fact) }, setting);
    };
    const written: Fact = { type: 'message.received', customer: {}, message };
    const review: Fact = {
      type: 'review.created',
      customer: {},
      review: { ref: 'r1', rating: 1, text: 'Broken!' },
    };

    expect(ask("event.text CONTAINS 'broken'", written)).toBe(true);
    expect(ask("event.text CONTAINS 'broken'", review)).toBe(true);
    expect(ask("event.subject CONTAINS 'order'", written)).toBe(true);
    expect(ask("event.subject CONTAINS 'order'", review)).toBe(false);
    expect(asked("event.text CONTAINS 'broken'", { text: 'broken' })).toBe(true);
  });

  test('a comment can be searched', () => {
    expect(asked("event.comment CONTAINS 'late'", { comment: 'It came too late.' })).toBe(true);
  });
});
