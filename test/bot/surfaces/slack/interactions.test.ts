// Where answers go: to who acted, to the channel, into a modal in time, and never to a foreign address.
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ActionRef } from '#bot/action-id.ts';
import type { Card } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import { formToView } from '#bot/surfaces/slack/views.ts';
import { de } from '#bot/words/de.ts';
import { en } from '#bot/words/en.ts';
import { Team } from '#engine/playbook/team.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aChart, aChartCard } from '../../../support/charts.ts';
import { aCommand, aPress, aSignedRequest, aSubmission } from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { codec, NOW, pressed, SECRET, startSlack, TEAM } from './slack-setup.ts';

const TAKE: ActionRef = { name: 'case.take', id: 'case-1', version: 2 };
const CARD: Card = { title: 'Maria Silva', tone: 'neutral', blocks: [] };
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
async function deliver(kind: 'slash_commands' | 'interactive', payload: Record<string, unknown>) {
  if (slack.app.route === null) return slack.fake.push(kind, payload);
  const response = await slack.app.route.handle(
    aSignedRequest(payload, { secret: SECRET, at: NOW }),
  );
  expect(response.status).toBe(200);
  const body = z.string().parse(response.body);
  return body === '' ? {} : JSON.parse(body);
}

describe('createInteractions', () => {
  it('shows to the channel what is for the channel', async () => {
    slack = await startSlack({ mode: 'socket', router: aRouter(() => card('channel')) });

    await deliver(
      'interactive',
      aPress({ value: pressed(TAKE), responseUrl: slack.fake.responseUrl() }),
    );

    const answer = await slack.fake.nextCall('response_url');
    expect(answer.args).toMatchObject({ response_type: 'in_channel', replace_original: false });
  });

  it('puts a stamp on what was pressed, and says what came of it beside it', async () => {
    const stamp: Card = { title: 'Confirmed', tone: 'good', blocks: [] };
    slack = await startSlack({
      mode: 'socket',
      router: aRouter(() => ({ kind: 'card', card: CARD, json: null, visible: 'asker', stamp })),
    });

    await deliver(
      'interactive',
      aPress({ value: pressed(TAKE), responseUrl: slack.fake.responseUrl() }),
    );

    const first = await slack.fake.nextCall('response_url');
    const second = await slack.fake.nextCall('response_url');
    expect(first.args).toMatchObject({ replace_original: true, text: 'Confirmed' });
    expect(second.args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  it('puts the stamp of what came of a form on the message that it was opened from', async () => {
    const stamp: Card = { title: 'Confirmed', tone: 'good', blocks: [] };
    const taken: Reply = { kind: 'card', card: CARD, json: null, visible: 'asker', stamp };
    const form: Reply = { kind: 'form', form: FORM };
    const router = aRouter(({ kind }) => (kind === 'submit' ? taken : form));
    slack = await startSlack({ mode: 'socket', router });
    const responseUrl = slack.fake.responseUrl();

    await deliver('interactive', aPress({ value: pressed(TAKE), responseUrl, isEphemeral: true }));
    const { view } = (await slack.fake.nextCall('views.open')).args;
    const viewId = [...slack.fake.views().keys()].at(-1) ?? '';
    await deliver('interactive', aSubmission({ view, viewId, values: TYPED }));

    const { args } = await slack.fake.nextCall('response_url');
    expect(args).toMatchObject({ replace_original: true, text: 'Confirmed' });
    expect(slack.fake.calls('response_url')).toHaveLength(1);
  });

  it('stamps nothing for what was typed', async () => {
    const stamp: Card = { title: 'Confirmed', tone: 'good', blocks: [] };
    const reply: Reply = { kind: 'card', card: CARD, json: null, visible: 'asker', stamp };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => reply) });
    const responseUrl = slack.fake.responseUrl();

    await deliver('slash_commands', aCommand({ command: '/proposal', text: 'x', responseUrl }));

    const { args } = await slack.fake.nextCall('response_url');
    expect(args).toMatchObject({ replace_original: false, text: 'Maria Silva' });
  });

  it('says nothing beside an answer that is the stamp itself', async () => {
    slack = await startSlack({
      mode: 'socket',
      router: aRouter(() => ({
        kind: 'card',
        card: CARD,
        json: null,
        visible: 'asker',
        stamp: 'itself',
      })),
    });

    await deliver(
      'interactive',
      aPress({ value: pressed(TAKE), responseUrl: slack.fake.responseUrl() }),
    );
    await slack.fake.nextCall('response_url');

    expect(slack.fake.calls('response_url')).toHaveLength(1);
  });

  it.each([
    ['asker', 'ephemeral'],
    ['channel', 'in_channel'],
  ] as const)('shows the pictures of a card that is for the %s', async (visible, response_type) => {
    const reply: Reply = { kind: 'card', card: aChartCard(aChart()), json: null, visible };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => reply) });
    const responseUrl = slack.fake.responseUrl();

    await deliver('slash_commands', aCommand({ command: '/automation', text: 'x', responseUrl }));

    const answer = await slack.fake.nextCall('response_url');
    const blocks = [{ type: 'header' }, { type: 'image', slack_file: { id: 'F1' } }];
    expect(answer.args).toMatchObject({ response_type, blocks });
  });

  it('draws the bars of an answer in text where Slack does not take the picture', async () => {
    const reply: Reply = { kind: 'card', card: aChartCard(aChart()), json: null, visible: 'asker' };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => reply) });
    slack.fake.trouble('response_url', { kind: 'status', status: 500 });
    const responseUrl = slack.fake.responseUrl();

    await deliver('slash_commands', aCommand({ command: '/automation', text: 'x', responseUrl }));
    await slack.fake.nextCall('response_url');

    const answer = await slack.fake.nextCall('response_url');
    expect(readBlocks(answer.args['blocks']).text).toContain('████');
  });

  it('answers in blocks that are taken where the workspace does not know the thumbs of an answer', async () => {
    const thumbs = ['Helpful', 'Not helpful'].map((label) => ({ label, action: TAKE }));
    const blocks = [{ kind: 'buttons', buttons: thumbs, feedback: true } as const];
    const answered = { title: 'Answer', tone: 'neutral', blocks } as const;
    const reply: Reply = { kind: 'card', card: answered, json: null, visible: 'asker' };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => reply) });
    slack.fake.unknownBlocks.add('context_actions');
    const ask = () =>
      deliver(
        'slash_commands',
        aCommand({ command: '/ask', text: 'x', responseUrl: slack.fake.responseUrl() }),
      );

    await ask();
    const [first, second] = [
      await slack.fake.nextCall('response_url'),
      await slack.fake.nextCall('response_url'),
    ];
    await ask();
    const third = await slack.fake.nextCall('response_url');

    const drawn = [first, second, third].map(({ args }) => args['blocks']);
    expect(drawn).toMatchObject([
      [{ type: 'header' }, { type: 'context_actions' }],
      [{ type: 'header' }, { type: 'actions' }],
      [{ type: 'header' }, { type: 'actions' }],
    ]);
  });

  it('takes a lost answer for no refusal: what may stand is not said there again in another form', async () => {
    const thumbs = ['Helpful', 'Not helpful'].map((label) => ({ label, action: TAKE }));
    const blocks = [{ kind: 'buttons', buttons: thumbs, feedback: true } as const];
    const answered = { title: 'Answer', tone: 'neutral', blocks } as const;
    const reply: Reply = { kind: 'card', card: answered, json: null, visible: 'asker' };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => reply) });
    slack.fake.trouble('response_url', { kind: 'lost' });
    const ask = () =>
      deliver(
        'slash_commands',
        aCommand({ command: '/ask', text: 'x', responseUrl: slack.fake.responseUrl() }),
      );

    await ask();
    await slack.fake.nextCall('response_url');
    await slack.fake.nextCall('chat.postEphemeral');
    await ask();
    const next = await slack.fake.nextCall('response_url');

    expect(next.args['blocks']).toMatchObject([{ type: 'header' }, { type: 'context_actions' }]);
    expect(slack.fake.calls('response_url')).toHaveLength(2);
  });

  it('takes a thumb as the button that it stands for', async () => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode: 'socket', router });
    const responseUrl = slack.fake.responseUrl();
    const element = 'feedback_buttons';

    await deliver('interactive', aPress({ value: pressed(TAKE), responseUrl, element }));
    await slack.fake.nextCall('response_url');

    expect(router.asked).toMatchObject([{ input: { action: TAKE } }]);
  });

  it('answers by name where the response_url does not work', async () => {
    slack = await startSlack({ mode: 'socket', router: aRouter(() => card('asker')) });
    slack.fake.trouble('response_url', { kind: 'status', status: 404 });

    await deliver(
      'interactive',
      aPress({ value: pressed(TAKE), responseUrl: slack.fake.responseUrl() }),
    );

    const answer = await slack.fake.nextCall('chat.postEphemeral');
    expect(answer.args).toMatchObject({ channel: 'C1', user: 'U1', parse: 'none' });
  });

  it('never posts to a response_url elsewhere', async () => {
    slack = await startSlack({ mode: 'socket', router: aRouter(() => card('asker')) });

    await deliver(
      'interactive',
      aPress({ value: pressed(TAKE), responseUrl: 'http://localhost.evil.example/hook' }),
    );

    expect((await slack.fake.nextCall('chat.postEphemeral')).args).toMatchObject({ user: 'U1' });
  });

  it.each(['', 'case.take|case-1|2|AAAAAAAAAAAAAAAAAAAAAA', 'anything'])(
    'says that a button with the value %j is no longer available',
    async (value) => {
      const router = aRouter(() => ({ kind: 'done' }));
      slack = await startSlack({ mode: 'http', router });

      await deliver('interactive', aPress({ value, responseUrl: slack.fake.responseUrl() }));

      const answer = await slack.fake.nextCall('response_url');
      expect(answer.args).toMatchObject({ response_type: 'ephemeral' });
      expect(answer.args['text']).toContain('no longer available');
      expect(router.asked).toEqual([]);
    },
  );

  it('says what is its own in the language of who acts, then of the channel', async () => {
    const team = Team.parse({
      ...TEAM,
      channels: { slack: { refunds: 'C1' }, language: { refunds: 'de' } },
      people: [{ name: 'Alex', roles: ['agent'], slack: 'U7', language: 'en' }],
    });
    slack = await startSlack({ mode: 'http', router: aRouter(() => ({ kind: 'done' })), team });
    const press = { value: 'anything', responseUrl: slack.fake.responseUrl() };

    await deliver('interactive', aPress(press));
    await deliver('interactive', aPress({ ...press, user: 'U7' }));

    const answers = [
      await slack.fake.nextCall('response_url'),
      await slack.fake.nextCall('response_url'),
    ];
    expect(answers.map(({ args }) => args['text'])).toEqual([
      de.slack.noLongerAvailable,
      en.slack.noLongerAvailable,
    ]);
  });

  it('has the buttons around a German form in German', () => {
    const view = formToView({ ...FORM, language: 'de' }, codec);

    expect(view.close).toMatchObject({ text: 'Abbrechen' });
    expect(formToView(FORM, codec).close).toMatchObject({ text: 'Cancel' });
  });

  it('turns away a guest without asking the router, and says so to the audit', async () => {
    const router = aRouter(() => card('asker'));
    const refusals: unknown[] = [];
    const onRefused = async (refusal: unknown) => void refusals.push(refusal);
    slack = await startSlack({ mode: 'socket', router, onRefused });
    slack.fake.users.set('U9', { is_restricted: true });

    await deliver(
      'interactive',
      aPress({ value: pressed(TAKE), user: 'U9', responseUrl: slack.fake.responseUrl() }),
    );

    expect((await slack.fake.nextCall('response_url')).args['text']).toContain('Guests');
    expect(router.asked).toEqual([]);
    expect(refusals).toEqual([
      { actor: { userId: 'U9', teamId: 'T1' }, reason: 'guest', action: TAKE },
    ]);
  });

  it('opens a modal in time while the router still works, and shows the form in it', async () => {
    const late = Promise.withResolvers<Reply>();
    const patience = { pressMs: 0, submitMs: 0 };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => late.promise), patience });

    await deliver('interactive', aPress({ value: pressed(TAKE) }));
    const opened = await slack.fake.nextCall('views.open');
    late.resolve({ kind: 'form', form: FORM });

    const updated = await slack.fake.nextCall('views.update');
    expect(JSON.stringify(opened.args['view'])).toContain('Loading…');
    expect(updated.args['view']).toMatchObject({ callback_id: codec.encode(FORM.action) });
  });

  it('puts what takes the place of a card into the modal that was pressed, and lays nothing on it', async () => {
    const next: Reply = { kind: 'card', card: CARD, json: null, visible: 'asker', inPlace: true };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => next) });
    const { channel: _channel, ...press } = aPress({ value: pressed(TAKE) });

    await deliver('interactive', {
      ...press,
      view: { id: 'V7', type: 'modal', private_metadata: 'C1' },
    });

    const { args } = await slack.fake.nextCall('views.update');
    expect(args).toMatchObject({ view_id: 'V7' });
    expect(slack.fake.calls('views.push')).toEqual([]);
  });

  it('gives a form back with what was typed when its faults come late', async () => {
    const late = Promise.withResolvers<Reply>();
    const patience = { pressMs: 1000, submitMs: 0 };
    slack = await startSlack({ mode: 'socket', router: aRouter(() => late.promise), patience });

    const ack = await deliver(
      'interactive',
      aSubmission({ view: formToView(FORM, codec), viewId: 'V7', values: TYPED }),
    );
    late.resolve({ kind: 'faults', faults: [{ field: 'percent', message: 'At most 70.' }] });

    const { args } = await slack.fake.nextCall('views.update');
    expect(JSON.stringify(ack)).toContain('Working…');
    expect(args).toMatchObject({ view_id: 'V7', view: { callback_id: codec.encode(FORM.action) } });
    const inputs = JSON.stringify(args['view']);
    expect(inputs).toContain('At most 70.');
    expect(inputs).toContain('"initial_value":"90"');
    expect(inputs).toContain('"initial_value":"Dear <Maria>"');
  });

  it('asks to try again when the form comes too late to be opened', async () => {
    slack = await startSlack({
      mode: 'socket',
      router: aRouter(() => ({ kind: 'form', form: FORM })),
    });
    slack.fake.trouble('views.open', { kind: 'refused', error: 'expired_trigger_id' });

    await deliver(
      'slash_commands',
      aCommand({ command: '/regulars', text: 'x', responseUrl: slack.fake.responseUrl() }),
    );

    expect((await slack.fake.nextCall('response_url')).args['text']).toContain('try again');
  });

  it.each([
    ['/customer', 'show maria', 'customer show maria'],
    ['/regulars', 'customer show O&#39;x &lt;b&gt; R&amp;D', 'customer show O&#39;x <b> R&D'],
    ['/regulars', '', 'help'],
    ['/case', '', 'case'],
    ['/customer', 'show <mailto:a@b.example|a@b.example>', 'customer show a@b.example'],
    ['/case', 'reassign c1 <@U1|maria>', 'case reassign c1 Maria'],
    [
      '/case',
      'note c1 <#C1|general> <!here> &lt;!channel&gt;',
      'case note c1 refunds @here <!channel>',
    ],
  ])('reads %s %s as a line', async (command, text, line) => {
    const router = aRouter(() => card('asker'));
    slack = await startSlack({ mode: 'socket', router });

    await deliver('slash_commands', aCommand({ command, text }));

    await slack.app.connection.stop();
    expect(router.asked[0]?.input).toEqual({ kind: 'line', line });
  });

  it('logs nothing of tokens, triggers, response_urls or what was typed', async () => {
    slack = await startSlack({ mode: 'socket', router: aRouter(() => card('asker')), team: TEAM });
    slack.fake.trouble('response_url', { kind: 'status', status: 500 });
    slack.fake.trouble('chat.postEphemeral', { kind: 'refused', error: 'user_not_in_channel' });
    slack.fake.trouble('users.info', { kind: 'refused', error: 'user_not_found' });
    const responseUrl = slack.fake.responseUrl();

    await deliver(
      'slash_commands',
      aCommand({
        command: '/customer',
        text: 'show maria@x.example',
        responseUrl,
        trigger: 'secret-1',
      }),
    );

    await slack.app.connection.stop();
    const logged = JSON.stringify(slack.log.lines);
    expect(logged).toContain('user_not_in_channel');
    for (const secret of ['xoxb-', 'xapp-', 'secret-1', 'maria@x', '/response/'])
      expect(logged).not.toContain(secret);
  });
});

function card(visible: 'asker' | 'channel'): Reply {
  return { kind: 'card', card: CARD, json: null, visible };
}
