// Socket Mode over two sockets: while one is renewed the other takes what comes.
import { afterEach, describe, expect, it } from 'vitest';
import { aRouter } from '../../../support/answering-router.ts';
import { aPress } from '../../../support/slack-payloads.ts';
import { pressed, startSlack } from './slack-setup.ts';

const TAKE = { name: 'case.take', id: 'case-1', version: 2 };

let slack: Awaited<ReturnType<typeof startSlack>>;
afterEach(() => slack.stop());

async function start() {
  const router = aRouter(() => ({ kind: 'done' }));
  slack = await startSlack({ mode: 'socket', router });
  await slack.fake.connected(2);
  return router;
}

function press() {
  return slack.fake.push('interactive', aPress({ value: pressed(TAKE) }));
}

describe('createSocket', () => {
  it('answers presses while a socket is renewed, and while the other one is to go as well', async () => {
    const router = await start();
    slack.fake.trouble('apps.connections.open', { kind: 'status', status: 500 });

    slack.fake.hangUp('refresh');
    await slack.fake.connected(1);
    expect(await press()).toEqual({});
    slack.fake.hangUp('refresh');
    expect(await press()).toEqual({});
    await slack.fake.connected(2);
    expect(await press()).toEqual({});

    await slack.app.connection.stop();
    expect(router.asked).toHaveLength(3);
  });

  it('takes up a new socket when Slack ends one or it is cut, with the app’s token', async () => {
    await start();

    for (const how of ['refresh', 'cut'] as const) {
      slack.fake.hangUp(how);
      await slack.fake.connected(1);
      await slack.fake.connected(2);
    }

    expect(await press()).toEqual({});
    const tokens = slack.fake.calls('apps.connections.open').map(({ token }) => token);
    expect(tokens).toEqual(['xapp-app', 'xapp-app', 'xapp-app', 'xapp-app']);
  });

  it('is ready as long as one of them stands', async () => {
    await start();
    for (const _attempt of [1, 2, 3, 4])
      slack.fake.trouble('apps.connections.open', { kind: 'status', status: 500 });

    slack.fake.hangUp('cut');
    await slack.fake.connected(1);

    expect(slack.app.connection.isReady()).toBe(true);
  });
});
