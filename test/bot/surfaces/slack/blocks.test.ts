// A card as Block Kit: whatever it holds, Slack takes it, no button is lost, and text stays text.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createActionCodec } from '#bot/action-id.ts';
import { type Block, type Button, buttonsOf, type Card, type Inline } from '#bot/card.ts';
import { cardToBlocks, cardToModalBlocks, cardToPlainBlocks } from '#bot/surfaces/slack/blocks.ts';
import { visibleText } from '#bot/visible-text.ts';
import { faultsOfMessage, faultsOfView } from '../../../support/block-kit.ts';
import { readBlocks } from '../../../support/slack-reading.ts';

const codec = createActionCodec(Buffer.alloc(32, 7));
const AT = new Date('2026-11-25T10:00:00Z');

const HOSTILE = z
  .object({ strings: z.array(z.object({ id: z.string(), value: z.string() })) })
  .parse(JSON.parse(readFileSync('test/fixtures/hostile-strings.json', 'utf8'))).strings;

describe('cardToBlocks', () => {
  it('makes of any card a message that Slack takes, with every button in its order', () => {
    fc.assert(
      fc.property(aCard(), (card) => {
        const message = cardToBlocks(card, codec);

        expect(faultsOfMessage(message.blocks)).toEqual([]);
        expect(pressesOf(message.blocks)).toEqual(buttonsOf(card).map((button) => button.action));
        expect(message.text.length).toBeLessThanOrEqual(4000);
        expect(message.text).not.toMatch(/[<>]/);
      }),
      { numRuns: 80 },
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

describe('cardToPlainBlocks', () => {
  it('holds the words and the buttons of any card within the limits', () => {
    fc.assert(
      fc.property(aCard(), (card) => {
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
      fc.property(aCard(), (card) => {
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

function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constant(''),
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...HOSTILE.map((hostile) => hostile.value)),
    fc.string({ unit: 'grapheme' }).map((some) => some.repeat(200)),
    fc.constantFrom('&<>'.repeat(1200), '👨‍👩‍👧‍👦'.repeat(400), 'line\n'.repeat(500), ' \n '),
  );
}

function anyInline(): fc.Arbitrary<Inline> {
  return fc.oneof(
    anyText(),
    fc.record({ kind: fc.constantFrom('strong' as const, 'code' as const), text: anyText() }),
    fc.record({
      kind: fc.constant('time' as const),
      at: fc.date({ noInvalidDate: false }),
      style: fc.constantFrom('relative' as const, 'full' as const, 'day' as const),
    }),
    fc.record({
      kind: fc.constant('link' as const),
      text: anyText(),
      url: fc.oneof(fc.webUrl(), anyText()),
    }),
  );
}

function aButton(): fc.Arbitrary<Button> {
  const words = fc.record({ title: anyText(), text: anyText(), confirm: anyText() });
  return fc.record(
    {
      label: anyText(),
      action: fc.record({
        name: fc.constant('case.take'),
        id: fc.stringMatching(/^[a-z0-9]{1,30}$/),
      }),
      style: fc.constantFrom('primary' as const, 'danger' as const),
      confirm: words,
    },
    { requiredKeys: ['label', 'action'] },
  );
}

function aCard(): fc.Arbitrary<Card> {
  const line = fc.array(anyInline(), { maxLength: 14 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom('text' as const, 'note' as const), text: line }),
    fc.record({
      kind: fc.constant('facts' as const),
      facts: fc.array(fc.record({ label: anyText(), value: line }), { maxLength: 60 }),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      items: fc.array(
        fc.record({ text: line, mark: fc.constantFrom('done' as const, 'no' as const) }),
      ),
    }),
    fc.record({ kind: fc.constant('quote' as const), text: anyText(), by: anyText() }),
    fc.record({
      kind: fc.constant('table' as const),
      caption: anyText(),
      columns: fc.array(anyText(), { maxLength: 25 }),
      rows: fc.array(fc.array(anyInline(), { maxLength: 25 }), { maxLength: 120 }),
    }),
    fc.constant({ kind: 'divider' as const }),
    fc.record({
      kind: fc.constant('buttons' as const),
      buttons: fc.array(aButton(), { maxLength: 30 }),
    }),
  );
  return fc.record({
    title: anyText(),
    tone: fc.constantFrom('neutral' as const, 'good' as const, 'warning' as const, 'bad' as const),
    blocks: fc.array(block, { maxLength: 70 }),
  });
}
