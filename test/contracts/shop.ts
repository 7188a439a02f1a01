// What every shop must do with codes, tags and groups; each adapter's own test runs it over a stand-in of its vendor.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscountTerms } from '#engine/discounts/discount.ts';
import type { Shop } from '#engine/ports/shop.ts';

export type ShopHarness = {
  readonly shop: Shop;
  /** A customer that the vendor knows. */
  readonly customerRef: string;
  /** The code as the vendor keeps it: its terms, or null where it is good for nothing. */
  code(code: string): Promise<unknown>;
  /** The customer's tags and group as the vendor keeps them; a group that is a tag is named as a group. */
  labels(): Promise<{ readonly tags: readonly string[]; readonly group: string | null }>;
  stop(): Promise<void>;
};

const CODE = 'THANKS-7ZK3M9Q2T4XA';
const EXPIRES = new Date('2026-12-25T00:00:00Z');
const STARTS = new Date('2026-11-25T12:00:00Z');

const TERMS: readonly (readonly [string, DiscountTerms])[] = [
  ['a percentage', { percent: 29, expiresAt: EXPIRES, uses: 1 }],
  ['an amount', { amount: { minor: 1050, currency: 'USD' }, expiresAt: EXPIRES, uses: 3 }],
  ['some products', { percent: 20, expiresAt: EXPIRES, uses: 1, only: { products: ['11', '12'] } }],
  ['a collection', { percent: 20, expiresAt: EXPIRES, uses: 1, only: { collections: ['7'] } }],
];

/** Runs the contract of `Shop` against one made by `create`. */
export function describeShop(name: string, create: () => Promise<ShopHarness>): void {
  describe(`${name} keeps the contract of a shop`, () => {
    let harness: ShopHarness;
    beforeEach(async () => {
      harness = await create();
    });
    afterEach(() => harness.stop());

    /** Makes the code for the customer. */
    function make(terms: DiscountTerms) {
      const { shop, customerRef } = harness;
      return shop.createDiscount({
        code: CODE,
        terms,
        title: 'Thanks',
        customerRef,
        startsAt: STARTS,
      });
    }

    it.each(TERMS)(
      'makes a code for %s, and finds it where it can be asked',
      async (_of, terms) => {
        const answer = await make(terms);

        expect(answer).toMatchObject({ kind: 'done', ref: expect.any(String) });
        expect(await harness.code(CODE)).toEqual(terms);
        const found = await harness.shop.findDiscount(CODE);
        const { only: _only, expiresAt, uses, ...worth } = terms;
        if (found !== undefined)
          expect(found).toMatchObject({ code: CODE, worth, expiresAt, uses });
      },
    );

    it('refuses a code that is taken, with other terms, and leaves it as it was', async () => {
      await make({ percent: 29, expiresAt: EXPIRES, uses: 1 });

      const failure = await make({ percent: 90, expiresAt: EXPIRES, uses: 1 }).catch(
        (thrown: unknown) => thrown,
      );

      expect(failure).toMatchObject({ status: 409, retryable: false, ambiguous: false });
      expect(await harness.code(CODE)).toMatchObject({ percent: 29 });
    });

    it('ends a code, also a second time and one that never was', async () => {
      await make({ percent: 29, expiresAt: EXPIRES, uses: 1 });

      for (const code of [CODE, CODE, 'NEVER-MADE'])
        expect(await harness.shop.withdrawDiscount(code)).toMatchObject({ kind: 'done' });

      expect(await harness.code(CODE)).toBeNull();
    });

    it('puts tags on and takes them off, however often it is asked', async () => {
      const { shop, customerRef } = harness;

      for (const tag of ['VIP', 'VIP', 'wholesale']) await shop.addTag(customerRef, tag);
      for (const tag of ['wholesale', 'wholesale', 'other']) await shop.removeTag(customerRef, tag);

      expect((await harness.labels()).tags).toEqual(['VIP']);
    });

    it('has a customer in one group at most, and leaves their tags alone', async () => {
      const { shop, customerRef } = harness;
      await shop.addTag(customerRef, 'VIP');

      for (const group of ['Retail', 'Wholesale', 'Wholesale'])
        expect(await shop.setGroup(customerRef, group)).toMatchObject({ kind: 'done' });
      const inOne = await harness.labels();
      await shop.setGroup(customerRef, null);

      expect(inOne).toEqual({ tags: ['VIP'], group: 'Wholesale' });
      expect(await harness.labels()).toEqual({ tags: ['VIP'], group: null });
    });
  });
}
