// Texts cut to size.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, fewLines, LINES_LIMIT, oneLine } from '#bot/cards/shorten.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 300 });

describe('clip', () => {
  it('is never longer than asked and never ends in half a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, max) => {
        expect(clip(text, max).length).toBeLessThanOrEqual(max);
        expect(clip(text, max).isWellFormed()).toBe(true);
      }),
    );
  });

  it('leaves what fits as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clip(text, 10_000)).toBe(text);
      }),
    );
  });
});

describe('oneLine', () => {
  it('has no line break left', () => {
    expect(oneLine(' a\r\nb\tc\u2028d ')).toBe('a b c d');
  });
});

describe('fewLines', () => {
  it('keeps the buttons in sight below a text of many lines', () => {
    expect(fewLines('a\n'.repeat(500)).split('\n')).toHaveLength(LINES_LIMIT + 1);
  });
});
