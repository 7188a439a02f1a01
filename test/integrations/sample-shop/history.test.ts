// The sample shop's past: real counts and amounts, ending today, alike on every machine.
import { describe, expect, it } from 'vitest';
import type { NewEvent, OrderFacts } from '#engine/events/shop-event.ts';
import { dayOf } from '#engine/time.ts';
import { SAMPLE_FACTOR, sampleHistory } from '#integrations/sample-shop/history.ts';

const NOW = new Date('2026-03-09T07:41:00Z');

describe('sampleHistory', () => {
  it('holds 2,357 customers and 6,919 paid orders, in order of time, none triggering', () => {
    const events = sampleHistory(NOW, 'USD');

    expect(countOf(events, 'customer.created')).toBe(2_357);
    expect(countOf(events, 'order.paid')).toBe(6_919);
    expect(events.every((event) => event.historic && event.shop === 'sample')).toBe(true);
    expect(instants(events)).toEqual(instants(events).toSorted((a, b) => a - b));
  });

  it('gives every event a dedupe key and every customer an address of their own', () => {
    const events = sampleHistory(NOW, 'USD');

    expect(new Set(events.flatMap((event) => event.dedupeKeys)).size).toBe(events.length);
    expect(new Set(events.flatMap(emailOf)).size).toBe(2_357);
    expect(
      events.flatMap(emailOf).every((email) => /^[a-z.-]+@example\.(com|org|net)$/.test(email)),
    ).toBe(true);
  });

  it('makes each customer before their first order', () => {
    const known = new Set<string | undefined>();
    const strangers = sampleHistory(NOW, 'USD').filter(({ fact }) => {
      if (fact.type === 'customer.created') known.add(fact.customer.ref);
      return fact.type === 'order.paid' && !known.has(fact.customer?.ref);
    });

    expect(strangers).toEqual([]);
  });

  it.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])(
    "ends on the shop's today in %s, with nothing in the future",
    (zone) => {
      const events = sampleHistory(NOW, 'USD', zone);
      const last = Math.max(...instants(events));

      expect(last).toBeLessThanOrEqual(NOW.getTime());
      expect(dayOf(new Date(last), zone)).toBe(dayOf(NOW, zone));
    },
  );

  it('is not in the future even in the first millisecond of a day', () => {
    const midnight = new Date('2026-03-09T00:00:00Z');

    expect(Math.max(...instants(sampleHistory(midnight, 'USD')))).toBe(midnight.getTime());
  });
});

describe('the amounts of sampleHistory', () => {
  it('lifts about one customer in a hundred over 5,000', () => {
    const spent = spentByCustomer(sampleHistory(NOW, 'USD'));
    const share = [...spent.values()].filter((minor) => minor > 500_000).length / spent.size;

    expect(share).toBeGreaterThan(0.007);
    expect(share).toBeLessThan(0.013);
  });

  it('keeps the real amounts but for the factor, and the lines of nothing', () => {
    const orders = ordersOf(sampleHistory(NOW, 'USD'));
    const first = orders.find((order) => order.ref === 'rr-order-1001');

    expect(orders.filter((order) => order.total.minor === 0).length).toBe(8);
    expect(first?.total.minor).toBe(Math.round(2_933 * SAMPLE_FACTOR));
  });

  it('adds the items of every order up to its total, in any currency', () => {
    for (const currency of ['USD', 'JPY', 'KWD']) {
      const orders = ordersOf(sampleHistory(NOW, currency));

      expect(orders.filter((order) => itemsTotal(order) !== order.total.minor)).toEqual([]);
      expect(orders.every((order) => Number.isSafeInteger(order.total.minor))).toBe(true);
    }
  });

  it('is the same for the same instant, and keeps ids and names on another day', () => {
    const today = sampleHistory(NOW, 'USD');
    const later = sampleHistory(new Date('2027-01-01T12:00:00Z'), 'USD');

    expect(sampleHistory(NOW, 'USD')).toEqual(today);
    expect(namesById(later)).toEqual(namesById(today));
  });
});

function countOf(events: readonly NewEvent[], type: string): number {
  return events.filter((event) => event.fact.type === type).length;
}

function instants(events: readonly NewEvent[]): number[] {
  return events.map((event) => event.occurredAt.getTime());
}

function emailOf({ fact }: NewEvent): string[] {
  return fact.type === 'customer.created' && fact.customer.email ? [fact.customer.email] : [];
}

function ordersOf(events: readonly NewEvent[]) {
  return events.flatMap(({ fact }) => (fact.type === 'order.paid' ? [fact.order] : []));
}

function itemsTotal(order: OrderFacts): number {
  return order.items.reduce((total, item) => total + item.quantity * item.price.minor, 0);
}

function spentByCustomer(events: readonly NewEvent[]): Map<string, number> {
  const spent = new Map<string, number>();
  for (const { fact } of events) {
    if (fact.type !== 'order.paid') continue;
    const ref = fact.customer?.ref ?? '';
    spent.set(ref, (spent.get(ref) ?? 0) + fact.order.total.minor);
  }
  return spent;
}

function namesById(events: readonly NewEvent[]) {
  const pairs = events.flatMap(({ fact }) =>
    fact.type === 'customer.created'
      ? [[fact.customer.ref ?? '', `${fact.customer.firstName} ${fact.customer.lastName}`] as const]
      : [],
  );
  return new Map(pairs);
}
