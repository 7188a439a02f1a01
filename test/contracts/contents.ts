// What a card may hold, wherever it is shown: tables, charts, far too much, and text that would like to be more than text.
import { expect, it } from 'vitest';
import { visibleText } from '#bot/visible-text.ts';
import { aChart, aChartCard } from '../support/charts.ts';
import { hear, type Stage, see } from './face.ts';
import { aCard, aCardOf, aPress, aTableCard, HOSTILE, TIMES } from './things.ts';

/** The laws of what cards say. */
export function describeContents(at: () => Stage): void {
  it('shows a table with its caption, its heading and every cell, row by row', async () => {
    const { text, active } = await see(at(), aTableCard(12));

    const cells = Array.from({ length: 12 }, (_, row) => [
      `Row ${String(row + 1).padStart(3, '0')}`,
      `$${row + 1}.50`,
    ]).flat();
    const said = ['By lifetime spend', 'Customer', 'Spent', 'Last order', ...cells];
    let from = 0;
    for (const word of said) {
      const found = text.indexOf(word, from);
      expect(found, `${word} in its place of ${text}`).toBeGreaterThanOrEqual(from);
      from = found + word.length;
    }
    expect(active).toEqual([]);
  });

  it('says how many rows of a table there was no room for', async () => {
    const rows = 300;

    const { text } = await see(at(), aTableCard(rows));

    const shown = text.match(/Row \d{3}/g) ?? [];
    const left = rows - shown.length;
    expect(shown.slice(0, 3)).toEqual(['Row 001', 'Row 002', 'Row 003']);
    if (left > 0) expect(text).toContain(`+${left} more`);
  });

  it('says all that a chart shows, as a picture in words or in bars', async () => {
    const { text, active } = await see(at(), aChartCard(aChart()));

    for (const said of ['Firings by month', '2031-01', '12 times', '2031-03', '40 times'])
      expect(text).toContain(said);
    expect(active).toEqual([]);
  });

  it('keeps the beginning and every button of a card that is far too long', async () => {
    const words = `Beginning ${'long '.repeat(4000)}`;

    const shown = await see(at(), aCard({ words, facts: 300, buttonCount: 60 }));

    expect(shown.text).toContain('Beginning long long');
    expect(shown.buttons.map((button) => button.action)).toEqual(
      // What only answers has no buttons: what they do is typed.
      at().face.standing === null ? [] : Array.from({ length: 60 }, (_, index) => aPress(index)),
    );
  });

  it('shows text that would be more as harmless text, wherever it stands and to whom', async () => {
    for (const words of HOSTILE) {
      const card = await see(at(), aCardOf(words), `card of ${words}`);
      const chart = aChartCard(aChart({ title: words, label: words }));
      const drawn = await see(at(), chart, `chart of ${words}`);
      const whisper = await hear(at(), aCardOf(words));

      for (const { text } of [card, whisper])
        expect.soft(text.split(visibleText(words)).length - 1, words).toBe(TIMES);
      expect.soft(drawn.text).toContain(visibleText(words));
      expect.soft([card, drawn, whisper].flatMap(({ active }) => active)).toEqual([]);
    }
  });
}
