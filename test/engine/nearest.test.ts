// The rules by which a mistyped name is taken for a known one.
import { describe, expect, test } from 'vitest';
import { nearestName } from '#engine/nearest.ts';

describe('nearestName', () => {
  test.each([
    ['chanel', 'channel'],
    ['chnanel', 'channel'],
    ['CHANNEL', 'channel'],
    ['text', 'tex'],
    ['zebra', null],
    ['', null],
    ['c'.repeat(10_000), null],
  ])('%j is meant for %j', (word, expected) => {
    expect(nearestName(word, ['channel', 'tex'])).toBe(expected);
  });

  test('of two as near, the one that begins alike is meant', () => {
    expect(nearestName('order.payed', ['order.placed', 'order.paid'])).toBe('order.paid');
  });
});
