// Habits are read off paid orders, and only where there are enough of them to speak of one.
import { describe, expect, it } from 'vitest';
import { habitsOf, usualHourOf, usualPauseOf } from '#engine/customers/habits.ts';
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

describe('usualHourOf', () => {
  const atHours = (...hours: readonly number[]) =>
    hours.map((hour, day) => onDay(day + hour / 24, [{ title: 'A' }]));

  it('is the hour of most orders on the clock of the zone, of several the earliest', () => {
    expect(usualHourOf(atHours(19.5, 8, 19, 8.9, 3), 'UTC')).toBe('08:00');
    expect(usualHourOf(atHours(19, 19.9), 'Asia/Tokyo')).toBe('04:00');
  });

  it('is none where nothing was bought twice at one hour', () => {
    expect(usualHourOf(atHours(19, 8), 'UTC')).toBeNull();
    expect(
      usualHourOf(
        atHours(8, 8).map((each) => ({ ...each, paid: false })),
        'UTC',
      ),
    ).toBeNull();
  });
});

describe('usualPauseOf', () => {
  it('is the middle of two pauses and more', () => {
    const on = (...days: readonly number[]) => days.map((day) => onDay(day, [{ title: 'A' }]));

    expect(usualPauseOf(on(1, 31))).toBeNull();
    expect(usualPauseOf(on(1, 31, 41, 71))).toBe(30);
  });
});
