// How the team's time passes for cases.
import { describe, expect, it } from 'vitest';
import { addWorkTime } from '#engine/cases/work-clock.ts';
import { parseDuration } from '#engine/time.ts';

const ZONE = 'Europe/Berlin';
const HOURS = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', zone: ZONE };
/** The Friday before the clocks go forward, at 16:00 there. */
const FRIDAY = new Date('2031-03-28T15:00:00Z');

function later(text: string, hours: typeof HOURS | null = HOURS): string {
  const duration = parseDuration(text);
  if (duration === null) throw new Error(`${text} is no duration`);
  return addWorkTime(FRIDAY, duration, { zone: ZONE, hours }).toISOString();
}

describe('addWorkTime', () => {
  it('passes hours and minutes while somebody is there, by the clock of then', () => {
    expect(later('2h')).toBe('2031-03-31T08:00:00.000Z');
    expect(later('90m')).toBe('2031-03-31T07:30:00.000Z');
  });

  it('passes days on the calendar', () => {
    expect(later('3d')).toBe('2031-03-31T14:00:00.000Z');
  });

  it('passes as the clock does where somebody is always there', () => {
    expect(later('2h', null)).toBe('2031-03-28T17:00:00.000Z');
  });
});
