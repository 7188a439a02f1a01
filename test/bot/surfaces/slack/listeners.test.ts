// Real Bolt against a fake Slack, in both modes: what people do reaches the router as who they are, and the answer them.
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ActionRef } from '#bot/action-id.ts';
import type { Card } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { eventually } from '../../../support/eventually.ts';
import {
  aCommand,
  aLinkShared,
  aMessage,
  aPress,
  aSearch,
  aShortcut,
  aSignedRequest,
  aSubmission,
  aTabOpened,
} from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { codec, NOW, pressed, SECRET, startSlack } from './slack-setup.ts';

const TAKE: ActionRef = { name: 'case.take', id: 'case-1', version: 2 };
const CARD: Card = { title: 'Maria Silva', tone: 'neutral', blocks: [] };
const WITH_ADDRESS: Card = {
  title: 'Maria Silva',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: ['maria@example.com'] }],
};
const FORM: Form = {
  title: 'Edit the discount',
  intro: [],
  fields: [
    {
      name: 'percent',
      label: 'Percent',
      required: true,
      kind: 'number',
      min: 1,
      max: 70,
      value: 50,
    },
    { name: 'line', label: 'Line', required: false, kind: 'text', multiline: true, maxLength: 500 },
  ],
  submitLabel: 'Save',
  action: { name: 'approval.edit', id: 'a1', version: 3 },
};
const TYPED = {
  percent: { type: 'number_input', value: '90' },
  line: { type: 'plain_text_input', value: 'Dear <Maria>' },
};

type Slack = Awaited<ReturnType<typeof startSlack>>;
let slack: Slack;
afterEach(() => slack.stop());

/** Delivers a payload in the mode that runs and gives what it is acknowledged with. */
async function deliver(
  kind: 'slash_commands' | 'interactive' | 'events_api',
  payload: Record<string, unknown>,
) {
  if (slack.app.route === null) return slack.fake.push(kind, payload);
  const response = await slack.app.route.handle(
    aSignedRequest(payload, { secret: SECRET, at: NOW }),
  );
  expect(response.status).toBe(200);
  const body = z.string().parse(response.body);
  return body === '' ? {} : JSON.parse(body);
}

