// Real discord.js against a fake Discord, over both transports: what people do reaches the router as who they are, and the answer them.
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionRef } from '#bot/action-id.ts';
import type { Card } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand, aPress, aSubmission, aTyping, USER } from '../../../support/discord-payloads.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import type { Answered } from '../../../support/discord-world.ts';
import { eventually } from '../../../support/eventually.ts';
import { inTurn, pressed, startDiscord } from './discord-setup.ts';

const EDIT: ActionRef = { name: 'approval.edit', id: 'a1', version: 3 };
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
  action: EDIT,
};
const EPHEMERAL = 1 << 6;

type Discord = Awaited<ReturnType<typeof startDiscord>>;
let discord: Discord;
afterEach(() => discord.stop());

describe.each(['gateway', 'http'] as const)('createDiscordApp over %s', (transport) => {
  it('answers a command privately with a card', async () => {
    const router = aRouter(() => card('asker'));
    discord = await startDiscord({ transport, router });

    const { callback } = await discord.deliver(aCommand('customer show', { who: 'R&D <Sales>' }));

    expect(callback).toMatchObject({ type: 4, data: { allowed_mentions: { parse: [] } } });
    expect(flagsOf(callback) & EPHEMERAL).toBe(EPHEMERAL);
    expect(readComponents(componentsOf(callback)).text).toBe('Maria Silva');
    expect(router.asked).toEqual([
      {
        teammate: { person: 'Maria', name: 'Maria', role: 'approver', surface: 'discord' },
        input: { kind: 'command', name: 'customer show', args: { who: 'R&D <Sales>' } },
      },
    ]);
  });

  it('shows to the channel what is for the channel', async () => {
    discord = await startDiscord({ transport, router: aRouter(() => card('channel')) });

    const { callback } = await discord.deliver(aCommand('case list'));

    expect(flagsOf(callback) & EPHEMERAL).toBe(0);
  });

  it('brings a press to the router, and leaves the card to be changed where it stands', async () => {
    const router = aRouter(() => ({ kind: 'done' }));
    discord = await startDiscord({ transport, router });

    const { callback } = await discord.deliver(aPress(pressed(TAKE)));

    expect(callback).toEqual({ type: 6 });
    expect(router.asked.map(({ input }) => input)).toEqual([{ kind: 'press', action: TAKE }]);
  });

  it('opens a form, says its faults with a button that opens it as it was, and takes it', async () => {
    const faults: Reply = {
      kind: 'faults',
      faults: [{ field: 'percent', message: 'At most 70.' }],
    };
    const router = aRouter(inTurn({ kind: 'form', form: FORM }, faults, { kind: 'done' }));
    discord = await startDiscord({ transport, router });

    const opened = await discord.deliver(aPress(pressed(EDIT)));
    const typed = { percent: '90', line: 'Dear *Maria*' };
    const refused = await discord.deliver(aSubmission(opened.callback.data, typed));
    const read = readComponents(componentsOf(refused.callback));
    const again = await discord.deliver(aPress(read.buttons[0]?.id ?? '', { isEphemeral: true }));
    const taken = await discord.deliver(
      aSubmission(again.callback.data, { ...typed, percent: '60' }),
    );

    expect([opened, refused, again, taken].map(({ callback }) => callback.type)).toEqual([
      9, 4, 9, 6,
    ]);
    expect(read.text).toContain('At most 70.');
    expect(read.buttons.map(({ label }) => label)).toEqual(['Correct']);
    expect(JSON.stringify(again.callback.data)).toContain('"value":"90"');
    expect(JSON.stringify(again.callback.data)).toContain('"value":"Dear *Maria*"');
    expect(router.asked.at(-1)?.input).toEqual({
      kind: 'submit',
      action: EDIT,
      values: { percent: '60', line: 'Dear *Maria*' },
    });
  });

  it('says at once that it is at work, and shows late what came of it', async () => {
    const late = Promise.withResolvers<Reply>();
    const patience = { answerMs: 0, formMs: 0 };
    discord = await startDiscord({ transport, router: aRouter(() => late.promise), patience });
    const command = aCommand('customer show', { who: 'maria' });

    const first = await discord.deliver(command);
    late.resolve(card('channel'));
    const { edits, followUps } = await discord.fake.answered(command.token, hasFollowUp);

    expect(first.callback).toEqual({ type: 5, data: { flags: EPHEMERAL } });
    expect(JSON.stringify(edits)).toContain('The answer stands below');
    expect(readComponents(componentsOf({ data: followUps[0] })).text).toBe('Maria Silva');
  });

  it('says privately under its card what came late of a press', async () => {
    const late = Promise.withResolvers<Reply>();
    const patience = { answerMs: 0, formMs: 0 };
    discord = await startDiscord({ transport, router: aRouter(() => late.promise), patience });
    const press = aPress(pressed(EDIT));

    const first = await discord.deliver(press);
    late.resolve({ kind: 'form', form: FORM });
    const { followUps } = await discord.fake.answered(press.token, hasFollowUp);
    const button = readComponents(componentsOf({ data: followUps[0] })).buttons[0];
    const opened = await discord.deliver(aPress(button?.id ?? '', { isEphemeral: true }));

    expect(first.callback).toEqual({ type: 6 });
    expect(button?.label).toBe('Open the form');
    expect(opened.callback.type).toBe(9);
  });

  it('puts the stamp of a form that came late on the message whose button was pressed', async () => {
    const stamp: Card = { title: 'Confirmed', tone: 'good', blocks: [] };
    const late = Promise.withResolvers<Reply>();
    const patience = { answerMs: 0, formMs: 0 };
    const router = aRouter(({ kind }) =>
      kind === 'submit' ? { ...card('asker'), stamp } : late.promise,
    );
    discord = await startDiscord({ transport, router, patience });
    const press = aPress(pressed(EDIT));
    await discord.deliver(press);
    late.resolve({ kind: 'form', form: FORM });
    const { followUps } = await discord.fake.answered(press.token, hasFollowUp);
    const button = readComponents(componentsOf({ data: followUps[0] })).buttons[0];
    const opened = await discord.deliver(aPress(button?.id ?? '', { isEphemeral: true }));

    await discord.deliver(aSubmission(opened.callback.data, {}, { isEphemeral: true }));

    const { edits } = await discord.fake.answered(press.token, (answer) => answer.edits.length > 0);
    expect(readComponents(componentsOf({ data: edits[0] })).text).toContain('Confirmed');
  });

  it('offers what completes the field that is being typed in', async () => {
    const offers = [
      { insert: 'maria@example.com', label: 'Maria Silva', hint: 'maria@example.com' },
      { insert: 'x'.repeat(101), label: 'too long to be sent back', hint: '' },
    ];
    const router = { ...aRouter(() => card('asker')), completeArgument: async () => offers };
    discord = await startDiscord({ transport, router });

    const { callback } = await discord.deliver(aTyping('customer show', 'who', { who: 'Mar' }));

    expect(callback).toEqual({
      type: 8,
      data: {
        choices: [{ name: 'Maria Silva · maria@example.com', value: 'maria@example.com' }],
      },
    });
  });

  it('acts once on an interaction that comes twice', async () => {
    const router = aRouter(() => ({ kind: 'done' }));
    discord = await startDiscord({ transport, router });
    const press = aPress(pressed(TAKE));

    if (transport === 'gateway') await discord.fake.push(press);
    const { callback } = await discord.deliver(press);
    await discord.app.connection.stop();

    expect(callback).toEqual({ type: 6 });
    expect(router.asked).toHaveLength(1);
  });
});

