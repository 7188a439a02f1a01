// Somebody sets up Slack and Discord, step by step, until the channels are greeted: once.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';
import { setUp } from '../src/setup.ts';
import { APP_ID, GUILD_ID, TOKEN } from './support/discord-world.ts';
import { type FakeDiscord, startFakeDiscord } from './support/fake-discord.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const CHANNEL = '200000000000000001';
const Said = z.object({
  ready: z.boolean(),
  steps: z.array(
    z.object({
      title: z.string(),
      how: z.string().nullable(),
      faults: z.array(z.string()),
      done: z.boolean(),
    }),
  ),
  posted: z.array(z.object({ channel: z.string(), purposes: z.array(z.string()) })),
  link: z.string().nullable(),
});

let slack: FakeSlack;
let discord: FakeDiscord;
let folder: string;
beforeEach(async () => {
  slack = await startFakeSlack();
  discord = await startFakeDiscord();
  folder = await mkdtemp(join(tmpdir(), 'regulars-setup-'));
});
afterEach(async () => {
  await slack.stop();
  await discord.stop();
});

async function run(platform: string, env: Readonly<Record<string, string>>, json = true) {
  const config = readConfig({ PLAYBOOK_DIR: folder, ...env });
  const screen = { color: false, columns: 100, now: new Date() };
  const texts: string[] = [];
  const write = (text: string) => void texts.push(text);
  const exit = await setUp(config, { platform, json, screen, log: SILENT, write });
  return { exit, text: texts.join('') };
}

async function ask(platform: string, env: Readonly<Record<string, string>>) {
  const { exit, text } = await run(platform, env);
  return { exit, ...Said.parse(JSON.parse(text)) };
}

const open = ({ steps }: z.infer<typeof Said>) =>
  steps.filter(({ done }) => !done).map(({ title }) => title);

const team = (text: string) => writeFile(join(folder, 'team.yml'), text);

describe('setup slack', () => {
  const tokens = () => ({
    SLACK_BOT_TOKEN: 'xoxb-bot',
    SLACK_APP_TOKEN: 'xapp-app',
    SLACK_API_URL: slack.apiUrl,
  });

  it('begins with the app, whose page brings the manifest along', async () => {
    const said = await ask('slack', {});

    expect(said).toMatchObject({ exit: 1, ready: false, posted: [] });
    expect(open(said)).toEqual(['The app', 'The connection', 'Channels', 'People']);
    const link = new URL(said.link ?? '');
    expect(link.origin + link.pathname).toBe('https://api.slack.com/apps');
    const manifest: unknown = JSON.parse(link.searchParams.get('manifest_json') ?? '');
    expect(manifest).toMatchObject({ settings: { socket_mode_enabled: true } });
    expect(slack.calls()).toEqual([]);
  });

  it('goes on with what team.yml does not say yet, then with what Slack refuses', async () => {
    const named = await ask('slack', tokens());
    await team(TEAM_FILE.replace('U1', 'U9'));
    slack.trouble('conversations.history', { kind: 'refused', error: 'not_in_channel' });
    const refused = await ask('slack', tokens());

    expect(open(named)).toEqual(['Channels', 'People']);
    expect(open(refused)).toEqual(['Channels', 'People']);
    expect(refused.steps.flatMap(({ faults }) => faults)).toEqual([
      expect.stringContaining('type /invite @Regulars in it'),
      expect.stringContaining('Maria: Slack knows no member U9'),
    ]);
    expect(slack.messages()).toEqual([]);
  });

  it('greets each channel once when everything is in place', async () => {
    await team(TEAM_FILE);
    slack.users.set('U1', {});

    const first = await ask('slack', tokens());
    const second = await run('slack', tokens(), false);

    expect(first).toMatchObject({ exit: 0, ready: true, link: null });
    expect(first.posted).toEqual([
      { channel: 'C1', purposes: ['refunds', 'approvals'] },
      { channel: 'C2', purposes: ['sales'] },
    ]);
    expect(second.exit).toBe(0);
    expect(second.text).toContain('✓ The app');
    expect(second.text).toContain('A hello card stands in C1');
    expect(slack.messages().map(({ channel }) => channel)).toEqual(['C1', 'C2']);
    expect(JSON.stringify(slack.messages()[0])).toContain('refund requests and approvals');
  });

  it('names a channel that refuses the hello, and greets the others', async () => {
    await team(TEAM_FILE);
    slack.users.set('U1', {});
    slack.trouble('chat.postMessage', { kind: 'refused', error: 'restricted_action' });

    const said = await ask('slack', tokens());

    expect(said).toMatchObject({ exit: 1, ready: false });
    expect(open(said)).toEqual(['Channels']);
    expect(said.steps[2]?.faults).toEqual([expect.stringContaining('restricted_action')]);
    expect(said.posted).toHaveLength(1);
  });

  it('asks for a signing secret by name where the address is public', async () => {
    const said = await ask('slack', { PUBLIC_URL: 'https://regulars.example.com' });

    expect(said.steps[0]?.how).toContain(
      'npm run --silent manifest -- https://regulars.example.com',
    );
    expect(said.link).toContain(encodeURIComponent('https://regulars.example.com/slack/events'));
  });
});

describe('setup discord', () => {
  const tokens = () => ({
    DISCORD_TOKEN: TOKEN,
    DISCORD_APPLICATION_ID: APP_ID,
    DISCORD_API_URL: discord.apiUrl,
  });

  it('leads from the application to the server with a link that asks for what is needed', async () => {
    const nothing = await ask('discord', {});
    const named = await ask('discord', tokens());

    expect(open(nothing)).toEqual(['The application', 'The server', 'Channels', 'People']);
    expect(open(named)).toEqual(['The server', 'Channels', 'People']);
    expect(named.steps[1]?.how).toContain(`client_id=${APP_ID}&scope=bot+applications.commands`);
  });

  it('greets the channel when everything is in place', async () => {
    await team(`people: [{ name: Maria, roles: [admin], discord: "7" }]
channels: { discord: { refunds: "${CHANNEL}" } }
`);
    discord.world.addChannel(CHANNEL);
    discord.world.members.set(APP_ID, { roles: [] });
    discord.world.members.set('7', { roles: [] });

    const said = await ask('discord', { ...tokens(), DISCORD_GUILD_ID: GUILD_ID });

    expect(said).toMatchObject({ exit: 0, ready: true });
    expect(said.posted).toEqual([{ channel: CHANNEL, purposes: ['refunds'] }]);
  });
});

describe('setup', () => {
  it('says how it is called', async () => {
    const said = await run('teams', {}, false);

    expect(said).toEqual({ exit: 2, text: 'Usage: setup slack|discord\n' });
  });
});

const TEAM_FILE = `people: [{ name: Maria, roles: [approver], slack: U1 }]
channels: { slack: { refunds: C1, approvals: C1, sales: C2 } }
`;
