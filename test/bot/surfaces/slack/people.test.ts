// Who is who: roles from team.yml and user groups, for a minute at most, and closed when Slack cannot be asked.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackClient } from '#bot/surfaces/slack/client.ts';
import { createSlackPeople } from '#bot/surfaces/slack/people.ts';
import { Team } from '#engine/playbook/team.ts';
import { type FakeSlack, startFakeSlack } from '../../../support/fake-slack.ts';
import { aConfig, aLog, NOW } from './slack-setup.ts';

const TEAM = Team.parse({
  people: [
    { name: 'Maria', roles: ['agent'], slack: 'U1' },
    { name: 'Ada', roles: ['viewer'], slack: 'U2' },
  ],
  roles: { approver: { slack: ['S1', 'U3'] }, admin: { slack: ['S2'] } },
});

let fake: FakeSlack;
let now: Date;
beforeEach(async () => {
  now = NOW;
  fake = await startFakeSlack();
  for (const id of ['U1', 'U2', 'U3', 'U4']) fake.users.set(id, {});
  fake.groups.set('S1', ['U1']);
  fake.groups.set('S2', ['U2']);
});
afterEach(() => fake.stop());

async function thePeople() {
  const log = aLog();
  const client = await createSlackClient(aConfig(fake, 'http'), log);
  return createSlackPeople({ client, team: TEAM, ttlMs: 60_000, now: () => now, log });
}

describe('createSlackPeople', () => {
  it.each([
    ['U1', { person: 'Maria', name: 'Maria', role: 'approver' }],
    ['U2', { person: 'Ada', name: 'Ada', role: 'admin' }],
    ['U3', { person: 'slack:U3', name: 'name of U3', role: 'approver' }],
    ['U4', { person: 'slack:U4', name: 'name of U4', role: 'viewer' }],
  ])('gives %s the highest role of all lists', async (userId, teammate) => {
    const people = await thePeople();

    expect(await people.resolve({ userId, teamId: 'T1' })).toEqual({
      kind: 'teammate',
      teammate: { ...teammate, surface: 'slack' },
    });
  });

  it.each([
    ['guest', { is_restricted: true }, 'T1'],
    ['guest', { is_ultra_restricted: true }, 'T1'],
    ['bot', { is_bot: true }, 'T1'],
    ['deactivated', { deleted: true }, 'T1'],
    ['stranger', { is_stranger: true }, 'T1'],
    ['stranger', { team_id: 'T9' }, 'T1'],
    ['stranger', {}, 'T9'],
  ] as const)(
    'refuses a %s with %o of team %s, even one in a list',
    async (reason, user, teamId) => {
      fake.users.set('U1', user);
      const people = await thePeople();

      expect(await people.resolve({ userId: 'U1', teamId })).toEqual({ kind: 'refused', reason });
    },
  );

  it('refuses whom Slack cannot say anything of', async () => {
    fake.trouble('users.info', { kind: 'status', status: 500 });
    const people = await thePeople();

    const first = await people.resolve({ userId: 'U1', teamId: 'T1' });
    const second = await people.resolve({ userId: 'U1', teamId: 'T1' });

    expect(first).toEqual({ kind: 'refused', reason: 'unknown' });
    expect(second.kind).toBe('teammate');
  });

  it('gives no role for a group that cannot be read', async () => {
    fake.trouble('usergroups.users.list', { kind: 'refused', error: 'missing_scope' });
    fake.trouble('usergroups.users.list', { kind: 'refused', error: 'missing_scope' });
    const people = await thePeople();

    const resolved = await people.resolve({ userId: 'U1', teamId: 'T1' });

    expect(resolved).toMatchObject({ teammate: { role: 'agent' } });
  });

  it('notices within a minute that somebody lost a role, and asks no more often', async () => {
    const people = await thePeople();
    const role = async () => {
      const resolved = await people.resolve({ userId: 'U1', teamId: 'T1' });
      return resolved.kind === 'teammate' ? resolved.teammate.role : null;
    };
    await Promise.all([role(), role()]);
    fake.groups.set('S1', []);

    now = new Date(NOW.getTime() + 59_999);
    const before = await role();
    now = new Date(NOW.getTime() + 60_000);

    expect([before, await role()]).toEqual(['approver', 'agent']);
    expect(fake.calls('usergroups.users.list')).toHaveLength(4);
  });

  it('notices at once when Slack says that groups have changed', async () => {
    const people = await thePeople();
    await people.resolve({ userId: 'U1', teamId: 'T1' });
    fake.groups.set('S1', []);

    people.forget();

    expect(await people.resolve({ userId: 'U1', teamId: 'T1' })).toMatchObject({
      teammate: { role: 'agent' },
    });
  });
});
