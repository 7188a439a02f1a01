// Real discord.js against a gateway on loopback: it stands, comes back, and is given up where Discord will not have it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDiscord } from '#bot/surfaces/discord/client.ts';
import { createGateway, type Gateway } from '#bot/surfaces/discord/gateway.ts';
import { eventually } from '../../../support/eventually.ts';
import { type FakeDiscord, startFakeDiscord } from '../../../support/fake-discord.ts';
import { createRecordingLog } from '../../../support/serving.ts';
import { aConfig } from './discord-setup.ts';

let fake: FakeDiscord;
let gateway: Gateway;
const heard: unknown[] = [];
let losses = 0;
beforeEach(async () => {
  heard.length = 0;
  losses = 0;
  fake = await startFakeDiscord();
});
afterEach(async () => {
  await gateway.disconnect();
  await fake.stop();
});

async function open(token?: string): Promise<void> {
  gateway = createGateway(await loadDiscord(), {
    onOpen: () => {},
    config: aConfig(fake, token === undefined ? {} : { token }),
    log: createRecordingLog(),
    onInteraction: (payload) => heard.push(payload),
    onMessage: () => {},
    onLost: () => {
      losses += 1;
    },
  });
  await gateway.connect();
}

describe('createGateway', () => {
  it('asks for messages but not for their content, and hands on an interaction as it came', async () => {
    await open();

    await fake.push({ id: '1', type: 99, token: 't' });

    await eventually(() => expect(heard).toEqual([{ id: '1', type: 99, token: 't' }]));
    expect(fake.identified()).toEqual([{ token: 'token-of-regulars', intents: 512 + 4096 }]);
    expect(gateway.isOpen()).toBe(true);
  });

  it('takes up a socket that was cut, and is not open meanwhile', async () => {
    await open();

    fake.hangUp(4000);

    await eventually(() => expect(gateway.isOpen()).toBe(false));
    await eventually(() => expect(gateway.isOpen()).toBe(true));
    expect(losses).toBe(0);
  });

  it('says that it is lost when Discord ends it for good', async () => {
    await open();

    fake.hangUp(4004);

    await eventually(() => expect(losses).toBe(1));
    expect(gateway.isOpen()).toBe(false);
  });

  it('does not connect with a token that Discord refuses', async () => {
    await expect(open('wrong')).rejects.toThrow();

    expect(gateway.isOpen()).toBe(false);
    expect(losses).toBe(0);
  });
});
