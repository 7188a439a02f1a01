// A card as Block Kit: whatever it holds, Slack takes it, no button is lost, and text stays text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActionCodec } from '#bot/action-id.ts';
import { type Block, buttonsOf, chartsOf, type Inline } from '#bot/card.ts';
import {
  cardToBlocks,
  cardToModalBlocks,
  cardToPlainBlocks,
  LONG_KNOWN,
  type Look,
} from '#bot/surfaces/slack/blocks.ts';
import { visibleText } from '#bot/visible-text.ts';
import { anyCard, HOSTILE } from '../../../support/any-card.ts';
import { faultsOfMessage, faultsOfView } from '../../../support/block-kit.ts';
import { readBlocks } from '../../../support/slack-reading.ts';

const codec = createActionCodec(Buffer.alloc(32, 7));
const RECENT: Look = { ...LONG_KNOWN, recent: new Set(['data_table', 'context_actions']) };
const AT = new Date('2026-11-25T10:00:00Z');

describe('cardToBlocks', () => {
  it('makes of any card a message that Slack takes, with every button in its order', () => {
    fc.assert(
      fc.property(anyCard(), fc.boolean(), fc.boolean(), (card, hasPictures, hasRecent) => {
        const files = hasPictures ? chartsOf(card).map((chart) => [chart, 'F1'] as const) : [];
        const message = cardToBlocks(card, codec, {
          ...(hasRecent ? RECENT : LONG_KNOWN),
          pictures: new Map(files),
        });

        expect(faultsOfMessage(message.blocks)).toEqual([]);
        expect(pressesOf(message.blocks)).toEqual(buttonsOf(card).map((button) => button.action));
        expect(message.text.length).toBeLessThanOrEqual(4000);
        expect(message.text).not.toMatch(/[<>]/);
      }),
      { numRuns: 160 },
    );
  });

  it('keeps every button of two hundred single rows', () => {
    const blocks = Array.from(
      { length: 200 },
      (_, at): Block => ({
        kind: 'buttons',
        buttons: [{ label: 'Take', action: { name: 'case.take', id: `c${at}` } }],
      }),
    );

    const message = cardToBlocks({ title: 'Many', tone: 'bad', blocks }, codec);

    expect(faultsOfMessage(message.blocks)).toEqual([]);
    expect(pressesOf(message.blocks)).toHaveLength(200);
  });

  it.each(HOSTILE)('shows $id as the text it is', ({ value }) => {
    const message = cardToBlocks(
      {
        title: 'Title',
        tone: 'neutral',
        blocks: [
          { kind: 'text', text: [value] },
          { kind: 'note', text: [value] },
        ],
      },
      codec,
    );

    const read = readBlocks(message.blocks);
    const start = [...visibleText(value).split('\n', 1).join('')].slice(0, 20).join('').trim();
    expect(faultsOfMessage(message.blocks)).toEqual([]);
    expect(read.active).toEqual([]);
    expect(read.text.split(start).length).toBeGreaterThanOrEqual(3);
  });

  it('shows an instant in the zone of each reader, with words for who cannot see it', () => {
    const when: Inline = { kind: 'time', at: AT, style: 'full' };

    const { blocks } = cardToBlocks(
      {
        title: 'Due',
        tone: 'neutral',
        blocks: [
          { kind: 'text', text: ['by ', when] },
          { kind: 'note', text: ['by ', when] },
        ],
      },
      codec,
    );

    expect(blocks[1]).toMatchObject({
      elements: [
        {
          elements: [
            { text: 'by ' },
            { type: 'date', timestamp: 1_795_600_800, fallback: '2026-11-25 10:00 UTC' },
          ],
        },
      ],
    });
    expect(blocks[2]).toMatchObject({
      elements: [
        { type: 'plain_text' },
        {
          type: 'mrkdwn',
          verbatim: true,
          text: '<!date^1795600800^{date_short_pretty} {time}|2026-11-25 10:00 UTC>',
        },
      ],
    });
  });

  it('says the tone in a sign, for colours cannot be heard', () => {
    const { blocks } = cardToBlocks({ title: 'Failed', tone: 'bad', blocks: [] }, codec);

    expect(blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: '⛔ Failed', emoji: false } },
    ]);
  });

  it('counts the rows and blocks that had no room', () => {
    const rows = Array.from({ length: 150 }, (_, at) => [`row ${at}`]);
    const table: Block = { kind: 'table', caption: 'Orders', columns: ['Order'], rows };
    const notes = Array.from({ length: 80 }, (): Block => ({ kind: 'note', text: ['small'] }));

    const read = readBlocks(
      cardToBlocks({ title: 'Long', tone: 'neutral', blocks: [table, ...notes] }, codec).blocks,
    );

    expect(read.text).toContain('+51 more');
    expect(read.text).toMatch(/\+\d\d more$/);
  });

  it('links only to web and mail addresses', () => {
    const link = (url: string): Block => ({
      kind: 'text',
      text: [{ kind: 'link', text: 'open', url }],
    });

    const { blocks } = cardToBlocks(
      {
        title: 'Links',
        tone: 'neutral',
        blocks: [link('https://shop.example/1'), link('javascript:alert(1)')],
      },
      codec,
    );

    expect(JSON.stringify(blocks[1])).toContain('"type":"link"');
    expect(JSON.stringify(blocks[2])).not.toContain('"type":"link"');
  });
});

