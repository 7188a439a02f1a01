// What people who bought this also bought: the nearest products first, never one that is owned, and why.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '#engine/customers/purchases.ts';
import { type ProductPair, recommend, seedsOf, tasteOf } from '#engine/customers/recommend.ts';
import type { ShopKey } from '#engine/events/shop-event.ts';

const TOTAL = { minor: 100, currency: 'USD' };

function anOrder(products: readonly string[], said: Partial<Order> = {}): Order {
  const at = new Date(0);
  return {
    ...{ shop: 'events', ref: products.join(), number: null, customerId: null, total: TOTAL },
    ...{ placedAt: at, version: at, discountCodes: [], paid: true, fulfilled: false },
    ...{ cancelled: false, test: false },
    items: products.map((id) => ({ productId: id, title: `T ${id}`, quantity: 1, price: TOTAL })),
    ...said,
  };
}

function aPair(productId: string, otherId: string, likeness: number, shop: ShopKey = 'events') {
  const pair: ProductPair = { shop, productId, otherId, otherTitle: otherId, buyers: 7, likeness };
  return pair;
}

describe('recommend', () => {
  it('adds up the likeness to everything of theirs, and says what speaks for it most', () => {
    const taste = tasteOf([anOrder(['a']), anOrder(['b'])], []);
    const pairs = [aPair('a', 'x', 0.2), aPair('b', 'x', 0.3), aPair('a', 'y', 0.4)];

    expect(recommend(taste, pairs)).toEqual([
      { shop: 'events', productId: 'x', title: 'x', because: 'T b', buyers: 7 },
      { shop: 'events', productId: 'y', title: 'y', because: 'T a', buyers: 7 },
    ]);
  });

  it('takes a look for half of a purchase', () => {
    const taste = tasteOf([anOrder(['a'])], ['v']);
    const found = recommend(taste, [aPair('v', 'x', 0.6), aPair('a', 'y', 0.4)]);

    expect(found.map(({ productId, because }) => [productId, because])).toEqual([
      ['y', 'T a'],
      ['x', ''],
    ]);
  });

  it('knows what was cancelled, unpaid or a test for nothing they own', () => {
    const orders = [
      anOrder(['a'], { cancelled: true }),
      anOrder(['b'], { paid: false }),
      anOrder(['c'], { test: true }),
    ];

    expect(seedsOf(tasteOf(orders, []))).toEqual([]);
  });

  it('mixes up no products of two shops that have one id', () => {
    const taste = tasteOf([anOrder(['a'])], []);

    expect(recommend(taste, [aPair('a', 'x', 0.9, 'shopify')])).toEqual([]);
  });

  it('offers nothing twice and nothing that is owned, whatever the pairs say', () => {
    const id = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const pair = fc.tuple(id, id, fc.double({ min: 0.01, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(id), fc.array(id), fc.array(pair), (owned, viewed, pairs) => {
        const taste = tasteOf([anOrder(owned)], viewed);
        const found = recommend(
          taste,
          pairs.map(([a, b, likeness]) => aPair(a, b, likeness)),
        );

        const ids = found.map(({ productId }) => productId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((each) => owned.includes(each))).toEqual([]);
        expect(ids.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
