// Everything around the process under test: shop, mail server, Slack, a data folder; and the moment at which it is killed.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { changed, headersFor, SECRET } from '../integrations/shopify/deliveries.ts';
import { startFakeSlack } from '../support/fake-slack.ts';
import { type ShopMoment, startFakeShopify } from './fake-shopify.ts';
import { type MailMoment, startMailServer } from './mail-server.ts';
import type { Running } from './process.ts';

/** A moment that the world outside sees: the process is killed at the first one of this name. */
export type OutsideMoment = ShopMoment | MailMoment;

/** Whether what was asked is carried on with, or never answered. */
type Sequel = 'goes-on' | 'dropped';

/** The files of the playbook that the story is told with. */
const KEPT = ['team.yml', 'segments.yml', 'vip-promotion.yml'];

const CHANNELS = { refunds: 'C1', vips: 'C2', approvals: 'C3', sales: 'C4', reports: 'C5' };

/** The outside of one run. */
export type Outside = Awaited<ReturnType<typeof openOutside>>;

/** Opens it with a copy of a database folder, or none; close it when the run is over. */
export async function openOutside(database: string | null) {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-kill-'));
  const awaited = new Map<OutsideMoment, () => Promise<Sequel>>();
  const at = async (moment: OutsideMoment): Promise<Sequel> => {
    const happen = awaited.get(moment);
    awaited.delete(moment);
    return happen === undefined ? 'goes-on' : happen();
  };
  const shop = await startFakeShopify(at);
  const mails = await startMailServer(at);
  const slack = await startFakeSlack();
  const dataDir = join(folder, 'data');
  if (database !== null) await cp(database, join(dataDir, 'database'), { recursive: true });
  const env = {
    DATA_DIR: dataDir,
    PLAYBOOK_DIR: await playbookWithSlack(folder),
    PORT: '0',
    LOG_LEVEL: 'warn',
    SHOPIFY_SHOP: 'example-store.myshopify.com',
    SHOPIFY_ACCESS_TOKEN: 'shpat_test',
    SHOPIFY_WEBHOOK_SECRET: SECRET,
    SHOPIFY_API_URL: shop.origin,
    SMTP_URL: mails.url,
    MAIL_FROM: 'shop@example.com',
    SLACK_BOT_TOKEN: 'xoxb-bot',
    SLACK_SIGNING_SECRET: 'signing-secret',
    SLACK_API_URL: slack.apiUrl,
  };
  return {
    env,
    shop,
    mails,
    /** Lets something happen at the first moment of this name, while the process under test waits. */
    when(moment: OutsideMoment, happen: () => Promise<Sequel>) {
      awaited.set(moment, happen);
    },
    /** Kills the process at that moment; what it was asking stays unanswered. */
    killAt(moment: OutsideMoment, victim: Running) {
      awaited.set(moment, async () => {
        await victim.kill();
        return 'dropped';
      });
    },
    /** Cards that stand in a channel of Slack. */
    cardsIn: (channel: keyof typeof CHANNELS) =>
      slack
        .messages()
        .filter((post) => post.channel === CHANNELS[channel] && post.threadTs === null),
    async close() {
      await Promise.all([shop.close(), mails.close(), slack.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The shipped playbook with one automation: the others have stories of their own. */
async function playbookWithSlack(folder: string): Promise<string> {
  const playbook = join(folder, 'playbook');
  await cp('playbook', playbook, {
    recursive: true,
    filter: (path) => !path.endsWith('.yml') || KEPT.includes(basename(path)),
  });
  const team = join(playbook, 'team.yml');
  const channels = `channels: ${JSON.stringify({ slack: CHANNELS })}\n`;
  await writeFile(team, `${await readFile(team, 'utf8')}\n${channels}`);
  return playbook;
}

/** The paid order that makes its customer a VIP: the same delivery however often it is sent. */
function bigOrder() {
  const at = '2026-11-24T10:00:00Z';
  const body = changed('orders-paid.json', {
    total_price: '6200.00',
    created_at: at,
    updated_at: at,
  });
  return { body, headers: headersFor('orders/paid', body) };
}

/** Sends a delivery to the server; the status, or null when nobody answered. */
export async function deliver(url: string): Promise<number | null> {
  const { body, headers } = bigOrder();
  const sent = await fetch(`${url}/webhooks/shopify`, {
    method: 'POST',
    headers: withoutAbsent(headers),
    body: new Uint8Array(body),
  }).catch(() => null);
  await sent?.text().catch(() => null);
  return sent?.status ?? null;
}

/** Sends half of a delivery, and comes back once the server has begun to read. */
export async function sendHalf(url: string): Promise<void> {
  const { body, headers } = bigOrder();
  const lines = withoutAbsent(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  const length = `host: 127.0.0.1\r\ncontent-length: ${body.byteLength}\r\n`;
  // "100-continue" is answered once the head was read: from then on the server waits for the rest.
  const head = `POST /webhooks/shopify HTTP/1.1\r\n${length}expect: 100-continue\r\n${lines.join('')}\r\n`;
  await new Promise<void>((resolve) => {
    socket.once('data', () => resolve());
    socket.write(head);
  });
  await new Promise<void>((resolve) =>
    socket.write(body.subarray(0, body.byteLength / 2), () => resolve()),
  );
}

function withoutAbsent(headers: Readonly<Record<string, string | undefined>>) {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
}
