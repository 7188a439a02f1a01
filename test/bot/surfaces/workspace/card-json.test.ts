// What is stored of a card is the card.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Card, Inline } from '#bot/card.ts';
import { cardFromJson, cardToJson } from '#bot/surfaces/workspace/card-json.ts';
import { approvalCard, refundCard } from './samples.ts';

const text = fc.string({ unit: 'binary' });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  fc.record({ kind: fc.constant('strong' as const), text }),
  fc.record({ kind: fc.constant('code' as const), text }),
  fc.record({
    kind: fc.constant('time' as const),
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }),
    style: fc.constantFrom('relative', 'full', 'day'),
  }),
  fc.record({ kind: fc.constant('link' as const), text, url: text }),
);
const inlines = fc.array(inline, { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: inlines }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: text, value: inlines })),
  }),
  fc.record(
    { kind: fc.constant('quote' as const), text, by: text },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({
    kind: fc.constant('table' as const),
    caption: text,
    columns: fc.array(text),
    rows: fc.array(inlines),
  }),
  fc.record({
    kind: fc.constant('code' as const),
    language: fc.constantFrom('yaml' as const, 'diff' as const),
    text,
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    chart: fc.record({
      title: text,
      columns: fc.tuple(text, text),
      bars: fc.array(fc.record({ label: text, value: fc.nat(), text })),
    }),
  }),
  fc.record({ kind: fc.constant('divider' as const) }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: text,
  tone: fc.constantFrom('neutral', 'good', 'warning', 'bad'),
  blocks: fc.array(block, { maxLength: 5 }),
});

describe('cardFromJson', () => {
  it('gives back every card that was stored, instants included', () => {
    fc.assert(
      fc.property(card, (one) => {
        expect(cardFromJson(JSON.parse(JSON.stringify(cardToJson(one))))).toEqual(one);
      }),
    );
  });

  it.each([refundCard(), refundCard('taken'), approvalCard(), approvalCard('done')])(
    'gives back the card $title',
    (one) => {
      expect(cardFromJson(cardToJson(one))).toEqual(one);
    },
  );

  it.each([null, 'card', {}, { title: 't', tone: 'loud', blocks: [] }])(
    'takes %j for no card',
    (stored) => {
      expect(cardFromJson(stored)).toBeNull();
    },
  );
});
