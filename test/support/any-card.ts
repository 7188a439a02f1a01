// Cards of every kind, with hostile and endless texts in them, for renderers to be held to.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import type { Block, Button, Card, Inline } from '#bot/card.ts';
import type { Chart } from '#engine/ports/chart-renderer.ts';

/** A public corpus of texts that break things. */
export const HOSTILE = z
  .object({ strings: z.array(z.object({ id: z.string(), value: z.string() })) })
  .parse(JSON.parse(readFileSync('test/fixtures/hostile-strings.json', 'utf8'))).strings;

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
    fc.record({
      kind: fc.constant('mention' as const),
      name: anyText(),
      slack: fc.oneof(fc.stringMatching(/^[UW][A-Z0-9]{8,10}$/), anyText(), fc.constant(null)),
      discord: fc.oneof(fc.stringMatching(/^[1-9]\d{16,18}$/), anyText(), fc.constant(null)),
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

/** Any chart; none of its bars needs to be one that can be drawn. */
export function anyChart(): fc.Arbitrary<Chart> {
  const bar = fc.record({
    label: anyText(),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    text: anyText(),
  });
  return fc.record({
    title: anyText(),
    columns: fc.tuple(anyText(), anyText()),
    bars: fc.array(bar, { maxLength: 150 }),
  });
}

/** Any card; it may be far too long for every platform. */
export function anyCard(): fc.Arbitrary<Card> {
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
      kind: fc.constant('code' as const),
      language: fc.constantFrom('yaml' as const, 'diff' as const),
      text: anyText(),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      caption: anyText(),
      columns: fc.array(anyText(), { maxLength: 25 }),
      rows: fc.array(fc.array(anyInline(), { maxLength: 25 }), { maxLength: 120 }),
    }),
    fc.record({ kind: fc.constant('chart' as const), chart: anyChart() }),
    fc.constant({ kind: 'divider' as const }),
    fc.record({
      kind: fc.constant('buttons' as const),
      buttons: fc.array(aButton(), { maxLength: 30 }),
    }),
    fc.record({
      kind: fc.constant('buttons' as const),
      buttons: fc.array(aButton(), { maxLength: 3 }),
      feedback: fc.constant(true as const),
    }),
  );
  return fc.record({
    title: anyText(),
    tone: fc.constantFrom('neutral' as const, 'good' as const, 'warning' as const, 'bad' as const),
    blocks: fc.array(block, { maxLength: 70 }),
  });
}
