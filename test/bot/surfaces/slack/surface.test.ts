// Slack as a surface: what is Slack's own about posting.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Card } from '#bot/card.ts';
import type { Surface } from '#bot/surface.ts';
import { cardToBlocks } from '#bot/surfaces/slack/blocks.ts';
import { createSlackClient } from '#bot/surfaces/slack/client.ts';
import { createPictureFiles } from '#bot/surfaces/slack/pictures.ts';
import { createRecentBlocks } from '#bot/surfaces/slack/recent-blocks.ts';
import { createSlackSurface } from '#bot/surfaces/slack/surface.ts';
import { VendorError } from '#engine/errors.ts';
import { aChart, aChartCard, aChartRenderer, DOT } from '../../../support/charts.ts';
import { type FakeSlack, startFakeSlack } from '../../../support/fake-slack.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { aConfig, aLog, codec, NOW } from './slack-setup.ts';

const CHANNEL = 'C1';
const CARD: Card = {
  title: 'Refund request',
  tone: 'neutral',
  blocks: [
    { kind: 'buttons', buttons: [{ label: 'Take', action: { name: 'case.take', id: 'c1' } }] },
  ],
};

describe('createSlackSurface', () => {
  let fake: FakeSlack;
  let now = NOW;
  beforeEach(async () => {
    now = NOW;
    fake = await startFakeSlack();
  });
  afterEach(() => fake.stop());

  it('keeps to one message a second in a channel after a few at once, in the order they came', async () => {
    const surface = await aSurface(fake, () => now);
    const post = (key: string) => surface.post({ channel: CHANNEL, card: CARD, key });

    for (const key of ['1', '2', '3', '4', '5']) await post(key);
    const late = await post('6').catch((error: unknown) => error);
    const later = await post('7').catch((error: unknown) => error);
    now = new Date(NOW.getTime() + 1_050);
    await post('6');
    await expect(post('7')).rejects.toMatchObject({ retryAfterMs: 1_050 });
    now = new Date(NOW.getTime() + 2_100);
    await post('7');

    expect([late, later]).toMatchObject([
      { retryable: true, retryAfterMs: 1_050 },
      { retryable: true, retryAfterMs: 2_100 },
    ]);
    expect(fake.calls('chat.postMessage')).toHaveLength(7);
    // Slack lets a channel be read fifty times a minute: a post that waits for its turn does not look for itself.
    expect(fake.calls('conversations.history')).toHaveLength(7);
  });

  it('posts without unfurling, mentions or markup in the notification, under its key', async () => {
    const surface = await aSurface(fake, () => now);

    await surface.post({
      channel: CHANNEL,
      card: { ...CARD, title: '<!channel> *now*' },
      key: 'k1',
    });

    const call = await fake.nextCall('chat.postMessage');
    expect(call.token).toBe('xoxb-bot');
    expect(call.args).toMatchObject({
      channel: CHANNEL,
      text: '&lt;!channel&gt; *now*',
      parse: 'none',
      link_names: 'false',
      mrkdwn: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
      metadata: { event_type: 'regulars_post', event_payload: { key: 'k1' } },
    });
  });

  it('finds a post whose answer was lost instead of making a second one', async () => {
    const surface = await aSurface(fake, () => now);
    now = new Date(NOW.getTime() + 3_600_000);
    fake.trouble('chat.postMessage', { kind: 'lost' });

    const first = surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    await expect(first).rejects.toMatchObject({ retryable: true, ambiguous: true });
    const id = await surface.post({
      channel: CHANNEL,
      card: { ...CARD, title: 'Taken' },
      key: 'k1',
    });

    expect(fake.messages().map((message) => message.ts)).toEqual([id]);
    expect(JSON.stringify(fake.messages()[0]?.blocks)).toContain('Taken');
  });

  it('looks for the posts of the process before it, and stops looking later', async () => {
    await (await aSurface(fake, () => now)).post({ channel: CHANNEL, card: CARD, key: 'k1' });
    const next = await aSurface(fake, () => now);

    await next.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    now = new Date(NOW.getTime() + 3_600_000);
    await next.post({ channel: CHANNEL, card: CARD, key: 'k2' });

    expect(fake.messages()).toHaveLength(2);
    expect(fake.calls('conversations.history')).toHaveLength(2);
  });

  it('ends a stream that nobody ends any more, and finds one by what is on it', async () => {
    const client = await createSlackClient(aConfig(fake, 'socket'), aLog());
    const surface = await aSurface(fake, () => now);
    const { ts: thread = '' } = await client.chat.postMessage({
      channel: 'D1',
      text: 'who is dear?',
    });
    const stop = cardToBlocks(CARD, codec).blocks.filter(({ type }) => type === 'actions');
    const chunks = [{ type: 'blocks' as const, blocks: stop }];
    const { ts } = await client.chat.startStream({ channel: 'D1', thread_ts: thread, chunks });

    const found = await surface.find?.({ channel: 'D1', thread, mark: 'case.take|c1' });
    const other = await surface.find?.({ channel: 'D1', thread, mark: 'case.take|c2' });
    const isShown = await surface.update({ channel: 'D1', messageId: found ?? '', card: CARD });

    expect([found, other, isShown]).toEqual([ts, null, true]);
    expect(fake.messages().at(-1)?.stream?.isOpen).toBe(false);
  });

  it('says a thread line of a lost answer once', async () => {
    const surface = await aSurface(fake, () => now);
    const messageId = await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
    fake.trouble('chat.postMessage', { kind: 'lost' });
    const line = { channel: CHANNEL, messageId, card: CARD, key: 'line-1' };

    await expect(surface.reply(line)).rejects.toBeInstanceOf(VendorError);
    await surface.reply(line);

    expect(fake.messages().filter((message) => message.threadTs === messageId)).toHaveLength(1);
  });

  it('posts the plain form with every button when Slack refuses the blocks', async () => {
    const surface = await aSurface(fake, () => now);
    fake.trouble('chat.postMessage', { kind: 'refused', error: 'invalid_blocks' });

    await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });

    const shown = fake.messages().map(toShown)[0];
    expect(shown?.text).toContain('could not show this card in full');
    expect(shown?.buttons).toEqual([{ label: 'Take', action: { name: 'case.take', id: 'c1' } }]);
  });

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    'takes %s for a message that is gone',
    async (error) => {
      const surface = await aSurface(fake, () => now);
      const messageId = await surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });
      fake.trouble('chat.update', { kind: 'refused', error });

      expect(await surface.update({ channel: CHANNEL, messageId, card: CARD })).toBe(false);
    },
  );

  it.each([
    [
      { kind: 'status', status: 429, retryAfter: 7 },
      { retryable: true, retryAfterMs: 7000, ambiguous: false },
    ],
    [
      { kind: 'status', status: 503 },
      { retryable: true, status: 503, ambiguous: true },
    ],
    [
      { kind: 'refused', error: 'channel_not_found' },
      { retryable: false, refused: { what: 'channel', reason: 'channel_not_found' } },
    ],
    [{ kind: 'refused', error: 'internal_error' }, { retryable: true }],
  ] as const)('reports %o as a failure of Slack', async (trouble, expected) => {
    const surface = await aSurface(fake, () => now);
    fake.trouble('chat.postMessage', trouble);

    const failed = surface.post({ channel: CHANNEL, card: CARD, key: 'k1' });

    await expect(failed).rejects.toMatchObject({
      name: 'VendorError',
      vendor: 'slack',
      ...expected,
    });
  });
});