describe('createDiscordApp', () => {
  it.each([
    ['bot', { isBot: true }, 'Apps cannot'],
    ['stranger', { guild: '100000000000000099' }, 'members of its own server'],
    ['stranger', { guild: null, user: '300000000000000077' }, 'members of its own server'],
    ['pending', { pending: true }, 'accept the rules'],
  ] as const)(
    'turns away a %s without asking the router, and says so',
    async (reason, by, said) => {
      const router = aRouter(() => card('asker'));
      const refusals: unknown[] = [];
      const onRefused = async (refusal: unknown) => void refusals.push(refusal);
      discord = await startDiscord({ transport: 'gateway', router, onRefused });

      const { callback } = await discord.deliver(aPress(pressed(TAKE), by));
      const typing = await discord.deliver(aTyping('customer show', 'who', { who: 'Mar' }, by));

      expect(readComponents(componentsOf(callback)).text).toContain(said);
      expect(typing.callback).toEqual({ type: 8, data: { choices: [] } });
      expect(router.asked).toEqual([]);
      expect(refusals).toMatchObject([{ reason, action: TAKE }]);
    },
  );

  it('answers a member in a direct message, by the roles that the server says they have', async () => {
    const router = aRouter(() => card('asker'));
    discord = await startDiscord({ transport: 'gateway', router });
    discord.fake.world.members.set(USER, {});

    await discord.deliver(aCommand('case list', {}, { guild: null }));

    expect(router.asked[0]?.teammate.name).toBe('Maria');
  });

  it('logs nothing of tokens or of what was typed', async () => {
    discord = await startDiscord({ transport: 'gateway', router: aRouter(() => card('asker')) });
    discord.fake.trouble('POST /interactions/', { kind: 'refused', status: 404, code: 10_062 });
    const command = aCommand('customer show', { who: 'maria@x.example' });

    await discord.fake.push(command);
    const logged = await eventually(() => {
      const lines = JSON.stringify(discord.log.lines);
      expect(lines).toContain('10062');
      return lines;
    });

    for (const secret of ['token-of-regulars', command.token, 'maria@x'])
      expect(logged).not.toContain(secret);
  });
});

function card(visible: 'asker' | 'channel'): Reply {
  return { kind: 'card', card: CARD, json: null, visible };
}

function hasFollowUp({ followUps }: Answered): boolean {
  return followUps.length > 0;
}

function componentsOf({ data }: { readonly data?: unknown }): unknown {
  return Object(data).components;
}

function flagsOf({ data }: { readonly data?: unknown }): number {
  return Number(Object(data).flags);
}
