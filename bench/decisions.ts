// How long a decision takes to show on every post of what was decided on: Slack, Discord and an open page of the workspace.
import { setTimeout as sleep } from 'node:timers/promises';
import * as discord from '../test/support/discord-payloads.ts';
import { readComponents } from '../test/support/discord-reading.ts';
import type { DiscordPosted } from '../test/support/discord-world.ts';
import * as slack from '../test/support/slack-payloads.ts';
import { readBlocks } from '../test/support/slack-reading.ts';
import type { SlackPosted } from '../test/support/slack-world.ts';
import {
  allShown,
  aReturn,
  type ChatPlace,
  discordRequest,
  openChatPlace,
  quantile,
  type Request,
  send,
  slackRequest,
} from './chat-place.ts';
import { type Row, readable } from './table.ts';

const DECISIONS = 24;
const LIMIT_MS = 2_000;
/** A decision a second and a half: what Slack takes of changes. */
const PAUSE_MS = 1_500;
/** A decision that does not show by then never will. */
const PATIENCE_MS = 60_000;
/** The button by which a case is decided to be somebody's. */
const BUTTON = 'Take';

/** Cases that stand on all surfaces, each taken on one of them in turn. */
export async function benchDecisions(): Promise<readonly Row[]> {
  const place = await openChatPlace({ storm_threshold: 10_000 });
  const page = new AbortController();
  try {
    for (let count = 0; count < DECISIONS; count += 1) await send(place.origin, aReturn(count));
    await Promise.all([allShown(place, 'slack', DECISIONS), allShown(place, 'discord', DECISIONS)]);
    place.slack.limitRates();
    place.discord.limitRates();
    const told = await openPage(place, page.signal);
    const took: number[] = [];
    for (let count = 0; count < DECISIONS; count += 1) {
      took.push(await decide(place, told, count));
      await sleep(PAUSE_MS);
    }
    return [rowOf(took)];
  } finally {
    page.abort();
    await place.close();
  }
}

function rowOf(took: readonly number[]): Row {
  const most = Math.max(...took);
  return {
    what: 'a decision on one surface, until its last post shows it: Slack, Discord, an open page',
    ours: `median ${readable(quantile(took, 0.5))} ms, p95 ${readable(quantile(took, 0.95))} ms, most ${readable(most)} ms`,
    yardstick: `${readable(LIMIT_MS)} ms`,
    ratio: (most / LIMIT_MS).toFixed(2),
    note: `${took.length} decisions, made on each surface in turn; platforms that take what they do`,
  };
}

/** Milliseconds from the click to the last of the three. */
async function decide(place: ChatPlace, told: () => string, count: number): Promise<number> {
  const name = `Bench ${count}`;
  const [ofSlack, ofDiscord] = [slackCard(place, name), discordCard(place, name)];
  const clicks = [clickInSlack(ofSlack), clickInDiscord(ofDiscord), await clickOnPage(place, name)];
  const isEverywhere = () =>
    isTold(told(), name) &&
    !offers(place.slack.messages().find(({ ts }) => ts === ofSlack.ts)?.blocks) &&
    !offers(place.discord.messages().find(({ id }) => id === ofDiscord.id)?.components);
  const click = clicks[count % clicks.length];
  const started = performance.now();
  const took = () => performance.now() - started;
  if (click !== undefined) await send(place.origin, click);
  while (!isEverywhere() && took() < PATIENCE_MS) await sleep(5);
  return took();
}

function clickInSlack({ blocks }: SlackPosted): Request {
  const button = readBlocks(blocks).buttons.find(({ label }) => label === BUTTON);
  return slackRequest(slack.aPress({ value: button?.value ?? '' }));
}

function clickInDiscord({ components }: DiscordPosted): Request {
  const button = readComponents(components).buttons.find(({ label }) => label === BUTTON);
  return discordRequest(discord.aPress(button?.id ?? '', { components }));
}

async function clickOnPage({ origin }: ChatPlace, name: string): Promise<Request> {
  const page = await fetch(`${origin}/c/refunds`);
  const [, action = ''] = PRESS.exec(cardsOf(await page.text(), name).at(-1) ?? '') ?? [];
  return {
    path: '/workspace/press',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ channel: 'refunds', action }).toString(),
  };
}

const PRESS = new RegExp(`name="action" value="([^"]*)"[^>]*>${BUTTON}<`);

function slackCard({ slack: fake }: ChatPlace, name: string): SlackPosted {
  return theOne(fake.messages(), name, ({ blocks }) => readBlocks(blocks).text);
}

function discordCard({ discord: fake }: ChatPlace, name: string): DiscordPosted {
  return theOne(fake.messages(), name, ({ components }) => readComponents(components).text);
}

function theOne<Posted>(
  messages: readonly Posted[],
  name: string,
  read: (message: Posted) => string,
): Posted {
  const found = messages.find((message) => new RegExp(`${name}\\b`).test(read(message)));
  if (found === undefined) throw new Error(`no card of ${name}`);
  return found;
}

/** Whether the button still stands on a card; cheap, since it is asked over and over. */
function offers(card: unknown): boolean {
  return JSON.stringify(card).includes(`"${BUTTON}"`);
}

/** What an open page was told so far; like a browser it asks again when the stream ends. */
async function openPage({ origin }: ChatPlace, signal: AbortSignal): Promise<() => string> {
  const since = encodeURIComponent(new Date().toISOString());
  const url = `${origin}/workspace/events?channel=refunds&since=${since}`;
  const opened = Promise.withResolvers<void>();
  let told = '';
  const read = async () => {
    const stream = await fetch(url, { signal });
    opened.resolve();
    for await (const chunk of stream.body ?? []) told += Buffer.from(chunk).toString('utf8');
  };
  const readOn = async () => {
    while (!signal.aborted) await read().catch(() => sleep(500));
  };
  void readOn();
  await opened.promise;
  return () => told;
}

function isTold(told: string, name: string): boolean {
  const card = cardsOf(told, name).at(-1) ?? '';
  return card.includes('</article>') && !PRESS.test(card);
}

/** The cards of a customer in a piece of the page, oldest first. */
function cardsOf(markup: string, name: string): readonly string[] {
  return markup.split('<article').filter((card) => new RegExp(`${name}\\b`).test(card));
}
