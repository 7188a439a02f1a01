// What lies between two texts: nothing invented, nothing lost, and no more changed than need be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffLine, diffLines, nearChanges } from '#engine/line-diff.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', '  - tag: x'), { maxLength: 12 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

function sideOf(lines: readonly DiffLine[], left: 'removed' | 'added'): string {
  return lines
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map((line) => `${line.text}\n`)
    .join('');
}

describe('diffLines', () => {
  it('holds both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);

        expect(sideOf(lines, 'removed')).toBe(before);
        expect(sideOf(lines, 'added')).toBe(after);
      }),
    );
  });

  it('changes nothing of the same text, and one line where one line differs', () => {
    fc.assert(
      fc.property(text, text, (head, tail) => {
        const changed = (before: string, after: string) =>
          diffLines(before, after).filter(({ kind }) => kind !== 'same');

        expect(changed(head, head)).toEqual([]);
        expect(changed(`${head}old\n${tail}`, `${head}new\n${tail}`)).toEqual([
          { kind: 'removed', text: 'old' },
          { kind: 'added', text: 'new' },
        ]);
      }),
    );
  });

  it('takes texts that are far too long to compare as changed between their ends', () => {
    const long = (word: string) =>
      `same\n${Array.from({ length: 3000 }, (_, n) => `${word}${n}\n`).join('')}end\n`;

    const lines = diffLines(long('a'), long('b'));

    expect(lines).toHaveLength(6002);
    expect(lines.at(-1)).toEqual({ kind: 'same', text: 'end' });
  });
});

describe('nearChanges', () => {
  it('leaves out what is far from any change, with a mark between two changes', () => {
    const lines = diffLines('1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\nx\n3\n4\n5\n6\n7\n8\ny\n');

    expect(nearChanges(lines, 1).map((line) => line?.text ?? null)).toEqual([
      ...['1', '2', 'x', '3', null, '8', '9', 'y'],
    ]);
  });
});
