// Long texts are cut where a reader would cut them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, foldedText } from '#bot/surfaces/workspace/fold.ts';
import { de } from '#bot/words/de.ts';
import { en } from '#bot/words/en.ts';

const SMALL = { graphemes: 5, lines: 2, units: 40 };

describe('cutText', () => {
  it('never cuts inside a grapheme', () => {
    expect(cutText('👨‍👩‍👧‍👦'.repeat(2), { graphemes: 1, lines: 1, units: 40 })).toBe('👨‍👩‍👧‍👦');
    expect(cutText(`e${'\u0301'.repeat(100)}x`, SMALL)).toBe('');
  });

  it('gives a beginning of the text that keeps to the extent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cut = cutText(text, SMALL);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(SMALL.units);
        expect(cut.split('\n').length).toBeLessThanOrEqual(SMALL.lines);
      }),
    );
  });
});

describe('foldedText', () => {
  it('holds the whole of a long text behind "Show all"', () => {
    const text = 'word '.repeat(2000);

    const { markup } = foldedText(text, en);

    expect(markup).toContain('Show all 10,000 characters');
    expect(foldedText(text, de).markup).toContain('Alle 10.000 Zeichen zeigen');
    expect(markup).toContain(`<div class="fold-all">${text}</div>`);
  });
});
