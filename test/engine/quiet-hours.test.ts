// Hours of the day in which something waits.
import { describe, expect, it } from 'vitest';
import { endOfQuiet, parseQuietHours } from '#engine/quiet-hours.ts';

function endOf(at: string, hours: string, zone = 'UTC'): string | null {
  const quiet = parseQuietHours(hours);
  if (quiet === null) throw new Error('not read');
  return endOfQuiet(new Date(at), quiet, zone)?.toISOString() ?? null;
}

describe('endOfQuiet', () => {
  it.each([
    ['in the evening', '2031-03-03T21:00:00Z', '2031-03-04T08:00:00.000Z'],
    ['after midnight', '2031-03-04T07:59:59Z', '2031-03-04T08:00:00.000Z'],
    ['at its first instant', '2031-03-03T20:00:00Z', '2031-03-04T08:00:00.000Z'],
    ['at its end', '2031-03-04T08:00:00Z', null],
    ['at noon', '2031-03-03T12:00:00Z', null],
  ])('over midnight, %s', (_when, at, end) => {
    expect(endOf(at, '20:00-08:00')).toBe(end);
  });

  it('within a day', () => {
    expect(endOf('2031-03-03T12:30:00Z', '12:00-13:00')).toBe('2031-03-03T13:00:00.000Z');
  });

  it('goes by the clock of the zone, also in the night when that is put forward', () => {
    expect(endOf('2031-03-30T00:30:00Z', '20:00-08:00', 'Europe/Berlin')).toBe(
      '2031-03-30T06:00:00.000Z',
    );
  });
});

describe('parseQuietHours', () => {
  it.each(['', '20-8', '24:00-08:00', '08:00-08:00', '20:00'])('refuses “%s”', (text) => {
    expect(parseQuietHours(text)).toBeNull();
  });
});
