// Recipes about carts that were left: a series of three mails, and a word to sales.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { checksOut, order, pays } from '../support/happenings.ts';
import { openRecipes, tell } from '../support/timeline.ts';
import type { World } from '../support/world.ts';

describe.each(DATABASES)('recipes about carts, on the %s database', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await openRecipes(database);
  });
  afterAll(() => world.close());

  it('abandoned-cart writes after 1, 24 and 48 hours, with a code only in the last', () =>
    tell(world, 'abandoned-cart', [
      ['0h', checksOut(92, 'k-1')],
      ['59m'],
      ['60m', 'mail cart-reminder'],
      ['24h', 'mail cart-help'],
      ['48h', 'mail cart-offer: 10 %'],
      ['9d'],
    ]));

  it('abandoned-cart ends with an order, also one that is not paid yet', () =>
    tell(world, 'abandoned-cart', [
      ['0h', checksOut(92, 'k-2')],
      ['60m', 'mail cart-reminder'],
      ['5h', order('order.placed', 20)],
      ['3d'],
    ]));

  it.each<[string, object, number]>([
    ['no consent', { emailConsent: 'unknown' }, 92],
    ['no e-mail', { email: null }, 92],
    ['a small cart', {}, 29],
  ])('abandoned-cart is quiet with %s', (_why, said, total) =>
    tell(world, 'abandoned-cart', [['0h', checksOut(total, `k-${_why}`)], ['3d']], said),
  );

  it('abandoned-cart leaves alone who was mailed yesterday, and who left another cart a week ago', () =>
    tell(
      world,
      ['abandoned-cart', 'thank-you'],
      [
        ['0h', pays(40), 'mail thank-you'],
        ['2h', checksOut(92, 'k-3')],
        ['5h'],
        ['60h', checksOut(92, 'k-4')],
        ['61h', 'mail cart-reminder'],
        ['84h', 'mail cart-help'],
        ['100h', 'unsent thank-you-tips: weekly-cap'],
        ['108h', 'unsent cart-offer: weekly-cap'],
        ['120h', checksOut(92, 'k-5')],
        ['130h'],
      ],
    ));

  it('abandoned-cart-alert tells sales once a day of a large cart, mail or no mail', () =>
    tell(
      world,
      'abandoned-cart-alert',
      [
        ['0h', checksOut(200, 'k-6')],
        ['60m', '#sales Cart left'],
        ['2h', checksOut(900, 'k-7')],
        ['4h'],
        ['30h', checksOut(199, 'k-8')],
        ['32h'],
      ],
      { emailConsent: 'unsubscribed' },
    ));
});
