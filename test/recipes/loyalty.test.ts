// Recipes about loyalty: VIPs, tiers, the best customers, who buys often. The amounts are exact.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { isKnownFor, order, othersPay, pays, refunded } from '../support/happenings.ts';
import { approves, becomes, openRecipes, tell } from '../support/timeline.ts';
import type { World } from '../support/world.ts';

describe.each(DATABASES)('recipes about loyalty, on the %s database', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await openRecipes(database);
  });
  afterAll(() => world.close());

  it('vip-promotion: over 5,000 makes a VIP, tells the team, and asks for half the price, once', () =>
    tell(world, 'vip-promotion', [
      ['0h', pays(5_000), 'tier Platinum'],
      ['1h', pays(0.01), '#vips VIP promotion', '+VIP', 'asks vip-thanks: 50 %'],
      ['2h', approves, 'mail vip-thanks: 50 %'],
      ['9d', pays(9_000)],
    ]));

  it('vip-promotion: so does an account of two years, with whatever is bought', () =>
    tell(world, 'vip-promotion', [
      ['0h', isKnownFor(728), pays(1)],
      ['2d', pays(1), '#vips VIP promotion', '+VIP', 'asks vip-thanks: 50 %'],
    ]));

  it('vip-promotion asks for no mail that may not be sent', () =>
    tell(
      world,
      'vip-promotion',
      [['0h', pays(6_000), '#vips VIP promotion', '+VIP', 'tier Platinum']],
      {
        emailConsent: 'unknown',
      },
    ));

  it('tier-demotion: a refund takes nobody lower before somebody approves', () =>
    tell(
      world,
      ['spend-tiers', 'tier-demotion'],
      [
        [
          '0h',
          pays(2_000, { ref: 'd1' }),
          '#vips Spend tiers',
          'asks tier-welcome: 50 %',
          'tier Gold',
        ],
        ['1d', refunded('d1', 0.01), '#vips Spend tiers', 'asks tier by spend'],
        ['2d', approves, 'mail tier-welcome: 50 %', 'tier Silver'],
      ],
    ));

  it('tier-demotion: who has come back up by then stays where they are', () =>
    tell(
      world,
      ['tier-demotion'],
      [
        ['0h', pays(2_000, { ref: 'd2' }), 'tier Gold'],
        ['1d', refunded('d2', 0.01), 'asks tier by spend'],
        ['2d', pays(0.01)],
        ['3d', approves],
        ['4d', pays(2_999.99)],
        ['5d', pays(0.01), 'tier Platinum'],
      ],
    ));

  it('spend-tiers: Silver, Gold from exactly 2,000, Platinum from exactly 5,000, and a refund demotes', () =>
    tell(world, 'spend-tiers', [
      ['0h', pays(1_999.99)],
      [
        '1d',
        pays(0.01, { ref: 't1' }),
        '#vips Spend tiers',
        'asks tier-welcome: 50 %',
        'tier Gold',
      ],
      ['2d', refunded('t1', 0.01), '#vips Spend tiers', 'tier Silver'],
      ['3d', pays(0.01), '#vips Spend tiers', 'asks tier-welcome: 50 %', 'tier Gold'],
      ['4d', pays(2_999.99)],
      [
        '5d',
        pays(0.01, { ref: 't5' }),
        '#vips Spend tiers',
        'asks tier-welcome: 70 %',
        'tier Platinum',
      ],
      ['6d', order('order.cancelled', 0.01, { ref: 't5' }), '#vips Spend tiers', 'tier Gold'],
    ]));
});

describe('recipes about the best', () => {
  let world: World;
  beforeAll(async () => {
    world = await openRecipes('embedded', { withSegments: true });
    await tell(world, [], [['0h', othersPay]]);
  });
  afterAll(() => world.close());

  it('vip-anniversary: two years to the day, without an order', () =>
    tell(world, 'vip-anniversary', [
      ['0h', isKnownFor(727), pays(20)],
      ['2d'],
      ['3d', '#vips VIP after two years', '+VIP', 'asks vip-thanks: 50 %'],
      ['9d'],
    ]));

  it('best-customers get their letter at the hour they usually buy, once a year', () =>
    tell(world, 'best-customers', [
      ['9h', pays(500)],
      ['33h', pays(500)],
      ['56h'],
      ['57h', 'asks founder-letter'],
      ['58h', approves, 'mail founder-letter'],
      ['60h', pays(50)],
    ]));

  it('best-customers is quiet without consent', () =>
    tell(world, 'best-customers', [['0h', pays(900)], ['1h', pays(900)], ['3d']], {
      emailConsent: 'pending',
    }));

  it('early-access gives a tag with its invitation, and takes it away after ninety days', () =>
    tell(world, 'early-access', [
      ['0h', pays(2_000), 'tier Gold'],
      ['1h', pays(2_000), '+early-access', 'asks early-access'],
      ['2h', approves, 'mail early-access'],
      ['89d'],
      ['91d', '-early-access'],
    ]));

  it('product-tester invites who bought three times in a quarter, and nobody with a refund', async () => {
    await tell(world, 'product-tester', [
      ['0h', pays(10)],
      ['1d', pays(10)],
      ['2d', pays(10), 'asks product-tester'],
      ['3d', pays(10)],
    ]);
    await tell(world, 'product-tester', [
      ['0h', pays(10, { ref: 'p1' }), refunded('p1', 10)],
      ['1d', pays(10)],
      ['2d', pays(10)],
    ]);
  });

  it('a VIP of the shop stays one, whatever the shop says besides', () =>
    tell(world, 'vip-anniversary', [
      ['0h', isKnownFor(727), pays(20)],
      ['1d', becomes({ tags: ['VIP'] }), '+VIP'],
      ['9d'],
    ]));
});
