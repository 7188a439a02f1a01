// Terms of a discount code: how much, until when, how often, for whom.
import { crockford, type RandomBytes } from '../ids.ts';

export type DiscountTerms = {
  /** Whole percent, 1–100. */
  readonly percent: number;
  readonly expiresAt: Date;
  readonly uses: number;
};

/** The longest a code may live, in days. */
export const LONGEST_LIFE_DAYS = 90;

/** A new code: a readable head and 12 Crockford characters, 60 bits of chance, so that guessing is hopeless. */
export function newDiscountCode(head: string, randomBytes: RandomBytes): string {
  return `${head}-${crockford(12, randomBytes)}`;
}

/** A code as staff see it before it is sent: only its last four characters. */
export function maskCode(code: string): string {
  return `••••${code.slice(-4)}`;
}
