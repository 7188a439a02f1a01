// Office time: what passes while somebody is there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addOfficeTime,
  endOfLastShift,
  isOfficeTime,
  type OfficeHours,
} from '#engine/office-hours.ts';

const HOUR = 3_600_000;
const WEEKDAYS = [1, 2, 3, 4, 5];

function hours(said: Partial<OfficeHours> = {}): OfficeHours {
  return { days: WEEKDAYS, from: '09:00', to: '17:00', zone: 'UTC', ...said };
}

function passed(at: string, amount: number, said: Partial<OfficeHours> = {}): string {
  return addOfficeTime(new Date(at), amount * HOUR, hours(said)).toISOString();
}

describe('addOfficeTime', () => {
  it.each([
    ['within a day', '2031-03-03T10:00:00Z', 4, '2031-03-03T14:00:00.000Z'],
    ['up to the last instant of a day', '2031-03-03T10:00:00Z', 7, '2031-03-03T17:00:00.000Z'],
    ['over the night', '2031-03-03T16:00:00Z', 4, '2031-03-04T12:00:00.000Z'],
    ['from the night before', '2031-03-03T20:00:00Z', 1, '2031-03-04T10:00:00.000Z'],
    ['over the weekend', '2031-03-07T16:30:00Z', 1, '2031-03-10T09:30:00.000Z'],
    ['from a Saturday', '2031-03-08T12:00:00Z', 4, '2031-03-10T13:00:00.000Z'],
    ['for a week of hours', '2031-03-03T09:00:00Z', 40, '2031-03-07T17:00:00.000Z'],
    ['not at all, in the night', '2031-03-03T20:00:00Z', 0, '2031-03-04T09:00:00.000Z'],
  ])('passes %s', (_how, at, amount, end) => {
    expect(passed(at, amount)).toBe(end);
  });

  it('goes by the clock of the zone across a weekend on which that is put forward, and back', () => {
    const zone = 'Europe/Berlin';

    expect(passed('2031-03-28T15:00:00Z', 2, { zone })).toBe('2031-03-31T08:00:00.000Z');
    expect(passed('2031-10-24T14:00:00Z', 2, { zone })).toBe('2031-10-27T09:00:00.000Z');
  });

  it('counts what passes, not what the clock shows, in a night that is an hour shorter or longer', () => {
    const night = { days: [6], from: '22:00', to: '06:00', zone: 'Europe/Berlin' };

    expect(passed('2031-03-29T21:00:00Z', 7, night)).toBe('2031-03-30T04:00:00.000Z');
    expect(passed('2031-03-29T21:00:00Z', 8, night)).toBe('2031-04-05T21:00:00.000Z');
    expect(passed('2031-10-25T20:00:00Z', 9, night)).toBe('2031-10-26T05:00:00.000Z');
  });

  it('is the same in one go and in two, and never quicker than time', () => {
    const instant = fc.date({
      min: new Date('2030-01-01'),
      max: new Date('2032-12-31'),
      noInvalidDate: true,
    });
    const length = fc.integer({ min: 1, max: 100 * HOUR });
    const kept = fc.constantFrom(
      hours(),
      hours({ zone: 'America/New_York' }),
      hours({ from: '20:00', to: '04:00', days: [0, 3, 6], zone: 'Europe/Berlin' }),
    );

    fc.assert(
      fc.property(instant, length, length, kept, (at, first, second, office) => {
        const once = addOfficeTime(at, first + second, office);

        expect(addOfficeTime(addOfficeTime(at, first, office), second, office)).toEqual(once);
        expect(once.getTime() - at.getTime()).toBeGreaterThanOrEqual(first + second);
      }),
    );
  });

  it('is plain time where somebody is always there', () => {
    const at = new Date('2031-03-08T12:00:00Z');

    expect(addOfficeTime(at, HOUR, null)).toEqual(new Date('2031-03-08T13:00:00Z'));
    expect(isOfficeTime(at, null)).toBe(true);
  });
});

describe('isOfficeTime', () => {
  it.each([
    ['2031-03-03T08:59:59.999Z', false],
    ['2031-03-03T09:00:00Z', true],
    ['2031-03-03T16:59:59.999Z', true],
    ['2031-03-03T17:00:00Z', false],
    ['2031-03-08T12:00:00Z', false],
  ])('at %s: %s', (at, is) => {
    expect(isOfficeTime(new Date(at), hours())).toBe(is);
  });

  it('reaches over midnight into a day of its own', () => {
    const night = hours({ days: [5], from: '20:00', to: '04:00' });

    expect(isOfficeTime(new Date('2031-03-08T03:59:00Z'), night)).toBe(true);
    expect(isOfficeTime(new Date('2031-03-07T03:59:00Z'), night)).toBe(false);
  });
});

describe('endOfLastShift', () => {
  it.each([
    ['that very instant', '2031-03-03T17:00:00Z', {}, '2031-03-03T17:00:00.000Z'],
    ['the day before', '2031-03-04T16:59:59Z', {}, '2031-03-03T17:00:00.000Z'],
    ['before the weekend', '2031-03-10T08:00:00Z', {}, '2031-03-07T17:00:00.000Z'],
    [
      'over midnight',
      '2031-03-04T07:00:00Z',
      { from: '22:00', to: '06:00' },
      '2031-03-04T06:00:00.000Z',
    ],
    ['a week ago', '2031-03-08T12:00:00Z', { days: [6] }, '2031-03-01T17:00:00.000Z'],
    [
      'by summer time',
      '2031-03-31T18:00:00Z',
      { zone: 'Europe/Berlin' },
      '2031-03-31T15:00:00.000Z',
    ],
  ])('is %s', (_when, at, said, end) => {
    expect(endOfLastShift(new Date(at), hours(said))?.toISOString()).toBe(end);
  });
});
