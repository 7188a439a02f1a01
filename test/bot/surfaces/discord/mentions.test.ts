// What is written to the bot in Discord, through real discord.js: who is meant, who is answered, and who reads along.
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import type { StandingAnswer } from '#bot/posts/named-answers.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { USER } from '../../../support/discord-payloads.ts';
import { APP_ID, GUILD_ID } from '../../../support/discord-world.ts';
import { eventually } from '../../../support/eventually.ts';
import { CHANNEL, inTurn, startDiscord } from './discord-setup.ts';

const CARD: Card = {
  title: 'Maria Silva',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: ['maria@example.com'] }],
};

type Discord = Awaited<ReturnType<typeof startDiscord>>;
let discord: Discord;
afterEach(() => discord.stop());

let written = 0;

function aMessage(content: string, more: Readonly<Record<string, unknown>> = {}) {
  written += 1;
  return {
    id: `9000000000000${String(written).padStart(5, '0')}`,
    channel_id: CHANNEL,
    guild_id: GUILD_ID,
    type: 0,
    content,
    author: { id: USER, username: 'maria' },
    member: { roles: [], pending: false },
    mentions: [{ id: APP_ID }],
    ...more,
  };
}

async function start() {
  const router = aRouter(() => ({ kind: 'card', card: CARD, json: {}, visible: 'asker' }));
  discord = await startDiscord({ transport: 'gateway', router });
  return router;
}

function posts() {
  return discord.fake.calls(`POST /channels/${CHANNEL}/messages`);
}

describe('createMentions', () => {
  it('answers what is said to it by name as a reply, masked, calling nobody', async () => {
    const router = await start();

    const message = aMessage(`<@${APP_ID}> show maria@example.com`);
    await discord.fake.write(message);
    await eventually(() => expect(posts()).toHaveLength(1));

    const body = JSON.stringify(posts()[0]?.body);
    expect(body).not.toContain('maria@example.com');
    expect(posts()[0]?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      message_reference: { message_id: message.id },
    });
    expect(router.asked).toEqual([
      {
        teammate: { person: 'Maria', name: 'Maria', role: 'approver', surface: 'discord' },
        input: {
          kind: 'command',
          name: 'ask',
          args: { text: 'show maria@example.com' },
        },
      },
    ]);
    expect(router.places[0]).toMatchObject({ thread: { key: CHANNEL } });
  });

  it('hears whom and which channel a sentence names, beside the name that called it', async () => {
    const router = await start();
    const mentions = [{ id: APP_ID }, { id: USER }, { id: '77', username: 'sam' }];

    const text = `<@${APP_ID}> give it to <@${USER}>, not to <@!77>; tell <#${CHANNEL}>`;
    await discord.fake.write(aMessage(text, { mentions }));
    await eventually(() => expect(router.asked).toHaveLength(1));

    expect(router.asked[0]?.input).toMatchObject({
      args: { text: 'give it to Maria, not to sam; tell refunds' },
    });
  });

  it('tells where an answer stands, and of none that says nothing of anybody', async () => {
    const answered: StandingAnswer[] = [];
    const onAnswered = async (one: StandingAnswer) => void answered.push(one);
    const reply = { kind: 'card', card: CARD, json: {}, visible: 'asker' } as const;
    const router = aRouter(inTurn(reply));
    discord = await startDiscord({ transport: 'gateway', router, onAnswered });

    await discord.fake.write(aMessage(`<@${APP_ID}> show maria@example.com`));
    await eventually(() => expect(answered).toHaveLength(1));
    await discord.fake.write(aMessage(`<@${APP_ID}> thanks`));
    await eventually(() => expect(posts()).toHaveLength(2));

    const [standing] = discord.fake.messages();
    expect(answered).toEqual([
      { surface: 'discord', channel: CHANNEL, messageId: standing?.id, answer: reply },
    ]);
  });

  it('answers once what arrives twice, and nothing that is said to others or by a bot', async () => {
    const router = await start();
    const message = aMessage(`<@${APP_ID}> help`);

    await discord.fake.write(message);
    await discord.fake.write(message);
    await discord.fake.write(aMessage('help', { mentions: [] }));
    await discord.fake.write(aMessage('help', { author: { id: '3', username: 'b', bot: true } }));
    await discord.fake.write(aMessage(`<@${APP_ID}>`));
    await discord.fake.write(aMessage(`<@${APP_ID}> home`));
    await eventually(() => expect(posts()).toHaveLength(2));

    expect(router.asked).toHaveLength(2);
  });
});
