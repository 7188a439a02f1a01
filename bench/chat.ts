// What chat feels of a slow database and of a flood: acknowledgements while people click, and what a thousand alerts do to a channel.
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import * as discord from '../test/support/discord-payloads.ts';
import * as slack from '../test/support/slack-payloads.ts';
import { readBlocks } from '../test/support/slack-reading.ts';
import {
  allShown,
  aReturn,
  type ChatPlace,
  discordRequest,
  openChatPlace,
  post,
  quantile,
  type Request,
  type Shown,
  send,
  slackRequest,
} from './chat-place.ts';
import { type Row, readable } from './table.ts';

const CLICKS_A_SECOND = 50;
const CLICK_SECONDS = 20;
const DATABASE_MS = 200;
const ACKNOWLEDGED_MS = 500;
const ALERTS = 1_000;
const ALERT_SECONDS = 60;

/** One server with both platforms: clicks while its database is slow, then a flood. */
export async function benchChat(): Promise<readonly Row[]> {
  const place = await openChatPlace();
  try {
    await send(place.origin, aReturn(0));
    await Promise.all([allShown(place, 'slack', 1), allShown(place, 'discord', 1)]);
    return [await clicks(place), ...(await alerts(place))];
  } finally {
    await place.close();
  }
}

// --- Clicks -----------------------------------------------------------------------------------------------------------

/** Clicks of every kind, as often as said, whether or not the ones before were answered. */
async function clicks(place: ChatPlace): Promise<Row> {
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
  const [median, late] = [quantile(ours, 0.5), quantile(ours, 0.99)];
  return {
    what: `acknowledging ${CLICKS_A_SECOND} clicks/s, the database ${DATABASE_MS} ms away`,
    ours: `median ${readable(median)} ms, p99 ${readable(late)} ms`,
    yardstick: `/healthz p99 ${readable(quantile(bare, 0.99))} ms`,
    ratio: (late / ACKNOWLEDGED_MS).toFixed(2),
    note: `p99 of ${ACKNOWLEDGED_MS} ms; presses, commands, forms and completions of Slack and Discord`,
  };
}

/** One of each kind of path with a limit of three seconds, made from what really stands in the channels. */
async function kindsOf({ slack: fake, origin, discord: other }: ChatPlace) {
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

// --- A flood ----------------------------------------------------------------------------------------------------------

/** A thousand return requests in a minute, to a Slack and a Discord that take no more than they do. */
async function alerts(place: ChatPlace): Promise<readonly Row[]> {
  const { origin, slack: slackFake, discord: discordFake } = place;
  slackFake.limitRates();
  discordFake.limitRates();
  const before = callsOf(place);
  const started = performance.now();
  for (let count = 1; count <= ALERTS; count += 1) {
    await deliver(origin, aReturn(count));
    const due = started + (count * ALERT_SECONDS * 1000) / ALERTS;
    await sleep(Math.max(0, due - performance.now()));
  }
  const shown = {
    slack: await allShown(place, 'slack', ALERTS + 1),
    discord: await allShown(place, 'discord', ALERTS + 1),
  };
  const after = callsOf(place);
  return (['slack', 'discord'] as const).map((name) => {
    const { refused } = after[name];
    const posts = after[name].posts - before[name].posts;
    const changes = after[name].changes - before[name].changes;
    return flood(name, shown[name], { posts, changes, refused });
  });
}

/** A shop sends again what was not taken. */
async function deliver(origin: string, request: Request): Promise<void> {
  while ((await post(origin, request)).status === 503) await sleep(1_000);
}

type Calls = { readonly posts: number; readonly changes: number; readonly refused: number };

function flood(name: 'slack' | 'discord', shown: Shown, { posts, changes, refused }: Calls): Row {
  const { alone, inDigests, digests, isOrdered } = shown;
  const calls = posts + changes;
  const lost = ALERTS + 1 - alone - inDigests;
  return {
    what: `${readable(ALERTS)} alerts in ${ALERT_SECONDS} s to one channel of ${name}`,
    ours: `${alone} cards, ${digests} digests for ${inDigests}; ${posts} posts, ${changes} changes`,
    yardstick: `${refused} × 429 of ${calls} calls`,
    ratio: (refused / Math.max(1, calls)).toFixed(2),
    note: `lost: ${lost}, order kept: ${isOrdered ? 'yes' : 'NO'}`,
  };
}

/** Posts, changes, and how many of both were refused for their number. */
function callsOf({ slack: slackFake, discord: discordFake }: ChatPlace) {
  const [post, change] = ['chat.postMessage', 'chat.update'] as const;
  return {
    slack: {
      posts: slackFake.calls(post).length,
      changes: slackFake.calls(change).length,
      refused: slackFake.refusedForRate(post) + slackFake.refusedForRate(change),
    },
    discord: {
      posts: discordFake.calls('POST /channels').length,
      changes: discordFake.calls('PATCH /channels').length,
      refused: discordFake.refusedForRate(),
    },
  };
}
