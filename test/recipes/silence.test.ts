// Recipes about who has gone quiet: won back, called, or left in peace.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { appointment, hasPaid, order, othersPay, pays } from '../support/happenings.ts';
import { approves, openRecipes, tell } from '../support/timeline.ts';
import type { World } from '../support/world.ts';

describe('recipes about who has gone quiet', () => {
  let world: World;
  beforeAll(async () => {
    world = await openRecipes('embedded', { withSegments: true });
  });
  afterAll(() => world.close());

  it('win-back writes after sixty days and offers something a week later, after approval', () =>
    tell(
      world,
      ['win-back', 'win-back-alert'],
      [
        ['0h', hasPaid(501, 57), othersPay],
        ['2d'],
        ['3d', '#sales Gone quiet', 'mail win-back'],
        ['9d'],
        ['10d', 'asks win-back-offer: 15 %'],
        ['11d', approves, 'mail win-back-offer: 15 %'],
        ['60d', othersPay],
      ],
    ));

  it('win-back ends with an order; up to 500 nobody is called', () =>
    tell(
      world,
      ['win-back', 'win-back-alert'],
      [
        ['0h', hasPaid(500, 57), othersPay],
        ['3d', 'mail win-back'],
        ['5d', order('order.placed', 20)],
        ['20d'],
      ],
    ));

  it('win-back is quiet for who is among the latest of a slow shop', () =>
    tell(world, 'win-back', [['0h', pays(40)], ['70d']]));

  it.each([
    ['has not agreed to mails', { emailConsent: 'unknown' } as const],
    ['was taken off the list', { tags: ['sunset'] }],
  ])('win-back leaves in peace who %s', (_why, said) =>
    tell(world, 'win-back', [['0h', hasPaid(40, 57), othersPay], ['9d']], said),
  );

  it('sunset asks who kept silent for a year although mailed often, and marks who still does', () =>
    tell(
      world,
      ['sunset', 'appointment-reminder'],
      [
        ['0h', hasPaid(40, 355)],
        ['1d', appointment('appointment.booked', 2, 's1'), 'mail appointment-reminder'],
        ['2d', appointment('appointment.booked', 2, 's2'), 'mail appointment-reminder'],
        ['3d', appointment('appointment.booked', 2, 's3'), 'mail appointment-reminder'],
        ['4d', appointment('appointment.booked', 2, 's4'), 'mail appointment-reminder'],
        ['13d'],
        ['14d', 'mail still-interested'],
        ['27d'],
        ['28d', '+sunset'],
      ],
    ));

  it('sunset is taken back by an order', () =>
    tell(
      world,
      ['sunset', 'appointment-reminder'],
      [
        ['0h', hasPaid(40, 400)],
        ['1d', appointment('appointment.booked', 2, 's1'), 'mail appointment-reminder'],
        ['2d', appointment('appointment.booked', 2, 's2'), 'mail appointment-reminder'],
        ['3d', appointment('appointment.booked', 2, 's3'), 'mail appointment-reminder'],
        ['4d', appointment('appointment.booked', 2, 's4'), 'mail appointment-reminder'],
        ['7d', 'mail still-interested'],
        ['9d', pays(10)],
        ['28d'],
      ],
    ));
});
