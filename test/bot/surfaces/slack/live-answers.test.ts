// An answer in Slack while it is made, real Bolt against a fake Slack: as a stream, as a message that changes, or all at once.
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Card } from '#bot/card.ts';
import type { Reply } from '#bot/router.ts';
import { toStreamMarkdown } from '#bot/surfaces/slack/stream-markdown.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { eventually } from '../../../support/eventually.ts';
import { aProgress, aSlowAnswer } from '../../../support/looking-on.ts';
import { aCommand, aMessage } from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { startSlack } from './slack-setup.ts';

const CARD: Card = {
  title: 'Assistant',
  tone: 'neutral',
  blocks: [
    { kind: 'text', text: ['It is maria@example.com. She is dear.'] },
    {
      kind: 'buttons',
      buttons: [{ label: 'Confirm', action: { name: 'proposal.confirm', id: 'pro_1' } }],
    },
  ],
};
const DONE: Reply = { kind: 'card', card: CARD, json: {}, visible: 'asker' };
const SHOW = { id: 'task-1', name: 'customer show' };

type Slack = Awaited<ReturnType<typeof startSlack>>;
let slack: Slack;
afterEach(() => slack.stop());

/** Somebody has written to the bot, by name or alone with it. */
async function start(how: { isDirect?: boolean; before?: (fake: Slack['fake']) => void } = {}) {
  const slow = aSlowAnswer();
  slack = await startSlack({ mode: 'socket', router: aRouter(slow.answer) });
  how.before?.(slack.fake);
  const { isDirect = false } = how;
  await slack.fake.push('events_api', aMessage({ text: '<@UBOT> who is dear?', isDirect }));
  return slow;
}

function standing() {
  const { messages } = slack.fake;
  return { all: messages(), last: messages().at(-1) };
}