describe.each(['socket', 'http'] as const)('createSlackApp in %s mode', (mode) => {
  it('answers in the thread what is said to it by name, masked for who reads along', async () => {
    const router = aRouter(() => ({ ...card('asker'), card: WITH_ADDRESS }));
    slack = await startSlack({ mode, router });

    await deliver(
      'events_api',
      aMessage({ text: '<@UBOT> show <mailto:maria@example.com|maria@example.com> R&amp;D' }),
    );

    const { args } = await slack.fake.nextCall('chat.postMessage');
    expect(args).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000200' });
    expect(readBlocks(args['blocks']).text).not.toContain('maria@example.com');
    expect(router.asked).toEqual([
      {
        teammate: { person: 'Maria', name: 'Maria', role: 'approver', surface: 'slack' },
        input: {
          kind: 'command',
          name: 'ask',
          args: { text: 'show maria@example.com R&D' },
        },
      },
    ]);
    expect(router.places[0]).toMatchObject({ thread: { key: 'C1:1700000000.000200' } });
  });

  it('hears whom and which channel a sentence names, beside the name that called it', async () => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode, router });

    const text =
      '<@UBOT> give it to <@U1>, not to <@U9|sam>; tell <#C1|money-back> and <#C9|random>, see <http://shop.example|shop.example>';
    await deliver('events_api', aMessage({ text }));
    await slack.fake.nextCall('chat.postMessage');

    expect(router.asked[0]?.input).toMatchObject({
      args: { text: 'give it to Maria, not to sam; tell refunds and random, see shop.example' },
    });
  });

  it('takes what is said alone with it for one conversation, but for its threads', async () => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode, router });
    const value = codec.encode({ name: 'ask.prompt', id: 'refunds' });
    const press = aPress({ value, responseUrl: slack.fake.responseUrl() });

    await deliver('events_api', aMessage({ text: 'show tom', isDirect: true, ts: '1.1' }));
    await deliver('events_api', aMessage({ text: 'and now?', isDirect: true, ts: '1.2' }));
    await deliver(
      'events_api',
      aMessage({ text: 'or then?', isDirect: true, ts: '1.3', thread: '1.1' }),
    );
    await deliver('interactive', {
      ...press,
      channel: { id: 'D1' },
      message: { ts: '1.4', thread_ts: '1.1' },
    });
    await eventually(() => expect(router.places).toHaveLength(4));

    const threads = router.places.map(({ thread }) => `${thread?.key} ${thread?.also}`);
    expect(threads.toSorted()).toEqual(['D1 D1:1.1', 'D1 D1:1.2', 'D1:1.1 D1', 'D1:1.1 D1']);
  });

  it('answers a direct message in full, and goes on in its thread', async () => {
    const router = aRouter(() => ({ ...card('asker'), card: WITH_ADDRESS }));
    slack = await startSlack({ mode, router });

    await deliver(
      'events_api',
      aMessage({ text: 'and her refunds?', isDirect: true, thread: '1.1' }),
    );

    const { args } = await slack.fake.nextCall('chat.postMessage');
    expect(args).toMatchObject({ channel: 'D1', thread_ts: '1.1' });
    expect(readBlocks(args['blocks']).text).toContain('maria@example.com');
  });

  it.each([
    ['a bot', { bot_id: 'B1' }],
    ['a change of a message', { subtype: 'message_changed' }],
    ['nobody', { text: '<@UBOT>' }],
  ])('does not answer %s', async (_who, more) => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode, router });

    await deliver('events_api', aMessage({ text: 'hello', isDirect: true, more }));
    await deliver('events_api', aTabOpened('home'));
    await slack.fake.nextCall('views.publish');

    expect(router.asked).toHaveLength(1);
  });

  it('answers a command privately with a card', async () => {
    slack = await startSlack({ mode, router: aRouter(() => card('asker')) });

    const ack = await deliver(
      'slash_commands',
      aCommand({
        command: '/customer',
        text: 'show R&amp;D',
        responseUrl: slack.fake.responseUrl(),
      }),
    );

    const answer = await slack.fake.nextCall('response_url');
    expect(ack).toEqual({});
    expect(answer.args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(readBlocks(answer.args['blocks']).text).toBe('Maria Silva');
    expect(answer.token).toBe('');
  });

  it('brings a press to the router as the teammate that the account is', async () => {
    const router = aRouter(() => ({ kind: 'done' }));
    slack = await startSlack({ mode, router });

    await deliver('interactive', aPress({ value: pressed(TAKE) }));

    await slack.app.connection.stop();
    expect(router.asked).toEqual([
      {
        teammate: { person: 'Maria', name: 'Maria', role: 'approver', surface: 'slack' },
        input: { kind: 'press', action: TAKE },
      },
    ]);
    expect(slack.fake.calls('response_url')).toEqual([]);
  });

  it('opens a form, says its faults in place, and closes it when it is taken', async () => {
    const replies: Reply[] = [
      { kind: 'form', form: FORM },
      { kind: 'faults', faults: [{ field: 'percent', message: 'At most 70.' }] },
      { kind: 'done' },
    ];
    const router = aRouter(() => replies.shift() ?? { kind: 'done' });
    slack = await startSlack({ mode, router });

    await deliver('interactive', aPress({ value: pressed(TAKE) }));
    const { view } = (await slack.fake.nextCall('views.open')).args;
    const refused = await deliver('interactive', aSubmission({ view, values: TYPED }));
    const taken = await deliver('interactive', aSubmission({ view, values: TYPED }));

    expect(refused).toEqual({ response_action: 'errors', errors: { percent: 'At most 70.' } });
    expect(taken).toEqual({ response_action: 'clear' });
    expect(router.asked[1]?.input).toEqual({
      kind: 'submit',
      action: FORM.action,
      values: { percent: '90', line: 'Dear <Maria>' },
    });
  });

  it('draws the Home tab of who opens it', async () => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode, router });

    await deliver('events_api', aTabOpened('home'));

    const { args } = await slack.fake.nextCall('views.publish');
    expect(args).toMatchObject({ user_id: 'U1', view: { type: 'home' } });
    expect(router.asked.map(({ input }) => input)).toEqual([{ kind: 'line', line: 'home' }]);
  });

  it('says to whoever opens the messages what can be asked, once, and again only where that failed', async () => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode, router });
    slack.fake.trouble('chat.postMessage', { kind: 'refused', error: 'channel_not_found' });

    await deliver('events_api', aTabOpened('messages', 'Ev1'));
    await slack.fake.nextCall('chat.postMessage');
    await eventually(() => expect(slack.welcomed).toEqual(new Set()));
    await deliver('events_api', aTabOpened('messages', 'Ev2'));
    const { args } = await slack.fake.nextCall('chat.postMessage');
    await deliver('events_api', aTabOpened('messages', 'Ev3'));
    await deliver('events_api', aTabOpened('home', 'Ev4'));
    await slack.fake.nextCall('views.publish');

    expect(args).toMatchObject({ channel: 'D1', text: 'Maria Silva' });
    expect(router.asked.map(({ input }) => input)).toEqual([
      { kind: 'line', line: 'ask' },
      { kind: 'line', line: 'ask' },
      { kind: 'line', line: 'home' },
    ]);
  });

  it('fills a menu with what may be meant, and with what was typed', async () => {
    const offers = [{ insert: '"Maria Lopez"', label: 'Maria Lopez', hint: 'Gold' }];
    const router = { ...aRouter(() => ({ kind: 'done' })), completeArgument: async () => offers };
    slack = await startSlack({ mode, router });
    slack.fake.users.set('U7', { is_restricted: true });
    const menu = 'value.search|customer show|who';

    const found = await deliver('interactive', aSearch(menu, 'mar'));
    const guest = await deliver('interactive', aSearch(menu, 'mar', 'U7'));
    const foreign = await deliver('interactive', aSearch('value', 'mar'));

    expect(found).toMatchObject({
      options: [
        { text: { text: 'Maria Lopez' }, value: 'Maria Lopez', description: { text: 'Gold' } },
        { text: { text: '“mar”' }, value: 'mar' },
      ],
    });
    expect([guest, foreign]).toEqual([{ options: [] }, { options: [] }]);
  });

  it('offers nothing in a menu that would come too late', async () => {
    const never = new Promise<never>(() => {});
    const router = { ...aRouter(() => ({ kind: 'done' })), completeArgument: () => never };
    slack = await startSlack({ mode, router, patience: { pressMs: 0, submitMs: 0 } });

    const late = await deliver('interactive', aSearch('value.search|customer show|who', 'mar'));

    expect(late).toEqual({ options: [] });
  });

  it('shows below a message what its links are about, and of others nothing', async () => {
    const router = aRouter((input) =>
      'action' in input && input.action.id.endsWith('/1') ? card('channel') : { kind: 'done' },
    );
    slack = await startSlack({ mode, router });
    const urls = ['https://admin.shopify.com/store/s/orders/1', 'https://admin.shopify.com/themes'];

    await deliver('events_api', aLinkShared({ urls }));

    const { args } = await slack.fake.nextCall('chat.unfurl');
    expect(args).toMatchObject({ channel: 'C1', ts: '1700000000.000100' });
    expect(Object.keys(Object(args['unfurls']))).toEqual([urls[0]]);
    expect(router.asked[0]).toMatchObject({
      input: { kind: 'press', action: { name: 'customer.link', id: urls[0] } },
    });
  });

  it('shows it in a message that is being written, and to a guest nothing', async () => {
    const router = aRouter(() => card('channel'));
    slack = await startSlack({ mode, router });
    slack.fake.users.set('U7', { is_restricted: true });
    const urls = ['https://admin.shopify.com/store/s/orders/1'];

    await deliver('events_api', aLinkShared({ urls, user: 'U7' }));
    await deliver('events_api', aLinkShared({ urls, isComposed: true }));

    await slack.app.connection.stop();
    expect(slack.fake.calls('chat.unfurl').map(({ args }) => args)).toEqual([
      expect.objectContaining({ unfurl_id: 'U.1', source: 'composer' }),
    ]);
  });

  it.each([
    ['a text', 'Ada wrote from <mailto:ada@example.co.uk|ada@example.co.uk>', 'ada@example.co.uk'],
    ['blocks', { text: '', blocks: [aRichText('where is order #1054?')] }, '1054'],
    [
      'an attachment',
      { text: '', attachments: [{ fields: [{ title: 'Customer', value: 'ada@example.com' }] }] },
      'ada@example.com',
    ],
    [
      'what was shared from elsewhere',
      {
        text: 'see',
        attachments: [{ message_blocks: [{ message: { blocks: [aRichText('order 7')] } }] }],
      },
      '7',
    ],
    ['a mail', { text: '', files: [aMail('Where is it?')] }, 'ada@example.com'],
    [
      'a mail that was passed on',
      { files: [aMail('Please look.\n\n> *From:* Maria <maria@example.com>\n> Hi')] },
      'maria@example.com',
    ],
  ])('looks up who %s is about', async (_what, message, who) => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode, router });

    await deliver('interactive', aShortcut({ id: 'look-up-customer', message }));

    await slack.app.connection.stop();
    expect(router.asked[0]?.input).toEqual({ kind: 'words', words: ['customer', 'show', who] });
  });

  it.each([
    ['of a message that names nobody', { id: 'look-up-customer', message: 'hello' }],
    ['of the app', { id: 'find-customer' }],
  ])('asks in a form whom a shortcut %s is about', async (_which, shortcut) => {
    const router = aRouter(() => ({ kind: 'form', form: FORM }));
    slack = await startSlack({ mode, router });

    await deliver('interactive', aShortcut(shortcut));

    const { view } = (await slack.fake.nextCall('views.open')).args;
    expect(view).toMatchObject({ title: { text: FORM.title } });
    expect(router.asked[0]?.input).toMatchObject({ action: { name: 'customer.find' } });
  });

  it('acts once on a delivery that comes twice', async () => {
    const router = aRouter(() => ({ kind: 'done' }));
    slack = await startSlack({ mode, router });
    const press = aPress({ value: pressed(TAKE), trigger: 'the same' });

    const acks = await Promise.all([deliver('interactive', press), deliver('interactive', press)]);

    await slack.app.connection.stop();
    expect(acks).toEqual([{}, {}]);
    expect(router.asked).toHaveLength(1);
  });
});

function aRichText(text: string) {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

/** A mail that was sent into Slack, as a file. */
function aMail(body: string) {
  const from = [{ address: 'ada@example.com', name: 'Ada', original: 'Ada <ada@example.com>' }];
  return { mode: 'email', filetype: 'email', subject: 'My order', from, cc: [], plain_text: body };
}

function card(visible: 'asker' | 'channel'): Reply {
  return { kind: 'card', card: CARD, json: null, visible };
}
