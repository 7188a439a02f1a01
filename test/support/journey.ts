// A whole Regulars as it runs in a shop: the real server, with Slack, Shopify and the mail server played on loopback.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { callDoor } from '#bot/surfaces/terminal/door.ts';
import { signHeaders } from '#integrations/generic/signature.ts';
import type { Database } from '#integrations/postgres/database.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/serve.ts';
import { type DatabaseKind, openTestDatabase } from './database.ts';
import { eventually } from './eventually.ts';
import { type FakeShopify, startFakeShopify } from './fake-shopify.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { createRecordingLog } from './serving.ts';
import { SHOP_DOMAIN, SHOPIFY_SECRET, shopifyHeaders } from './shopify-bodies.ts';
import { aSignedRequest } from './slack-payloads.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';

export type SlackMode = 'socket' | 'http';

/** Where cards go in Slack, and who acts there; Vera is in no list. */
export const CHANNELS = {
  refunds: 'C_REFUNDS',
  vips: 'C_VIPS',
  approvals: 'C_APPROVALS',
  sales: 'C_SALES',
  reports: 'C_REPORTS',
} as const;
export const PEOPLE = {
  maria: 'U_MARIA',
  tom: 'U_TOM',
  ana: 'U_ANA',
  vera: 'U_VERA',
  bea: 'U_BEA',
} as const;

/** The same where a journey is on Discord too. */
export const DISCORD_CHANNELS = {
  refunds: '210000000000000001',
  vips: '210000000000000002',
  approvals: '210000000000000003',
} as const;
export const DISCORD_PEOPLE = {
  maria: '310000000000000001',
  tom: '310000000000000002',
  ana: '310000000000000003',
  vera: '310000000000000004',
} as const;

const TEAM = {
  people: [
    { name: 'Maria', roles: ['approver'], slack: PEOPLE.maria, discord: DISCORD_PEOPLE.maria },
    { name: 'Tom', roles: ['approver'], slack: PEOPLE.tom, discord: DISCORD_PEOPLE.tom },
    { name: 'Ana', roles: ['agent'], slack: PEOPLE.ana, discord: DISCORD_PEOPLE.ana },
    { name: 'Bea', roles: ['admin'], slack: PEOPLE.bea },
  ],
  channels: { slack: CHANNELS, discord: DISCORD_CHANNELS },
  /** A story may tell more in a minute than a team would want to read. */
  limits: { storm_threshold: 1_000 },
};

/** The address in links; only its paths are followed, on the port that the server got. */
const PUBLIC_URL = 'https://regulars.example.com';
/** What the generic shop signs with, and what is asked of it is signed with. */
export const EVENTS_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const SIGNING_SECRET = 'signing-secret';
const PLAYBOOK = fileURLToPath(new URL('../../playbook', import.meta.url));

export type HttpAnswer = { readonly status: number; readonly json: unknown; readonly text: string };
export type CommandAnswer = { readonly exit: number | null; readonly json: unknown };

