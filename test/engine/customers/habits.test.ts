// Habits are read off paid orders, and only where there are enough of them to speak of one.
import { describe, expect, it } from 'vitest';
import { habitsOf } from '#engine/customers/habits.ts';
import type { Order } from '#engine/customers/purchases.ts';

const TOTAL = { minor: 100, currency: 'USD' };
const DAY_MS = 86_400_000;

type Item = { readonly title: string; readonly category?: string; readonly quantity?: number };

function onDay(day: number, items: readonly Item[], said: Partial<Order> = {}): Order {
  const at = new Date(day * DAY_MS);
  return {
    ...{ shop: 'events', ref: `o-${day}`, number: null, customerId: null, total: TOTAL },
    ...{ placedAt: at, version: at, discountCodes: [], paid: true, fulfilled: false },
    ...{ cancelled: false, test: false },
    items: items.map((item) => ({ productId: null, quantity: 1, price: TOTAL, ...item })),
    ...said,
  };
}

describe('habitsOf', () => {
  it('sees none in a single order', () => {
    expect(habitsOf([onDay(1, [{ title: 'A' }])])).toEqual({
      category: null,
      again: null,
      everyDays: null,
    });
  });

  it('gives the category of most pieces, what was bought again, and the middle pause', () => {
    const orders = [
      onDay(1, [{ title: 'A', category: 'Jazz', quantity: 3 }, { title: 'A' }]),
      onDay(11, [{ title: 'B', category: 'Rock' }]),
      onDay(11, [{ title: 'A' }]),
      onDay(51, [{ title: 'A' }]),
      onDay(53, [{ title: 'C' }], { cancelled: true }),
      onDay(60, [{ title: 'C' }]),
    ];

    expect(habitsOf(orders)).toEqual({
      category: { name: 'Jazz', share: 0.75 },
      again: { title: 'A', orders: 3 },
      everyDays: 10,
    });
  });
});
