// What keeps Discord from working: the token, the server, a channel that is not seen, a permission that is missing.
import { z } from 'zod';
import { type Fault, VendorError } from '#engine/errors.ts';
import type { Team } from '#engine/playbook/team.ts';
import { en } from '../../words/en.ts';
import { type DiscordClient, type DiscordConfig, toVendorError } from './client.ts';
import { Channel, missingPermissions, Roles } from './permissions.ts';

export type DiscordCheck = {
  readonly client: DiscordClient;
  readonly config: DiscordConfig;
  readonly team: Team;
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
  const { check: words } = en.discord;
  try {
    const application = Application.parse(await client.rest.get('/applications/@me'));
    const { session_start_limit: starts } = z
      .object({ session_start_limit: z.object({ remaining: z.int() }) })
      .parse(await client.rest.get('/gateway/bot'));
    const channels = Object.entries(team.channels.discord);
    const places = await Promise.all(channels.map((channel) => checkChannel(check, channel)));
    return [
      ...checkApplication(check, application),
      ...(starts.remaining === 0 ? [{ where: 'discord', message: words.noStartsLeft }] : []),
      ...(channels.length === 0
        ? [{ where: 'team.yml: channels.discord', message: words.noChannels }]
        : places.flat()),
    ];
  } catch (error) {
    return [{ where: 'discord', message: reasonOf(error) }];
  }
}

function checkApplication({ config }: DiscordCheck, application: Application): readonly Fault[] {
  const { check: words } = en.discord;
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

async function checkChannel(
  { client, config }: DiscordCheck,
  [purpose, id]: readonly [string, string],
): Promise<readonly Fault[]> {
  const where = `team.yml: channels.discord.${purpose}`;
  const { check: words } = en.discord;
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
    return missing.length === 0 ? [] : [{ where, message: words.mayNot(id, en.list(missing)) }];
  } catch (error) {
    const { status } = toVendorError(error, 'the channel');
    const isHidden = status === 403 || status === 404;
    return [{ where, message: isHidden ? words.notSeen(id) : reasonOf(error) }];
  }
}

function reasonOf(error: unknown): string {
  const failure = error instanceof VendorError ? error : toVendorError(error, 'the check');
  return failure.status === 401 ? en.discord.check.badToken : failure.message;
}
