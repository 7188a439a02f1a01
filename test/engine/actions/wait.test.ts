// How a wait is read, what it says of itself, and when it ends.
import { describe, expect, it } from 'vitest';
import { en } from '#bot/words/en.ts';
import { type Control, endOfWait, type WaitSetting } from '#engine/actions/control.ts';
import { readActionEntry } from '#engine/actions/registry.ts';
import { saidOf } from '../../support/said.ts';
import { anEvent, NOW } from '../../support/subjects.ts';

/** NOW is Wednesday, 25 November 2026, 12:00 UTC. */
function read(wait: unknown) {
  const found = readActionEntry({ wait });
  if (!found.ok) throw new Error(JSON.stringify(found.faults));
  return found.value;
}

function endOf(wait: unknown, said: Partial<WaitSetting> = {}): string | null {
  const control: Control | null = read(wait).control;
  if (control === null || control.kind === 'stop-if') return null;
  const setting = { now: NOW, zone: 'UTC', event: null, orders: [], ...said };
  return endOfWait(control, setting).toISOString().slice(0, 16);
}

function booked(hoursAhead: number) {
  const startsAt = new Date(NOW.getTime() + hoursAhead * 3_600_000);
  return anEvent({
    type: 'appointment.booked',
    customer: {},
    appointment: { ref: 'a-1', startsAt },
  });
}

describe('wait', () => {
  it.each<[unknown, string, Partial<WaitSetting>, string]>([
    ['3d', 'Wait 3 days', {}, '2026-11-28T12:00'],
    [{ until: '09:00' }, 'Wait until 09:00', {}, '2026-11-26T09:00'],
    [
      { usual: 'hour', else: '10:00' },
      'Wait until the hour they usually buy at, else 10:00',
      {},
      '2026-11-26T10:00',
    ],
    [
      { usual: 'pause', else: '30d' },
      'Wait as long as they usually do before they buy it again, else 30 days',
      {},
      '2026-12-25T12:00',
    ],
    [
      { before: 'appointment', by: '24h' },
      'Wait until 24 hours before the appointment',
      { event: booked(60) },
      '2026-11-27T00:00',
    ],
    // Sooner than that: at once.
    [
      { before: 'appointment', by: '1d' },
      'Wait until 1 day before the appointment',
      { event: booked(20) },
      '2026-11-25T12:00',
    ],
  ])('%j', (wait, summary, setting, end) => {
    expect(en.automations.step(read(wait).summary)).toBe(summary);
    expect(endOf(wait, setting)).toBe(end);
  });

  it.each([
    [{ usual: 'week', else: '30d' }, 'must be hour or pause'],
    [{ usual: 'hour', else: '30d' }, 'must be a time of day'],
    [{ usual: 'pause' }, 'else'],
    [{ before: 'birthday', by: '1d' }, 'must be one of appointment'],
  ])('%j is refused', (wait, said) => {
    const found = readActionEntry({ wait });

    expect(found.ok ? '' : found.faults.map(saidOf).join()).toContain(said);
  });
});