/** The edges of a running Regulars, and nothing behind them. */
export interface Journey {
  /** Where the server is, for what is delivered to it in ways of its own. */
  readonly url: string;
  readonly slack: FakeSlack;
  readonly shopify: FakeShopify;
  readonly mails: SmtpSink['messages'];
  /** What was logged: a journey says nothing personal there. */
  readonly log: ReturnType<typeof createRecordingLog>;
  /** A delivery of Shopify, signed; `headers` replace those it would have. */
  shopifySends(
    topic: string,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer>;
  /** A message to `/webhooks/events`, signed. */
  shopSends(
    body: unknown,
    options?: { readonly id?: string; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<HttpAnswer>;
  /** What a customer's browser or mail provider does with a path of ours. */
  visit(path: string, form?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** What Slack delivers, in the mode that runs; gives what it is acknowledged with. */
  slackSends(payload: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** A command line of the terminal beside the server, with `--json`. */
  command(...words: readonly string[]): Promise<CommandAnswer>;
  /** Waits until every job that is due, and every job that came of it, is done. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything; `playbook` files are laid over the shipped ones, `env` over the usual variables. */
export async function startJourney(options: {
  readonly database: DatabaseKind;
  readonly slack: SlackMode;
  readonly playbook?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<Journey> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-journey-'));
  const [slack, shopify, smtp] = await Promise.all([
    startFakeSlack(),
    startFakeShopify(),
    startSmtpSink(),
  ]);
  for (const user of Object.values(PEOPLE)) slack.users.set(user, {});
  await writePlaybook(folder, options.playbook ?? {});
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL,
    DATA_DIR: folder,
    PLAYBOOK_DIR: join(folder, 'playbook'),
    SAMPLE_STORE: 'off',
    SLACK_BOT_TOKEN: 'xoxb-bot',
    SLACK_API_URL: slack.apiUrl,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    ...(options.slack === 'socket' ? { SLACK_APP_TOKEN: 'xapp-app' } : {}),
    SHOPIFY_SHOP: SHOP_DOMAIN,
    SHOPIFY_ACCESS_TOKEN: 'shpat_test',
    SHOPIFY_WEBHOOK_SECRET: SHOPIFY_SECRET,
    SHOPIFY_API_URL: shopify.url,
    EVENTS_WEBHOOK_SECRET: EVENTS_SECRET,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Example store <shop@example.com>',
    ...options.env,
  });
  const database = await openTestDatabase(options.database);
  const log = createRecordingLog();
  const regulars = await compose(config, { database, log, patienceMs: 2_000 });
  const server = await serve(regulars, { stream: false, opening: false });
  if (options.slack === 'socket') await slack.connected();
  return {
    url: server.url,
    slack,
    shopify,
    mails: smtp.messages,
    log,
    shopifySends: (topic, body, headers) =>
      post(`${server.url}/webhooks/shopify`, body, shopifyHeaders(topic, body, headers)),
    shopSends: (body, how = {}) => shopSends(server.url, body, how),
    visit: (path, form) => visit(`${server.url}${path}`, form),
    slackSends: (payload) => slackSends({ slack, url: server.url, mode: options.slack }, payload),
    command: (...words) => command(server, words),
    settled: () => settled(database),
    async stop() {
      await server.stop();
      await Promise.all([slack.stop(), shopify.stop(), smtp.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writePlaybook(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const playbook = join(folder, 'playbook');
  await cp(PLAYBOOK, playbook, { recursive: true });
  const path = join(playbook, 'team.yml');
  const team = z.record(z.string(), z.unknown()).parse(parse(await readFile(path, 'utf8')));
  await writeFile(
    path,
    stringify({ ...team, ...TEAM, limits: { ...Object(team['limits']), ...TEAM.limits } }),
  );
  for (const [name, text] of Object.entries(files)) await writeFile(join(playbook, name), text);
}

async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  const response = await fetch(url, { method: 'POST', body, headers });
  return readAnswer(response);
}

async function readAnswer(response: Response): Promise<HttpAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, text, json: isJson && text !== '' ? JSON.parse(text) : null };
}

let messages = 0;

async function shopSends(
  url: string,
  sent: unknown,
  how: { readonly id?: string; readonly headers?: Readonly<Record<string, string>> },
): Promise<HttpAnswer> {
  messages += 1;
  const body = typeof sent === 'string' ? sent : JSON.stringify(sent);
  const signed = signHeaders(EVENTS_SECRET, {
    id: how.id ?? `msg_of_its_own_${messages}`,
    at: new Date(),
    body,
  });
  const headers = { 'content-type': 'application/json', ...signed, ...how.headers };
  return post(`${url}/webhooks/events`, body, headers);
}

async function visit(url: string, form?: Readonly<Record<string, string>>): Promise<HttpAnswer> {
  if (form === undefined) return readAnswer(await fetch(url));
  const body = new URLSearchParams(form);
  return readAnswer(await fetch(url, { method: 'POST', body }));
}

async function slackSends(
  to: { readonly slack: FakeSlack; readonly url: string; readonly mode: SlackMode },
  payload: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const kind =
    'command' in payload ? 'slash_commands' : 'event' in payload ? 'events_api' : 'interactive';
  if (to.mode === 'socket') return to.slack.push(kind, payload);
  const { body, headers } = aSignedRequest(payload, { secret: SIGNING_SECRET, at: new Date() });
  const bytes = Buffer.from(body).toString();
  const answer = await post(
    `${to.url}/slack/events`,
    bytes,
    z.record(z.string(), z.string()).parse(headers),
  );
  if (answer.status !== 200) throw new Error(`/slack/events answered ${answer.status}`);
  return answer.json ?? {};
}

async function command(
  server: { readonly url: string; readonly token: string },
  words: readonly string[],
): Promise<CommandAnswer> {
  let out = '';
  const exit = await callDoor(
    server,
    { argv: [...words, '--json'], cwd: '/', columns: 100, colour: false, stdin: null },
    { stdout: (text) => (out += text), stderr: () => {} },
  );
  return { exit, json: out === '' ? null : JSON.parse(out) };
}

/** Also jobs that are tried again within seconds count: a journey has no failures but those it waits for. */
async function settled(database: Database): Promise<void> {
  await eventually(async () => {
    const [row] = await database.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM pgboss.job
         WHERE state IN ('created', 'retry', 'active') AND start_after < now() + interval '30 seconds'
           AND (name IN ('events', 'effects', 'dead') OR name LIKE 'posts/%')`,
      [],
    );
    if (row?.open !== 0) throw new Error(`${row?.open} jobs are not done`);
  });
}