describe('createSlackSurface, for a card with a chart', () => {
  let fake: FakeSlack;
  beforeEach(async () => {
    fake = await startFakeSlack();
  });
  afterEach(() => fake.stop());

  const post = (surface: Surface, key: string, card = aChartCard(aChart()), channel = CHANNEL) =>
    surface.post({ channel, card, key });
  const blocksOf = (ts: string) => fake.messages().find((one) => one.ts === ts)?.blocks;
  const picture = (id: unknown) => ({ type: 'image', slack_file: { id } });
  const title = { type: 'header' };

  it('shows a picture that nobody was told of, and says in words what is on it', async () => {
    const surface = await aSurface(fake, () => NOW);

    const ts = await post(surface, 'k1');

    const [[id, file] = []] = fake.files;
    expect(file).toMatchObject({ name: expect.stringMatching(/^chart-[0-9a-f]{32}\.png$/) });
    expect(file?.bytes.includes(DOT)).toBe(true);
    expect(blocksOf(ts)).toMatchObject([
      title,
      {
        ...picture(id),
        alt_text: 'Firings by month. 2031-01: 12 times; 2031-02: 0 times; 2031-03: 40 times',
        title: { type: 'plain_text', text: 'Firings by month' },
      },
    ]);
    expect(fake.calls('files.completeUploadExternal')[0]?.args).not.toHaveProperty('channel_id');
  });

  it('uploads the same chart once, for whichever card and state of it', async () => {
    const surface = await aSurface(fake, () => NOW);

    const other = post(surface, 'k2', aChartCard(aChart()), 'C2');
    const [messageId] = await Promise.all([post(surface, 'k1'), other]);
    const card = { ...aChartCard(aChart()), title: 'Later' };
    await surface.update({ channel: CHANNEL, messageId, card });

    const [id] = fake.files.keys();
    expect(fake.files.size).toBe(1);
    expect(blocksOf(messageId)).toMatchObject([title, picture(id)]);
  });

  it.each(['files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'])(
    'draws the bars in text when %s is refused, and tries again with the next card',
    async (method) => {
      const surface = await aSurface(fake, () => NOW);
      fake.trouble(method, { kind: 'refused', error: 'missing_scope' });

      const [first, next] = [await post(surface, 'k1'), await post(surface, 'k2')];

      expect(readBlocks(blocksOf(first)).text).toContain('████');
      expect(blocksOf(first)).toMatchObject([title, { type: 'rich_text' }, { type: 'table' }]);
      expect(blocksOf(next)).toMatchObject([title, { type: 'image' }]);
    },
  );

  it('draws the bars in text when there is no picture of them', async () => {
    const surface = await aSurface(fake, () => NOW, aChartRenderer('fails'));

    const ts = await post(surface, 'k1');

    expect(readBlocks(blocksOf(ts)).text).toContain('████');
    expect(fake.files.size).toBe(0);
  });

  it('uploads a picture anew when Slack does not have it any more', async () => {
    const surface = await aSurface(fake, () => NOW);
    await post(surface, 'k1');
    fake.files.clear();

    const [second, third] = [await post(surface, 'k2'), await post(surface, 'k3')];

    expect(readBlocks(blocksOf(second)).text).toContain('████');
    expect(blocksOf(third)).toMatchObject([title, picture([...fake.files.keys()][0])]);
  });
});

