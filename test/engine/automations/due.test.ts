// Whose day it is, by zone.
import { describe, expect, test } from 'vitest';
import { dueDays } from '#engine/automations/due.ts';

const BIRTHDAY = { kind: 'date', attribute: 'birthday', offsetDays: 0, at: '09:00' } as const;

function due(
  after: string,
  until: string,
  trigger: Partial<typeof BIRTHDAY> | { offsetDays: number } = {},
) {
  const stretch = { after: new Date(after), until: new Date(until) };
  const zones = ['America/New_York', 'Asia/Tokyo', 'Mars/Olympus'];
  return dueDays({ ...BIRTHDAY, ...trigger }, stretch, zones, 'Europe/Berlin');
}

describe('dueDays', () => {
  test('each zone comes at its own nine o’clock; what is no zone comes with the shop’s', () => {
    expect(due('2031-03-02T23:59:00Z', '2031-03-03T00:00:00Z')).toEqual([
      { zone: 'Asia/Tokyo', monthDay: '03-03', year: '2031' },
    ]);
    expect(due('2031-03-03T07:59:00Z', '2031-03-03T08:00:00Z')).toEqual([
      { zone: '', monthDay: '03-03', year: '2031' },
      { zone: 'Mars/Olympus', monthDay: '03-03', year: '2031' },
    ]);
  });

  test('a week before the first of January is in the old year, for the new one', () => {
    const [day] = due('2031-12-25T13:59:00Z', '2031-12-25T14:00:00Z', { offsetDays: -7 });

    expect(day).toEqual({ zone: 'America/New_York', monthDay: '01-01', year: '2032' });
  });

  test('the 29th of February is kept on the 28th where there is none, and on its day where there is', () => {
    const days = (from: string, to: string) =>
      due(from, to)
        .filter(({ zone }) => zone === '')
        .map(({ monthDay }) => monthDay);

    expect(days('2031-02-28T00:00:00Z', '2031-02-28T12:00:00Z')).toEqual(['02-28', '02-29']);
    expect(days('2032-02-28T00:00:00Z', '2032-02-29T12:00:00Z')).toEqual(['02-28', '02-29']);
    expect(days('2032-02-28T00:00:00Z', '2032-02-28T12:00:00Z')).toEqual(['02-28']);
  });
});
