// A server with both chat platforms, over HTTP, on a PostgreSQL of its own behind a line that can be slow; and what people and shops send it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { signHeaders } from '#integrations/generic/signature.ts';
import { freePort } from '../test/support/command-line.ts';
import * as discord from '../test/support/discord-payloads.ts';
import { APP_ID, GUILD_ID, TOKEN } from '../test/support/discord-world.ts';
import { type FakeDiscord, startFakeDiscord } from '../test/support/fake-discord.ts';
import { type FakeSlack, startFakeSlack } from '../test/support/fake-slack.ts';
import * as slack from '../test/support/slack-payloads.ts';
import { type Child, startChild } from './child.ts';
import { createScratchDatabase } from './scratch-database.ts';
import { type SlowProxy, startSlowProxy } from './slow-proxy.ts';

const SIGNING = 'signing-secret';
const EVENTS = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** The `refunds` channel in Discord. */
export const DISCORD_CHANNEL = '200000000000000001';

export type ChatPlace = {
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly proxy: SlowProxy;
  /** Asks the database itself, not over the slow line. */
  readonly database: Client;
  readonly origin: string;
  readonly close: () => Promise<void>;
};

/** Starts it, with Maria as its admin. `limits` stand in team.yml. */
export async function openChatPlace(
  limits: Readonly<Record<string, number>> = {},
): Promise<ChatPlace> {
  const scratch = await createScratchDatabase('chat');
  const proxy = await startSlowProxy(scratch.url);
  const fakes = { slack: await startFakeSlack(), discord: await startFakeDiscord() };
  fakes.slack.users.set('U1', {});
  fakes.discord.world.addChannel(DISCORD_CHANNEL);
  const home = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
  await cp('playbook', join(home, 'playbook'), { recursive: true });
  writeFileSync(
    join(home, 'playbook/team.yml'),
    `people: [{ name: Maria, roles: [admin], slack: U1, discord: "${discord.USER}" }]
channels: { slack: { refunds: C1 }, discord: { refunds: "${DISCORD_CHANNEL}" } }
limits: ${JSON.stringify(limits)}
`,
  );
  const port = String(await freePort());
  const child = startChild('src/main.ts', [], {
    PORT: port,
    DATA_DIR: home,
    PLAYBOOK_DIR: join(home, 'playbook'),
    DATABASE_URL: proxy.url,
    LOG_LEVEL: 'error',
    SLACK_BOT_TOKEN: 'xoxb-bot',
    SLACK_SIGNING_SECRET: SIGNING,
    SLACK_API_URL: fakes.slack.apiUrl,
    DISCORD_TOKEN: TOKEN,
    DISCORD_APPLICATION_ID: APP_ID,
    DISCORD_GUILD_ID: GUILD_ID,
    DISCORD_PUBLIC_KEY: discord.PUBLIC_KEY,
    DISCORD_API_URL: fakes.discord.apiUrl,
    EVENTS_WEBHOOK_SECRET: EVENTS,
  });
  const origin = `http://127.0.0.1:${port}`;
  await ready(origin, child);
  const database = new Client({ connectionString: scratch.url });
  await database.connect();
  return {
    ...{ ...fakes, proxy, database, origin },
    async close() {
      proxy.setDelay(0);
      await child.stop();
      await database.end();
      await Promise.all([fakes.slack.stop(), fakes.discord.stop(), proxy.close()]);
      await scratch.drop();
      rmSync(home, { recursive: true });
    },
  };
}

async function ready(origin: string, child: Child): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (child.process.exitCode !== null) throw new Error('the server ended');
    await sleep(100);
  }
}

/** Something to post. */
export type Request = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Posts it, and gives the answer, whatever it is. */
export function post(origin: string, { path, headers, body }: Request): Promise<Response> {
  return fetch(`${origin}${path}`, { method: 'POST', headers, body });
}

/** Posts it. Rejects where it is not taken. */
export async function send(origin: string, request: Request): Promise<void> {
  const answer = await post(origin, request);
  if (answer.ok) return;
  throw new Error(`${request.path} answered ${answer.status}: ${await answer.text()}`);
}

/** A return that the customer `Bench 7` asks for. */
export function aReturn(count: number): Request {
  const now = new Date();
  const id = `bench-${count}`;
  const customer = { id, email: `${id}@example.com`, firstName: 'Bench', lastName: String(count) };
  const data = {
    ...{ id: `R-${id}`, orderId: `O-${id}`, customer },
    ...{ amount: '10.00', currency: 'USD', reason: 'too large', requestedAt: now.toISOString() },
  };
  const body = JSON.stringify({ type: 'return.requested', timestamp: now.toISOString(), data });
  const headers = { ...signHeaders(EVENTS, { id: `msg_${id}`, at: now, body }) };
  return { path: '/webhooks/events', headers: textOnly(headers), body };
}

/** What Slack posts, signed. */
export function slackRequest(payload: Parameters<typeof slack.aSignedRequest>[0]): Request {
  const { body, headers } = slack.aSignedRequest(payload, { secret: SIGNING, at: new Date() });
  return { path: '/slack/events', body: Buffer.from(body).toString(), headers: textOnly(headers) };
}

/** What Discord posts, signed. */
export function discordRequest(interaction: discord.Interaction): Request {
  const body = JSON.stringify(interaction);
  const headers = { 'content-type': 'application/json', ...discord.signatureOf(body, new Date()) };
  return { path: '/discord/interactions', body, headers };
}

/** How the cases of one platform's channel are shown: by cards of their own, in order, or in digests. */
export type Shown = {
  readonly alone: number;
  readonly inDigests: number;
  readonly digests: number;
  readonly isOrdered: boolean;
};

/** Waits until so many cases stand on a platform, by themselves or in a digest, and says how. */
export async function allShown(
  { database }: Pick<ChatPlace, 'database'>,
  surface: 'slack' | 'discord',
  wanted: number,
): Promise<Shown> {
  for (;;) {
    const { rows } = await database.query<{ id: string | null; digest: string | null; at: Date }>(
      `SELECT p.message_id AS id, p.digest_id AS digest, p.admitted_at AS at FROM posts p
       WHERE p.surface = $1 AND p.subject_kind = 'case' AND (p.message_id IS NOT NULL OR p.digest_id IS NOT NULL)`,
      [surface],
    );
    if (rows.length >= wanted) return reading(rows);
    await sleep(500);
  }
}

/** In order: as the posts were let into the channel, so they stand in it. Both platforms' ids are as long as each other. */
function reading(rows: readonly { id: string | null; digest: string | null; at: Date }[]): Shown {
  const inDigests = rows.filter(({ digest }) => digest !== null);
  const alone = rows.filter(({ digest, id }) => digest === null && id !== null);
  const order = alone
    .toSorted((a, b) => String(a.id).localeCompare(String(b.id)))
    .map(({ at: admitted }) => admitted.getTime());
  return {
    alone: alone.length,
    inDigests: inDigests.length,
    digests: new Set(inDigests.map(({ digest }) => digest)).size,
    isOrdered: order.every((admitted, index) => admitted >= (order[index - 1] ?? 0)),
  };
}

function textOnly(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** So much of some numbers lies below it. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
