// Discord as a surface: what is Discord's own about posting.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Card } from '#bot/card.ts';
import { readPress } from '#bot/surfaces/discord/buttons.ts';
import { createDiscordClient } from '#bot/surfaces/discord/client.ts';
import { createDiscordSurface } from '#bot/surfaces/discord/surface.ts';
import type { ChartRenderer } from '#engine/ports/chart-renderer.ts';
import { aChart, aChartCard, aChartRenderer } from '../../../support/charts.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import { type FakeDiscord, startFakeDiscord } from '../../../support/fake-discord.ts';
import { createRecordingLog } from '../../../support/serving.ts';
import { aConfig, CHANNEL, codec, NOW } from './discord-setup.ts';

const CARD: Card = {
  title: 'Refund request',
  tone: 'neutral',
  blocks: [
    { kind: 'buttons', buttons: [{ label: 'Take', action: { name: 'case.take', id: 'c1' } }] },
  ],
};
const POST = `POST /channels/${CHANNEL}/messages`;
const LATER = new Date(NOW.getTime() + 3_600_000);

describe('createDiscordSurface', () => {
  let fake: FakeDiscord;
  let now = NOW;
  beforeEach(async () => {
    now = NOW;
    fake = await startFakeDiscord();
    fake.world.addChannel(CHANNEL);
  });
  afterEach(() => fake.stop());

  it('posts without mentions or unfolded links, under a nonce of its key', async () => {
    const surface = await aSurface(fake, () => now);

    await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });

    const [call] = fake.calls(POST);
    expect(call?.auth).toBe('Bot token-of-regulars');
    expect(call?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      flags: 32_768 + 4,
      nonce: expect.stringMatching(/^[\w-]{25}$/),
      enforce_nonce: true,
    });
  });

  it('makes one message of a post whose answer was lost, in its newest state', async () => {
    const surface = await aSurface(fake, () => now);
    now = LATER;
    fake.trouble(POST, { kind: 'lost' });

    const first = surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    await expect(first).rejects.toMatchObject({ retryable: true, ambiguous: true });
    const card = { ...CARD, title: 'Taken' };
    const id = await surface.post({ channel: CHANNEL, card, key: 'k1' });

    expect(fake.messages().map((message) => message.id)).toEqual([id]);
    expect(JSON.stringify(fake.messages()[0]?.components)).toContain('Taken');
  });

  it('brings what the process before it posted to its newest state, and later posts only once', async () => {
    await (await aSurface(fake, () => now)).post({ channel: CHANNEL, card: CARD, key: 'k1' });
    const next = await aSurface(fake, () => now);

    await next.post({ channel: CHANNEL, card: { ...CARD, title: 'Taken' }, key: 'k1' });
    now = LATER;
    await next.post({ channel: CHANNEL, card: CARD, key: 'k2' });

    const [first, second] = fake.messages();
    expect(JSON.stringify(first?.components)).toContain('Taken');
    expect(second?.edits).toBe(0);
    expect(fake.messages()).toHaveLength(2);
  });

  it('says its lines in one thread under the card, each once, and can change them', async () => {
    const surface = await aSurface(fake, () => now);
    const messageId = await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    const line = { channel: CHANNEL, messageId, card: CARD };
    fake.trouble(`POST /channels/${messageId}/messages`, { kind: 'status', status: 502 });

    await expect(surface.reply({ ...line, key: 'a' })).rejects.toMatchObject({ retryable: true });
    const said = await surface.reply({ ...line, key: 'a' });
    await surface.reply({ ...line, key: 'b' });
    await surface.reply({ ...line, key: 'a' });
    const card = { ...CARD, title: 'Forgotten' };

    expect(await surface.update({ channel: CHANNEL, messageId: said, card })).toBe(true);
    const lines = fake.messages().filter(({ threadOf }) => threadOf === messageId);
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines[0]?.components)).toContain('Forgotten');
    expect(fake.calls(`${POST}/${messageId}/threads`)).toHaveLength(1);
  });

  it('changes a line in a thread that was archived, and archives it again', async () => {
    const surface = await aSurface(fake, () => now);
    const messageId = await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    const said = await surface.reply({ channel: CHANNEL, messageId, card: CARD, key: 'a' });
    fake.world.archived.add(messageId);
    const card = { ...CARD, title: 'Forgotten' };

    expect(await surface.update({ channel: CHANNEL, messageId: said, card })).toBe(true);

    const [line] = fake.messages().filter(({ threadOf }) => threadOf === messageId);
    expect(JSON.stringify(line?.components)).toContain('Forgotten');
    expect(fake.world.archived.has(messageId)).toBe(true);
  });

  it('uses the thread that somebody else has opened at the same time', async () => {
    const surface = await aSurface(fake, () => now);
    const messageId = await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    const line = { channel: CHANNEL, messageId, card: CARD };

    await Promise.all([surface.reply({ ...line, key: 'a' }), surface.reply({ ...line, key: 'b' })]);

    expect(fake.messages().filter(({ threadOf }) => threadOf === messageId)).toHaveLength(2);
  });

  it('posts the plain form with every button when Discord refuses the components', async () => {
    const surface = await aSurface(fake, () => now);
    now = LATER;
    fake.trouble(POST, { kind: 'refused', status: 400, code: 50_035 });

    await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });

    const shown = fake.messages().map(toShown)[0];
    expect(shown?.text).toContain('could not show this card in full');
    expect(shown?.buttons).toEqual([{ label: 'Take', action: { name: 'case.take', id: 'c1' } }]);
  });

  it.each([10_003, 10_008, 50_005])('takes %d for a message that is gone', async (code) => {
    const surface = await aSurface(fake, () => now);
    const messageId = await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    fake.trouble('PATCH', { kind: 'refused', status: 404, code });

    expect(await surface.update({ channel: CHANNEL, messageId, card: CARD })).toBe(false);
  });

  it('waits out a short rate limit by itself', async () => {
    const surface = await aSurface(fake, () => now);
    fake.trouble(POST, { kind: 'status', status: 429, retryAfter: 0.01 });

    await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });

    expect(fake.messages()).toHaveLength(1);
  });

  it.each([
    [
      { kind: 'status', status: 429, retryAfter: 7 },
      { status: 429, retryable: true, retryAfterMs: 7050 },
    ],
    [
      { kind: 'status', status: 503 },
      { status: 503, retryable: true, ambiguous: true },
    ],
    [
      { kind: 'refused', status: 403, code: 50_001 },
      { status: 403, retryable: false, refused: { what: 'channel' } },
    ],
  ] as const)('reports %o as a failure of Discord', async (trouble, expected) => {
    const surface = await aSurface(fake, () => now);
    fake.trouble(POST, trouble);

    const failed = surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });

    await expect(failed).rejects.toMatchObject({
      name: 'VendorError',
      vendor: 'discord',
      ...expected,
    });
  });

  it('uses a token that was refused no more', async () => {
    const surface = await aSurface(fake, () => now, { token: 'wrong' });

    const post = () => surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });

    await expect(post()).rejects.toMatchObject({
      status: 401,
      retryable: false,
      refused: { what: 'account' },
    });
    await expect(post()).rejects.toMatchObject({ status: 401, retryable: false });
    expect(fake.calls(POST)).toHaveLength(1);
  });
});

