// A card as Discord's components: whatever it holds, Discord takes it, no button is lost, and text stays text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActionCodec } from '#bot/action-id.ts';
import { type Block, buttonsOf, type Card, chartsOf, type Inline } from '#bot/card.ts';
import { readPress } from '#bot/surfaces/discord/buttons.ts';
import {
  cardToMessage,
  cardToPlainMessage,
  sentenceToMessage,
} from '#bot/surfaces/discord/components.ts';
import type { DiscordPictures } from '#bot/surfaces/discord/pictures.ts';
import { visibleText } from '#bot/visible-text.ts';
import { anyCard, HOSTILE } from '../../../support/any-card.ts';
import { DOT } from '../../../support/charts.ts';
import { faultsOfMessage } from '../../../support/discord-limits.ts';
import { readComponents } from '../../../support/discord-reading.ts';

const codec = createActionCodec(Buffer.alloc(32, 7));
const AT = new Date('2026-11-25T10:00:00Z');

describe.each([
  ['cardToMessage', (card: Card) => cardToMessage(card, codec)],
  ['cardToMessage with pictures', (card: Card) => cardToMessage(card, codec, picturesFor(card))],
  ['cardToPlainMessage', (card: Card) => cardToPlainMessage(card, codec)],
])('%s', (_name, draw) => {
  it('makes of any card a message that Discord takes, with every button in its order', () => {
    fc.assert(
      fc.property(anyCard(), (card) => {
        const message = draw(card);

        expect(faultsOfMessage(message)).toEqual([]);
        expect(pressesOf(message.components)).toEqual(
          buttonsOf(card).map((button) => button.action),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('lets nothing of a text become a mention, a link or formatting', () => {
    fc.assert(
      fc.property(anyCard(), (card) => {
        const { components } = draw(withoutLinks(card));

        expect(readComponents(components).active).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it.each([6, 61, 200, 400])('keeps each of %d buttons', (count) => {
    const blocks = Array.from({ length: count }, (_, at) => aRow(`c${at}`));

    const message = draw({ title: 'Many', tone: 'bad', blocks });

    expect(faultsOfMessage(message)).toEqual([]);
    expect(pressesOf(message.components)).toHaveLength(count);
  });

  it.each(HOSTILE)('shows $id as the text it is', ({ value }) => {
    const blocks: Block[] = [
      { kind: 'text', text: [value] },
      { kind: 'note', text: [value] },
    ];

    const message = draw({ title: 'Title', tone: 'neutral', blocks });

    const read = readComponents(message.components);
    const start = [...visibleText(value).trim().split('\n', 1).join('')].slice(0, 20).join('');
    expect(faultsOfMessage(message)).toEqual([]);
    expect(read.active).toEqual([]);
    expect(read.text.split(start.trim()).length).toBeGreaterThanOrEqual(3);
  });
});

/** Every chart has a picture of its own. */
function picturesFor(card: Card): DiscordPictures {
  return new Map(chartsOf(card).map((chart, at) => [chart, { id: `${at}`, png: DOT }]));
}

describe('cardToMessage', () => {
  it('shows an instant in the zone of each reader', () => {
    const when: Inline = { kind: 'time', at: AT, style: 'relative' };

    expect(contentOf([{ kind: 'text', text: ['due ', when] }])).toEqual(['due <t:1795600800:R>']);
  });

  it('links to web addresses only, and shows the address where its words could deceive', () => {
    const link = (text: string, url: string): Block => ({
      kind: 'text',
      text: [{ kind: 'link', text, url }],
    });

    expect(
      contentOf([
        link('Order #1', 'https://shop.example/a(1)'),
        link('https://bank.example', 'https://shop.example/1'),
        link('a](b', 'https://shop.example/1'),
        link('open', 'javascript:alert(1)'),
      ]),
    ).toEqual([
      '[Order \\#1](<https://shop.example/a%281%29>)',
      'https\\:\\/\\/bank\\.example <https://shop.example/1>',
      'a\\]\\(b <https://shop.example/1>',
      'open \\(javascript\\:alert\\(1\\)\\)',
    ]);
  });

  it('aligns a table by the width of its letters, and counts the rows that have no room', () => {
    const rows = Array.from({ length: 150 }, (_, at) => [at % 2 ? '日本' : 'Desk', `${at} orders`]);

    const [table = ''] = contentOf([
      { kind: 'table', caption: 'Best', columns: ['Product', 'Sold'], rows },
    ]);

    expect(table).toContain('**Best**\n```\nProduct  Sold\nDesk     0 orders\n日本     1 orders\n');
    expect(table).toMatch(/\n-# \\\+\d+ more$/);
  });

  it('draws a table that has a code fence in it without one', () => {
    const [table = ''] = contentOf([
      { kind: 'table', caption: '', columns: ['Name'], rows: [['```\n@everyone']] },
    ]);

    expect(table).toBe('Name\n\\`\\`\\` \\@everyone');
  });

  it('joins marks that stand side by side, which would be read as other ones', () => {
    const strong = (text: string): Inline => ({ kind: 'strong', text });

    expect(contentOf([{ kind: 'text', text: [strong('a'), strong('*b'), 'c'] }])).toEqual([
      '**a\\*b**c',
    ]);
  });

  it('counts the blocks that have no room before the buttons at the end', () => {
    const notes = Array.from(
      { length: 80 },
      (): Block => ({ kind: 'note', text: ['w'.repeat(200)] }),
    );

    const { components } = cardToMessage(
      { title: 'Long', tone: 'neutral', blocks: [...notes, aRow('c1')] },
      codec,
    );

    const read = JSON.stringify(components);
    expect(read).toMatch(/\+\d\d more"\},\{"type":1/);
  });

  it('says the tone in a sign, for colours cannot be heard', () => {
    const [container] = cardToMessage(
      { title: 'Failed', tone: 'bad', blocks: [] },
      codec,
    ).components;

    expect(container).toEqual({
      type: 17,
      accent_color: 0xd03b3b,
      components: [{ type: 10, content: '### ⛔ Failed' }],
    });
  });

  it('numbers a second button for the same thing, and marks one that asks first', () => {
    const confirm = { title: 'Sure?', text: 'It is gone then.', confirm: 'Drop' };
    const blocks: Block[] = [
      aRow('c1'),
      aRow('c1'),
      {
        kind: 'buttons',
        buttons: [{ label: 'Drop', action: { name: 'event.drop', id: 'q1' }, confirm }],
      },
    ];

    const message = cardToMessage({ title: 'Twice', tone: 'neutral', blocks }, codec);

    const presses = readComponents(message.components).buttons.map(({ id }) =>
      readPress(id, codec),
    );
    expect(faultsOfMessage(message)).toEqual([]);
    expect(presses).toEqual([
      { action: { name: 'case.take', id: 'c1' }, asks: false },
      { action: { name: 'case.take', id: 'c1' }, asks: false },
      { action: { name: 'event.drop', id: 'q1' }, asks: true },
    ]);
  });
});

describe('sentenceToMessage', () => {
  it('says any sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (sentence) => {
        const message = sentenceToMessage(sentence);

        expect(faultsOfMessage(message)).toEqual([]);
        expect(readComponents(message.components).active).toEqual([]);
      }),
    );
  });
});

function aRow(id: string): Block {
  return { kind: 'buttons', buttons: [{ label: 'Take', action: { name: 'case.take', id } }] };
}

function pressesOf(components: unknown) {
  return readComponents(components).buttons.map((button) => readPress(button.id, codec)?.action);
}

/** The texts below the title. */
function contentOf(blocks: readonly Block[]): readonly (string | undefined)[] {
  const [container] = cardToMessage({ title: 'Title', tone: 'neutral', blocks }, codec).components;
  const inside = container?.type === 17 ? container.components : [];
  return inside.slice(1).map((one) => (one.type === 10 ? one.content : undefined));
}

/** Links are ours; without them all that is active would be somebody else's. */
function withoutLinks(card: Card): Card {
  const keep = (piece: Inline): Inline => {
    if (typeof piece === 'string') return piece;
    if (piece.kind === 'mention') return { ...piece, discord: null };
    return piece.kind === 'link' ? piece.text : piece;
  };
  return {
    ...card,
    blocks: card.blocks.map((block): Block => {
      if (block.kind === 'text' || block.kind === 'note')
        return { ...block, text: block.text.map(keep) };
      if (block.kind === 'facts')
        return {
          ...block,
          facts: block.facts.map((fact) => ({ ...fact, value: fact.value.map(keep) })),
        };
      if (block.kind === 'list')
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, text: item.text.map(keep) })),
        };
      return block;
    }),
  };
}
