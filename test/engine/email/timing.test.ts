// When a marketing mail may go out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TimingRequest, timeMail } from '#engine/email/timing.ts';
import { endOfQuiet } from '#engine/quiet-hours.ts';
import { DAY, HOUR } from '../../support/automations.ts';

const AT = new Date('2031-03-29T20:30:00Z');
const NIGHT = { from: '21:00', to: '08:00' };

function timing(given: Partial<TimingRequest> = {}) {
  return timeMail({
    ...{ now: AT, lastAt: null, gap: { amount: 16, unit: 'h' }, quiet: null, zone: 'UTC' },
    releasedAt: given.now ?? AT,
    ...given,
  });
}

const hence = (milliseconds: number) => new Date(AT.getTime() + milliseconds);

describe('timeMail', () => {
  test('who had none lately gets it now', () => {
    expect(timing()).toEqual({ kind: 'now' });
    expect(timing({ lastAt: hence(-16 * HOUR) })).toEqual({ kind: 'now' });
  });

  test('a second mail waits for the gap, and then for the end of the night', () => {
    const lastAt = hence(-HOUR);

    expect(timing({ lastAt })).toEqual({
      kind: 'later',
      until: hence(15 * HOUR),
      reason: 'email-gap',
    });
    expect(timing({ lastAt: hence(-13 * HOUR), quiet: NIGHT })).toEqual({
      kind: 'later',
      until: new Date('2031-03-30T08:00:00Z'),
      reason: 'email-gap',
    });
  });

  test('the night is the customer’s, also when the clock goes forward in it', () => {
    const quiet = timing({ quiet: NIGHT, zone: 'Europe/Berlin' });

    expect(quiet).toEqual({
      kind: 'later',
      until: new Date('2031-03-30T06:00:00Z'),
      reason: 'quiet-hours',
    });
    expect(timing({ quiet: NIGHT, zone: 'America/New_York' })).toEqual({ kind: 'now' });
  });

  test('what would come more than a day after it was free to go does not go', () => {
    const lastAt = hence(-HOUR);

    expect(timing({ lastAt, gap: { amount: 26, unit: 'h' } })).toEqual({ kind: 'too-late' });
    expect(timing({ lastAt, releasedAt: hence(-10 * HOUR) })).toEqual({ kind: 'too-late' });
  });

  test('what it says is kept: by then neither the gap nor the night is in the way', () => {
    const sometime = fc.date({
      min: new Date('2031-01-01'),
      max: new Date('2031-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        sometime,
        fc.integer({ min: 0, max: DAY }),
        fc.integer({ min: 1, max: 24 }),
        (now, ago, hours) => {
          const lastAt = new Date(now.getTime() - ago);
          const zone = 'America/New_York';
          const said = timing({
            now,
            lastAt,
            gap: { amount: hours, unit: 'h' },
            quiet: NIGHT,
            zone,
          });
          const at = said.kind === 'later' ? said.until : now;

          if (said.kind === 'too-late') return;
          expect(at.getTime() - lastAt.getTime()).toBeGreaterThanOrEqual(hours * HOUR);
          expect(endOfQuiet(at, NIGHT, zone)).toBeNull();
        },
      ),
    );
  });
});
