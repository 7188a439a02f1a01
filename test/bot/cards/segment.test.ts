// A query that cannot be read, pointed at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { pointAt, queryFaultCard } from '#bot/cards/segment-fault.ts';
import { fieldsCard } from '#bot/cards/segment-fields.ts';
import { en } from '#bot/words/en.ts';
import { faultOf, straightenQuotes } from '#bot/work/segment-query.ts';
import { fieldList } from '#engine/segments/field-list.ts';

describe('pointAt', () => {
  it('puts the mark below the place, also in a later line', () => {
    const [line, mark] = pointAt('a = 1\nAND b = 2', { line: 2, column: 4 });

    expect(line).toBe('AND\u00a0b\u00a0=\u00a02');
    expect(mark.indexOf('^')).toBe(4);
  });

  it('cuts a long line to what stands around the place', () => {
    const query = `${'x'.repeat(2_000)}!${'y'.repeat(2_000)}`;

    const [line, mark] = pointAt(query, { line: 1, column: 2_000 });

    expect(line.length).toBeLessThan(70);
    expect(line[mark.indexOf('^')]).toBe('!');
  });

  it('finds a place in every query that cannot be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (query) => {
        const fault = faultOf(query);
        if (fault === null) return;
        const [line, mark] = pointAt(query, fault.error);

        expect(Array.from(mark).length).toBeLessThanOrEqual(Array.from(line).length + 1);
        expect(cardToText(queryFaultCard(en, query, fault.error))).toContain('^');
      }),
    );
  });
});

describe('straightenQuotes', () => {
  it.each([
    ['x = ‘VIP’', "x = 'VIP'"],
    ["x = 'O’Brien' AND y = ‘a’", "x = 'O’Brien' AND y = 'a'"],
  ])('reads %j as %j', (typed, query) => {
    expect(straightenQuotes(typed)).toBe(query);
  });
});

describe('fieldsCard', () => {
  it('shows every field and function that can be answered, and names the others', () => {
    const text = cardToText(fieldsCard(en, fieldList(), ''));

    for (const { name } of fieldList()) expect(text).toContain(name);
    expect(text).toContain('Understood, but not held here:');
  });
});
