// Who a Discord user is to Regulars: a teammate with a role, or nobody; closed whenever that cannot be known.
import { z } from 'zod';
import { ROLES, type Role } from '#engine/errors.ts';
import { CHANNELS, type Team } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Teammate } from '../../teammate.ts';
import { createCache } from '../cache.ts';
import { codeOf, type DiscordClient, REFUSED, refusalOf } from './client.ts';
import type { Names } from './typed.ts';

/** Who acted, from a signed payload or the gateway. `member` is what Discord says of them in the server they acted in. */
export type DiscordActor = {
  readonly userId: string;
  readonly name: string;
  readonly isBot: boolean;
  /** null: in a direct message. */
  readonly guildId: string | null;
  readonly member: Membership | null;
};

type Membership = { readonly roles: readonly string[]; readonly isPending: boolean };

/** Why somebody is not answered; `unknown` when Discord could not say who they are. */
export type RefusedReason = 'bot' | 'pending' | 'stranger' | 'unknown';

export type Resolved =
  | { readonly kind: 'teammate'; readonly teammate: Teammate }
  | { readonly kind: 'refused'; readonly reason: RefusedReason };

export interface DiscordPeople extends Names {
  /** Never throws. Members of the team's server who are in no list are viewers. */
  resolve(actor: DiscordActor): Promise<Resolved>;
}

export type DiscordPeopleOptions = {
  readonly client: DiscordClient;
  readonly team: Team;
  /** The team's server; null: the one that its channels stand in. */
  readonly guildId: string | null;
  /** How long Discord's word about a member is kept: 60 s at most, so that who lost a role loses it. */
  readonly ttlMs: number;
  readonly now: () => Date;
  readonly log: Log;
};

/** The people of one server, by team.yml and the server's own roles. */
export function createDiscordPeople(options: DiscordPeopleOptions): DiscordPeople {
  const { client, team, log } = options;
  const members = createCache(options, (place) => readMember(client, place));
  const home = createCache({ ...options, ttlMs: Number.POSITIVE_INFINITY }, () =>
    readHome(options),
  );

  /** In the team's server Discord says with each action what roles somebody has; elsewhere it is asked. */
  async function membershipOf(actor: DiscordActor): Promise<Membership | null> {
    const guilds = await home.get('');
    if (actor.guildId !== null) return guilds.includes(actor.guildId) ? actor.member : null;
    for (const guild of guilds) {
      const member = await members.get(`${guild}/members/${actor.userId}`);
      if (member !== null) return member;
    }
    return null;
  }

  function teammateOf({ userId, name }: DiscordActor, roles: readonly string[]): Teammate {
    const own = team.people.find((person) => person.discord === userId);
    const listed = ROLES.filter((role) =>
      (team.roles[role]?.discord ?? []).some((id) => id === userId || roles.includes(id)),
    );
    return {
      person: own?.name ?? `discord:${userId}`,
      name: own?.name ?? name,
      role: highest([...(own?.roles ?? []), ...listed]),
      surface: 'discord',
    };
  }

  return {
    nameOf: (userId) => team.people.find((person) => person.discord === userId)?.name ?? null,
    purposeOf: (channelId) =>
      CHANNELS.find((purpose) => team.channels.discord[purpose] === channelId) ?? null,
    async resolve(actor) {
      if (actor.isBot) return { kind: 'refused', reason: 'bot' };
      try {
        const member = await membershipOf(actor);
        if (member === null) return { kind: 'refused', reason: 'stranger' };
        if (member.isPending) return { kind: 'refused', reason: 'pending' };
        return { kind: 'teammate', teammate: teammateOf(actor, member.roles) };
      } catch (error) {
        const { userId } = actor;
        log.warn({ userId, code: codeOf(error) }, 'discord user could not be looked up');
        return { kind: 'refused', reason: 'unknown' };
      }
    },
  };
}

function highest(roles: readonly Role[]): Role {
  return ROLES.findLast((role) => roles.includes(role)) ?? 'viewer';
}

const Member = z.object({
  roles: z.array(z.string()).default([]),
  pending: z.boolean().default(false),
});

async function readMember(client: DiscordClient, place: string): Promise<Membership | null> {
  try {
    const { roles, pending } = Member.parse(await client.rest.get(`/guilds/${place}`));
    return { roles, isPending: pending };
  } catch (error) {
    if (refusalOf(error) === REFUSED.unknownMember) return null;
    throw error;
  }
}

/** Anybody may put a bot into a server of theirs: without a server named, only those of the team's channels count. */
async function readHome(options: DiscordPeopleOptions): Promise<readonly string[]> {
  const { client, team, guildId } = options;
  if (guildId !== null) return [guildId];
  const channels = [...new Set(Object.values(team.channels.discord))];
  const asked = await Promise.allSettled(channels.map((id) => readGuildOf(client, id)));
  const found = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [failed] = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (found.length === 0 && failed !== undefined) throw failed;
  return [...new Set(found)];
}

async function readGuildOf(client: DiscordClient, channel: string): Promise<string> {
  const { guild_id } = z
    .object({ guild_id: z.string() })
    .parse(await client.rest.get(`/channels/${channel}`));
  return guild_id;
}
