// Cards as text for a terminal.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Card, facts, strong, text, time } from '#bot/card.ts';
import { cardToTerminal, type Screen } from '#bot/surfaces/terminal/text.ts';
import { columnWidths, padTo, widthOf } from '#bot/surfaces/width.ts';
import { aChart } from '../../../support/charts.ts';
import { NOW } from '../../../support/subjects.ts';

const SCREEN: Screen = { color: false, columns: 80, now: NOW, timeZone: 'UTC' };

const HOSTILE = z
  .object({ strings: z.array(z.object({ value: z.string() })) })
  .parse(JSON.parse(readFileSync('test/fixtures/hostile-strings.json', 'utf8')))
  .strings.map(({ value }) => value);

function aCard(blocks: Card['blocks'], title = 'Title'): Card {
  return { title, tone: 'good', blocks };
}

function tableOf(rows: readonly (readonly string[])[], columns = ['A', 'B']): Card {
  return aCard([{ kind: 'table', caption: 'c', columns, rows }]);
}

describe('cardToTerminal', () => {
  it('aligns labels, and shows times in the given zone with their distance', () => {
    const card = aCard([
      facts(['Name', 'Ada'], ['Answer by', time(new Date(NOW.getTime() + 7_200_000), 'relative')]),
    ]);

    expect(cardToTerminal(card, SCREEN).split('\n')).toEqual([
      'Title',
      '  Name:      Ada',
      expect.stringMatching(/^ {2}Answer by: 25 Nov 2026, 14:00 \(in 2 hours\)$/),
      '',
    ]);
  });

  it('aligns the columns of a table by what a reader sees, wide letters too', () => {
    const lines = cardToTerminal(
      tableOf([
        ['日本', 'x'],
        ['👩‍👩‍👧', 'y'],
        ['abcd', 'z'],
      ]),
      SCREEN,
    ).split('\n');

    const at = lines.slice(2, 6).map((line) => widthOf(line.slice(0, line.search(/[Bxyz]$/))));
    expect(new Set(at).size).toBe(1);
  });

  it('says what a table is of, unless the card is about nothing else', () => {
    const [first, second] = cardToTerminal(tableOf([['x', 'y']]), SCREEN)
      .split('\n')
      .slice(1);
    const alone = { ...tableOf([['x', 'y']]), title: 'c' };

    expect([first, second]).toEqual(['c', '  A  B']);
    expect(cardToTerminal(alone, SCREEN)).toBe('c\n  A  B\n  x  y\n');
  });

  it('draws the bars of a chart as long as the line has room for', () => {
    const card = aCard([{ kind: 'chart', chart: aChart() }]);

    expect(cardToTerminal(card, SCREEN).split('\n').slice(1, 5)).toEqual([
      'Firings by month',
      `  2031-01  12 times  ${'█'.repeat(12)}`,
      '  2031-02   0 times  ·',
      `  2031-03  40 times  ${'█'.repeat(40)}`,
    ]);
    const narrow = cardToTerminal(card, { ...SCREEN, columns: 40 }).split('\n');
    expect(Math.max(...narrow.map(widthOf))).toBeLessThanOrEqual(40);
  });

  it('colours only where colour is wanted, and says the same without', () => {
    const card = aCard([
      text('a ', strong('b')),
      { kind: 'list', items: [{ mark: 'failed', text: ['c'] }] },
    ]);

    const plain = cardToTerminal(card, SCREEN);
    const coloured = cardToTerminal(card, { ...SCREEN, color: true });

    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('lets no text of a customer act on the terminal', () => {
    const anyText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));

    fc.assert(
      fc.property(anyText, (value) => {
        const card = aCard(
          [
            text(value),
            facts([value, value]),
            { kind: 'quote', text: value, by: value },
            ...tableOf([[value, value]]).blocks,
          ],
          value,
        );
        expect(cardToTerminal(card, SCREEN)).not.toMatch(
          /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u,
        );
      }),
    );
  });
});

describe('columnWidths', () => {
  it('fits every table whose columns can shrink into the line', () => {
    const rows = fc.array(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 5 }),
      { minLength: 1 },
    );

    fc.assert(
      fc.property(rows, fc.integer({ min: 50, max: 200 }), (table, available) => {
        const widths = columnWidths(table, available);
        const total = widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1);
        expect(total).toBeLessThanOrEqual(available);
      }),
    );
  });
});

describe('padTo', () => {
  it('is exactly as wide as asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (content, width) => {
          expect(widthOf(padTo(content, width))).toBe(width);
        },
      ),
    );
  });
});
