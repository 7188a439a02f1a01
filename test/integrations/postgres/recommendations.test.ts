// Which products the same people bought, on both databases: counted as the formula says, whatever was bought.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '#engine/customers/purchases.ts';
import { asId } from '#engine/ids.ts';
import { DATABASES } from '../../support/database.ts';
import { daysAgo } from '../../support/events.ts';
import { createWorld } from '../../support/world.ts';

const TOTAL = { minor: 100, currency: 'USD' };

/** Who bought which products. */
const Baskets = fc.array(
  fc.record({
    buyer: fc.integer({ min: 0, max: 6 }),
    products: fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }),
    said: fc.constantFrom<Partial<Order>>({}, {}, {}, { cancelled: true }, { paid: false }),
  }),
  { maxLength: 25 },
);
type Basket = typeof Baskets extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function toOrder({ buyer, products, said }: Basket, at: number): Order {
  return {
    ...{ shop: 'events', ref: `o-${at}`, number: null, total: TOTAL, discountCodes: [] },
    ...{ placedAt: daysAgo(at), version: daysAgo(at), paid: true, fulfilled: false },
    ...{ cancelled: false, test: false, customerId: asId('customer', `cus_${buyer}`) },
    items: products.map((id) => ({ productId: id, title: id, quantity: 1, price: TOTAL })),
    ...said,
  };
}

/** The formula, pair by pair. */
function expected(baskets: readonly Basket[]): readonly string[] {
  const counted = baskets.filter(({ said }) => Object.keys(said).length === 0);
  const buyersOf = (product: string) =>
    new Set(counted.filter((each) => each.products.includes(product)).map(({ buyer }) => buyer));
  const found: string[] = [];
  for (const mine of ['a', 'b', 'c', 'd', 'e'] as const)
    for (const theirs of ['a', 'b', 'c', 'd', 'e'] as const) {
      const shared = buyersOf(mine).intersection(buyersOf(theirs)).size;
      if (mine === theirs || shared < 2) continue;
      const either = buyersOf(mine).union(buyersOf(theirs)).size;
      const likeness = (shared / either) * (shared / (shared + 5));
      found.push(`${mine} ${theirs} ${shared} ${likeness.toFixed(6)}`);
    }
  return found;
}

describe.each(DATABASES)('product pairs, %s', (database) => {
  it('are those that two or more bought, by the part of buyers that bought both', async () => {
    const world = await createWorld({ database });
    const { purchases, recommendations } = world.deps.storage;
    await fc.assert(
      fc.asyncProperty(Baskets, async (baskets) => {
        await world.database.query('DELETE FROM orders', []);
        await purchases.saveOrders(baskets.map(toOrder));

        const kept = await recommendations.refresh(daysAgo(700));

        const pairs = await recommendations.pairsOf(['a', 'b', 'c', 'd', 'e']);
        const shown = pairs.map(
          (pair) => `${pair.productId} ${pair.otherId} ${pair.buyers} ${pair.likeness.toFixed(6)}`,
        );
        expect(shown.toSorted()).toEqual(expected(baskets).toSorted());
        expect(kept).toBe(pairs.length);
      }),
      { numRuns: 25 },
    );
    await world.close();
  });
});
