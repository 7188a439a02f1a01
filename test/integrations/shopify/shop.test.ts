// What the shop is asked to do and what its answers mean, over real HTTP to a stand-in of the Admin API.
import { describe, expect, it } from 'vitest';
import { aShop, data, error } from './admin-api.ts';

const ORDER = {
  code: 'VIP-7ZK3M8QW2XYZ',
  title: 'VIP thanks',
  terms: { percent: 29, expiresAt: new Date('2026-12-25T00:00:00Z'), uses: 1 },
  customerRef: '706405506930370084',
  startsAt: new Date('2026-11-25T12:00:00Z'),
};

const made = data({
  discountCodeBasicCreate: {
    codeDiscountNode: { id: 'gid://shopify/DiscountCodeNode/1' },
    userErrors: [],
  },
});

function refused(code: string | null, field: readonly string[] = ['basicCodeDiscount', 'code']) {
  const userErrors = [{ field, message: `${ORDER.code} is wrong`, code }];
  return { discountCodeBasicCreate: { codeDiscountNode: null, userErrors } };
}

describe('createDiscount', () => {
  it('makes a code for one customer, for the share of one that the percentage is', async () => {
    const { shop, asked } = await aShop({ CreateDiscount: [made] });

    const answer = await shop.createDiscount(ORDER);

    expect(answer).toEqual({ kind: 'done', ref: 'gid://shopify/DiscountCodeNode/1' });
    expect(asked).toMatchObject([{ path: '/admin/api/2026-10/graphql.json', token: 'shpat_test' }]);
    expect(asked[0]?.text).toContain('discountCodeBasicCreate(basicCodeDiscount:');
    expect(asked[0]?.variables).toEqual({
      basicCodeDiscount: {
        title: 'VIP thanks',
        code: 'VIP-7ZK3M8QW2XYZ',
        startsAt: '2026-11-25T12:00:00.000Z',
        endsAt: '2026-12-25T00:00:00.000Z',
        usageLimit: 1,
        appliesOncePerCustomer: true,
        context: { customers: { add: ['gid://shopify/Customer/706405506930370084'] } },
        customerGets: { value: { percentage: 0.29 }, items: { all: true } },
      },
    });
  });

  it('makes a code for anybody where no customer is named', async () => {
    const { shop, asked } = await aShop({ CreateDiscount: [made] });

    await shop.createDiscount({ ...ORDER, customerRef: null });

    expect(asked[0]?.variables).toMatchObject({ basicCodeDiscount: { context: { all: 'ALL' } } });
  });
});

describe('a code that is not made', () => {
  it.each([
    ['TAKEN', 409],
    ['TOO_LONG', 422],
    [null, 422],
  ])('refused as %s has status %i and never repeats the code', async (code, status) => {
    const { shop } = await aShop({ CreateDiscount: [data(refused(code))] });

    const failure = await shop.createDiscount(ORDER).catch((thrown: unknown) => thrown);

    expect(failure).toMatchObject({ status, retryable: false, ambiguous: false });
    expect(String(failure)).not.toContain(ORDER.code);
  });

  it.each([
    ['a broken answer', { body: '<html>' }],
    ['a server error', { status: 503, body: {} }],
    ['an internal error', error('INTERNAL_SERVER_ERROR')],
    ['an answer without the code', data(refused('X').discountCodeBasicCreate)],
  ])('may have been made after %s, and is not asked for twice', async (_what, reply) => {
    const { shop, asked } = await aShop({ CreateDiscount: [reply] });

    await expect(shop.createDiscount(ORDER)).rejects.toMatchObject({ ambiguous: true });
    expect(asked).toHaveLength(1);
  });

  it('says how long to wait when it was throttled', async () => {
    const cost = {
      requestedQueryCost: 10,
      actualQueryCost: null,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 4, restoreRate: 2 },
    };
    const throttled = { body: { ...Object(error('THROTTLED').body), extensions: { cost } } };
    const { shop, asked } = await aShop({ CreateDiscount: [throttled] });

    await expect(shop.createDiscount(ORDER)).rejects.toMatchObject({
      status: 429,
      retryable: true,
      ambiguous: false,
      retryAfterMs: 3000,
    });
    expect(asked).toHaveLength(1);
  });

  it.each([401, 402, 403, 404, 423])('is not asked for again after %i', async (status) => {
    const { shop, asked } = await aShop({ CreateDiscount: [{ status, body: { errors: 'no' } }] });

    await expect(shop.createDiscount(ORDER)).rejects.toMatchObject({
      status,
      retryable: false,
      ambiguous: false,
    });
    expect(asked).toHaveLength(1);
  });

  it('for want of a scope names the scope', async () => {
    const message =
      'Access denied for discountCodeBasicCreate. Required access: `write_discounts`.';
    const { shop } = await aShop({ CreateDiscount: [error('ACCESS_DENIED', { message })] });

    await expect(shop.createDiscount(ORDER)).rejects.toMatchObject({
      status: 403,
      retryable: false,
      message: expect.stringContaining('write_discounts'),
    });
  });
});

