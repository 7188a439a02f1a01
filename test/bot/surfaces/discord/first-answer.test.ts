// What somebody is answered first in Discord: what was done with a private card, a form that has more to be read than has room.
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand, aPress, aSubmission } from '../../../support/discord-payloads.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import type { Answered } from '../../../support/discord-world.ts';
import { inTurn, pressed, startDiscord } from './discord-setup.ts';

const FULL: Form = {
  title: 'Change an automation',
  intro: [{ kind: 'text', text: ['Alex has saved v3 meanwhile'] }],
  fields: ['title', 'starts', 'when', 'steps', 'outcome'].map((name) => ({
    ...{ name, label: name, required: false, kind: 'text', multiline: false, maxLength: 50 },
  })),
  preview: { of: ['when'], sentence: 'Holds of 34 customers now' },
  submitLabel: 'Save',
  action: { name: 'automation.save', id: 'vip', version: 3 },
};

let discord: Awaited<ReturnType<typeof startDiscord>>;
afterEach(() => discord.stop());

function said({ callback }: Answered) {
  return readComponents(Object(callback.data).components);
}

describe('what was done with a card that only one person sees', () => {
  const now: Card = { title: 'Taken by Maria', tone: 'good', blocks: [] };
  const take = pressed({ name: 'case.take', id: 'case_1' });

  it('shows the card as it stands now in its place, and says nothing more', async () => {
    const router = aRouter(() => ({ kind: 'done', now }));
    discord = await startDiscord({ transport: 'gateway', router });

    const answer = await discord.deliver(aPress(take, { isEphemeral: true }));

    expect(answer.callback.type).toBe(7);
    expect(said(answer).text).toBe('✅ Taken by Maria');
    expect(answer.followUps).toEqual([]);
  });

  it('shows it there too where the form was opened below another message', async () => {
    const { preview: _, ...form } = { ...FULL, action: { name: 'case.settle', id: 'case_1' } };
    const router = aRouter(inTurn({ kind: 'form', form }, { kind: 'done', now }));
    discord = await startDiscord({ transport: 'gateway', router });
    const press = aPress(take, { isEphemeral: true });
    const [open] = said(await discord.deliver(press)).buttons;
    const opened = await discord.deliver(aPress(open?.id ?? '', { isEphemeral: true }));

    const sent = aSubmission(opened.callback.data, {}, { isEphemeral: true });
    const answer = await discord.deliver(sent);
    const first = await discord.fake.answered(press.token, ({ edits }) => edits.length > 0);

    expect(said(answer).text).toBe('Done.');
    expect(JSON.stringify(first.edits)).toContain('Taken by Maria');
  });

  it('leaves a card of a channel to who posts it', async () => {
    const router = aRouter(() => ({ kind: 'done' }));
    discord = await startDiscord({ transport: 'gateway', router });

    expect((await discord.deliver(aPress(take))).callback).toEqual({ type: 6 });
  });
});

describe('a form of five fields', () => {
  it.each([
    ['a command', () => aCommand('automation edit', { name: 'vip' })],
    ['a press', () => aPress(pressed({ name: 'automation.edit', id: 'vip' }))],
  ])('is opened below what is to be read before it, after %s', async (_, asks) => {
    const router = aRouter(inTurn({ kind: 'form', form: FULL }, { kind: 'done' }));
    discord = await startDiscord({ transport: 'gateway', router });

    const read = await discord.deliver(asks());
    const [open] = said(read).buttons;
    const opened = await discord.deliver(aPress(open?.id ?? '', { isEphemeral: true }));
    await discord.deliver(aSubmission(opened.callback.data, { title: 'VIPs' }));

    expect(read.callback).toMatchObject({ type: 4, data: { flags: 32_768 + 4 + 64 } });
    expect(said(read).text).toContain('Alex has saved v3 meanwhile');
    expect(said(read).text).toContain('Holds of 34 customers now');
    expect(opened.callback.type).toBe(9);
    expect(router.asked.at(-1)?.input).toMatchObject({
      action: FULL.action,
      values: { title: 'VIPs' },
    });
  });

  it('opens at once where there is nothing to be read', async () => {
    const { preview: _, ...form } = { ...FULL, intro: [] };
    discord = await startDiscord({
      transport: 'gateway',
      router: aRouter(() => ({ kind: 'form', form })),
    });

    const opened = await discord.deliver(aCommand('automation edit', { name: 'vip' }));

    expect(opened.callback.type).toBe(9);
  });
});
