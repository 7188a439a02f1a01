// Recipes about orders: thanks, alerts, what goes with them, reviews, codes, and what follows a cancellation.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { asksToReturn, line, order, pays } from '../support/happenings.ts';
import { approves, openRecipes, tell } from '../support/timeline.ts';
import type { World } from '../support/world.ts';

const QUIET: readonly [string, object][] = [
  ['no consent', { emailConsent: 'unknown' }],
  ['no e-mail', { email: null }],
];

describe('recipes about orders', () => {
  let world: World;
  beforeAll(async () => {
    world = await openRecipes();
  });
  afterAll(() => world.close());

  it('thank-you writes three times in twelve days for a first order', () =>
    tell(world, 'thank-you', [
      ['0h', pays(40), 'mail thank-you'],
      ['95h'],
      ['96h', 'mail thank-you-tips'],
      ['12d', 'mail thank-you-more'],
      ['20d'],
    ]));

  it('thank-you stops its series at the next order, which is thanked for alone', () =>
    tell(world, 'thank-you', [
      ['0h', pays(40), 'mail thank-you'],
      ['2d', pays(50), 'mail thank-you'],
      ['14d'],
    ]));

  it('thank-you goes quiet when the order comes back', () =>
    tell(world, 'thank-you', [
      ['0h', pays(40, { ref: 'ty' }), 'mail thank-you'],
      ['2d', asksToReturn('ty', 40)],
      ['14d'],
    ]));

  it.each(QUIET)('the mails that follow an order are quiet with %s', (_why, said) =>
    tell(
      world,
      ['thank-you', 'review-request', 'next-purchase', 'replenishment', 'after-cancellation'],
      [
        ['0h', pays(40, { items: [line('beans', 'Consumables')] })],
        ['1d', order('order.fulfilled', 40)],
        ['2d', order('order.cancelled', 40)],
        ['32d'],
      ],
      said,
    ),
  );

  it('high-value-order alerts sales above 500, and at the third order within a day', () =>
    tell(world, 'high-value-order', [
      ['0h', order('order.placed', 500), order('order.placed', 20)],
      ['23h', order('order.placed', 20), '#sales High-value order'],
      ['25h', order('order.placed', 20)],
      ['4d', order('order.placed', 500.01, { ref: 'hv' }), '#sales High-value order'],
      ['5d', order('order.paid', 500.01, { ref: 'hv' })],
    ]));

  it('high-value-order alerts sales of whatever a VIP orders', () =>
    tell(world, 'high-value-order', [['0h', order('order.placed', 5), '#sales High-value order']], {
      tags: ['VIP'],
      emailConsent: 'unsubscribed',
    }));

  const beans = { items: [line('beans', 'consumables')] };

  it('replenishment comes after thirty days, and not for what does not run out', () =>
    tell(world, 'replenishment', [
      ['0h', pays(20, beans)],
      ['1d', pays(20, { items: [line('mug', 'Kitchen')] })],
      ['29d'],
      ['30d', 'mail replenish'],
      ['60d'],
    ]));

  it('replenishment follows their own rhythm, and is quiet once they have bought it again', () =>
    tell(world, 'replenishment', [
      ['0h', pays(20, beans)],
      ['10d', pays(20, beans)],
      ['20d', pays(20, beans)],
      ['29d'],
      ['30d', 'mail replenish'],
      ['31d', pays(20, beans)],
      ['40d'],
      ['41d', 'mail replenish'],
    ]));

  it('cross-sell offers what goes with it for a day to who does not own it, once', () =>
    tell(world, 'cross-sell', [
      ['0h', pays(20, { items: [line('mug')] })],
      ['1h', pays(300, { items: [line('turntable')] }), 'asks cross-sell: 20 %'],
      ['2h', approves, 'mail cross-sell: 20 %'],
      ['9d', pays(300, { items: [line('turntable')] })],
    ]));

  it('cross-sell is quiet where the other thing is owned', () =>
    tell(world, 'cross-sell', [
      ['0h', pays(50, { items: [line('cartridge')] })],
      ['1h', pays(300, { items: [line('turntable')] })],
    ]));

  it('review-request comes a week after an order was sent, at most once in thirty days', () =>
    tell(world, 'review-request', [
      ['1d', order('order.fulfilled', 40)],
      ['7d'],
      ['8d', 'mail review-request'],
      ['9d', order('order.fulfilled', 40)],
      ['20d'],
    ]));

  it('review-request is quiet when the order comes back, and while a case is open', () =>
    tell(
      world,
      ['review-request', 'refund-request'],
      [
        ['0h', order('order.fulfilled', 40, { ref: 'rr' })],
        ['2d', asksToReturn('rr', 40), '#refunds Refund request'],
        ['3d', order('order.fulfilled', 60)],
        ['14d'],
      ],
    ));

  it('next-purchase makes a code two weeks after an order was sent', () =>
    tell(world, 'next-purchase', [
      ['1d', order('order.fulfilled', 40)],
      ['14d'],
      ['15d', 'mail next-purchase: 10 %'],
      ['16d', order('order.fulfilled', 60)],
      ['40d'],
    ]));

  it('next-purchase is quiet after another order', () =>
    tell(world, 'next-purchase', [
      ['0h', order('order.fulfilled', 40)],
      ['1d', pays(40)],
      ['20d'],
    ]));

  it('code-again offers a new code for one that a cancelled order has used', () =>
    tell(world, 'code-again', [
      ['0h', pays(40, { ref: 'ca', codes: ['NEXT-1'] })],
      ['1d', order('order.cancelled', 40, { ref: 'cb' })],
      [
        '2d',
        order('order.cancelled', 40, { ref: 'ca', codes: ['NEXT-1'] }),
        'asks code-again: 10 %',
      ],
      ['3d', approves, 'mail code-again: 10 %'],
    ]));

  it('after-cancellation asks a day later, once in thirty days', () =>
    tell(world, 'after-cancellation', [
      ['0h', order('order.cancelled', 40)],
      ['23h'],
      ['1d', 'mail after-cancellation'],
      ['2d', order('order.cancelled', 40)],
      ['9d'],
    ]));

  it('after-cancellation is quiet when a new order came', () =>
    tell(world, 'after-cancellation', [
      ['0h', order('order.cancelled', 40)],
      ['20h', order('order.placed', 45)],
      ['3d'],
    ]));
});
