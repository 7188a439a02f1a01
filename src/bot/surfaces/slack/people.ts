// Who a Slack user is to Regulars: a teammate with a role, or nobody; closed whenever Slack cannot be asked.
import { z } from 'zod';
import { ROLES, type Role } from '#engine/errors.ts';
import { CHANNELS, type Team } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Teammate } from '../../teammate.ts';
import { createCache } from '../cache.ts';
import { refusalOf, type SlackClient } from './client.ts';
import type { Names } from './mrkdwn.ts';

/** Who acted, from a signed payload or the socket; never from a name. */
export type SlackActor = { readonly userId: string; readonly teamId: string | null };

/** Why somebody is not answered; `unknown` when Slack could not say who they are. */
export type RefusedReason = 'guest' | 'bot' | 'deactivated' | 'stranger' | 'unknown';

export type Resolved =
  | { readonly kind: 'teammate'; readonly teammate: Teammate }
  | { readonly kind: 'refused'; readonly reason: RefusedReason };

export interface SlackPeople extends Names {
  /** Never throws. Members of the workspace who are in no list are viewers. */
  resolve(actor: SlackActor): Promise<Resolved>;
  /** Our own id; null where Slack does not say. Never throws. */
  ownId(): Promise<string | null>;
  /** Forgets what Slack said of groups and users, for it has changed. */
  forget(): void;
}

export type SlackPeopleOptions = {
  readonly client: SlackClient;
  readonly team: Team;
  /** How long Slack's word about a user or a group is kept: 60 s at most, so that who lost a role loses it. */
  readonly ttlMs: number;
  readonly now: () => Date;
  readonly log: Log;
};

/** The people of one workspace, by team.yml and Slack's own user groups. */
export function createSlackPeople(options: SlackPeopleOptions): SlackPeople {
  const { client, team, log } = options;
  const users = createCache(options, (userId) => readUser(client, userId));
  const groups = createCache(options, (group) => readGroup(client, group));
  const home = createCache({ ...options, ttlMs: Number.POSITIVE_INFINITY }, () => readHome(client));

  async function refusalReason(actor: SlackActor): Promise<RefusedReason | null> {
    const [user, { team_id: homeId }] = await Promise.all([users.get(actor.userId), home.get('')]);
    if (actor.teamId !== null && actor.teamId !== homeId) return 'stranger';
    return whyRefused(user, homeId);
  }

  /** The highest role that a list of team.yml gives; a group that cannot be read gives none. */
  async function roleOf(userId: string): Promise<Role> {
    const own = team.people.filter((person) => person.slack === userId).flatMap((one) => one.roles);
    const listed = await Promise.all(
      ROLES.map(async (role) => ((await isListed(userId, role)) ? role : 'viewer')),
    );
    return highest([...own, ...listed]);
  }

  async function isListed(userId: string, role: Role): Promise<boolean> {
    const ids = team.roles[role]?.slack ?? [];
    if (ids.includes(userId)) return true;
    const members = await Promise.all(
      ids.filter((id) => id.startsWith('S')).map((group) => membersOf(group)),
    );
    return members.some((group) => group.includes(userId));
  }

  async function membersOf(groupId: string): Promise<readonly string[]> {
    try {
      return await groups.get(groupId);
    } catch (error) {
      log.warn({ groupId, code: refusalOf(error) }, 'slack user group could not be read');
      return [];
    }
  }

  function nameOf(userId: string): string | null {
    return team.people.find((person) => person.slack === userId)?.name ?? null;
  }

  return {
    nameOf,
    purposeOf: (id) => CHANNELS.find((purpose) => team.channels.slack[purpose] === id) ?? null,
    async ownId() {
      try {
        return (await home.get('')).user_id ?? null;
      } catch {
        return null;
      }
    },
    forget() {
      users.clear();
      groups.clear();
    },
    async resolve(actor) {
      const { userId } = actor;
      try {
        const reason = await refusalReason(actor);
        if (reason !== null) return { kind: 'refused', reason };
        const [role, user] = await Promise.all([roleOf(userId), users.get(userId)]);
        const name = nameOf(userId) ?? user.name;
        const person = nameOf(userId) ?? `slack:${userId}`;
        return { kind: 'teammate', teammate: { person, name, role, surface: 'slack' } };
      } catch (error) {
        log.warn({ userId, code: refusalOf(error) }, 'slack user could not be looked up');
        return { kind: 'refused', reason: 'unknown' };
      }
    },
  };
}

function highest(roles: readonly Role[]): Role {
  return ROLES.findLast((role) => roles.includes(role)) ?? 'viewer';
}

const User = z.object({
  user: z.object({
    team_id: z.string().optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    real_name: z.string().optional(),
    name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional() }).optional(),
    enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
  }),
});

type SlackUser = {
  readonly name: string;
  readonly teams: readonly string[];
  readonly reason: RefusedReason | null;
};

async function readUser(client: SlackClient, userId: string): Promise<SlackUser> {
  const { user } = User.parse(await client.users.info({ user: userId }));
  const name = user.profile?.display_name || user.real_name || user.name || userId;
  const teams = [user.team_id ?? '', ...(user.enterprise_user?.teams ?? [])];
  return { name, teams, reason: reasonOf(user) };
}

function reasonOf(user: z.infer<typeof User>['user']): RefusedReason | null {
  if (user.is_bot) return 'bot';
  if (user.deleted) return 'deactivated';
  if (user.is_stranger) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : null;
}

function whyRefused(user: SlackUser, homeId: string): RefusedReason | null {
  return user.teams.includes(homeId) ? user.reason : 'stranger';
}

async function readGroup(client: SlackClient, usergroup: string): Promise<readonly string[]> {
  const { users } = await client.usergroups.users.list({ usergroup });
  return users ?? [];
}

const Home = z.object({ team_id: z.string(), user_id: z.string().optional() });

async function readHome(client: SlackClient): Promise<z.infer<typeof Home>> {
  return Home.parse(await client.auth.test());
}
