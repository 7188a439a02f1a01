// A file that was asked for in Slack: in the messages of who asked with us, wherever they asked.
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerFile } from '#bot/file.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand } from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { startSlack } from './slack-setup.ts';

const FILE: AnswerFile = {
  name: 'best-customers.csv',
  mediaType: 'text/csv',
  content: '"name"\r\n"Mária"\r\n',
};

let slack: Awaited<ReturnType<typeof startSlack>>;
afterEach(() => slack.stop());

/** What who asked reads where they asked. */
async function given(file: AnswerFile, refused?: string): Promise<string> {
  const card = { title: 'Members', tone: 'neutral', blocks: [] } as const;
  const router = aRouter(() => ({ kind: 'card', card, json: null, visible: 'asker', file }));
  slack = await startSlack({ mode: 'socket', router });
  if (refused !== undefined)
    slack.fake.trouble('files.completeUploadExternal', { kind: 'refused', error: refused });
  await slack.fake.push(
    'slash_commands',
    aCommand({ command: '/segment', text: 'export best-customers' }),
  );
  const { args } = await slack.fake.nextCall('chat.postEphemeral');
  expect(args).toMatchObject({ channel: 'C1', user: 'U1' });
  return readBlocks(args['blocks']).text;
}

describe('a file as an answer', () => {
  it('comes to who asked alone, below its card, and they are told where', async () => {
    const said = await given(FILE);

    const [uploaded] = slack.fake.files.values();
    expect(uploaded).toMatchObject({ name: FILE.name, channel: 'D_U1', isComplete: true });
    expect(uploaded?.bytes.toString()).toContain(FILE.content);
    expect(slack.fake.messages().map(({ channel }) => channel)).toEqual(['D_U1']);
    expect(said).toContain('best-customers.csv is in your messages with Regulars.');
  });

  it('is said to be too large instead of being sent', async () => {
    const said = await given({ ...FILE, content: 'x'.repeat(10 * 1024 * 1024 + 1) });

    expect(said).toContain('too large to be given here');
    expect(slack.fake.messages()).toEqual([]);
  });

  it('is said to be missing where Slack does not take it', async () => {
    expect(await given(FILE, 'restricted_action')).toContain('could not be given here');
  });
});
