// Recipes about days and newcomers: a welcome, wholesale, birthdays, anniversaries, appointments.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { appointment, hasPaid, joins, pays } from '../support/happenings.ts';
import { approves, becomes, openRecipes, tell } from '../support/timeline.ts';
import type { World } from '../support/world.ts';

describe('recipes about days and newcomers', () => {
  let world: World;
  beforeAll(async () => {
    world = await openRecipes();
  });
  afterAll(() => world.close());

  it('birthday brings a present at nine on their own clock, once a year', () =>
    tell(
      world,
      'birthday',
      [
        // Monday, 3 March 2031, 10:00 in UTC; nine in New York is 14:00.
        ['0h'],
        ['51h'],
        ['52h', 'mail birthday: 15 %'],
        ['3d', becomes({ birthday: '03-08' })],
        ['9d'],
      ],
      { birthday: '1990-03-05', timezone: 'America/New_York' },
    ));

  it('welcome comes once, with a code', () =>
    tell(world, 'welcome', [
      ['0h', joins, 'mail welcome: 10 %'],
      ['2d', joins],
    ]));

  it('welcome is quiet for who has bought already', () =>
    tell(world, 'welcome', [['0h', pays(20), joins], ['2d']]));

  it.each([
    ['no consent', { emailConsent: 'pending' } as const],
    ['no e-mail', { email: null }],
  ])('welcome is quiet with %s', (_why, said) =>
    tell(world, 'welcome', [['0h', joins], ['7d']], said),
  );

  it('wholesale tells sales of a business, and makes a member of the group once somebody agrees', () =>
    tell(world, 'wholesale', [
      ['0h', joins],
      [
        '1h',
        becomes({ attributes: { company: 'Grooves Ltd' } }),
        '#sales Wholesale',
        'asks group Wholesale',
      ],
      ['2h', approves, 'group Wholesale'],
      ['1d', becomes({ attributes: { company: 'Grooves Inc' } })],
    ]));

  it('anniversary thanks on the day of the first order, a year later and not before', () =>
    tell(world, 'anniversary', [
      ['0h', hasPaid(30, 362)],
      ['1d', hasPaid(30, 200)],
      ['2d'],
      ['4d', 'mail anniversary: 10 %'],
      ['9d'],
    ]));

  it('appointment-reminder comes a day before, also without consent', () =>
    tell(
      world,
      'appointment-reminder',
      [
        ['0h', appointment('appointment.booked', 72)],
        ['47h'],
        ['48h', 'mail appointment-reminder'],
        ['80h'],
      ],
      { emailConsent: 'unsubscribed' },
    ));

  it('appointment-reminder comes at once when it is soon, and not for the one that was cancelled', () =>
    tell(world, 'appointment-reminder', [
      ['0h', appointment('appointment.booked', 3), 'mail appointment-reminder'],
      ['1d', appointment('appointment.booked', 72, 'a-2')],
      [
        '2d',
        appointment('appointment.booked', 72, 'a-3'),
        appointment('appointment.cancelled', 48, 'a-2'),
      ],
      ['3d'],
      ['4d', 'mail appointment-reminder'],
    ]));
});
