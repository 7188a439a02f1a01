// Cron expressions, and when a clock last met one.
import { describe, expect, test } from 'vitest';
import { lastMet, parseCron } from '#engine/automations/cron.ts';

function met(cron: string, after: string, until: string, zone = 'UTC') {
  const parsed = parseCron(cron);
  if (parsed === null) throw new Error(`${cron} is no cron expression`);
  return lastMet(parsed, new Date(after), new Date(until), zone)?.toISOString() ?? null;
}

describe('parseCron', () => {
  test.each(['0 9 * * 1', '*/15 8-18 * * mon-fri', '0 0 1,15 JAN-mar *', '5/20 * * * 7'])(
    'takes %s',
    (text) => {
      expect(parseCron(text)).not.toBeNull();
    },
  );

  test.each(['daily', '0 9 * *', '0 9 * * 1 2031', '60 9 * * *', '0 24 * * *', '0 9 0 * *'])(
    'does not take %s',
    (text) => {
      expect(parseCron(text)).toBeNull();
    },
  );

  test.each([
    '0 9 30 2 *',
    '0 9 * 13 *',
    '0 9 * * 8',
    '*/0 9 * * *',
    '9-5 * * * *',
    '0 9-5-3 * * *',
  ])('does not take %s, which no day fits', (text) => {
    expect(parseCron(text)).toBeNull();
  });
});

describe('lastMet', () => {
  test('a stretch holds the instants after its beginning, up to its end', () => {
    expect(met('0 9 * * *', '2031-03-03T09:00:00Z', '2031-03-03T23:00:00Z')).toBeNull();
    expect(met('0 9 * * *', '2031-03-03T08:59:59Z', '2031-03-03T09:00:00Z')).toBe(
      '2031-03-03T09:00:00.000Z',
    );
    expect(met('*/10 * * * *', '2031-03-03T08:00:00Z', '2031-03-03T09:59:59Z')).toBe(
      '2031-03-03T09:50:00.000Z',
    );
  });

  test('a weekday is the shop’s, and a day of the month beside it is enough', () => {
    // Monday begins in Tokyo while it is Sunday in UTC.
    expect(met('0 6 * * mon', '2031-03-02T00:00:00Z', '2031-03-03T00:00:00Z', 'Asia/Tokyo')).toBe(
      '2031-03-02T21:00:00.000Z',
    );
    expect(met('0 6 3 * sun', '2031-03-02T12:00:00Z', '2031-03-03T12:00:00Z')).toBe(
      '2031-03-03T06:00:00.000Z',
    );
  });

  test('a time that the clock skips counts an hour later, one that it shows twice counts once', () => {
    const spring = met(
      '30 2 * * *',
      '2031-03-30T00:00:00Z',
      '2031-03-30T04:00:00Z',
      'Europe/Berlin',
    );
    const autumn = met(
      '30 2 * * *',
      '2031-10-26T00:30:00Z',
      '2031-10-26T04:00:00Z',
      'Europe/Berlin',
    );

    expect(spring).toBe('2031-03-30T01:30:00.000Z');
    expect(autumn).toBeNull();
  });
});
