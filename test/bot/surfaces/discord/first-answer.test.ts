// What somebody is answered first in Discord: a form that has more to be read than there is room for.
import { afterEach, describe, expect, it } from 'vitest';
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
