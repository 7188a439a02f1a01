// An answer in Discord while it is made, real discord.js against a fake Discord: a reply that is edited, in the end into its card.
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import type { Reply } from '#bot/router.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand, USER } from '../../../support/discord-payloads.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import { APP_ID, GUILD_ID } from '../../../support/discord-world.ts';
import { eventually } from '../../../support/eventually.ts';
import { aProgress, aSlowAnswer } from '../../../support/looking-on.ts';
import { CHANNEL, startDiscord } from './discord-setup.ts';

const CARD: Card = {
  title: 'Assistant',
  tone: 'neutral',
  blocks: [
    { kind: 'text', text: ['It is maria@example.com.'] },
    {
      kind: 'buttons',
      buttons: [{ label: 'Confirm', action: { name: 'proposal.confirm', id: 'pro_1' } }],
    },
  ],
};
const DONE: Reply = { kind: 'card', card: CARD, json: {}, visible: 'asker' };

type Discord = Awaited<ReturnType<typeof startDiscord>>;
let discord: Discord;
let slow: ReturnType<typeof aSlowAnswer>;
afterEach(() => discord.stop());

async function start(): Promise<void> {
  slow = aSlowAnswer();
  const patience = { answerMs: 50, formMs: 50 };
  discord = await startDiscord({ transport: 'gateway', router: aRouter(slow.answer), patience });
}

function write() {
  return discord.fake.write({
    id: '900000000000000777',
    channel_id: CHANNEL,
    guild_id: GUILD_ID,
    type: 0,
    content: `<@${APP_ID}> who is dear?`,
    author: { id: USER, username: 'maria' },
    member: { roles: [], pending: false },
    mentions: [{ id: APP_ID }],
  });
}

const POSTS = `POST /channels/${CHANNEL}/messages`;
const EDITS = `PATCH /channels/${CHANNEL}/messages`;

/** What stands in the channel, once that many calls were made. */
async function standsAfter(route: string, count: number) {
  await eventually(() => expect(discord.fake.calls(route)).toHaveLength(count));
  const [...calls] = discord.fake.calls(route);
  return readComponents(calls.at(-1)?.body['components']);
}

describe('createLiveReplies', () => {
  it('keeps where it stands, from before it is made until it is whole', async () => {
    await start();
    await write();
    await slow.show(aProgress(''));
    await standsAfter(POSTS, 1);
    await eventually(() => expect(discord.places).toHaveLength(2));
    slow.finish(DONE);
    await eventually(() => expect(discord.places).toHaveLength(3));

    const at = { surface: 'discord', channel: CHANNEL, thread: '900000000000000777' };
    const [message] = discord.fake.messages();
    expect(discord.places).toEqual([
      { ...at, messageId: null },
      { ...at, messageId: message?.id },
      null,
    ]);
  });

  it('replies at once with what is known and a button, edits it, and ends as the card', async () => {
    await start();
    await write();
    await slow.show(aProgress(''));
    const first = await standsAfter(POSTS, 1);
    await slow.show(aProgress('It is said.', { id: 't', name: 'customer show', state: 'done' }));
    const second = await standsAfter(EDITS, 1);
    slow.finish(DONE);
    const last = await standsAfter(EDITS, 2);

    expect(first.buttons.map(({ label }) => label)).toEqual(['Stop']);
    expect(first.text).toContain('Looking into it');
    expect(second.text).toContain('It is said.');
    expect(second.text).toContain('customer show');
    expect(last.buttons.map(({ label }) => label)).toEqual(['Confirm']);
    expect(last.text).not.toContain('maria@example.com');
    expect(discord.fake.calls(POSTS)).toHaveLength(1);
    expect(discord.fake.calls(POSTS)[0]?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      message_reference: { message_id: '900000000000000777' },
    });
  });

  it('tells who is asked that a server reads along', async () => {
    await start();
    await write();
    const { live } = await slow.place();
    slow.finish(DONE);
    await standsAfter(POSTS, 1);

    expect(live?.isShared).toBe(true);
  });

  it('edits no faster than is good for a channel, and then with the newest state', async () => {
    await start();
    await write();
    await slow.show(aProgress(''));
    await standsAfter(POSTS, 1);
    for (const text of ['One.', 'One. Two.', 'One. Two. Three.']) await slow.show(aProgress(text));
    const edited = await standsAfter(EDITS, 1);
    slow.finish(DONE);
    await standsAfter(EDITS, 2);

    expect(edited.text).toContain('One. Two. Three.');
  });

  it('replies anew at the end where what stood is gone', async () => {
    await start();
    await write();
    await slow.show(aProgress(''));
    await standsAfter(POSTS, 1);
    await eventually(() => expect(discord.fake.messages()).toHaveLength(1));
    discord.fake.remove(discord.fake.messages()[0]?.id ?? '');
    slow.finish(DONE);
    const anew = await standsAfter(POSTS, 2);

    expect(anew.buttons.map(({ label }) => label)).toEqual(['Confirm']);
  });

  it.each([
    ['the first reply', POSTS],
    ['the last edit', EDITS],
  ])('says it once where the answer to %s is lost', async (_what, route) => {
    await start();
    discord.fake.trouble(route, { kind: 'lost' });
    await write();
    await slow.show(aProgress(''));
    await standsAfter(POSTS, 1);
    slow.finish(DONE);
    await standsAfter(EDITS, route === POSTS ? 1 : 2);
    await eventually(() => expect(discord.fake.messages()[0]?.edits).toBeGreaterThan(0));

    const [stands, ...others] = discord.fake.messages();
    expect(others).toEqual([]);
    expect(readComponents(stands?.components).buttons).toMatchObject([{ label: 'Confirm' }]);
  });

  it('waits for its end where Discord says that it is too much', async () => {
    await start();
    await write();
    await slow.show(aProgress(''));
    await standsAfter(POSTS, 1);
    discord.fake.trouble(EDITS, { kind: 'status', status: 429, retryAfter: 4 });
    slow.finish(DONE);
    const last = await eventually(async () => {
      const [stands, ...others] = discord.fake.messages();
      expect([stands?.edits, others]).toEqual([1, []]);
      return readComponents(stands?.components);
    });

    expect(last.buttons.map(({ label }) => label)).toEqual(['Confirm']);
  }, 15_000);

  it('answers at the end where nothing could stand before', async () => {
    await start();
    discord.fake.trouble(POSTS, { kind: 'refused', status: 403, code: 50_013 });
    await write();
    await slow.show(aProgress(''));
    await standsAfter(POSTS, 1);
    slow.finish(DONE);

    expect((await standsAfter(POSTS, 2)).buttons.map(({ label }) => label)).toEqual(['Confirm']);
  });
});

describe('an answer to a command', () => {
  it('shows who asked how far it is in the place of the first answer', async () => {
    await start();
    const answered = discord.deliver(aCommand('ask'), ({ edits }) => edits.length > 1);
    await slow.show(aProgress('It is said.'));
    await eventually(() => expect(discord.fake.calls('PATCH /webhooks')).toHaveLength(1));
    slow.finish(DONE);
    const { callback, edits } = await answered;

    expect(callback).toEqual({ type: 5, data: { flags: 64 } });
    const [first, last] = edits.map((edit) => readComponents(Object(edit).components));
    expect(first?.text).toContain('It is said.');
    expect(first?.buttons.map(({ label }) => label)).toEqual(['Stop']);
    expect(last?.buttons.map(({ label }) => label)).toEqual(['Confirm']);
  });
});
