// What chat feels of a slow database and of a flood: acknowledgements while people click, and what a thousand alerts do to a channel.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Pool } from 'undici';
import { signHeaders } from '#integrations/generic/signature.ts';
import * as discord from '../test/support/discord-payloads.ts';
import { APP_ID, GUILD_ID, TOKEN } from '../test/support/discord-world.ts';
import { type FakeDiscord, startFakeDiscord } from '../test/support/fake-discord.ts';
import { type FakeSlack, startFakeSlack } from '../test/support/fake-slack.ts';
import * as slack from '../test/support/slack-payloads.ts';
import { readBlocks } from '../test/support/slack-reading.ts';
import { type Child, startChild } from './child.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';
import { type SlowProxy, startSlowProxy } from './slow-proxy.ts';
import { type Row, readable } from './table.ts';

const CLICKS_A_SECOND = 50;
const CLICK_SECONDS = 20;
const DATABASE_MS = 200;
const ACKNOWLEDGED_MS = 500;
const ALERTS = 1_000;
const ALERT_SECONDS = 60;
/** Slack takes about one message a second in a channel, and a few at once (docs.slack.dev, "Rate limits"). */
const POSTS_A_SECOND = 1;
const POSTS_AT_ONCE = 5;

const SIGNING = 'signing-secret';
const EVENTS = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const CHANNEL = '200000000000000001';

/** One server with both platforms, over HTTP, on a PostgreSQL of its own. */
export async function benchChat(): Promise<readonly Row[]> {
  const place = await openPlace();
  try {
    await send(place.origin, aReturn(0));
    await allShown(place.scratch.url, 1);
    return [await clicks(place), await alerts(place)];
  } finally {
    await place.close();
  }
}

type Place = {
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly proxy: SlowProxy;
  readonly scratch: ScratchDatabase;
  readonly origin: string;
  readonly close: () => Promise<void>;
};

