import { describe, expect, it } from 'vitest';
import { addDuration, dayOf, moveDay, parseDuration, startOfDay } from '#engine/time.ts';

describe('parseDuration', () => {
  it.each([
    ['30d', { amount: 30, unit: 'd' }],
    ['90m', { amount: 90, unit: 'm' }],
    ['3mo', { amount: 3, unit: 'mo' }],
    ['2y', { amount: 2, unit: 'y' }],
  ])('reads %s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each(['', '30', 'd', '-1d', '1.5h', '30 d', '1e3d', '999999d'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('addDuration', () => {
  it('keeps the wall clock when the clocks change', () => {
    const before = new Date('2026-03-28T08:00:00Z'); // 09:00 in Berlin, the day before summer time

    expect(addDuration(before, { amount: 1, unit: 'd' }, 'Europe/Berlin').toISOString()).toBe(
      '2026-03-29T07:00:00.000Z',
    );
    expect(addDuration(before, { amount: 24, unit: 'h' }, 'Europe/Berlin').toISOString()).toBe(
      '2026-03-29T08:00:00.000Z',
    );
  });

  it('clamps the end of a month', () => {
    expect(
      addDuration(new Date('2026-01-31T12:00:00Z'), { amount: 1, unit: 'mo' }).toISOString(),
    ).toBe('2026-02-28T12:00:00.000Z');
  });
});

describe('calendar days', () => {
  it('are those of the zone', () => {
    const instant = new Date('2026-01-01T03:00:00Z');

    expect(dayOf(instant, 'America/New_York')).toBe('2025-12-31');
    expect(startOfDay('2026-01-01', 'America/New_York').toISOString()).toBe(
      '2026-01-01T05:00:00.000Z',
    );
  });

  it('do not exist on 30 February', () => {
    expect(() => startOfDay('2026-02-30', 'UTC')).toThrow(RangeError);
  });

  it('move by calendar arithmetic', () => {
    expect(moveDay('2024-03-31', { months: -1 })).toBe('2024-02-29');
    expect(moveDay('2024-02-29', { years: 1 })).toBe('2025-02-28');
  });
});
