// Discord's parts put together over the fake Discord, for the tests of this folder.
import { type ActionRef, createActionCodec } from '#bot/action-id.ts';
import { createCommands } from '#bot/commands/registry.ts';
import type { StandingAnswer } from '#bot/posts/named-answers.ts';
import type { Reply, Router } from '#bot/router.ts';
import { createDiscordClient, type DiscordConfig } from '#bot/surfaces/discord/client.ts';
import type { Patience, Refusal } from '#bot/surfaces/discord/interactions.ts';
import { createDiscordApp } from '#bot/surfaces/discord/listeners.ts';
import { createDiscordPeople } from '#bot/surfaces/discord/people.ts';
import { createDiscordSurface } from '#bot/surfaces/discord/surface.ts';
import type { Once } from '#bot/surfaces/once.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { Team } from '#engine/playbook/team.ts';
import type { TurnPlace } from '#engine/ports/assistant-records.ts';
import { aChartRenderer } from '../../../support/charts.ts';
import {
  aSignedInteraction,
  type Interaction,
  PUBLIC_KEY,
  USER,
} from '../../../support/discord-payloads.ts';
import { type Answered, APP_ID, GUILD_ID, TOKEN } from '../../../support/discord-world.ts';
import { type FakeDiscord, startFakeDiscord } from '../../../support/fake-discord.ts';
import { createRecordingLog } from '../../../support/serving.ts';

export const codec = createActionCodec(Buffer.alloc(32, 7));
export const NOW = new Date('2026-11-25T10:00:00Z');
export const CHANNEL = '200000000000000001';

export const TEAM = Team.parse({
  people: [{ name: 'Maria', roles: ['approver'], discord: USER }],
  channels: { discord: { refunds: CHANNEL } },
});

/** The configuration over a fake. */
export function aConfig(fake: FakeDiscord, changes: Partial<DiscordConfig> = {}): DiscordConfig {
  return {
    token: TOKEN,
    applicationId: APP_ID,
    guildId: GUILD_ID,
    publicKey: null,
    apiUrl: fake.apiUrl,
    ...changes,
  };
}

/** A button of ours as it comes back. */
export function pressed(action: ActionRef): string {
  return codec.encode(action);
}

export type Transport = 'gateway' | 'http';

/** The whole app over one transport, started, with its fake. */
export async function startDiscord(parts: {
  readonly transport: Transport;
  readonly router: Router;
  readonly patience?: Patience;
  readonly shared?: Once;
  readonly config?: Partial<DiscordConfig>;
  readonly team?: Team;
  readonly onRefused?: (refusal: Refusal) => Promise<void>;
  readonly onAnswered?: (answered: StandingAnswer) => Promise<void>;
}) {
  const fake = await startFakeDiscord();
  fake.world.addChannel(CHANNEL);
  const log = createRecordingLog();
  const publicKey = parts.transport === 'http' ? PUBLIC_KEY : null;
  const config = aConfig(fake, { publicKey, ...parts.config });
  const client = await createDiscordClient(config);
  const now = () => NOW;
  const { guildId } = config;
  const team = parts.team ?? TEAM;
  const people = createDiscordPeople({ client, team, guildId, ttlMs: 60_000, now, log });
  const memory = new Map<string, unknown>();
  const places: (TurnPlace | null)[] = [];
  const app = await createDiscordApp({
    onConnected: () => {},
    ...parts,
    config,
    keepPlace: async (_turn, place) => void places.push(place),
    client,
    charts: aChartRenderer(),
    people,
    commandsIn: (language) => createCommands(wordsIn(language)),
    team,
    opensForm: (name) => name === 'approval.edit',
    codec,
    log,
    now,
    turn: { take: async () => true, giveBack: async () => {} },
    memory: {
      read: async () => memory.get('commands'),
      write: async (value) => void memory.set('commands', value),
    },
  });
  await app.connection.start();
  await fake.connected();
  const { channels } = team;
  const connection = () => app.connection;
  return {
    fake,
    log,
    app,
    /** Where answers in the making stood, in order. */
    places,
    /** Where cards stand, over the same client and connection. */
    surface: createDiscordSurface({
      ...{ client, codec, log, now, connection },
      ...{ charts: aChartRenderer(), channels: channels.discord },
    }),
    /** Delivers an interaction over the transport that runs, and gives all that it is answered with once `isEnough`. */
    async deliver(interaction: Interaction, isEnough?: (answer: Answered) => boolean) {
      if (app.route === null) await fake.push(interaction);
      else fake.takeAnswer(interaction.token, await answerOf(app.route.handle, interaction));
      return fake.answered(interaction.token, isEnough);
    },
    async stop() {
      await app.connection.stop();
      await fake.stop();
    },
  };
}

async function answerOf(
  handle: (request: ReturnType<typeof aSignedInteraction>) => Promise<{ readonly body: unknown }>,
  interaction: Interaction,
): Promise<unknown> {
  const { body } = await handle(aSignedInteraction(interaction, NOW));
  return JSON.parse(String(body));
}

/** What a reply of the router is, from one answer after the other. */
export function inTurn(...replies: readonly Reply[]): () => Reply {
  const left = [...replies];
  return () => left.shift() ?? { kind: 'done' };
}