describe('createLiveAnswer', () => {
  it('streams to who asked, in the thread: first the button that stops it', async () => {
    const slow = await start();
    await slow.show(aProgress(''));
    const { args } = await slack.fake.nextCall('chat.startStream');
    slow.finish(DONE);

    expect(args).toMatchObject({
      channel: 'C1',
      thread_ts: '1700000000.000200',
      recipient_user_id: 'U1',
      recipient_team_id: 'T1',
      task_display_mode: 'timeline',
    });
    const [first] = z.array(z.looseObject({ blocks: z.unknown() })).parse(args['chunks']);
    expect(readBlocks(first?.blocks).buttons).toMatchObject([{ label: 'Stop' }]);
  });

  it('adds what is looked up and what is said, each once, and ends as the card with its buttons', async () => {
    const slow = await start();
    await slow.show(aProgress('', { ...SHOW, state: 'running' }));
    await slack.fake.nextCall('chat.startStream');
    await slow.show(aProgress('', { ...SHOW, state: 'done' }));
    await slow.show(aProgress('It is m…a@example.com.', { ...SHOW, state: 'done' }));
    const { args } = await slack.fake.nextCall('chat.appendStream');
    slow.finish(DONE);
    await slack.fake.nextCall('chat.update');

    expect(args['chunks']).toEqual([
      { type: 'task_update', id: 'task-1', title: 'customer show', status: 'complete' },
      { type: 'markdown_text', text: 'It is m…a@example.com.' },
    ]);
    expect(slack.fake.calls('chat.appendStream')).toHaveLength(1);
    expect(slack.fake.calls('chat.stopStream')).toHaveLength(1);
    const { all, last } = standing();
    expect(all).toHaveLength(1);
    expect(last?.stream?.isOpen).toBe(false);
    expect(readBlocks(last?.blocks)).toMatchObject({
      buttons: [{ label: 'Confirm' }],
      text: expect.not.stringContaining('maria@example.com'),
    });
  });

  it('tells who asks that a channel reads along, and in a direct message that nobody does', async () => {
    const slow = await start({ isDirect: true });
    const { live } = await slow.place();
    await slow.show(aProgress('It is maria@example.com.'));
    await slack.fake.nextCall('chat.startStream');
    slow.finish(DONE);
    await slack.fake.nextCall('chat.update');

    expect(live?.isShared).toBe(false);
    expect(readBlocks(standing().last?.blocks).text).toContain('maria@example.com');
  });

  it.each(['unknown_method', 'missing_scope', 'channel_type_not_supported', 'invalid_blocks'])(
    'changes a message where Slack does not stream (%s)',
    async (error) => {
      const before = (fake: Slack['fake']) =>
        fake.trouble('chat.startStream', { kind: 'refused', error });
      const slow = await start({ before });
      await slow.show(aProgress('It is said.', { ...SHOW, state: 'done' }));
      const { args } = await slack.fake.nextCall('chat.postMessage');
      slow.finish(DONE);
      await slack.fake.nextCall('chat.update');

      expect(args).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000200' });
      expect(readBlocks(args['blocks'])).toMatchObject({
        text: expect.stringContaining('It is said.'),
        buttons: [{ label: 'Stop' }],
      });
      expect(standing().all).toHaveLength(1);
      expect(readBlocks(standing().last?.blocks).buttons).toMatchObject([{ label: 'Confirm' }]);
    },
  );

  it('says all of it at the end where nothing could stand before', async () => {
    const slow = await start({
      before: (fake) => {
        fake.trouble('chat.startStream', { kind: 'refused', error: 'not_allowed' });
        fake.trouble('chat.postMessage', { kind: 'refused', error: 'not_in_channel' });
      },
    });
    await slow.show(aProgress('It is said.'));
    await slack.fake.nextCall('chat.postMessage');
    slow.finish(DONE);
    const { args } = await slack.fake.nextCall('chat.postMessage');

    expect(readBlocks(args['blocks']).buttons).toMatchObject([{ label: 'Confirm' }]);
  });

  it('says all of it at the end where it is quick', async () => {
    const slow = await start();
    slow.finish(DONE);
    await slack.fake.nextCall('chat.postMessage');

    expect(slack.fake.calls('chat.startStream')).toEqual([]);
  });

  it('waits where Slack says that it is too much, and loses nothing', async () => {
    const tooMuch = { kind: 'status', status: 429, retryAfter: 1 } as const;
    const slow = await start();
    slack.fake.trouble('chat.appendStream', tooMuch);
    slack.fake.trouble('chat.update', tooMuch);
    await slow.show(aProgress(''));
    await slack.fake.nextCall('chat.startStream');
    await slow.show(aProgress('It is said.'));
    await slack.fake.nextCall('chat.appendStream');
    const { args } = await slack.fake.nextCall('chat.appendStream');
    slow.finish(DONE);
    await slack.fake.nextCall('chat.update');
    await slack.fake.nextCall('chat.update');

    expect(args['chunks']).toEqual([{ type: 'markdown_text', text: 'It is said.' }]);
    await eventually(() =>
      expect(readBlocks(standing().last?.blocks).buttons).toMatchObject([{ label: 'Confirm' }]),
    );
  });

  it.each(['chat.stopStream', 'chat.update'])(
    'says it once where the answer to the end is lost (%s)',
    async (method) => {
      const slow = await start();
      await slow.show(aProgress(''));
      await slack.fake.nextCall('chat.startStream');
      slack.fake.trouble(method, { kind: 'lost' });
      slow.finish(DONE);
      await slack.fake.nextCall(method);
      await slack.fake.nextCall(method);
      await eventually(() =>
        expect(readBlocks(standing().last?.blocks).buttons).toMatchObject([{ label: 'Confirm' }]),
      );

      expect(standing().all).toHaveLength(1);
      expect(slack.fake.calls('chat.postMessage')).toEqual([]);
    },
  );

  it('keeps where it stands, from before it is made until it is whole', async () => {
    const slow = await start();
    await slow.show(aProgress(''));
    await slack.fake.nextCall('chat.startStream');
    await eventually(() => expect(slack.places).toHaveLength(2));
    slow.finish(DONE);
    await eventually(() => expect(slack.places).toHaveLength(3));

    const at = { surface: 'slack', channel: 'C1', thread: '1700000000.000200' };
    const { ts } = standing().last ?? {};
    expect(slack.places).toEqual([{ ...at, messageId: null }, { ...at, messageId: ts }, null]);
  });

  it('ends a stream that Slack began without being able to say so', async () => {
    const slow = await start({
      before: (fake) => fake.trouble('chat.startStream', { kind: 'lost' }),
    });
    await slow.show(aProgress(''));
    await slack.fake.nextCall('chat.startStream');
    slow.finish(DONE);
    await slack.fake.nextCall('chat.update');

    expect(standing().all).toHaveLength(1);
    expect(readBlocks(standing().last?.blocks).buttons).toMatchObject([{ label: 'Confirm' }]);
    expect(standing().last?.stream?.isOpen).toBe(false);
  });

  it('says below the question that it is looking into it, and no longer than that', async () => {
    const slow = await start();
    const first = await slack.fake.nextCall('assistant.threads.setStatus');
    slow.finish(DONE);
    const last = await slack.fake.nextCall('assistant.threads.setStatus');

    const at = { channel_id: 'C1', thread_ts: '1700000000.000200' };
    expect(first.args).toEqual({ ...at, status: 'is looking into it…' });
    expect(last.args).toEqual({ ...at, status: '' });
  });

  it('says nothing of the kind any more where Slack does not take it', async () => {
    const refused = { kind: 'refused', error: 'unknown_method' } as const;
    const slow = await start({
      before: (fake) => fake.trouble('assistant.threads.setStatus', refused),
    });
    await slack.fake.nextCall('assistant.threads.setStatus');
    slow.finish(DONE);
    await slack.fake.nextCall('chat.postMessage');

    expect(slack.fake.calls('assistant.threads.setStatus')).toHaveLength(1);
    expect(readBlocks(standing().last?.blocks).buttons).toMatchObject([{ label: 'Confirm' }]);
  });

  it('posts the answer anew where what stood is gone', async () => {
    const slow = await start();
    await slow.show(aProgress(''));
    await slack.fake.nextCall('chat.startStream');
    await eventually(() => expect(standing().all).toHaveLength(1));
    slack.fake.remove(standing().last?.ts ?? '');
    slow.finish(DONE);
    await slack.fake.nextCall('chat.postMessage');

    expect(readBlocks(standing().last?.blocks).buttons).toMatchObject([{ label: 'Confirm' }]);
  });

  it('shows who asked by a command the button once, and then the answer', async () => {
    const slow = aSlowAnswer();
    slack = await startSlack({ mode: 'socket', router: aRouter(slow.answer) });
    const responseUrl = slack.fake.responseUrl();
    await slack.fake.push(
      'slash_commands',
      aCommand({ command: '/regulars', text: 'ask x', responseUrl }),
    );
    await slow.show(aProgress(''));
    await slow.show(aProgress('It is said.'));
    const first = await slack.fake.nextCall('response_url');
    slow.finish(DONE);
    const second = await slack.fake.nextCall('response_url');

    expect(readBlocks(first.args['blocks']).buttons).toMatchObject([{ label: 'Stop' }]);
    expect(first.args).toMatchObject({ response_type: 'ephemeral' });
    expect(readBlocks(second.args['blocks']).buttons).toMatchObject([{ label: 'Confirm' }]);
  });
});

describe('toStreamMarkdown', () => {
  it.each([
    ['*bold* _it_ `code` ~gone~', '\\*bold\\* \\_it\\_ \\`code\\` \\~gone\\~'],
    ['[click](https://evil.example) ![x](y)', '\\[click\\](https://evil.example) !\\[x\\](y)'],
    ['<!channel> <@U1> a & b', '&lt;!channel&gt; &lt;@U1&gt; a &amp; b'],
    ['# Head\n> quote\n- one\n1. two', '\\# Head  \n&gt; quote  \n\\- one  \n1\\. two'],
    ['a\n\nb', 'a\n\nb'],
    ['a | b\\', 'a \\| b\\\\'],
  ])('shows %j as it is', (text, markdown) => {
    expect(toStreamMarkdown(text)).toBe(markdown);
  });
});
