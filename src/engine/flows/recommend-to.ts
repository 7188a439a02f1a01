// What one customer may like, from what they bought and looked at.
import type { Order } from '../customers/purchases.ts';
import { type Recommendation, recommend, seedsOf, tasteOf } from '../customers/recommend.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';

/** The products to offer, best first; `orders` are the customer's. */
export async function recommendTo(
  { views, recommendations }: Pick<Deps['storage'], 'views' | 'recommendations'>,
  id: CustomerId,
  orders: readonly Order[],
): Promise<readonly Recommendation[]> {
  const looked = (await views.ofCustomer(id)).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const taste = tasteOf(
    orders,
    looked.map(({ productId }) => productId),
  );
  return recommend(taste, await recommendations.pairsOf(seedsOf(taste)));
}