describe('cardToBlocks, for a workspace that takes recent blocks', () => {
  const draw = (...blocks: readonly Block[]) =>
    cardToBlocks({ title: 'T', tone: 'neutral', blocks }, codec, RECENT).blocks;
  const tableOf = (rows: readonly (readonly Inline[])[]): Block => ({
    kind: 'table',
    caption: 'Orders',
    columns: ['Order', 'Total'],
    rows,
  });
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, at) => [`row ${at + 1}`, '€ 10']);
  const opinion = (...labels: readonly string[]): Block => ({
    kind: 'buttons',
    feedback: true,
    buttons: labels.map((label) => ({ label, action: { name: 'answer.helpful', id: label } })),
  });

  it('gives a long table pages, and shows a short one whole', () => {
    const [, , long] = draw(tableOf(rowsOf(11)));
    const [, , short] = draw(tableOf(rowsOf(10)));

    expect(long).toMatchObject({ type: 'data_table', caption: 'Orders', page_size: 10 });
    expect(long).toHaveProperty('rows.length', 12);
    expect(short).toMatchObject({ type: 'table' });
  });

  it('counts what is over a hundred rows, and draws a second table in text', () => {
    const blocks = draw(tableOf(rowsOf(150)), tableOf(rowsOf(150)));

    expect(faultsOfMessage(blocks)).toEqual([]);
    expect(blocks[2]).toHaveProperty('rows.length', 101);
    expect(blocks.map(({ type }) => type).filter((type) => type.endsWith('table'))).toEqual([
      'data_table',
    ]);
    expect(readBlocks(blocks).text).toContain('+50 more');
  });

  it.each(HOSTILE)('shows $id in a long table as the text it is', ({ value }) => {
    const blocks = draw(tableOf(Array.from({ length: 12 }, () => [value, value])));

    expect(faultsOfMessage(blocks)).toEqual([]);
    expect(readBlocks(blocks).active).toEqual([]);
  });

  it('keeps the bars of a chart side by side', () => {
    const bars = Array.from({ length: 30 }, (_, at) => ({
      label: `m${at}`,
      value: at,
      text: `${at}`,
    }));
    const blocks = draw({ kind: 'chart', chart: { title: 'By month', columns: ['M', 'N'], bars } });

    expect(blocks[2]).toMatchObject({ type: 'table' });
  });

  it('draws a yes and a no to an answer as thumbs, which are pressed as buttons are', () => {
    const blocks = draw(opinion('Helpful', 'Not helpful'));

    expect(blocks[1]).toMatchObject({
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: { text: { text: 'Helpful' } },
          negative_button: { text: { text: 'Not helpful' } },
        },
      ],
    });
    expect(pressesOf(blocks)).toEqual([
      { name: 'answer.helpful', id: 'Helpful' },
      { name: 'answer.helpful', id: 'Not helpful' },
    ]);
  });

  it('draws what is not a yes and a no as buttons', () => {
    expect(draw(opinion('One'))[1]).toMatchObject({ type: 'actions' });
    expect(draw(opinion('One', 'Two', 'Three'))[1]).toMatchObject({ type: 'actions' });
  });
});

describe('cardToPlainBlocks', () => {
  it('holds the words and the buttons of any card within the limits', () => {
    fc.assert(
      fc.property(anyCard(), (card) => {
        const message = cardToPlainBlocks(card, codec);

        expect(faultsOfMessage(message.blocks)).toEqual([]);
        expect(pressesOf(message.blocks)).toEqual(buttonsOf(card).map((button) => button.action));
      }),
      { numRuns: 40 },
    );
  });
});

describe('cardToModalBlocks', () => {
  it('makes of any card a modal that Slack takes', () => {
    fc.assert(
      fc.property(anyCard(), (card) => {
        const title = { type: 'plain_text', text: 'Regulars' };
        const blocks = cardToModalBlocks(card, codec, 100);

        expect(faultsOfView({ type: 'modal', title, blocks })).toEqual([]);
        expect(pressesOf(blocks)).toEqual(buttonsOf(card).map((button) => button.action));
      }),
      { numRuns: 40 },
    );
  });
});

function pressesOf(blocks: unknown) {
  return readBlocks(blocks).buttons.map((button) => codec.decode(button.value));
}
