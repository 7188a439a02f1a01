// A channel that another company reads along in: nothing is said there for all, and nobody can be reached by what is said.
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import type { Reply } from '#bot/router.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand, aLinkShared, aMessage } from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { startSlack } from './slack-setup.ts';

const MARIA: Card = {
  title: 'Maria Silva',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: ['maria@example.com'] }],
};
const LINK = aLinkShared({ urls: ['https://admin.shopify.com/store/s/orders/1'] });

let slack: Awaited<ReturnType<typeof startSlack>>;
afterEach(() => slack.stop());

async function start(visible: 'asker' | 'channel' = 'channel') {
  const reply: Reply = { kind: 'card', card: MARIA, json: null, visible };
  const router = aRouter(() => reply);
  slack = await startSlack({ mode: 'socket', router });
  return router;
}

function command() {
  const responseUrl = slack.fake.responseUrl();
  return aCommand({ command: '/customer', text: 'show maria', responseUrl });
}

describe('a channel that is shared with another company', () => {
  it('is shown nothing below a link, as the event says or Slack answers', async () => {
    const router = await start();

    await slack.fake.push('events_api', { ...LINK, is_ext_shared_channel: true });
    slack.fake.sharedChannels.add('C2');
    await slack.fake.push(
      'events_api',
      aLinkShared({ urls: ['https://a.example/'], channel: 'C2' }),
    );

    await slack.app.connection.stop();
    expect(router.asked).toEqual([]);
    expect(slack.fake.calls('chat.unfurl')).toEqual([]);
    expect(slack.fake.calls('conversations.info').map(({ args }) => args)).toEqual([
      { channel: 'C2' },
    ]);
  });

  it.each(['asker', 'channel'] as const)(
    'hears what is for the %s only who asked, masked',
    async (visible) => {
      await start(visible);
      slack.fake.sharedChannels.add('C1');

      await slack.fake.push('slash_commands', command());

      const { args } = await slack.fake.nextCall('response_url');
      expect(args).toMatchObject({ response_type: 'ephemeral' });
      expect(readBlocks(args['blocks']).text).toContain('m…a@example.com');
    },
  );

  it('is not answered in when the bot is called by name; who called it is', async () => {
    await start();
    const words = aMessage({ text: '<@UBOT> show maria' });

    await slack.fake.push('events_api', { ...words, is_ext_shared_channel: true });

    const { args } = await slack.fake.nextCall('chat.postEphemeral');
    expect(args).toMatchObject({ channel: 'C1', user: 'U1' });
    expect(readBlocks(args['blocks']).text).toContain('m…a@example.com');
    expect(slack.fake.messages()).toEqual([]);
  });

  it('is taken for one where Slack does not say', async () => {
    await start();
    slack.fake.trouble('conversations.info', { kind: 'status', status: 500 });

    await slack.fake.push('slash_commands', command());

    const { args } = await slack.fake.nextCall('response_url');
    expect(args).toMatchObject({ response_type: 'ephemeral' });
  });

  it('is asked about once for many answers', async () => {
    await start();

    for (const _again of [1, 2]) {
      await slack.fake.push('slash_commands', command());
      const { args } = await slack.fake.nextCall('response_url');
      expect(args).toMatchObject({ response_type: 'in_channel' });
    }

    expect(slack.fake.calls('conversations.info')).toHaveLength(1);
  });
});
