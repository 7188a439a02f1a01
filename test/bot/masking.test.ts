// What everybody in a channel reads: nobody can be written to or called from it, and nothing else has changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Card, cardToText } from '#bot/card.ts';
import { cardForChannel, maskCard, maskText, surfacesFor } from '#bot/masking.ts';
import type { Surface } from '#bot/surface.ts';
import { Team } from '#engine/playbook/team.ts';
import { anyCard } from '../support/any-card.ts';

describe('maskText', () => {
  it.each([
    ['write to maria@example.com, please', 'write to m…a@example.com, please'],
    ['<maria.lopez+shop@mail.example.co.uk>', '<m…p@mail.example.co.uk>'],
    ['jörg@bücher.example', 'j…g@bücher.example'],
    ['call +49 171 2345678 or (555) 123-4567', 'call +49 … 78 or … 67'],
    ['Tel.: 030/1234567.', 'Tel.: … 67.'],
    ['0049 171 234 56 78', '0049 … 78'],
  ])('leaves nobody to be reached in “%s”', (said, shown) => {
    expect(maskText(said)).toBe(shown);
  });

  it.each([
    '$5,300.00 in 3 orders, 4,916 of 5,000',
    'order #1054 of 2026-11-26 10:30',
    'order 1000234567 and #0012345678',
    'am 01.02.2026 um 10:30, until 03/04/2026',
    'VIP-0171234567-AB and gid://shopify/Customer/9007199254740993',
    '@maria saw 50 % off, e-mail consent',
    '0.5 x 2 (0 to 10)',
  ])('changes nothing of “%s”', (said) => {
    expect(maskText(said)).toBe(said);
  });

  it('leaves no address whole, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, address, after) => {
        fc.pre(/^[\w.+-]{3,}@/.test(address));
        expect(maskText(`${before} ${address} ${after}`)).not.toContain(address);
      }),
    );
  });
});

describe('a line that is shown to be typed', () => {
  it('is masked as all else is', () => {
    const code = { kind: 'code', text: 'customer note cus_1 write to maria@example.com' } as const;
    const card = maskCard({ title: '', tone: 'neutral', blocks: [{ kind: 'note', text: [code] }] });

    expect(cardToText(card)).toContain('m…a@example.com');
  });
});

describe('a long text without an address', () => {
  // A pattern that looks at every piece again from every place would not come back.
  it.each(['a', '0 ', '+1', '@a'])('of “%s” does not hold up everybody else', (piece) => {
    expect(maskText(piece.repeat(500_000))).toMatch(/\S/);
  });
});

describe('a masked card', () => {
  it('keeps its shape, its buttons and the times on it', () => {
    fc.assert(
      fc.property(anyCard(), (card) => {
        const masked = maskCard(card);
        expect(masked.blocks.map(({ kind }) => kind)).toEqual(card.blocks.map(({ kind }) => kind));
        const actions = (one: Card) => buttonsOf(one).map(({ action }) => action);
        expect(actions(masked)).toEqual(actions(card));
        expect(maskCard(masked)).toEqual(masked);
      }),
    );
  });

  it('is what a channel is told, unless the team wants it otherwise', () => {
    const card: Card = { title: 'maria@example.com', tone: 'neutral', blocks: [] };
    const open = Team.parse({ privacy: { mask_in_channels: false } });

    expect(cardForChannel(Team.parse({}), card).title).toBe('m…a@example.com');
    expect(cardForChannel(open, card)).toBe(card);
  });

  it('is what a surface is given, whether it is posted, changed or said below', async () => {
    const given: string[] = [];
    const take = ({ card }: { readonly card: Card }) => given.push(cardToText(card));
    const surface: Surface = {
      name: 'slack',
      channelOf: (channel) => channel,
      post: async (message) => `${take(message)}`,
      update: async (message) => take(message) > 0,
      reply: async (message) => `${take(message)}`,
      isReady: () => true,
      start: async () => {},
      stop: async () => {},
    };
    const card: Card = {
      title: 'maria@example.com asks for a refund',
      tone: 'neutral',
      blocks: [{ kind: 'quote', text: 'Call me: +49 171 2345678' }],
    };
    const [masking = surface] = surfacesFor(Team.parse({}), [surface]);

    await masking.post({ channel: 'refunds', card, key: 'a' });
    await masking.update({ channel: 'refunds', messageId: '1', card });
    await masking.reply({ channel: 'refunds', messageId: '1', card, key: 'b' });

    expect(given).toEqual(Array(3).fill('m…a@example.com asks for a refund\n> Call me: +49 … 78'));
  });
});
