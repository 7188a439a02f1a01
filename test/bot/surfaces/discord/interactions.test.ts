// What is Discord's own about acting: menus, second thoughts, look-ups, forms that are gone, components that are refused.
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionRef } from '#bot/action-id.ts';
import type { Card } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import { cardToMessage } from '#bot/surfaces/discord/components.ts';
import { de } from '#bot/words/de.ts';
import { Team } from '#engine/playbook/team.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aChart, aChartCard } from '../../../support/charts.ts';
import {
  aCommand,
  aLookUpOfMessage,
  aLookUpOfPerson,
  aPress,
  aSubmission,
  aTyping,
} from '../../../support/discord-payloads.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import { codec, inTurn, pressed, startDiscord, TEAM } from './discord-setup.ts';

const DROP: ActionRef = { name: 'event.drop', id: 'qua_1' };
const CONFIRM = { title: 'Drop it?', text: 'It cannot be read again.', confirm: 'Drop' };
const CARD: Card = {
  title: 'A delivery nobody understands',
  tone: 'warning',
  blocks: [{ kind: 'buttons', buttons: [{ label: 'Drop', action: DROP, confirm: CONFIRM }] }],
};
const FORM: Form = {
  title: 'New segment',
  intro: [],
  fields: [
    { name: 'name', label: 'Name', required: true, kind: 'text', multiline: false, maxLength: 50 },
  ],
  submitLabel: 'Save',
  action: { name: 'segment.save', id: '' },
};

type Discord = Awaited<ReturnType<typeof startDiscord>>;
let discord: Discord;
afterEach(() => discord.stop());

async function start(answer: () => Reply | Promise<Reply>) {
  const router = aRouter(answer);
  discord = await startDiscord({ transport: 'gateway', router });
  return router;
}

function said(answer: { readonly callback: { readonly data?: unknown } }) {
  return readComponents(Object(answer.callback.data).components);
}

