// Room under the caps: from which day on another mail may go, whatever was sent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSent, roomAt } from '#engine/email/caps.ts';
import { dayOf } from '#engine/time.ts';

const NOW = new Date('2031-03-03T22:30:00Z');
const BERLIN = 'Europe/Berlin';
const HOUR = 3_600_000;
const caps = (day: number, week: number) => ({ email_cap_per_day: day, email_cap_per_week: week });
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

describe('roomAt', () => {
  it('is now while both caps have room', () => {
    expect(roomAt([hoursAgo(30)], caps(1, 2), { now: NOW, zone: BERLIN })).toEqual(NOW);
  });

  it('is the customer’s next midnight when the day is full', () => {
    const room = roomAt([hoursAgo(2)], caps(1, 3), { now: NOW, zone: BERLIN });

    expect(room).toEqual(new Date('2031-03-03T23:00:00Z'));
  });

  it('is seven days after the mail that must leave the week first', () => {
    const sent = [hoursAgo(5 * 24), hoursAgo(2 * 24)];

    expect(roomAt(sent, caps(1, 2), { now: NOW, zone: BERLIN })).toEqual(
      new Date('2031-03-04T23:00:00Z'),
    );
  });

  it('never is where a cap is zero', () => {
    expect(roomAt([], caps(0, 2), { now: NOW, zone: BERLIN })).toBeNull();
  });

  it('has room under both caps, and had none on the day before', () => {
    const some = fc.array(fc.integer({ min: 0, max: 200 }).map(hoursAgo), { maxLength: 9 });
    const cap = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(some, cap, cap, (sent, day, week) => {
        const room = roomAt(sent, caps(day, week), { now: NOW, zone: BERLIN });
        if (room === null) throw new Error('every mail leaves the week');
        const on = (at: Date) => {
          const counted = countSent(sent, dayOf(at, BERLIN), BERLIN);
          return counted.day < day && counted.week < week;
        };

        expect(on(room)).toBe(true);
        expect(room > NOW && on(new Date(room.getTime() - 1))).toBe(false);
      }),
    );
  });
});
