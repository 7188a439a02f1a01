// What a customer tends to buy and how often, read off their orders.
import { clockReading } from '../time.ts';
import { counts, type Order } from './purchases.ts';

/** Habits as far as the orders show them; null where they show none. */
export type Habits = {
  /** The category that at least half of their items are of, with its share of all that have one, 0 to 1. */
  readonly category: { readonly name: string; readonly share: number } | null;
  /** The product they came back for. */
  readonly again: { readonly title: string; readonly orders: number } | null;
  /** The middle of the whole days between their orders. */
  readonly everyDays: number | null;
};

const DAY_MS = 86_400_000;
/** A rhythm is not seen in fewer pauses than this. */
const PAUSES = 2;

/** The habits in a customer's paid orders. */
export function habitsOf(orders: readonly Order[]): Habits {
  const counted = orders.filter(counts);
  return {
    category: favouriteCategory(counted),
    again: boughtAgain(counted),
    everyDays: rhythm(counted),
  };
}

function favouriteCategory(orders: readonly Order[]): Habits['category'] {
  const items = orders.flatMap((order) => order.items);
  const pieces = new Map<string, number>();
  for (const { category, quantity } of items)
    if (category !== undefined && category !== '')
      pieces.set(category, (pieces.get(category) ?? 0) + quantity);
  const [most] = [...pieces].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (most === undefined) return null;
  const [name, count] = most;
  const all = [...pieces.values()].reduce((sum, each) => sum + each, 0);
  return count * 2 < all || all <= 0 ? null : { name, share: count / all };
}

function boughtAgain(orders: readonly Order[]): Habits['again'] {
  const found = new Map<string, { title: string; orders: number }>();
  for (const { shop, items } of orders) {
    const products = new Map(
      items.map((item) => [`${shop}|${item.productId ?? item.title}`, item]),
    );
    for (const [key, { title }] of products)
      found.set(key, {
        title: found.get(key)?.title ?? title,
        orders: (found.get(key)?.orders ?? 0) + 1,
      });
  }
  const [most] = [...found.values()].toSorted(
    (a, b) => b.orders - a.orders || (a.title < b.title ? -1 : 1),
  );
  return most === undefined || most.orders < 2 ? null : most;
}

/**
 * The hour of day at which most of the counted orders were placed, as "19:00" on the zone's clock; of several that are
 * as frequent the earliest. Null below two orders at one hour: once is no habit.
 */
export function usualHourOf(orders: readonly Order[], zone: string): string | null {
  const found = new Map<string, number>();
  for (const { placedAt } of orders.filter(counts)) {
    const hour = clockReading(placedAt, zone).slice(11, 13);
    found.set(hour, (found.get(hour) ?? 0) + 1);
  }
  const [most] = [...found].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most === undefined || most[1] < 2 ? null : `${most[0]}:00`;
}

/** The middle of the whole days between these orders; null where they show no rhythm yet. */
export function usualPauseOf(orders: readonly Order[]): number | null {
  return rhythm(orders.filter(counts));
}

function rhythm(orders: readonly Order[]): number | null {
  const instants = orders.map(({ placedAt }) => placedAt.getTime()).toSorted((a, b) => a - b);
  const pauses = instants
    .slice(1)
    .map((at, index) => Math.round((at - (instants[index] ?? at)) / DAY_MS))
    .filter((days) => days > 0)
    .toSorted((a, b) => a - b);
  return pauses.length < PAUSES ? null : (pauses[Math.floor(pauses.length / 2)] ?? null);
}
