// What every surface must do with cards; each surface's own test runs it through a harness that says what a person sees.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionRef } from '#bot/action-id.ts';
import { type Button, buttons, type Card, facts, text } from '#bot/card.ts';
import type { Surface } from '#bot/surface.ts';
import { visibleText } from '#bot/visible-text.ts';
import { aChart, aChartCard } from '../support/charts.ts';

/** A message as a person sees it. */
export type ShownMessage = {
  readonly id: string;
  readonly channel: string;
  /** The message it stands under; null for one in the channel itself. */
  readonly threadOf: string | null;
  /** All its text, entities decoded, in reading order. */
  readonly text: string;
  /** Its buttons, each with what a press on it would mean to the router. */
  readonly buttons: readonly { readonly label: string; readonly action: ActionRef | null }[];
  /** Mentions, links, elements or formatting that came out of literal text: always none. */
  readonly active: readonly string[];
};

export type SurfaceHarness = {
  readonly surface: Surface;
  /** The surface's own id of the `refunds` channel. */
  readonly channel: string;
  /** Everything shown, oldest first. */
  shown(): Promise<readonly ShownMessage[]>;
  /** Takes a message away behind the surface's back. */
  remove(messageId: string): Promise<void>;
  stop(): Promise<void>;
};

/** Text that must come out as it is, or with its invisible characters spelled out. */
const HOSTILE = [
  '<!channel> & <@U0123> <https://evil.example|your bank>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '*bold* _it_ ~no~ `code` ```block``` :white_check_mark: @here #general',
  'Maria\u202Egnp.exe\u2066\u200B\u0007',
  "O'Brien & R&D <Sales> I <3 this shop",
  'محمد الأحمد — نگین می‌خواهد — 👨‍👩‍👧‍👦 — Nguyễn',
];

/** Runs the contract of `Surface` against one made by `create`, which has `refunds` and no `sales` channel. */
export function describeSurface(name: string, create: () => Promise<SurfaceHarness>): void {
  describe(`${name} keeps the contract of a surface`, () => {
    let harness: SurfaceHarness;
    beforeEach(async () => {
      harness = await create();
      await harness.surface.start();
    });
    afterEach(async () => {
      await harness.surface.stop();
      await harness.stop();
    });

    it('names its channel of a purpose, and none where the team has none', () => {
      expect(harness.surface.channelOf('refunds')).toBe(harness.channel);
      expect(harness.surface.channelOf('sales')).toBeNull();
    });

    it('shows a posted card with its words and buttons under the id it answers', async () => {
      const id = await post(harness, aCard({ words: 'Refund of €40 wanted' }));

      const shown = await harness.shown();
      expect(shown).toHaveLength(1);
      expect(shown[0]).toMatchObject({ id, channel: harness.channel, threadOf: null, active: [] });
      expect(shown[0]?.text).toContain('A refund request');
      expect(shown[0]?.text).toContain('Refund of €40 wanted');
      expect(shown[0]?.buttons).toEqual([{ label: 'Take', action: aPress(0) }]);
    });

    it('changes a card in place', async () => {
      const id = await post(harness, aCard({ words: 'waits' }));

      const answer = await harness.surface.update({
        channel: harness.channel,
        messageId: id,
        card: aCard({ words: 'taken by Maria', buttonCount: 0 }),
      });

      const shown = await harness.shown();
      expect(answer).toBe(true);
      expect(shown.map((message) => message.id)).toEqual([id]);
      expect(shown[0]?.text).toContain('taken by Maria');
      expect(shown[0]?.text).not.toContain('waits');
      expect(shown[0]?.buttons).toEqual([]);
    });

    it('puts a reply under its card', async () => {
      const id = await post(harness, aCard({}));

      await harness.surface.reply({
        channel: harness.channel,
        messageId: id,
        card: aCard({ words: 'The customer chose an exchange', buttonCount: 0 }),
        key: 'reply-1',
      });

      const reply = (await harness.shown()).find((message) => message.threadOf !== null);
      expect(reply?.threadOf).toBe(id);
      expect(reply?.text).toContain('The customer chose an exchange');
    });

    it('says so when the card to change is gone', async () => {
      const id = await post(harness, aCard({}));
      await harness.remove(id);

      const answer = await harness.surface.update({
        channel: harness.channel,
        messageId: id,
        card: aCard({ words: 'later' }),
      });

      expect(answer).toBe(false);
    });

    it('keeps the beginning and every button of a card that is far too long', async () => {
      const card = aCard({
        words: `Beginning ${'long '.repeat(4000)}`,
        facts: 300,
        buttonCount: 60,
      });

      await post(harness, card);

      const [message] = await harness.shown();
      expect(message?.text).toContain('Beginning long long');
      expect(message?.buttons.map((button) => button.action)).toEqual(
        Array.from({ length: 60 }, (_, at) => aPress(at)),
      );
    });

    it('says all that a chart shows, as a picture in words or in bars', async () => {
      await post(harness, aChartCard(aChart()));

      const [message] = await harness.shown();
      for (const said of ['Firings by month', '2031-01', '12 times', '2031-03', '40 times'])
        expect(message?.text).toContain(said);
      expect(message?.active).toEqual([]);
    });

    it.each(HOSTILE)('shows a chart of %j as harmless text', async (words) => {
      await post(harness, aChartCard(aChart({ title: words, label: words })));

      const [message] = await harness.shown();
      expect(message?.text).toContain(visibleText(words));
      expect(message?.active).toEqual([]);
    });

    it.each(HOSTILE)('shows %j as harmless text wherever it stands', async (words) => {
      await post(harness, {
        title: words,
        tone: 'warning',
        blocks: [
          text('Before ', words),
          facts(['Name', words]),
          { kind: 'list', items: [{ text: [words], mark: 'done' }] },
          { kind: 'quote', text: words, by: words },
          { kind: 'code', language: 'diff', text: words },
          { kind: 'note', text: [words] },
          { kind: 'table', caption: 'Orders', columns: ['Name'], rows: [[words]] },
          buttons(aButton(0)),
        ],
      });

      const [message] = await harness.shown();
      const times = (message?.text ?? '').split(visibleText(words)).length - 1;
      expect(times).toBe(9);
      expect(message?.active).toEqual([]);
    });

    it('is ready while it is started', () => {
      expect(harness.surface.isReady()).toBe(true);
    });
  });
}

function aCard(parts: {
  readonly words?: string;
  readonly facts?: number;
  readonly buttonCount?: number;
}): Card {
  const count = parts.buttonCount ?? 1;
  const entries = Array.from(
    { length: parts.facts ?? 1 },
    (_, at) => [`Fact ${at}`, 'value'] as const,
  );
  return {
    title: 'A refund request',
    tone: 'neutral',
    blocks: [
      text(parts.words ?? 'words'),
      ...entries.map((entry) => facts(entry)),
      buttons(...Array.from({ length: count }, (_, at) => aButton(at))),
    ],
  };
}

function aButton(at: number): Button {
  return { label: 'Take', action: aPress(at), style: 'primary' };
}

function aPress(at: number): ActionRef {
  return { name: 'case.take', id: `case-${at}`, version: 1 };
}

function post(harness: SurfaceHarness, card: Card): Promise<string> {
  return harness.surface.post({ channel: harness.channel, card, key: 'post-1' });
}