describe('createDiscordSurface, for a card with a chart', () => {
  let fake: FakeDiscord;
  beforeEach(async () => {
    fake = await startFakeDiscord();
    fake.world.addChannel(CHANNEL);
  });
  afterEach(() => fake.stop());

  const card = aChartCard(aChart(), aChart(), aChart({ title: 'By day' }));
  const [first, , third] = card.blocks;

  it('attaches each picture once, and says in words what is on it', async () => {
    const surface = await aSurface(fake, () => NOW);

    await surface.post({ channel: CHANNEL, card, key: 'k1' });

    const [message] = fake.messages();
    const names = z.array(z.object({ id: z.string(), filename: z.string() })).length(2);
    const [one, other] = names.parse(message?.attachments).map(({ filename }) => filename);
    const alt = 'Firings by month. 2031-01: 12 times; 2031-02: 0 times; 2031-03: 40 times';
    const gallery = (name: string | undefined, description: unknown) => ({
      type: 12,
      items: [{ media: { url: `attachment://${name}` }, description }],
    });
    expect(one).toMatch(/^chart-[0-9a-f]{32}\.png$/);
    expect(message?.components).toMatchObject([
      {
        components: [
          { content: '### Numbers' },
          { content: '**Firings by month**' },
          gallery(one, alt),
          { content: '**Firings by month**' },
          gallery(one, alt),
          { content: '**By day**' },
          gallery(other, expect.stringMatching(/^By day\. /)),
        ],
      },
    ]);
  });

  it('has the pictures of its present state, and no others, after a change', async () => {
    const surface = await aSurface(fake, () => NOW);
    const messageId = await surface.post({ channel: CHANNEL, card, key: 'k1' });
    const [, kept] = z.array(z.unknown()).parse(fake.messages()[0]?.attachments);
    const { filename } = z.object({ filename: z.string() }).parse(kept);
    const attached = () => fake.messages()[0]?.attachments;
    const update = (blocks: Card['blocks']) =>
      surface.update({ channel: CHANNEL, messageId, card: { ...card, blocks } });

    await update(third === undefined ? [] : [third]);
    expect(attached()).toEqual([{ id: '0', filename }]);

    await update([]);
    expect(attached()).toEqual([]);
  });

  it('draws the bars in text when there is no picture of them, and takes the old one off', async () => {
    const drawing = await aSurface(fake, () => NOW);
    const failing = await aSurface(fake, () => NOW, { charts: aChartRenderer('fails') });
    const one = { ...card, blocks: first === undefined ? [] : [first] };
    const messageId = await drawing.post({ channel: CHANNEL, card: one, key: 'k1' });

    await failing.update({ channel: CHANNEL, messageId, card: one });

    const [message] = fake.messages();
    expect(readComponents(message?.components).text).toContain('████');
    expect(message?.attachments).toEqual([]);
  });

  it.each([
    ['takes it for wrong', 400, 50_035],
    ['does not let us attach any', 403, 50_013],
    ['takes it for too large', 413, 40_005],
  ])('draws the bars in text when Discord %s', async (_, status, code) => {
    let now = NOW;
    const surface = await aSurface(fake, () => now);
    now = LATER;
    fake.trouble(POST, { kind: 'refused', status, code });

    await surface.post({ channel: CHANNEL, card, key: 'k1' });

    const [message] = fake.messages();
    expect(readComponents(message?.components).text).toContain('████');
    expect(message?.attachments).toEqual([]);
  });
});

async function aSurface(
  fake: FakeDiscord,
  now: () => Date,
  { token, charts = aChartRenderer() }: { token?: string; charts?: ChartRenderer } = {},
) {
  const config = aConfig(fake, token === undefined ? {} : { token });
  return createDiscordSurface({
    client: await createDiscordClient(config),
    charts,
    channels: { refunds: CHANNEL },
    codec,
    log: createRecordingLog(),
    now,
    connection: () => ({ start: async () => {}, stop: async () => {}, isReady: () => true }),
  });
}

function toShown(message: ReturnType<FakeDiscord['messages']>[number]) {
  const { text, buttons } = readComponents(message.components);
  return {
    text,
    buttons: buttons.map(({ label, id }) => ({
      label,
      action: readPress(id, codec)?.action ?? null,
    })),
  };
}
