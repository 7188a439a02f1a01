// Terms of a discount code: how much, until when, how often, on what; and how a code is written.
import { crockford, type RandomBytes } from '../ids.ts';
import { formatMoney, type Money } from '../money.ts';

/** What a code takes off an order: a whole percentage, 1–100, or an amount in the shop's currency. */
export type Worth = { readonly percent: number } | { readonly amount: Money };

export type DiscountTerms = Worth & {
  readonly expiresAt: Date;
  readonly uses: number;
  /** Absent: the whole order. */
  readonly only?: Scope;
};

/** What a code is good for, by the shop's own ids: some products, or some collections. */
export type Scope =
  | { readonly products: readonly string[] }
  | { readonly collections: readonly string[] };

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

/** How much a code takes off, as people write it: "50 %", "$10.00". */
export function worthText(worth: Worth, language?: string): string {
  return 'percent' in worth ? `${worth.percent} %` : formatMoney(worth.amount, language);
}

/** The worth alone, without what else the terms say. */
export function worthOf(terms: Worth): Worth {
  return 'percent' in terms ? { percent: terms.percent } : { amount: terms.amount };
}

/** Whether two codes take the same off. */
export function isSameWorth(a: Worth, b: Worth): boolean {
  if ('percent' in a || 'percent' in b)
    return 'percent' in a && 'percent' in b && a.percent === b.percent;
  return a.amount.minor === b.amount.minor && a.amount.currency === b.amount.currency;
}

/** What a mail may say of a code: `discount.code`, `discount.worth`, and `discount.percent` of one that has a percentage. */
export function discountValues(
  code: string,
  terms: Pick<DiscountTerms, 'expiresAt'> & Worth,
): Readonly<Record<string, unknown>> {
  // An amount is written when the mail is, as its language does.
  const worth =
    'percent' in terms
      ? { percent: terms.percent, worth: worthText(terms) }
      : { worth: terms.amount };
  return { code, ...worth, expires_at: terms.expiresAt.toISOString() };
}
