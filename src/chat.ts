// The chat platforms that are set up: their clients, and the surfaces over them.
import type { ActionCodec } from '#bot/action-id.ts';
import type { Surface } from '#bot/surface.ts';
import { checkDiscord } from '#bot/surfaces/discord/check.ts';
import { createDiscordClient, type DiscordClient } from '#bot/surfaces/discord/client.ts';
import { createDiscordSurface } from '#bot/surfaces/discord/surface.ts';
import type { Connection } from '#bot/surfaces/kept-connection.ts';
import { checkSlack } from '#bot/surfaces/slack/check.ts';
import { createSlackClient, type SlackClient } from '#bot/surfaces/slack/client.ts';
import { createPictureFiles, type PictureFiles } from '#bot/surfaces/slack/pictures.ts';
import { createRecentBlocks, type RecentBlocks } from '#bot/surfaces/slack/recent-blocks.ts';
import { createSlackSurface } from '#bot/surfaces/slack/surface.ts';
import type { Words } from '#bot/words/en.ts';
import type { Fault } from '#engine/errors.ts';
import type { Team } from '#engine/playbook/team.ts';
import type { ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Config } from './config.ts';

/** A platform's client, and where its connection is put once the server listens. */
type Connected<Client> = { readonly client: Client; connection: Connection | null };

/** What a workspace shows, as it turns out. */
type SlackLooks = { readonly pictures: PictureFiles; readonly recent: RecentBlocks };

type ChatTools = { readonly log: Log; readonly charts: ChartRenderer; readonly now: () => Date };

/** null stands for a platform that is not set up. */
export type Chat = {
  readonly slack: (Connected<SlackClient> & SlackLooks) | null;
  readonly discord: Connected<DiscordClient> | null;
  /** Draws what both show. */
  readonly charts: ChartRenderer;
};

/** The surfaces of the platforms that are set up, by name. */
export function chatNames({
  slack,
  discord,
}: Pick<Config, 'slack' | 'discord'>): readonly Surface['name'][] {
  return [
    ...(slack === null ? [] : ['slack' as const]),
    ...(discord === null ? [] : ['discord' as const]),
  ];
}

/** The clients of the platforms that are set up; nothing is asked of them yet. */
export async function connectChat(
  { slack, discord }: Pick<Config, 'slack' | 'discord'>,
  tools: ChatTools,
): Promise<Chat> {
  return {
    slack: slack && (await connectSlack(slack, tools)),
    discord: discord && { client: await createDiscordClient(discord), connection: null },
    charts: tools.charts,
  };
}

async function connectSlack(slack: NonNullable<Config['slack']>, tools: ChatTools) {
  const client = await createSlackClient(slack, tools.log);
  const pictures = createPictureFiles({ client, ...tools });
  return { client, pictures, recent: createRecentBlocks(tools.now), connection: null };
}

/** The surfaces of the platforms that are set up. */
export function chatSurfaces(
  { slack, discord, charts }: Chat,
  tools: {
    readonly team: Team;
    readonly codec: ActionCodec;
    readonly log: Log;
    readonly now: () => Date;
  },
): readonly Surface[] {
  const { channels } = tools.team;
  return [
    ...(slack === null
      ? []
      : [
          createSlackSurface({
            ...tools,
            client: slack.client,
            pictures: slack.pictures,
            recent: slack.recent,
            channels: channels.slack,
            connection: () => slack.connection,
          }),
        ]),
    ...(discord === null
      ? []
      : [
          createDiscordSurface({
            ...tools,
            client: discord.client,
            charts,
            channels: channels.discord,
            connection: () => discord.connection,
          }),
        ]),
  ];
}

/** What keeps the platforms that are set up from working. */
export async function checkChat(
  config: Pick<Config, 'slack' | 'discord'>,
  { slack, discord }: Chat,
  tools: {
    readonly team: Team;
    readonly log: Log;
    readonly now: () => Date;
    readonly words: Words;
  },
): Promise<readonly Fault[]> {
  const asked = [
    slack === null || config.slack === null
      ? []
      : checkSlack({ ...tools, client: slack.client, config: config.slack }),
    discord === null || config.discord === null
      ? []
      : checkDiscord({ ...tools, client: discord.client, config: config.discord }),
  ];
  return (await Promise.all(asked)).flat();
}
