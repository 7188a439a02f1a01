// Which products the same people bought, as storage keeps it.
import type { ProductPair } from '../customers/recommend.ts';

export interface RecommendationRecords {
  /** Counts anew which products the same people bought since an instant; gives how many pairs it kept. */
  refresh(since: Date): Promise<number>;
  /** The pairs of these products, of every shop that has products of these ids. */
  pairsOf(productIds: readonly string[]): Promise<readonly ProductPair[]>;
}
