// What a person sees of text with characters that cannot be seen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLines, visibleText } from '#bot/visible-text.ts';

describe('visibleText', () => {
  it.each([
    ['a right-to-left override', 'exe\u202Egnp', 'exe⟨U+202E⟩gnp'],
    ['isolates and marks', '\u2066a\u2069\u200F', '⟨U+2066⟩a⟨U+2069⟩⟨U+200F⟩'],
    ['a zero-width space', 'pay\u200Bpal', 'pay⟨U+200B⟩pal'],
    ['a joiner between Latin letters', 'a\u200Db', 'a⟨U+200D⟩b'],
    ['tags without a flag', 'hi\u{E0041}', 'hi⟨U+E0041⟩'],
    ['controls', 'a\u0000\u001B[31m\u0085', 'a⟨U+0000⟩⟨U+001B⟩[31m⟨U+0085⟩'],
    ['a line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
    ['a Hangul filler', '\u3164', '⟨U+3164⟩'],
    ['a lone surrogate', 'a\uD800', 'a\uFFFD'],
  ])('spells out %s', (_, hidden, shown) => {
    expect(visibleText(hidden)).toBe(shown);
  });

  it.each([
    '👨‍👩‍👧‍👦 ❤️‍🔥 👩🏽‍🚀 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪',
    'محمد الأحمد',
    'نگین می‌خواهد',
    'שלום עולם',
    'क्‍ष',
    'Nguyễn O’Brien R&D <Sales>',
    'two\nlines\tand a tab',
  ])('leaves %s as it is', (harmless) => {
    expect(visibleText(harmless)).toBe(harmless);
  });

  it('changes nothing more when it is applied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(visibleText(visibleText(any))).toBe(visibleText(any));
      }),
    );
  });
});

describe('firstLines', () => {
  it('ends a text of too many lines in an ellipsis', () => {
    expect(firstLines('1\n2\r\n3', 2)).toBe('1\n2\n…');
  });
});
