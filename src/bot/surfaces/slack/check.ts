// What keeps Slack from working: a token, a scope, a channel without the bot, a person or a group that is not there.
import { z } from 'zod';
import type { Fault } from '#engine/errors.ts';
import type { Team } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Words } from '../../words/en.ts';
import { refusalOf, type SlackClient, type SlackConfig } from './client.ts';
import { SCOPES } from './manifest.ts';
import { createSlackPeople } from './people.ts';

export type SlackCheck = {
  readonly client: SlackClient;
  readonly config: SlackConfig;
  readonly team: Team;
  readonly log: Log;
  readonly now: () => Date;
  readonly words: Words;
};

/** Everything that is wrong, asked of Slack itself; nothing is changed or said there. */
export async function checkSlack(check: SlackCheck): Promise<readonly Fault[]> {
  const bot = await checkBot(check);
  if (!bot.isReached) return bot.faults;
  const { channels, roles } = check.team;
  const { noChannels } = check.words.slack.check;
  const unnamed: Fault = { where: 'team.yml: channels.slack', message: noChannels };
  const places = await Promise.all(
    Object.entries(channels.slack).map((channel) => checkChannel(check, channel)),
  );
  const groups = Object.values(roles).flatMap(({ slack }) => slack.filter(isGroup));
  return [
    ...bot.faults,
    ...(await checkSocket(check)),
    ...(places.length === 0 ? [unnamed] : places.flat()),
    ...(await checkPeople(check)),
    ...(await Promise.all([...new Set(groups)].map((group) => checkGroup(check, group)))).flat(),
  ];
}

/** What Slack says with every answer of the scopes that the token was given. */
const Scopes = z.object({ response_metadata: z.object({ scopes: z.array(z.string()) }) });

async function checkBot({
  client,
  words: {
    slack: { check: words },
  },
}: SlackCheck) {
  try {
    const given = Scopes.safeParse(await client.auth.test());
    const scopes = given.success ? given.data.response_metadata.scopes : SCOPES;
    const missing = SCOPES.filter((scope) => !scopes.includes(scope));
    const faults: readonly Fault[] =
      missing.length === 0
        ? []
        : [{ where: 'slack: scopes', message: words.missingScopes(missing.join(', ')) }];
    return { isReached: true, faults };
  } catch (error) {
    const refusal = refusalOf(error);
    const message = refusal === null ? words.noAnswer : words.badBotToken(refusal);
    return { isReached: false, faults: [{ where: 'SLACK_BOT_TOKEN', message }] };
  }
}

/** Asking for a socket's address opens none. */
async function checkSocket({
  client,
  config,
  words: {
    slack: { check: words },
  },
}: SlackCheck): Promise<readonly Fault[]> {
  if (config.appToken === null) return [];
  try {
    await client.apps.connections.open({ token: config.appToken });
    return [];
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) return [{ where: 'slack', message: words.noAnswer }];
    return [{ where: 'SLACK_APP_TOKEN', message: words.badAppToken(refusal) }];
  }
}

/** Said of the question and not of what was asked for: the scope is named above, and what stands in for Slack knows less. */
const CANNOT_SAY = new Set(['missing_scope', 'unknown_method']);

/** Only members read a channel, and only where the bot is one does Slack take its cards. */
async function checkChannel(
  {
    client,
    words: {
      slack: { check: words },
    },
  }: SlackCheck,
  [purpose, id]: readonly [string, string],
): Promise<readonly Fault[]> {
  const where = `team.yml: channels.slack.${purpose}`;
  try {
    await client.conversations.history({ channel: id, limit: 1 });
    return [];
  } catch (error) {
    const refusal = refusalOf(error);
    if (CANNOT_SAY.has(refusal ?? '')) return [];
    if (refusal === 'not_in_channel' || refusal === 'channel_not_found')
      return [{ where, message: words.notInChannel(id) }];
    return [{ where, message: refusal === null ? words.noAnswer : words.refused(id, refusal) }];
  }
}

async function checkPeople(check: SlackCheck): Promise<readonly Fault[]> {
  const people = createSlackPeople({ ...check, ttlMs: 60_000 });
  const found = await Promise.all(
    check.team.people.map(async ({ name, slack }): Promise<readonly Fault[]> => {
      if (slack === undefined) return [];
      const resolved = await people.resolve({ userId: slack, teamId: null });
      if (resolved.kind === 'teammate') return [];
      const { reason } = resolved;
      if (reason === 'unknown' && !(await isUnknown(check, slack))) return [];
      const message = check.words.slack.check.person[reason](slack);
      return [{ where: `team.yml: people, ${name}`, message }];
    }),
  );
  return found.flat();
}

/** Slack says that there is nobody; not that it could not say. */
async function isUnknown({ client }: SlackCheck, user: string): Promise<boolean> {
  try {
    await client.users.info({ user });
    return false;
  } catch (error) {
    return refusalOf(error) === 'user_not_found';
  }
}

function isGroup(id: string): boolean {
  return id.startsWith('S');
}

async function checkGroup({ client, words }: SlackCheck, group: string): Promise<readonly Fault[]> {
  try {
    await client.usergroups.users.list({ usergroup: group });
    return [];
  } catch (error) {
    if (CANNOT_SAY.has(refusalOf(error) ?? '')) return [];
    return [{ where: 'team.yml: roles', message: words.slack.check.noGroup(group) }];
  }
}
