// The sample shop as a store: codes are made once, tags add up, and both outlive the process.
import { describe, expect, it } from 'vitest';
import { createSampleShop } from '#integrations/sample-shop/shop.ts';
import { settingsInMemory } from './settings.ts';

const ORDER = {
  code: 'VIP-7ZK3M9Q2T4XA',
  terms: { percent: 50, expiresAt: new Date('2026-04-08T23:59:59.000Z'), uses: 1 },
  title: 'VIP promotion',
  customerRef: 'rr-customer-0001',
  startsAt: new Date('2026-03-09T07:41:00Z'),
};

describe('createDiscount', () => {
  it('adopts a code that is made twice with the same terms', async () => {
    const shop = createSampleShop({ settings: settingsInMemory() });

    const answers = await Promise.all([shop.createDiscount(ORDER), shop.createDiscount(ORDER)]);

    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.kind).toBe('done');
  });

  it.each([
    ['another percentage', { terms: { ...ORDER.terms, percent: 30 } }],
    ['another expiry', { terms: { ...ORDER.terms, expiresAt: new Date('2026-05-01T00:00:00Z') } }],
    ['more uses', { terms: { ...ORDER.terms, uses: 2 } }],
    ['another customer', { customerRef: null }],
    [
      'another case and percentage',
      { code: ORDER.code.toLowerCase(), terms: { ...ORDER.terms, percent: 1 } },
    ],
  ])('refuses a taken code with %s and keeps the first', async (_name, change) => {
    const shop = createSampleShop({ settings: settingsInMemory() });
    await shop.createDiscount(ORDER);

    await expect(shop.createDiscount({ ...ORDER, ...change })).rejects.toMatchObject({
      vendor: 'sample',
      status: 409,
      retryable: false,
    });
    expect(await shop.findDiscount(ORDER.code)).toMatchObject({ worth: { percent: 50 }, uses: 1 });
  });

  it('finds after a restart what was made before, and nothing else', async () => {
    const rows = new Map<string, string>();
    await createSampleShop({ settings: settingsInMemory(rows) }).createDiscount(ORDER);

    const shop = createSampleShop({ settings: settingsInMemory(rows) });

    expect(await shop.findDiscount(ORDER.code)).toMatchObject({
      code: ORDER.code,
      expiresAt: ORDER.terms.expiresAt,
    });
    expect(await shop.findDiscount('VIP-OTHER')).toBeNull();
  });
});

describe('refundOrder', () => {
  const refund = { orderRef: 'o1', money: { minor: 2_500, currency: 'USD' }, key: 'k1' };

  it('gives back once under a key, tells of it once, and finds it afterwards', async () => {
    const told: unknown[] = [];
    const tell = async (event: unknown) => told.push(event);
    const shop = createSampleShop({ settings: settingsInMemory(), tell });

    const answers = await Promise.all([shop.refundOrder(refund), shop.refundOrder(refund)]);

    expect(answers[0]).toEqual(answers[1]);
    expect(told).toEqual([{ ref: 'sample-refund-k1', orderRef: 'o1', amount: refund.money }]);
    expect(await shop.findRefund(refund)).toEqual({ ref: 'sample-refund-k1' });
    expect(await shop.findRefund({ ...refund, key: 'k2' })).toBeNull();
  });
});

describe('giveCredit', () => {
  it('keeps it under its key: twice is once', async () => {
    const settings = settingsInMemory();
    const shop = createSampleShop({ settings });
    const credit = { customerRef: 'c1', money: { minor: 2_500, currency: 'USD' }, key: 'k1' };

    const answers = await Promise.all([shop.giveCredit(credit), shop.giveCredit(credit)]);

    expect(answers[0]).toEqual(answers[1]);
    expect(await settings.get('sample-shop:credit:k1')).toEqual({
      customerRef: 'c1',
      money: credit.money,
    });
  });
});

describe('addTag', () => {
  it('loses no tag when several are added at once, and adds none twice', async () => {
    const settings = settingsInMemory();
    const shop = createSampleShop({ settings });

    await Promise.all(['VIP', 'wholesale', 'VIP'].map((tag) => shop.addTag('c1', tag)));
    await shop.removeTag('c1', 'wholesale');

    expect(await settings.get('sample-shop:tags:c1')).toEqual(['VIP']);
  });
});

describe('fetchCustomer', () => {
  it('says that the sample shop cannot be asked about its past', async () => {
    const shop = createSampleShop({ settings: settingsInMemory() });

    expect(await shop.fetchCustomer('rr-customer-0001')).toBeUndefined();
    expect(await shop.fetchOrder('rr-order-1001')).toBeUndefined();
  });
});
