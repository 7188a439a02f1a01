// Refunds in Shopify, over real HTTP to a stand-in of the Admin API.
import { describe, expect, it } from 'vitest';
import { aShop, data } from './admin-api.ts';

const REFUND = { orderRef: '450789469', money: { minor: 4_900, currency: 'USD' }, key: 'k1' };
const made = data({
  refundCreate: { refund: { id: 'gid://shopify/Refund/1' }, userErrors: [] },
});

function payment(id: number, amount: string, currencyCode = 'USD') {
  return {
    amountSet: { presentmentMoney: { amount, currencyCode } },
    gateway: 'shopify_payments',
    parentTransaction: { id: `gid://shopify/OrderTransaction/${id}` },
  };
}

function refundable(payments: readonly unknown[], notes: readonly (string | null)[] = []) {
  const refunds = notes.map((note, at) => ({ id: `gid://shopify/Refund/${at + 1}`, note }));
  return data({ order: { refunds, suggestedRefund: { suggestedTransactions: payments } } });
}

describe('refundOrder', () => {
  it('gives the amount back over the payments, under its key, with the key in its note', async () => {
    const { shop, asked } = await aShop({
      Refundable: [refundable([payment(1, '30.00'), payment(2, '70.00')])],
      CreateRefund: [made],
    });

    expect(await shop.refundOrder(REFUND)).toEqual({ kind: 'done', ref: 'gid://shopify/Refund/1' });
    expect(asked[1]?.text).toContain('refundCreate(input: $input) @idempotent(key: $key)');
    expect(asked[1]?.variables).toMatchObject({
      key: 'k1',
      input: {
        orderId: 'gid://shopify/Order/450789469',
        note: 'Regulars k1',
        currency: 'USD',
        transactions: [
          { parentId: 'gid://shopify/OrderTransaction/1', kind: 'REFUND', amount: '30.00' },
          { parentId: 'gid://shopify/OrderTransaction/2', kind: 'REFUND', amount: '19.00' },
        ],
      },
    });
  });

  it('refuses more than is left, and an order that is not there, before it asks for anything', async () => {
    const { shop } = await aShop({
      Refundable: [refundable([payment(1, '48.99')]), data({ order: null })],
    });

    await expect(shop.refundOrder(REFUND)).rejects.toMatchObject({ status: 422, ambiguous: false });
    await expect(shop.refundOrder(REFUND)).rejects.toMatchObject({ status: 404, ambiguous: false });
  });

  it('leaves an order that was paid in another currency to a teammate', async () => {
    const { shop } = await aShop({ Refundable: [refundable([payment(1, '90.00', 'EUR')])] });

    expect(await shop.refundOrder(REFUND)).toEqual({ kind: 'by-hand' });
  });

  it('may have refunded after a broken answer, and does not ask twice', async () => {
    const { shop, asked } = await aShop({
      Refundable: [refundable([payment(1, '49.00')])],
      CreateRefund: [{ status: 503, body: {} }],
    });

    await expect(shop.refundOrder(REFUND)).rejects.toMatchObject({ ambiguous: true });
    expect(asked).toHaveLength(2);
  });
});

describe('findRefund', () => {
  it('knows a refund by the key in its note', async () => {
    const { shop } = await aShop({
      Refundable: [refundable([], [null, 'Regulars k1']), refundable([], ['Regulars k2'])],
    });

    expect(await shop.findRefund(REFUND)).toEqual({ ref: 'gid://shopify/Refund/2' });
    expect(await shop.findRefund(REFUND)).toBeNull();
  });
});
