// What keeps Discord from working: the token, the server, a channel that is not seen, a permission that is missing.
import { z } from 'zod';
import { type Fault, VendorError } from '#engine/errors.ts';
import type { Team } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Words } from '../../words/en.ts';
import { type DiscordClient, type DiscordConfig, toVendorError } from './client.ts';
import { createDiscordPeople } from './people.ts';
import { Channel, inviteLink, missingPermissions, Roles } from './permissions.ts';

export type DiscordCheck = {
  readonly client: DiscordClient;
  readonly config: DiscordConfig;
  readonly team: Team;
  readonly log: Log;
  readonly now: () => Date;
  readonly words: Words;
};

const Application = z.object({
  id: z.string(),
  verify_key: z.string().nullish(),
  interactions_endpoint_url: z.string().nullish(),
});
type Application = z.infer<typeof Application>;

/** Everything that is wrong, asked of Discord itself; nothing is changed there. */
export async function checkDiscord(check: DiscordCheck): Promise<readonly Fault[]> {
  const { client, team } = check;
  const { noStartsLeft, noChannels } = check.words.discord.check;
  try {
    const application = Application.parse(await client.rest.get('/applications/@me'));
    const { session_start_limit: starts } = z
      .object({ session_start_limit: z.object({ remaining: z.int() }) })
      .parse(await client.rest.get('/gateway/bot'));
    const channels = Object.entries(team.channels.discord);
    const places = await Promise.all(channels.map((channel) => checkChannel(check, channel)));
    return [
      ...checkApplication(check, application),
      ...(starts.remaining === 0 ? [{ where: 'discord', message: noStartsLeft }] : []),
      ...(channels.length === 0
        ? [{ where: 'team.yml: channels.discord', message: noChannels }]
        : places.flat()),
      ...(await checkCommands(check)),
      ...(await checkPeople(check)),
    ];
  } catch (error) {
    return [{ where: 'discord', message: reasonOf(check, error) }];
  }
}

function checkApplication(
  { config, words: { discord } }: DiscordCheck,
  application: Application,
): readonly Fault[] {
  const { check: words } = discord;
  const { id, verify_key: key, interactions_endpoint_url: endpoint } = application;
  const { applicationId, publicKey } = config;
  const faults: Fault[] = [];
  if (applicationId !== null && applicationId !== id)
    faults.push({ where: 'DISCORD_APPLICATION_ID', message: words.otherApplication(id) });
  if (publicKey !== null && key != null && key.toLowerCase() !== publicKey.toLowerCase())
    faults.push({ where: 'DISCORD_PUBLIC_KEY', message: words.otherKey });
  if (publicKey === null && endpoint != null && endpoint !== '')
    faults.push({ where: 'DISCORD_PUBLIC_KEY', message: words.endpointSet(endpoint) });
  return faults;
}

/** Slash commands need a scope of their own, which an older invitation may not have had. */
async function checkCommands({ client, config, words }: DiscordCheck): Promise<readonly Fault[]> {
  const { guildId } = config;
  if (guildId === null) return [];
  const id = await client.applicationId();
  try {
    await client.rest.get(`/applications/${id}/guilds/${guildId}/commands`);
    return [];
  } catch (error) {
    const { status } = toVendorError(error, 'the commands');
    if (status !== 403) throw error;
    return [{ where: 'discord: scopes', message: words.discord.check.noCommands(inviteLink(id)) }];
  }
}

async function checkPeople(check: DiscordCheck): Promise<readonly Fault[]> {
  const { guildId } = check.config;
  const people = createDiscordPeople({ ...check, guildId, ttlMs: 60_000 });
  const found = await Promise.all(
    check.team.people.map(async ({ name, discord }): Promise<readonly Fault[]> => {
      if (discord === undefined) return [];
      const actor = { userId: discord, name, isBot: false, guildId: null, member: null };
      const resolved = await people.resolve(actor);
      if (resolved.kind === 'teammate' || resolved.reason === 'unknown') return [];
      const message = check.words.discord.check.person[resolved.reason](discord);
      return [{ where: `team.yml: people, ${name}`, message }];
    }),
  );
  return found.flat();
}

async function checkChannel(
  check: DiscordCheck,
  [purpose, id]: readonly [string, string],
): Promise<readonly Fault[]> {
  const where = `team.yml: channels.discord.${purpose}`;
  const { client, config } = check;
  const { check: words } = check.words.discord;
  try {
    const channel = Channel.parse(await client.rest.get(`/channels/${id}`));
    const guild = channel.guild_id;
    if (config.guildId !== null && config.guildId !== guild)
      return [{ where, message: words.otherServer(id) }];
    const bot = z.object({ id: z.string() }).parse(await client.rest.get('/users/@me'));
    const roles = Roles.parse(await client.rest.get(`/guilds/${guild}/roles`));
    const { roles: own } = z
      .object({ roles: z.array(z.string()) })
      .parse(await client.rest.get(`/guilds/${guild}/members/${bot.id}`));
    const missing = missingPermissions({ botId: bot.id, own, roles, channel });
    return missing.length === 0
      ? []
      : [{ where, message: words.mayNot(id, check.words.list(missing)) }];
  } catch (error) {
    const { status } = toVendorError(error, 'the channel');
    const isHidden = status === 403 || status === 404;
    return [{ where, message: isHidden ? words.notSeen(id) : reasonOf(check, error) }];
  }
}

function reasonOf({ words }: DiscordCheck, error: unknown): string {
  const failure = error instanceof VendorError ? error : toVendorError(error, 'the check');
  return failure.status === 401 ? words.discord.check.badToken : failure.message;
}
