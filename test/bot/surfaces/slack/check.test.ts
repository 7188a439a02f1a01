// What is said of a Slack that is not set up right, and nothing of one that is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSlack } from '#bot/surfaces/slack/check.ts';
import { createSlackClient } from '#bot/surfaces/slack/client.ts';
import { en } from '#bot/words/en.ts';
import { Team } from '#engine/playbook/team.ts';
import { type FakeSlack, startFakeSlack } from '../../../support/fake-slack.ts';
import { aConfig, aLog, NOW, TEAM } from './slack-setup.ts';

let fake: FakeSlack;
beforeEach(async () => {
  fake = await startFakeSlack();
  fake.users.set('U1', {});
});
afterEach(() => fake.stop());

async function check(team = TEAM) {
  const config = aConfig(fake, 'socket');
  const log = aLog();
  const client = await createSlackClient(config, log);
  const faults = await checkSlack({ client, config, team, log, now: () => NOW, words: en });
  return faults.map(({ where, message }) => `${where}: ${message}`);
}

describe('checkSlack', () => {
  it('finds nothing where all is as it should be, and says nothing there', async () => {
    expect(await check()).toEqual([]);
    expect(fake.messages()).toEqual([]);
  });

  it('names a bot token that is not taken, and asks no further', async () => {
    fake.trouble('auth.test', { kind: 'refused', error: 'invalid_auth' });

    expect(await check()).toEqual([
      expect.stringContaining('SLACK_BOT_TOKEN: Slack does not take'),
    ]);
    expect(fake.calls('conversations.history')).toEqual([]);
  });

  it('names the scopes that are missing', async () => {
    fake.scopes.delete('usergroups:read');
    fake.scopes.delete('groups:history');

    expect(await check()).toEqual([
      expect.stringContaining('slack: scopes: usergroups:read, groups:history missing'),
    ]);
  });

  it('names an app token that opens no socket', async () => {
    fake.trouble('apps.connections.open', { kind: 'refused', error: 'not_allowed_token_type' });

    expect(await check()).toEqual([
      expect.stringContaining('SLACK_APP_TOKEN: Slack does not take'),
    ]);
  });

  it.each(['not_in_channel', 'channel_not_found'])(
    'says how the bot gets into a channel where Slack says %s',
    async (error) => {
      fake.trouble('conversations.history', { kind: 'refused', error });

      expect(await check()).toEqual([
        expect.stringContaining('channels.slack.refunds: the bot is not in channel C1'),
      ]);
    },
  );

  it('names people and groups that are not there, and that no channel is named', async () => {
    fake.users.set('U2', { is_restricted: true });
    const people = [
      { name: 'Gus', roles: ['agent'], slack: 'U2' },
      { name: 'Nobody', roles: ['agent'], slack: 'U404' },
    ];
    const team = Team.parse({ people, roles: { approver: { slack: ['S404', 'U1'] } } });

    expect(await check(team)).toEqual([
      'team.yml: channels.slack: no channel is named, so no card is posted to Slack',
      expect.stringContaining('people, Gus: U2 is a guest'),
      expect.stringContaining('people, Nobody: Slack knows no member U404'),
      expect.stringContaining('roles: S404 is no user group'),
    ]);
  });
});
