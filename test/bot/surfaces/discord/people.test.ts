// Who is who: roles from team.yml and from the server, for a minute at most, and closed when Discord cannot be asked.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordClient } from '#bot/surfaces/discord/client.ts';
import { createDiscordPeople, type DiscordActor } from '#bot/surfaces/discord/people.ts';
import { Team } from '#engine/playbook/team.ts';
import { GUILD_ID } from '../../../support/discord-world.ts';
import { type FakeDiscord, startFakeDiscord } from '../../../support/fake-discord.ts';
import { createRecordingLog } from '../../../support/serving.ts';
import { aConfig, CHANNEL, NOW } from './discord-setup.ts';

const APPROVERS = '500000000000000002';
const OTHER_CHANNEL = '200000000000000009';
const TEAM = Team.parse({
  people: [
    { name: 'Maria', roles: ['agent'], discord: '301' },
    { name: 'Ada', roles: ['viewer'], discord: '302' },
  ],
  roles: { approver: { discord: [APPROVERS, '303'] }, admin: { discord: ['304'] } },
  channels: { discord: { refunds: CHANNEL, approvals: OTHER_CHANNEL } },
});

let fake: FakeDiscord;
let now: Date;
beforeEach(async () => {
  now = NOW;
  fake = await startFakeDiscord();
  fake.world.addChannel(CHANNEL);
});
afterEach(() => fake.stop());

async function thePeople(guildId: string | null = GUILD_ID) {
  const client = await createDiscordClient(aConfig(fake));
  const log = createRecordingLog();
  return createDiscordPeople({ client, team: TEAM, guildId, ttlMs: 60_000, now: () => now, log });
}

function anActor(changes: Partial<DiscordActor> = {}): DiscordActor {
  const member = { roles: [], isPending: false };
  return { userId: '301', name: 'mia', isBot: false, guildId: GUILD_ID, member, ...changes };
}

/** Somebody in a direct message, of whom only the server can say who they are. */
function aDirectActor(): DiscordActor {
  return anActor({ guildId: null, member: null });
}

describe('createDiscordPeople', () => {
  it.each([
    ['301', [APPROVERS], { person: 'Maria', name: 'Maria', role: 'approver' }],
    ['301', [], { person: 'Maria', name: 'Maria', role: 'agent' }],
    ['302', ['7'], { person: 'Ada', name: 'Ada', role: 'viewer' }],
    ['303', [], { person: 'discord:303', name: 'mia', role: 'approver' }],
    ['304', [APPROVERS], { person: 'discord:304', name: 'mia', role: 'admin' }],
    ['305', [], { person: 'discord:305', name: 'mia', role: 'viewer' }],
  ])(
    'gives %s with the roles %j the highest role of all lists',
    async (userId, roles, teammate) => {
      const people = await thePeople();

      const resolved = await people.resolve(
        anActor({ userId, member: { roles, isPending: false } }),
      );

      expect(resolved).toEqual({ kind: 'teammate', teammate: { ...teammate, surface: 'discord' } });
    },
  );

  it.each<[string, Partial<DiscordActor>]>([
    ['bot', { isBot: true }],
    ['pending', { member: { roles: [APPROVERS], isPending: true } }],
    ['stranger', { guildId: '999' }],
    ['stranger', { member: null }],
    ['stranger', { guildId: null, member: null, userId: '399' }],
  ])('refuses a %s with %o, even one in a list', async (reason, actor) => {
    const people = await thePeople();

    expect(await people.resolve(anActor(actor))).toEqual({ kind: 'refused', reason });
  });

  it('takes the server of the channels for ours where none is named, and no other', async () => {
    const people = await thePeople(null);

    expect((await people.resolve(anActor())).kind).toBe('teammate');
    expect(await people.resolve(anActor({ guildId: '999' }))).toMatchObject({ reason: 'stranger' });
  });

  it('answers nobody while no channel can be asked for its server', async () => {
    fake.world.channels.clear();
    const people = await thePeople(null);

    expect(await people.resolve(anActor())).toEqual({ kind: 'refused', reason: 'unknown' });
  });

  it('asks the server about who writes directly, at most once a minute', async () => {
    fake.world.members.set('301', { roles: [APPROVERS] });
    const people = await thePeople();
    const role = async () => {
      const resolved = await people.resolve(aDirectActor());
      return resolved.kind === 'teammate' ? resolved.teammate.role : null;
    };
    await Promise.all([role(), role()]);
    fake.world.members.set('301', { roles: [] });

    now = new Date(NOW.getTime() + 59_999);
    const before = await role();
    now = new Date(NOW.getTime() + 60_000);

    expect([before, await role()]).toEqual(['approver', 'agent']);
    expect(fake.calls(`GET /guilds/${GUILD_ID}/members`)).toHaveLength(2);
  });

  it('refuses whom the server cannot be asked about', async () => {
    fake.world.members.set('301', { roles: [APPROVERS] });
    fake.trouble('GET /guilds', { kind: 'status', status: 503 });
    const people = await thePeople();

    const first = await people.resolve(aDirectActor());
    const second = await people.resolve(aDirectActor());

    expect(first).toEqual({ kind: 'refused', reason: 'unknown' });
    expect(second.kind).toBe('teammate');
  });
});
