// Cards as HTML: links, times, tables and buttons come out as what they are, and nothing else comes out.
import { describe, expect, it } from 'vitest';
import { type Card, type Inline, text } from '#bot/card.ts';
import { cardToHtml } from '#bot/surfaces/workspace/html.ts';
import { aChart, aChartCard } from '../../../support/charts.ts';
import { codec, NOW } from '../../../support/workspace.ts';
import { refundCard } from './samples.ts';

const PLACE = { id: 'x', knownOrigin: 'http://127.0.0.1:3000' };

describe('cardToHtml', () => {
  it.each([
    ['https://shop.example/a?b=1', true],
    ['http://127.0.0.1:3000/s/1', true],
    ['http://shop.example/', false],
    ['http://127.0.0.1:3001/', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['https://bank.example@evil.example/', false],
    ['//evil.example', false],
    ['no address', false],
  ])('links to %s: %s', (url, isLinked) => {
    const drawn = draw({ kind: 'link', text: 'here', url });

    expect(drawn.includes('<a href=')).toBe(isLinked);
    expect(drawn).toContain('here');
  });

  it('gives an instant to the browser and UTC until then', () => {
    expect(draw({ kind: 'time', at: NOW, style: 'relative' })).toContain(
      '<time datetime="2026-05-04T10:00:00.000Z" data-style="relative">2026-05-04 10:00 UTC</time>',
    );
  });

  it('seals the action of every button and asks before those that cannot be taken back', () => {
    const { markup } = cardToHtml(refundCard(), codec, PLACE);

    const pressed = /value="(case\.decline[^"]*)"/.exec(markup)?.[1] ?? '';
    expect(codec.decode(pressed)).toEqual({ name: 'case.decline', id: 'case_7ZK3QX', version: 1 });
    expect(markup).toContain('data-confirm-title="Decline this request?"');
  });

  it('puts numbers and their heading on the right', () => {
    const { markup } = cardToHtml(refundCard(), codec, PLACE);

    expect(markup).toContain('<th scope="col" class="number">Price</th>');
    expect(markup).toContain('<td dir="auto" class="number">$84.90</td>');
    expect(markup).toContain('<td dir="auto">Kind of Blue (LP)</td>');
  });

  it('makes a chart a table for those who listen, with bars that they do not hear', () => {
    const card: Card = { ...aChartCard(aChart({ label: '<b>' })) };

    const { markup } = cardToHtml(card, codec, PLACE);

    expect(markup).toContain('<caption>Firings by month</caption>');
    expect(markup).toContain('<th scope="row" dir="auto">&lt;b&gt;</th>');
    expect(markup).toContain('<td class="number" dir="auto">12 times</td>');
    expect(
      [...markup.matchAll(/<svg [^>]*aria-hidden="true"[^>]*><rect width="([^"]+)"/g)].map(
        ([, width]) => width,
      ),
    ).toEqual(['30.0%', '0.0%', '100.0%']);
  });

  it('cuts an endless title', () => {
    const card: Card = { title: 'x'.repeat(10_000), tone: 'neutral', blocks: [] };

    expect(cardToHtml(card, codec, PLACE).markup.length).toBeLessThan(400);
  });
});

function draw(piece: Inline): string {
  return cardToHtml({ title: 't', tone: 'neutral', blocks: [text(piece)] }, codec, PLACE).markup;
}
