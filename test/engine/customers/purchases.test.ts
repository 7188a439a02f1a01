// What a customer's orders and refunds add up to.
import { describe, expect, it } from 'vitest';
import { spentNet } from '#engine/customers/profile.ts';
import { type Order, type Refund, sumPurchases } from '#engine/customers/purchases.ts';
import { asId } from '#engine/ids.ts';
import { NOW, usd } from '../../support/subjects.ts';

const OWNER = { shop: 'events', customerId: asId('customer', 'cus_1') } as const;

function order(ref: string, minor: number, state: Partial<Order> = {}): Order {
  const when = { placedAt: NOW, version: NOW };
  const told = { paid: true, fulfilled: false, cancelled: false, test: false };
  const rest = { number: null, items: [], discountCodes: [] };
  return { ...OWNER, ref, total: usd(minor), ...when, ...told, ...rest, ...state };
}

function refund(orderRef: string, minor: number): Refund {
  return { ...OWNER, ref: `of-${orderRef}`, orderRef, amount: usd(minor), refundedAt: NOW };
}

describe('sumPurchases', () => {
  it('takes a refund off what its order added', () => {
    const totals = sumPurchases([order('a', 300_000)], [refund('a', 100_001)], 'USD');

    expect(spentNet(totals)).toEqual(usd(199_999));
  });

  it.each([
    ['was cancelled', [order('b', 300_000, { cancelled: true })]],
    ['was a test', [order('b', 300_000, { test: true })]],
    ['was never paid', [order('b', 300_000, { paid: false })]],
    ['is not known yet', []],
  ])('does not take money off twice: the refund of an order that %s', (_, more) => {
    const totals = sumPurchases([order('a', 250_000), ...more], [refund('b', 300_000)], 'USD');

    expect(totals).toMatchObject({ refunds: 1, refunded: usd(300_000) });
    expect(spentNet(totals)).toEqual(usd(250_000));
  });
});
