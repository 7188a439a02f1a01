// What people who bought this also bought: what to offer a customer, from the likeness of products that the same people bought.
import type { ShopKey } from '../events/shop-event.ts';
import type { Order } from './purchases.ts';
import { counts } from './purchases.ts';

/** A product of a shop and another one that the same people bought; `likeness` from 0 to 1. */
export type ProductPair = {
  readonly shop: ShopKey;
  readonly productId: string;
  readonly otherId: string;
  readonly otherTitle: string;
  /** How many bought both. */
  readonly buyers: number;
  readonly likeness: number;
};

/** A product to offer. `because` is the title of what of theirs speaks for it most. */
export type Recommendation = {
  readonly shop: ShopKey;
  readonly productId: string;
  readonly title: string;
  readonly because: string;
  readonly buyers: number;
};

/** What somebody bought or only looked at: where recommendations start. */
export type Taste = {
  readonly owned: readonly Product[];
  /** Ids of products they looked at. */
  readonly viewed: readonly string[];
};

type Product = { readonly shop: ShopKey; readonly productId: string; readonly title: string };

const OFFERED = 5;
/** What somebody bought long ago says little; what they only looked at says half. */
const LATEST = 20;
const VIEW_WEIGHT = 0.5;

/** The taste of a customer, from their orders (newest first) and the products they looked at (newest first). */
export function tasteOf(orders: readonly Order[], viewed: readonly string[]): Taste {
  const owned = new Map<string, Product>();
  for (const { shop, items } of orders.filter(counts)) {
    for (const { productId, title } of items)
      if (productId !== null && !owned.has(keyOf(shop, productId)))
        owned.set(keyOf(shop, productId), { shop, productId, title });
  }
  return { owned: [...owned.values()], viewed: [...new Set(viewed)].slice(0, LATEST) };
}

/** The ids of the products whose pairs `recommend` needs. */
export function seedsOf({ owned, viewed }: Taste): readonly string[] {
  return [...new Set([...owned.slice(0, LATEST).map(({ productId }) => productId), ...viewed])];
}

/**
 * The products nearest to a customer's taste which they do not own, best first: the sum of the likeness to each of
 * theirs, as item-to-item collaborative filtering has it (Linden, Smith, York, "Amazon.com Recommendations", IEEE
 * Internet Computing 7(1), 2003).
 */
export function recommend(taste: Taste, pairs: readonly ProductPair[]): readonly Recommendation[] {
  const titles = new Map(taste.owned.map((each) => [keyOf(each.shop, each.productId), each.title]));
  const recent = new Set(
    taste.owned.slice(0, LATEST).map((each) => keyOf(each.shop, each.productId)),
  );
  const sums = new Map<string, { best: ProductPair; sum: number; most: number }>();
  for (const pair of pairs) {
    const other = keyOf(pair.shop, pair.otherId);
    const weight = weightOf(taste, recent, pair);
    if (weight === 0 || titles.has(other)) continue;
    const value = weight * pair.likeness;
    const known = sums.get(other) ?? { best: pair, sum: 0, most: 0 };
    const isBest = value > known.most;
    sums.set(other, {
      sum: known.sum + value,
      best: isBest ? pair : known.best,
      most: Math.max(known.most, value),
    });
  }
  return [...sums.entries()]
    .toSorted(([a, x], [b, y]) => y.sum - x.sum || (a < b ? -1 : 1))
    .slice(0, OFFERED)
    .map(([, { best }]) => ({
      shop: best.shop,
      productId: best.otherId,
      title: best.otherTitle,
      because: titles.get(keyOf(best.shop, best.productId)) ?? '',
      buyers: best.buyers,
    }));
}

function weightOf(taste: Taste, recent: ReadonlySet<string>, pair: ProductPair): number {
  if (recent.has(keyOf(pair.shop, pair.productId))) return 1;
  return taste.viewed.includes(pair.productId) ? VIEW_WEIGHT : 0;
}

function keyOf(shop: ShopKey, productId: string): string {
  return `${shop}|${productId}`;
}
