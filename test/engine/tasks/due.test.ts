// When a task is due: a while, a time, a day, on the clock of a zone.
import { describe, expect, it } from 'vitest';
import { parseDue } from '#engine/tasks/due.ts';

/** A Monday, 23:30 in Berlin. */
const NOW = new Date('2031-03-03T22:30:00Z');
const BERLIN = 'Europe/Berlin';

describe('parseDue', () => {
  it.each([
    ['4h', '2031-03-04T02:30:00Z'],
    ['14:00', '2031-03-04T13:00:00Z'],
    ['23:45', '2031-03-03T22:45:00Z'],
    ['tomorrow', '2031-03-04T16:00:00Z'],
    ['Tomorrow 9:30', '2031-03-04T08:30:00Z'],
    ['fri at 14:00', '2031-03-07T13:00:00Z'],
    ['monday', '2031-03-10T16:00:00Z'],
    ['monday 23:59', '2031-03-03T22:59:00Z'],
    ['2031-04-01', '2031-04-01T15:00:00Z'],
  ])('reads %s on the clock of the team', (text, at) => {
    expect(parseDue(text, NOW, BERLIN)).toEqual(new Date(at));
  });

  it('keeps the clock over a change to summer time', () => {
    const before = new Date('2031-03-29T11:00:00Z');

    expect(parseDue('1d', before, BERLIN)).toEqual(new Date('2031-03-30T10:00:00Z'));
  });

  it.each([
    '',
    'soon',
    '0d',
    'today',
    'yesterday',
    '25:00',
    '2031-02-30',
    '2031-03-02',
    'mo',
    'friday 24:00',
  ])('reads no time to come in "%s"', (text) => {
    expect(parseDue(text, NOW, BERLIN)).toBeNull();
  });
});
