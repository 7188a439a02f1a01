// A file that was asked for in Discord: attached to an answer that nobody else sees.
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerFile } from '#bot/file.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand } from '../../../support/discord-payloads.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import { startDiscord, type Transport } from './discord-setup.ts';

const FILE: AnswerFile = {
  name: 'best-customers.csv',
  mediaType: 'text/csv',
  content: '"name"\r\n"Mária"\r\n',
};

let discord: Awaited<ReturnType<typeof startDiscord>>;
afterEach(() => discord.stop());

/** The answer to who asked, once it says anything. */
async function given(file: AnswerFile, transport: Transport = 'gateway', refused?: number) {
  const card = { title: 'Members', tone: 'neutral', blocks: [] } as const;
  const router = aRouter(() => ({ kind: 'card', card, json: null, visible: 'asker', file }));
  discord = await startDiscord({ transport, router });
  if (refused !== undefined)
    discord.fake.trouble('PATCH /webhooks', { kind: 'refused', status: 413, code: refused });
  const answer = await discord.deliver(
    aCommand('segment export', { segment: 'best-customers' }),
    ({ callback, edits }) => callback.type !== 5 || edits.length > 0,
  );
  return { answer, body: Object(answer.edits.at(-1)) };
}

describe('a file as an answer', () => {
  it.each(['gateway', 'http'] as const)('is attached for who asked alone, over %s', async (how) => {
    const { answer, body } = await given(FILE, how);

    expect(answer.callback).toEqual({ type: 5, data: { flags: 64 } });
    expect(body.attachments).toEqual([{ id: '0', filename: FILE.name }]);
    expect(body.components.at(-1)).toEqual({
      type: 13,
      file: { url: `attachment://${FILE.name}` },
    });
    expect(discord.fake.uploads.get(FILE.name)).toBe(FILE.content);
  });

  it('is said to be too large instead of being sent', async () => {
    const { body } = await given({ ...FILE, content: 'x'.repeat(10 * 1024 * 1024 + 1) });

    expect(readComponents(body.components).text).toContain('too large to be given here');
    expect(discord.fake.uploads.size).toBe(0);
  });

  it('is said to be missing where Discord does not take it', async () => {
    const { body } = await given(FILE, 'gateway', 40_005);

    expect(readComponents(body.components).text).toContain('could not be given here');
    expect(body.attachments).toEqual([]);
  });
});