describe('createSlackSurface, for a card with recent blocks', () => {
  let fake: FakeSlack;
  let now = NOW;
  beforeEach(async () => {
    now = NOW;
    fake = await startFakeSlack();
  });
  afterEach(() => fake.stop());

  const rows = Array.from({ length: 25 }, (_, at) => [`row ${at}`]);
  const list: Card = {
    title: 'Cases',
    tone: 'neutral',
    blocks: [{ kind: 'table', caption: 'Cases', columns: ['Case'], rows }, ...CARD.blocks],
  };
  const post = (surface: Surface, key: string) =>
    surface.post({ channel: CHANNEL, card: list, key });
  const types = () => fake.messages().map(({ blocks }) => typesOf(blocks));
  const WITH = ['header', 'rich_text', 'data_table', 'actions'];
  const WITHOUT = ['header', 'rich_text', 'table', 'actions'];

  it('shows a workspace that refuses one what it always took, at once, and remembers it for a while', async () => {
    const surface = await aSurface(fake, () => now);
    fake.unknownBlocks.add('data_table');

    await post(surface, 'k1');
    await post(surface, 'k2');

    expect(types()).toEqual([WITHOUT, WITHOUT]);
    expect(fake.calls('chat.postMessage')).toHaveLength(3);
    expect(fake.messages().map(toShown)[0]?.buttons).toHaveLength(1);
  });

  it('tries again after some hours', async () => {
    const surface = await aSurface(fake, () => now);
    fake.unknownBlocks.add('data_table');
    await post(surface, 'k1');
    fake.unknownBlocks.clear();

    now = new Date(NOW.getTime() + 6 * 3_600_000);
    await post(surface, 'k2');

    expect(types()).toEqual([WITHOUT, WITH]);
  });

  it('blames no recent block for what Slack refuses without it as well', async () => {
    const surface = await aSurface(fake, () => now);
    for (let refusals = 0; refusals < 2; refusals += 1)
      fake.trouble('chat.postMessage', { kind: 'refused', error: 'invalid_blocks' });

    await post(surface, 'k1');
    await post(surface, 'k2');

    expect(types()).toEqual([['header', 'section', 'context', 'actions'], WITH]);
  });

  it('changes a card that stands with one into what is taken', async () => {
    const surface = await aSurface(fake, () => now);
    const messageId = await post(surface, 'k1');
    fake.unknownBlocks.add('data_table');

    await surface.update({ channel: CHANNEL, messageId, card: list });

    expect(types()).toEqual([WITHOUT]);
  });
});

function typesOf(blocks: unknown): readonly string[] {
  return z
    .array(z.object({ type: z.string() }))
    .parse(blocks)
    .map(({ type }) => type);
}

async function aSurface(fake: FakeSlack, now: () => Date, charts = aChartRenderer()) {
  const log = aLog();
  const client = await createSlackClient(aConfig(fake, 'http'), log);
  return createSlackSurface({
    client,
    pictures: createPictureFiles({ client, charts, log }),
    recent: createRecentBlocks(now),
    channels: { refunds: CHANNEL },
    codec,
    log,
    now,
    connection: () => ({ start: async () => {}, stop: async () => {}, isReady: () => true }),
  });
}

function toShown(message: ReturnType<FakeSlack['messages']>[number]) {
  const { text, buttons } = readBlocks(message.blocks);
  return {
    text,
    buttons: buttons.map(({ label, value }) => ({ label, action: codec.decode(value) })),
  };
}
