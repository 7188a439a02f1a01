// A workspace that refuses a block is shown the same in plain blocks: on the Home tab, below links and in modals.
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import type { Reply } from '#bot/router.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aLinkShared, aPress, aTabOpened } from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { pressed, startSlack } from './slack-setup.ts';

const TAKE = { name: 'case.take', id: 'case-1', version: 2 };
const BLOCKS: Card['blocks'] = [
  { kind: 'text', text: ['She has asked twice.'] },
  { kind: 'buttons', buttons: [{ label: 'Take', action: TAKE }] },
];
const CARD: Card = { title: 'Maria Silva', tone: 'neutral', blocks: BLOCKS };

let slack: Awaited<ReturnType<typeof startSlack>>;
afterEach(() => slack.stop());

/** A workspace that knows no rich text. */
async function start(reply: Reply) {
  slack = await startSlack({ mode: 'socket', router: aRouter(() => reply) });
  slack.fake.unknownBlocks.add('rich_text');
}

async function secondCall(method: string) {
  await slack.fake.nextCall(method);
  return (await slack.fake.nextCall(method)).args;
}

describe('a refused block', () => {
  it('does not keep the Home tab from being shown', async () => {
    await start({ kind: 'card', card: CARD, json: null, visible: 'asker' });

    await slack.fake.push('events_api', aTabOpened('home'));

    const { view } = await secondCall('views.publish');
    const seen = readBlocks(Object(view).blocks);
    expect(seen.text).toContain('She has asked twice.');
    expect(seen.buttons.map(({ label }) => label)).toEqual(['Take']);
  });

  it('does not keep what a link is about from being shown', async () => {
    await start({ kind: 'card', card: CARD, json: null, visible: 'channel' });
    const url = 'https://admin.shopify.com/store/s/orders/1';

    await slack.fake.push('events_api', aLinkShared({ urls: [url] }));

    const { unfurls } = await secondCall('chat.unfurl');
    expect(readBlocks(Object(unfurls)[url].blocks).text).toContain('She has asked twice.');
  });

  it('does not keep a modal from being opened, or changed', async () => {
    await start({ kind: 'card', card: CARD, json: null, visible: 'asker', inPlace: true });
    const view = { type: 'modal', id: 'V7' } as const;

    await slack.fake.push('interactive', aPress({ value: pressed(TAKE), view: { type: 'home' } }));
    const opened = await secondCall('views.open');
    await slack.fake.push('interactive', aPress({ value: pressed(TAKE), view }));
    const changed = await secondCall('views.update');

    for (const shown of [opened, changed])
      expect(readBlocks(Object(shown['view']).blocks).text).toContain('She has asked twice.');
  });

  it('costs a form what stands above its fields, and nothing else', async () => {
    const reason = { kind: 'text', name: 'reason', label: 'Reason' } as const;
    const field = { ...reason, required: false, multiline: false, maxLength: 50 };
    const form = { title: 'Reject', intro: BLOCKS, fields: [field], submitLabel: 'Reject' };
    await start({ kind: 'form', form: { ...form, action: TAKE } });

    await slack.fake.push('interactive', aPress({ value: pressed(TAKE) }));

    const { view } = await secondCall('views.open');
    expect(Object(view).blocks).toMatchObject([{ type: 'input', block_id: 'reason' }]);
  });
});