describe('findDiscount', () => {
  const found = {
    id: 'gid://shopify/DiscountCodeNode/1',
    codeDiscount: {
      __typename: 'DiscountCodeBasic',
      usageLimit: 1,
      asyncUsageCount: 0,
      endsAt: '2026-12-25T00:00:00Z',
      customerGets: { value: { __typename: 'DiscountPercentage', percentage: 0.07 } },
    },
  };

  it('gives the terms as the shop has them', async () => {
    const { shop, asked } = await aShop({
      FindDiscount: [data({ codeDiscountNodeByCode: found })],
    });

    expect(await shop.findDiscount('VIP-1')).toEqual({
      ref: 'gid://shopify/DiscountCodeNode/1',
      code: 'VIP-1',
      worth: { percent: 7 },
      expiresAt: new Date('2026-12-25T00:00:00Z'),
      uses: 1,
      used: 0,
    });
    expect(asked[0]?.variables).toEqual({ code: 'VIP-1' });
  });

  it('is null when the shop has no such code', async () => {
    const { shop } = await aShop({ FindDiscount: [data({ codeDiscountNodeByCode: null })] });

    expect(await shop.findDiscount('VIP-1')).toBeNull();
  });

  it('of another kind of discount has nothing that could be ours', async () => {
    const other = { ...found, codeDiscount: { __typename: 'DiscountCodeFreeShipping' } };
    const { shop } = await aShop({ FindDiscount: [data({ codeDiscountNodeByCode: other })] });

    expect(await shop.findDiscount('VIP-1')).toMatchObject({ worth: null, uses: null });
  });

  it('leaves nothing uncertain when it fails', async () => {
    const { shop } = await aShop({ FindDiscount: [{ status: 502, body: '' }] });

    await expect(shop.findDiscount('VIP-1')).rejects.toMatchObject({
      retryable: true,
      ambiguous: false,
    });
  });
});

describe('tags', () => {
  it.each([
    ['addTag', 'AddTags', 'tagsAdd'],
    ['removeTag', 'RemoveTags', 'tagsRemove'],
  ] as const)('%s is repeated until it is done', async (method, operation, field) => {
    const done = data({ [field]: { userErrors: [] } });
    const { shop, asked } = await aShop({ [operation]: [{ status: 503, body: '' }, done] });

    const answer = await shop[method]('7', 'VIP');

    expect(answer).toEqual({ kind: 'done', ref: 'gid://shopify/Customer/7' });
    expect(asked.map(({ variables }) => variables)).toEqual([
      { id: 'gid://shopify/Customer/7', tags: ['VIP'] },
      { id: 'gid://shopify/Customer/7', tags: ['VIP'] },
    ]);
  });

  it('of somebody the shop does not know are refused', async () => {
    const userErrors = [{ field: ['id'], message: 'Customer does not exist' }];
    const { shop, asked } = await aShop({ AddTags: [data({ tagsAdd: { userErrors } })] });

    await expect(shop.addTag('7', 'VIP')).rejects.toMatchObject({ status: 422, retryable: false });
    await expect(shop.addTag('not-an-id', 'VIP')).rejects.toMatchObject({ status: 404 });
    expect(asked).toHaveLength(1);
  });
});

describe('ping', () => {
  it('asks for the name of the shop', async () => {
    const { shop } = await aShop({ ShopName: [data({ shop: { name: 'Example' } })] });

    await expect(shop.ping()).resolves.toBeUndefined();
    expect(shop.name).toBe('example-store');
  });
});
