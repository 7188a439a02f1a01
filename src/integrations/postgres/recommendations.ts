// Which products the same people bought: counted over all orders at once, looked up by product.
import type { ShopKey } from '#engine/events/shop-event.ts';
import type { RecommendationRecords } from '#engine/ports/recommendation-records.ts';
import { Prisma, type ProductPair } from './generated/client.ts';
import { fromJson } from './json.ts';
import type { Session } from './session.ts';
import { describeTable } from './table.ts';

const PAIRS = describeTable('product_pairs', Prisma.ProductPairScalarFieldEnum, [
  'productId',
  'shop',
  'otherId',
]);

/** Pairs that only one person bought are chance; with so few more they count half (see `REFRESH`). */
const FEWEST_BUYERS = 2;
const SHRINKAGE = 5;

/** Whoever bought more than this is a reseller or a test; squaring them would take longer than everybody else. */
const LATEST_PRODUCTS = 20;
const KEPT_OF_EACH = 12;

/** Product pairs. */
export function recommendationRecords({ query }: Session): RecommendationRecords {
  return {
    refresh: async (since) => {
      await query('DELETE FROM product_pairs', []);
      const [row] = await query<{ kept: number }>(REFRESH, [since]);
      return row?.kept ?? 0;
    },
    pairsOf: async (productIds) => {
      const rows = await query<ProductPair>(PAIRS_OF, [productIds]);
      return rows.map((row) => ({ ...row, shop: fromJson<ShopKey>(row.shop) }));
    },
  };
}

const PAIRS_OF = `SELECT ${PAIRS.columns} FROM product_pairs WHERE product_id = ANY($1::text[])`;

/**
 * The likeness of two products is the part of the people who bought either that bought both (Jaccard), less where those
 * are few: n / (n + 5), the shrinkage of Bell and Koren, "Scalable Collaborative Filtering with Jointly Derived
 * Neighborhood Interpolation Weights", ICDM 2007, section 3.2.
 */
const REFRESH = `WITH bought AS (
    SELECT shop, customer_id, item ->> 'productId' AS product, max(item ->> 'title') AS title, max(placed_at) AS at
    FROM orders CROSS JOIN LATERAL jsonb_array_elements(items) AS item
    WHERE paid AND NOT cancelled AND NOT test AND customer_id IS NOT NULL AND placed_at >= $1::timestamptz
      AND item ->> 'productId' <> '' GROUP BY 1, 2, 3),
  latest AS MATERIALIZED (SELECT * FROM (SELECT *,
      row_number() OVER (PARTITION BY shop, customer_id ORDER BY at DESC, product) AS place FROM bought) AS placed
    WHERE place <= ${LATEST_PRODUCTS}),
  products AS (SELECT shop, product, max(title) AS title, count(*)::float8 AS buyers FROM latest GROUP BY 1, 2),
  halves AS MATERIALIZED (SELECT mine.shop, mine.product, theirs.product AS other, count(*)::float8 AS shared
    FROM latest AS mine JOIN latest AS theirs USING (shop, customer_id) WHERE mine.product < theirs.product
    GROUP BY 1, 2, 3 HAVING count(*) >= ${FEWEST_BUYERS}),
  pairs AS (SELECT shop, product, other, shared FROM halves UNION ALL SELECT shop, other, product, shared FROM halves),
  likened AS (SELECT pairs.*, theirs.title,
      shared / (mine.buyers + theirs.buyers - shared) * shared / (shared + ${SHRINKAGE}) AS likeness
    FROM pairs JOIN products AS mine ON mine.shop = pairs.shop AND mine.product = pairs.product
      JOIN products AS theirs ON theirs.shop = pairs.shop AND theirs.product = other),
  kept AS (INSERT INTO product_pairs (shop, product_id, other_id, other_title, buyers, likeness)
    SELECT shop, product, other, title, shared::int, likeness FROM (SELECT *,
      row_number() OVER (PARTITION BY shop, product ORDER BY likeness DESC, other) AS place FROM likened) AS ranked
    WHERE place <= ${KEPT_OF_EACH} RETURNING 1)
  SELECT count(*)::int AS kept FROM kept`;