async function openPlace(): Promise<Place> {
  const scratch = await createScratchDatabase('chat');
  const proxy = await startSlowProxy(scratch.url);
  const fakes = { slack: await startFakeSlack(), discord: await startFakeDiscord() };
  fakes.slack.users.set('U1', {});
  fakes.discord.world.addChannel(CHANNEL);
  const home = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
  await cp('playbook', join(home, 'playbook'), { recursive: true });
  writeFileSync(
    join(home, 'playbook/team.yml'),
    `people: [{ name: Maria, roles: [admin], slack: U1, discord: "${discord.USER}" }]
channels: { slack: { refunds: C1 }, discord: { refunds: "${CHANNEL}" } }
`,
  );
  const port = '39217';
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
  return {
    ...{ ...fakes, proxy, scratch, origin },
    async close() {
      proxy.setDelay(0);
      await child.stop();
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

// --- Clicks -----------------------------------------------------------------------------------------------------------

type Request = {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
};

/** Clicks of every kind, as often as said, whether or not the ones before were answered. */
async function clicks(place: Place): Promise<Row> {
  const { origin, proxy } = place;
  await sleep(2_000);
  const kinds = await kindsOf(place);
  proxy.setDelay(DATABASE_MS);
  const pool = new Pool(origin, { connections: 256, pipelining: 1 });
  const ours: number[] = [];
  const bare: number[] = [];
  const sent: Promise<void>[] = [];
  for (let count = 0; count < CLICKS_A_SECOND * CLICK_SECONDS; count += 1) {
    const kind = kinds[count % kinds.length];
    if (kind !== undefined) sent.push(time(pool, ours, kind()));
    if (count % 5 === 0) sent.push(time(pool, bare, null));
    await sleep(1000 / CLICKS_A_SECOND);
  }
  await Promise.all(sent);
  await pool.close();
  proxy.setDelay(0);
  const [median, late] = [at(ours, 0.5), at(ours, 0.99)];
  return {
    what: `acknowledging ${CLICKS_A_SECOND} clicks/s, the database ${DATABASE_MS} ms away`,
    ours: `median ${readable(median)} ms, p99 ${readable(late)} ms`,
    yardstick: `/healthz p99 ${readable(at(bare, 0.99))} ms`,
    ratio: (late / ACKNOWLEDGED_MS).toFixed(2),
    note: `p99 of ${ACKNOWLEDGED_MS} ms; presses, commands, forms and completions of Slack and Discord`,
  };
}

/** One of each kind of path with a limit of three seconds, made from what really stands in the channels. */
async function kindsOf({ slack: fake, origin, discord: other }: Place) {
  const value = fake
    .messages()
    .flatMap(({ blocks }) => readBlocks(blocks ?? []).buttons)
    .find(({ label }) => label === 'Profile')?.value;
  await send(origin, slackRequest(slack.aShortcut({ id: 'find-customer' })));
  const { view } = (await fake.nextCall('views.open')).args;
  const card = other.messages().find(({ components }) => profileIn(components) !== undefined);
  const pressed = profileIn(card?.components);
  if (value === undefined || pressed === undefined) throw new Error('no card to press');
  const { components } = card ?? {};
  const who = { who: { type: 'plain_text_input', value: 'nobody@example.com' } };
  return [
    () => slackRequest(slack.aPress({ value })),
    () => slackRequest(slack.aCommand({ command: '/customer', text: 'show bench-1' })),
    () => slackRequest(slack.aSubmission({ view, values: who })),
    () => discordRequest(discord.aPress(pressed, { components })),
    () => discordRequest(discord.aCommand('customer show', { who: 'bench-1' })),
    () => discordRequest(discord.aTyping('customer show', 'who', { who: 'ben' })),
  ];
}

/** The Profile button of a card of Discord. */
function profileIn(components: unknown): string | undefined {
  return /"custom_id":"(customer\.show[^"]*)"/.exec(JSON.stringify(components) ?? '')?.[1];
}

function slackRequest(payload: Parameters<typeof slack.aSignedRequest>[0]): Request {
  const { body, headers } = slack.aSignedRequest(payload, { secret: SIGNING, at: new Date() });
  return { path: '/slack/events', body: Buffer.from(body).toString(), headers: textOnly(headers) };
}

function discordRequest(interaction: discord.Interaction): Request {
  const body = JSON.stringify(interaction);
  const headers = { 'content-type': 'application/json', ...discord.signatureOf(body, new Date()) };
  return { path: '/discord/interactions', body, headers };
}

function textOnly(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

async function time(pool: Pool, into: number[], request: Request | null): Promise<void> {
  const started = performance.now();
  const answer =
    request === null
      ? await pool.request({ method: 'GET', path: '/healthz' })
      : await pool.request({ method: 'POST', ...request });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`${request?.path} answered ${answer.statusCode}`);
  into.push(performance.now() - started);
}

async function send(origin: string, { path, headers, body }: Request): Promise<void> {
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

// --- A flood ----------------------------------------------------------------------------------------------------------

/** A thousand return requests in a minute, to a Slack that takes no more than Slack does. */
async function alerts(place: Place): Promise<Row> {
  const { origin, slack: fake, scratch } = place;
  const limit = { rate: POSTS_A_SECOND, burst: POSTS_AT_ONCE };
  fake.limitPosts(limit);
  const started = performance.now();
  for (let count = 1; count <= ALERTS; count += 1) {
    await send(origin, aReturn(count));
    const due = started + (count * ALERT_SECONDS * 1000) / ALERTS;
    await sleep(Math.max(0, due - performance.now()));
  }
  const shown = await allShown(scratch.url, ALERTS + 1);
  fake.limitPosts(null);
  const calls = fake.calls('chat.postMessage').length + fake.calls('chat.update').length;
  const refused = fake.refusedForRate();
  return {
    what: `${readable(ALERTS)} alerts in ${ALERT_SECONDS} s to one channel`,
    ours: `${shown.alone} cards, ${shown.digests} digests for ${shown.inDigests}; ${refused} × 429 of ${calls} calls`,
    yardstick: `${ALERT_SECONDS * POSTS_A_SECOND} messages are all that Slack takes meanwhile`,
    ratio: (refused / calls).toFixed(2),
    note: `nothing lost (${shown.alone + shown.inDigests - 1} of ${ALERTS}), order kept: ${shown.isOrdered ? 'yes' : 'NO'}`,
  };
}

function aReturn(count: number): Request {
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

/** Waits until so many cases stand in Slack, by itself or in a digest, and says how. */
async function allShown(url: string, wanted: number) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{
        ts: string | null;
        digest: string | null;
        at: Date;
      }>(
        `SELECT p.message_id AS ts, p.digest_id AS digest, p.admitted_at AS at FROM posts p
         WHERE p.surface = 'slack' AND p.subject_kind = 'case' AND (p.message_id IS NOT NULL OR p.digest_id IS NOT NULL)`,
      );
      if (rows.length >= wanted) return reading(rows);
      await sleep(500);
    }
  } finally {
    await client.end();
  }
}

/** In order: as the posts were let into the channel, so they stand in it. */
function reading(rows: readonly { ts: string | null; digest: string | null; at: Date }[]) {
  const inDigests = rows.filter(({ digest }) => digest !== null);
  const alone = rows.filter(({ digest, ts }) => digest === null && ts !== null);
  const order = alone
    .toSorted((a, b) => Number(a.ts) - Number(b.ts))
    .map(({ at: admitted }) => admitted.getTime());
  return {
    alone: alone.length,
    inDigests: inDigests.length,
    digests: new Set(inDigests.map(({ digest }) => digest)).size,
    isOrdered: order.every((admitted, index) => admitted >= (order[index - 1] ?? 0)),
  };
}
