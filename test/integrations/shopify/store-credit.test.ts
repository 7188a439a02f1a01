// Store credit in Shopify, over real HTTP to a stand-in of the Admin API.
import { describe, expect, it } from 'vitest';
import { aShop, data } from './admin-api.ts';

const CREDIT = { customerRef: '207119551', money: { minor: 2_500, currency: 'USD' }, key: 'k1' };

function answer(id: string | null, userErrors: readonly object[] = []) {
  const storeCreditAccountTransaction = id === null ? null : { id };
  return data({ storeCreditAccountCredit: { storeCreditAccountTransaction, userErrors } });
}

describe('giveCredit', () => {
  it('adds the amount to what the customer may spend, and has Shopify tell them', async () => {
    const id = 'gid://shopify/StoreCreditAccountCreditTransaction/1';
    const { shop, asked } = await aShop({ GiveCredit: [answer(id)] });

    expect(await shop.giveCredit(CREDIT)).toEqual({ kind: 'done', ref: id });
    expect(asked[0]?.variables).toEqual({
      id: 'gid://shopify/Customer/207119551',
      input: { creditAmount: { amount: '25.00', currencyCode: 'USD' }, notify: true },
    });
  });

  it('says why Shopify refuses, and asks nothing for a customer who is none', async () => {
    const refusals = [{ field: ['id'], message: 'Owner does not exist' }];
    const { shop, asked } = await aShop({ GiveCredit: [answer(null, refusals)] });

    await expect(shop.giveCredit(CREDIT)).rejects.toMatchObject({ status: 422, ambiguous: false });
    await expect(shop.giveCredit({ ...CREDIT, customerRef: 'x' })).rejects.toMatchObject({
      status: 404,
    });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a broken answer', { status: 503, body: {} }],
    ['neither a credit nor a reason', answer(null)],
  ])('may have given it after %s, and does not ask twice', async (_name, reply) => {
    const { shop, asked } = await aShop({ GiveCredit: [reply] });

    await expect(shop.giveCredit(CREDIT)).rejects.toMatchObject({ ambiguous: true });
    expect(asked).toHaveLength(1);
  });
});
