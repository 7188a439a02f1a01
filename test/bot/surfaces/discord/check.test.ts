// What is said of a Discord that is not set up right, and nothing of one that is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord } from '#bot/surfaces/discord/check.ts';
import { createDiscordClient, type DiscordConfig } from '#bot/surfaces/discord/client.ts';
import { en } from '#bot/words/en.ts';
import { Team } from '#engine/playbook/team.ts';
import { APP_ID, GUILD_ID } from '../../../support/discord-world.ts';
import { type FakeDiscord, startFakeDiscord } from '../../../support/fake-discord.ts';
import { aConfig, CHANNEL, NOW, TEAM } from './discord-setup.ts';

const BOT_ROLE = '500000000000000001';
const CREATE_THREADS = String(1n << 35n);
const SEND = String(1n << 11n);
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const ADMINISTRATOR = String(1n << 3n);

let fake: FakeDiscord;
beforeEach(async () => {
  fake = await startFakeDiscord();
  fake.world.addChannel(CHANNEL);
  fake.world.members.set(APP_ID, { roles: [BOT_ROLE] });
  for (const { discord = '' } of TEAM.people) fake.world.members.set(discord, { roles: [] });
});
afterEach(() => fake.stop());

async function check(config: Partial<DiscordConfig> = {}, team = TEAM) {
  const all = aConfig(fake, config);
  const client = await createDiscordClient(all);
  const faults = await checkDiscord({
    client,
    config: all,
    team,
    log: SILENT,
    now: () => NOW,
    words: en,
  });
  return faults.map(({ where, message }) => `${where}: ${message}`);
}

describe('checkDiscord', () => {
  it('finds nothing where all is as it should be', async () => {
    expect(await check()).toEqual([]);
  });

  it.each<[string, Partial<DiscordConfig>, string]>([
    ['a token that is not valid', { token: 'wrong' }, 'discord: the token is not valid'],
    [
      'another application',
      { applicationId: '1' },
      `DISCORD_APPLICATION_ID: the token belongs to application ${APP_ID}`,
    ],
    ['another server', { guildId: '1' }, 'is not in the server DISCORD_GUILD_ID'],
  ])('names %s', async (_what, config, said) => {
    expect((await check(config)).join('\n')).toContain(said);
  });

  it('names a channel that is not seen, and that no channel is named', async () => {
    fake.world.channels.clear();

    expect((await check()).join('\n')).toContain(
      `team.yml: channels.discord.refunds: channel ${CHANNEL} is not there`,
    );
    expect((await check({}, Team.parse({}))).join('\n')).toContain('no channel is named');
  });

  it("names a public key that is another application's, and one that is missing", async () => {
    Object.assign(fake.world.application, {
      verify_key: 'ab'.repeat(32),
      interactions_endpoint_url: 'https://regulars.example.com/discord/interactions',
    });

    expect((await check({ publicKey: 'cd'.repeat(32) })).join()).toContain('is not the public key');
    expect((await check()).join()).toContain('Discord sends all interactions to https://');
  });

  it.each<[string, readonly object[], readonly string[]]>([
    ['everyone may not', [{ id: GUILD_ID, allow: '0', deny: SEND }], ['Send Messages']],
    [
      'its role may what everyone may not',
      [
        { id: GUILD_ID, allow: '0', deny: SEND },
        { id: BOT_ROLE, allow: SEND, deny: '0' },
      ],
      [],
    ],
    [
      'it may not what its role may',
      [
        { id: BOT_ROLE, allow: CREATE_THREADS, deny: '0' },
        { id: APP_ID, allow: '0', deny: CREATE_THREADS },
      ],
      ['Create Public Threads'],
    ],
  ])('computes what is missing when %s', async (_how, overwrites, missing) => {
    fake.world.addChannel(CHANNEL, { permission_overwrites: overwrites });

    const said = (await check()).join('\n');

    expect(said === '').toBe(missing.length === 0);
    for (const name of missing) expect(said).toContain(`the bot still needs ${name}`);
  });

  it('names who of the team is not in the server, and that commands may not be registered', async () => {
    const people = [{ name: 'Nils', roles: ['agent'], discord: '404' }];
    const team = Team.parse({ ...TEAM, people });
    fake.trouble(`GET /applications/${APP_ID}/guilds/${GUILD_ID}/commands`, {
      kind: 'status',
      status: 403,
    });

    const said = (await check({ applicationId: APP_ID, guildId: GUILD_ID }, team)).join('\n');

    expect(said).toContain('team.yml: people, Nils: 404 is no member of the server');
    expect(said).toContain(`discord.com/oauth2/authorize?client_id=${APP_ID}&scope=bot+applicati`);
    expect(said).toContain('permissions=309237746688');
  });

  it('needs nothing more of an administrator', async () => {
    fake.world.roles.set(GUILD_ID, '0');
    fake.world.roles.set(BOT_ROLE, ADMINISTRATOR);

    expect(await check()).toEqual([]);
  });
});
