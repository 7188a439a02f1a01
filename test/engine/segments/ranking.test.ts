// Places in a ranking that changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRanking, rankOf } from '#engine/segments/ranking.ts';

describe('createRanking', () => {
  it('counts as a plain list would, whatever comes and goes', () => {
    const change = fc.record({ value: fc.integer({ min: -5, max: 40 }), leaves: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 3000, size: 'max' }),
        fc.integer({ min: -6, max: 41 }),
        (changes, asked) => {
          const ranking = createRanking();
          const plain: number[] = [];
          for (const { value, leaves } of changes) {
            const at = plain.indexOf(value);
            if (leaves && at !== -1) {
              plain.splice(at, 1);
              ranking.remove(value);
            } else {
              plain.push(value);
              ranking.add(value);
            }
          }
          expect(ranking.atLeast(asked)).toBe(plain.filter((value) => value >= asked).length);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('rankOf', () => {
  it.each([
    [1, 5, 100],
    [5, 5, 0],
    [2, 5, 75],
    [1, 1, 100],
    [null, 5, null],
  ])('the place %s of %s is %s', (place, total, percent) => {
    expect(rankOf(place, total)).toBe(percent);
  });
});