describe('createInteractions', () => {
  it('asks a second time before what cannot be taken back, by the words on the button', async () => {
    const router = await start(() => ({ kind: 'done' }));
    const { components } = cardToMessage(CARD, codec);
    const [button] = readComponents(components).buttons;

    const asked = await discord.deliver(aPress(button?.id ?? '', { components }));
    const before = router.asked.length;
    const [sure] = said(asked).buttons;
    await discord.deliver(aPress(sure?.id ?? '', { isEphemeral: true }));

    expect(said(asked).text).toContain('Drop?');
    expect(before).toBe(0);
    expect(router.asked.map(({ input }) => input)).toEqual([{ kind: 'press', action: DROP }]);
  });

  it('puts a stamp on what was pressed, and says what came of it below', async () => {
    const stamp: Card = { title: 'Confirmed', tone: 'good', blocks: [] };
    await start(() => ({ kind: 'card', card: CARD, json: null, visible: 'asker', stamp }));

    const answer = await discord.deliver(
      aPress(pressed(DROP), {}),
      ({ followUps }) => followUps.length > 0,
    );

    expect(answer.callback.type).toBe(7);
    expect(said(answer).text).toContain('Confirmed');
    expect(said(answer).buttons).toEqual([]);
    expect(readComponents(Object(answer.followUps[0]).components).text).toContain(CARD.title);
  });

  it('shows the pictures of a card behind the first answer, which has no time for them', async () => {
    const card = aChartCard(aChart());
    await start(() => ({ kind: 'card', card, json: null, visible: 'asker' }));

    const answer = await discord.deliver(
      aCommand('automation backtest'),
      ({ edits }) => edits.length > 0,
    );

    expect(answer.callback).toEqual({ type: 5, data: { flags: 64 } });
    expect(answer.edits[0]).toMatchObject({
      attachments: [{ id: '0', filename: expect.stringMatching(/^chart-.*\.png$/) }],
      components: [{ components: [{}, {}, { type: 12 }] }],
    });
  });

  it('shows a channel a card with a picture once where the answer to it is lost', async () => {
    const card = aChartCard(aChart());
    await start(() => ({ kind: 'card', card, json: null, visible: 'channel' }));
    discord.fake.trouble('POST /webhooks', { kind: 'lost' });

    await discord.deliver(aCommand('automation backtest'), ({ followUps }) => followUps.length > 0);
    // Stopping waits for what is in hand.
    await discord.app.connection?.stop();

    expect(discord.fake.calls('POST /webhooks')).toHaveLength(1);
  });

  it('takes a choice from a menu for a press', async () => {
    const router = await start(() => ({ kind: 'done' }));

    await discord.deliver(aPress(pressed(DROP), { isChoice: true }));

    expect(router.asked[0]?.input).toEqual({ kind: 'press', action: DROP });
  });

  it.each(['', 'event.drop|qua_1||AAAAAAAAAAAAAAAAAAAAAA', 'anything'])(
    'says that a button with the id %j is no longer available',
    async (customId) => {
      const router = await start(() => ({ kind: 'done' }));

      const answer = await discord.deliver(aPress(customId));

      expect(said(answer).text).toContain('no longer available');
      expect(router.asked).toEqual([]);
    },
  );

  it('says what is its own in the team’s language', async () => {
    const team = Team.parse({ ...TEAM, language: 'de' });
    discord = await startDiscord({
      transport: 'gateway',
      router: aRouter(() => ({ kind: 'done' })),
      team,
    });
    const { components } = cardToMessage(CARD, codec);
    const [button] = readComponents(components).buttons;

    const gone = await discord.deliver(aPress('anything'));
    const asked = await discord.deliver(aPress(button?.id ?? '', { components }));

    expect(said(gone).text).toBe(de.discord.noLongerAvailable);
    expect(said(asked).text).toContain(de.discord.cannotBeTakenBack);
  });

  it.each([
    [aLookUpOfPerson({ nick: 'Maria Silva', global: 'mia' }), 'Maria Silva'],
    [aLookUpOfPerson({ global: 'Mia' }), 'Mia'],
    [aLookUpOfMessage({ content: 'Please look at #1054, she is angry' }), '1054'],
    [
      aLookUpOfMessage({
        content: '',
        embeds: [{ title: 'New order', fields: [{ name: 'From', value: 'maria@example.com' }] }],
      }),
      'maria@example.com',
    ],
  ])('looks up whom a person or a message is about', async (interaction, who) => {
    const router = await start(() => ({ kind: 'card', card: CARD, json: null, visible: 'asker' }));

    await discord.deliver(interaction);

    expect(router.asked[0]?.input).toEqual({
      kind: 'command',
      name: 'customer show',
      args: { who },
    });
  });

  it('opens the form that finds a customer where a message names none', async () => {
    const router = await start(() => ({ kind: 'form', form: FORM }));

    const { callback } = await discord.deliver(aLookUpOfMessage({ content: 'Good morning' }));

    expect(callback.type).toBe(9);
    expect(router.asked[0]?.input).toMatchObject({
      kind: 'press',
      action: { name: 'customer.find' },
    });
  });

  it.each([
    [
      aCommand('regulars', { line: 'case list --open' }),
      { kind: 'line', line: 'case list --open' },
    ],
    [
      aCommand('segment save', { name: '"my best"', query: "customer_tags CONTAINS 'a b'" }),
      {
        kind: 'command',
        name: 'segment save',
        args: { name: 'my best', query: "customer_tags CONTAINS 'a b'" },
      },
    ],
    [
      aCommand('customer set', { who: ' maria ', attribute: 'size', clear: true }),
      {
        kind: 'command',
        name: 'customer set',
        args: { who: 'maria', attribute: 'size', clear: 'true' },
      },
    ],
    [aCommand('case list', { open: false }), { kind: 'command', name: 'case list', args: {} }],
  ])('reads the fields of a command', async (interaction, input) => {
    const router = await start(() => ({ kind: 'done' }));

    await discord.deliver(interaction);

    expect(router.asked[0]?.input).toEqual(input);
  });

  it('completes a line with the words before it kept', async () => {
    const router = {
      ...aRouter(() => ({ kind: 'done' })),
      complete: async () => [{ insert: '"Maria Silva"', label: 'Maria Silva', hint: 'x' }],
    };
    discord = await startDiscord({ transport: 'gateway', router });

    const typed = { line: 'customer show "Mar' };
    const { callback } = await discord.deliver(aTyping('regulars', 'line', typed));

    const line = 'customer show "Maria Silva"';
    expect(callback.data).toEqual({ choices: [{ name: line, value: line }] });
  });

  it('says that a form is gone, and shows faults of one that is not known any more', async () => {
    await start(inTurn({ kind: 'faults', faults: [{ field: 'name', message: 'It is taken.' }] }));
    const open = codec.encode({ name: 'form.open', id: 'gone' });
    const unknown = { custom_id: codec.encode(FORM.action), components: [] };

    const pressedLate = await discord.deliver(aPress(open, { isEphemeral: true }));
    const sentLate = await discord.deliver(aSubmission(unknown, {}));

    expect(said(pressedLate).text).toContain('no longer open');
    expect(said(sentLate).text).toContain('It is taken.');
    expect(said(sentLate).text).toContain('open the form again');
    expect(said(sentLate).buttons).toEqual([]);
  });

  it('says privately that a form without a card behind it was taken', async () => {
    await start(inTurn({ kind: 'form', form: FORM }, { kind: 'done' }));

    const opened = await discord.deliver(aCommand('segment save'));
    const taken = await discord.deliver(
      aSubmission(opened.callback.data, { name: 'best' }, { onMessage: false }),
    );

    expect(said(taken).text).toBe('Done.');
  });

  it('answers in the plain form when Discord refuses the components', async () => {
    await start(() => ({ kind: 'card', card: CARD, json: null, visible: 'asker' }));
    discord.fake.trouble('POST /interactions', { kind: 'refused', status: 400, code: 50_035 });

    const answer = await discord.deliver(aCommand('event quarantine'));

    expect(said(answer).text).toContain('could not show this card in full');
    expect(said(answer).buttons).toHaveLength(1);
  });
});
