// Slack's parts put together over the fake Slack, for the tests of this folder.
import { type ActionRef, createActionCodec } from '#bot/action-id.ts';
import type { Router } from '#bot/router.ts';
import { createSlackClient, type SlackConfig } from '#bot/surfaces/slack/client.ts';
import type { Refusal } from '#bot/surfaces/slack/interactions.ts';
import { createSlackApp } from '#bot/surfaces/slack/listeners.ts';
import { createSlackPeople } from '#bot/surfaces/slack/people.ts';
import { createPictureFiles } from '#bot/surfaces/slack/pictures.ts';
import type { Patience } from '#bot/surfaces/slack/presenting.ts';
import { createRecentBlocks } from '#bot/surfaces/slack/recent-blocks.ts';
import { createSlackSurface } from '#bot/surfaces/slack/surface.ts';
import { Team } from '#engine/playbook/team.ts';
import type { TurnPlace } from '#engine/ports/assistant-records.ts';
import type { Log, LogData } from '#engine/ports/log.ts';
import { aChartRenderer } from '../../../support/charts.ts';
import { type FakeSlack, startFakeSlack } from '../../../support/fake-slack.ts';

export const codec = createActionCodec(Buffer.alloc(32, 7));
export const NOW = new Date('2026-11-25T10:00:00Z');
export const SECRET = 'signing-secret';

/** A log that keeps its lines. */
export function aLog(): Log & { readonly lines: { data: LogData; message: string }[] } {
  const lines: { data: LogData; message: string }[] = [];
  const write = (data: LogData, message: string) => void lines.push({ data, message });
  return { debug: write, info: write, warn: write, error: write, lines };
}

/** The configuration for one mode over a fake. */
export function aConfig(fake: FakeSlack, mode: 'socket' | 'http'): SlackConfig {
  return {
    botToken: 'xoxb-bot',
    appToken: mode === 'socket' ? 'xapp-app' : null,
    signingSecret: SECRET,
    apiUrl: fake.apiUrl,
  };
}

export const TEAM = Team.parse({
  people: [{ name: 'Maria', roles: ['approver'], slack: 'U1' }],
  channels: { slack: { refunds: 'C1' } },
});

/** The whole app in one mode, started, with its fake. */
export async function startSlack(parts: {
  readonly mode: 'socket' | 'http';
  readonly router: Router;
  readonly patience?: Patience;
  readonly team?: Team;
  readonly secret?: string;
  readonly now?: () => Date;
  readonly onRefused?: (refusal: Refusal) => Promise<void>;
}) {
  const fake = await startFakeSlack();
  const log = aLog();
  const config = { ...aConfig(fake, parts.mode), signingSecret: parts.secret ?? SECRET };
  const client = await createSlackClient(config, log);
  const now = parts.now ?? (() => NOW);
  const team = parts.team ?? TEAM;
  const people = createSlackPeople({ client, team, ttlMs: 60_000, now, log });
  const pictures = createPictureFiles({ client, charts: aChartRenderer(), log });
  const recent = createRecentBlocks(now);
  const welcomed = new Set<string>();
  const tools = { client, pictures, recent, people, codec, log, now };
  const places: (TurnPlace | null)[] = [];
  const app = await createSlackApp({
    onConnected: () => {},
    ...parts,
    team,
    config,
    keepPlace: async (_turn, place) => void places.push(place),
    ...tools,
    welcomed: {
      take: async (userId) => !welcomed.has(userId) && welcomed.add(userId).has(userId),
      giveBack: async (userId) => void welcomed.delete(userId),
    },
  });
  await app.connection.start();
  const { channels } = team;
  const connection = () => app.connection;
  return {
    fake,
    log,
    app,
    /** Where answers in the making stood, in order. */
    places,
    /** Where cards stand, over the same client and connection. */
    surface: createSlackSurface({ ...tools, channels: channels.slack, connection }),
    /** Who was told what can be asked. */
    welcomed,
    async stop() {
      await app.connection.stop();
      await fake.stop();
    },
  };
}

/** A press of ours as a button carries it. */
export function pressed(action: ActionRef): string {
  return codec.encode(action);
}
