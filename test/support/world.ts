// A whole Regulars for tests: the real engine, database, queue and mail renderer; the outside is recorded.

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createActions } from '#bot/actions/registry.ts';
import type { Card } from '#bot/card.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { createRouterOfLanguages } from '#bot/languages.ts';
import { createNotifier } from '#bot/posts/notifier.ts';
import { createRouter, type Router } from '#bot/router.ts';
import type { Surface } from '#bot/surface.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { createMailWords } from '#bot/work/mail-words.ts';
import type { Deps } from '#engine/deps.ts';
import { type DiscountTerms, worthOf } from '#engine/discounts/discount.ts';
import { VendorError } from '#engine/errors.ts';
import type { NewEvent, ShopKey } from '#engine/events/shop-event.ts';
import { appendEvents } from '#engine/flows/ingest-event.ts';
import { openLivePlaybook } from '#engine/flows/live-playbook.ts';
import { createIdSource } from '#engine/ids.ts';
import type { Money } from '#engine/money.ts';
import { runJob } from '#engine/pipeline.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { Team } from '#engine/playbook/team.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '#engine/ports/mailer.ts';
import type { Shop } from '#engine/ports/shop.ts';
import { createTextLiquid } from '#integrations/liquid/text.ts';
import { openJobQueue } from '#integrations/pg-boss/job-queue.ts';
import { createAutomationTexts } from '#integrations/playbook/automation-text.ts';
import { loadPlaybook } from '#integrations/playbook/load.ts';
import type { Database } from '#integrations/postgres/database.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { type DatabaseKind, openTestDatabase } from './database.ts';

/** The instant at which every world starts: in the future, so that what is delayed waits until a test moves on. */
export const NOW = new Date('2031-03-03T10:00:00Z');

/** A shop that remembers what it was asked, and fails when a test says so. */
export type RecordingShop = Shop & {
  readonly codes: Map<string, DiscountTerms>;
  readonly tags: Map<string, readonly string[]>;
  readonly groups: Map<string, string | null>;
  /** By key. */
  readonly refunds: Map<string, { readonly orderRef: string; readonly money: Money }>;
  /** By key. */
  readonly credits: Map<string, { readonly customerRef: string; readonly money: Money }>;
  /** What the next calls do instead of working, first in first out. `after`: it acts, and then fails. */
  readonly failures: { readonly error: VendorError; readonly after?: boolean }[];
  history: (customerRef: string) => readonly NewEvent[] | null | undefined;
  orders: (orderRef: string) => readonly NewEvent[] | null | undefined;
};

export type RecordingMailer = Mailer & {
  readonly sent: OutgoingMail[];
  readonly outcomes: MailOutcome[];
  accepted: (messageId: string) => boolean | null;
};

/** A card as it stands on the recording surface. */
export type Posted = {
  readonly id: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly card: Card;
};

export type World = {
  readonly deps: Deps;
  readonly router: Router;
  readonly database: Database;
  readonly shop: RecordingShop;
  readonly mailer: RecordingMailer;
  readonly posted: Posted[];
  /** Moves the clock. */
  readonly pass: (milliseconds: number) => void;
  /** Appends events and runs every job until nothing is due. */
  readonly deliver: (...events: readonly NewEvent[]) => Promise<void>;
  /** Runs every job that is due; `early`: also those that wait for a later time. */
  readonly runJobs: (options?: { readonly early?: boolean }) => Promise<void>;
  /** Ends the process; the database stays, for a world that comes after. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type WorldOptions = {
  readonly database?: DatabaseKind;
  readonly shopKey?: ShopKey;
  /** Laid over team.yml of the shipped playbook. */
  readonly limits?: Partial<Team['limits']>;
  readonly playbook?: (shipped: Playbook) => Playbook;
  readonly crashpoint?: (name: string) => void;
  /** Who sends requests; unset: nothing signs them. */
  readonly requests?: Deps['requests'];
  /** Who answers what is not understood without a model; unset: nobody. */
  readonly languageModel?: Deps['languageModel'];
  /** A restart: takes over the database, the clock and the outside of this world, whose process is gone. */
  readonly after?: World;
};

const PLAYBOOK = fileURLToPath(new URL('../../playbook', import.meta.url));
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Makes a world; close it at the end. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const { after } = options;
  await after?.stop();
  const database = after?.database ?? (await openTestDatabase(options.database ?? 'embedded'));
  const clock = { now: after?.deps.now() ?? NOW };
  const now = () => clock.now;
  const randomBytes = after?.deps.randomBytes ?? countedBytes();
  const newId = createIdSource(randomBytes);
  const queue = await openJobQueue(database, {
    surfaces: ['workspace'],
    log: SILENT,
    onDead: async () => {},
  });
  const storage = createStorage(database, { newId, tombstoneKey: randomBytes(32), queue });
  const read = await readPlaybook(options);
  const automationTexts = createAutomationTexts();
  const { playbook, chatRules } = await openLivePlaybook({
    base: () => read,
    storage,
    texts: automationTexts,
  });
  const posted: Posted[] = after?.posted ?? [];
  const surfaces = [recordingSurface(posted)];
  const shop = after?.shop ?? recordingShop(options.shopKey ?? 'events');
  const mailer = after?.mailer ?? recordingMailer();
  const deps: Deps = {
    storage,
    playbook,
    chatRules,
    automationTexts,
    mailer,
    requests: options.requests ?? { canSign: false, send: async () => ({ status: 500 }) },
    now,
    newId,
    randomBytes,
    log: SILENT,
    shops: new Map([[shop.key, shop]]),
    mailRenderer: PLAIN_RENDERER,
    languageModel: options.languageModel ?? null,
    textRenderer: { renderText: createTextLiquid({ timezone: 'UTC', locale: 'en-US' }) },
    mailWords: createMailWords(),
    notifier: createNotifier({
      storage,
      surfaces,
      playbook,
      newId,
      now,
      log: SILENT,
      hurry: queue.hurry,
    }),
    publicUrl: 'http://127.0.0.1:3000',
    mailFrom: 'shop@example.com',
    parseQuarantined: () => ({ kind: 'unreadable', issues: [] }),
    crashpoint: options.crashpoint ?? (() => {}),
  };
  const runJobs: World['runJobs'] = async (how = {}) => {
    await queue.drain((job) => runJob(deps, job), how);
  };
  return {
    deps,
    database,
    shop,
    mailer,
    posted,
    runJobs,
    router: createRouterOfLanguages(deps, (language) => {
      const words = wordsIn(language);
      return createRouter({
        deps,
        words,
        commands: createCommands(words),
        actions: createActions(words),
      });
    }),
    pass: (milliseconds) => {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
    deliver: async (...events) => {
      await appendEvents(deps, events, null);
      await runJobs();
    },
    stop: queue.stop,
    close: async () => {
      await queue.stop();
      await database.close();
    },
  };
}

/** Says what it was given, so that a test can look for it; MJML has tests of its own. */
const PLAIN_RENDERER: Deps['mailRenderer'] = {
  render: async (template, values) => ({
    subject: template.subject,
    html: `<p>${JSON.stringify(values).replaceAll('<', '&lt;')}</p>`,
    text: JSON.stringify(values),
  }),
};

async function readPlaybook(options: WorldOptions): Promise<Playbook> {
  const shipped = await loadPlaybook(PLAYBOOK);
  const team = Team.parse({
    ...shipped.team,
    timezone: 'UTC',
    limits: { ...shipped.team.limits, ...options.limits },
  });
  const playbook = { ...shipped, team };
  return options.playbook?.(playbook) ?? playbook;
}

/** Chance that counts: the same in every run, and never twice the same. */
function countedBytes(): (count: number) => Uint8Array {
  let calls = 0;
  return (count) => {
    calls += 1;
    const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
      createHash('sha256').update(`${calls}:${block}`).digest(),
    );
    return new Uint8Array(Buffer.concat(blocks).subarray(0, count));
  };
}

function recordingSurface(posted: Posted[]): Surface {
  return {
    name: 'workspace',
    channelOf: (channel) => channel,
    post: async ({ channel, card, key }) => {
      if (!posted.some(({ id }) => id === key))
        posted.push({ id: key, channel, thread: null, card });
      return key;
    },
    update: async ({ messageId, card }) => {
      const at = posted.findIndex(({ id }) => id === messageId);
      const post = posted[at];
      if (post === undefined) return false;
      posted[at] = { ...post, card };
      return true;
    },
    reply: async ({ channel, messageId, card, key }) => {
      posted.push({ id: key, channel, thread: messageId, card });
      return key;
    },
    isReady: () => true,
    start: async () => {},
    stop: async () => {},
  };
}

function recordingShop(key: ShopKey): RecordingShop {
  const codes = new Map<string, DiscountTerms>();
  const tags = new Map<string, readonly string[]>();
  const groups: RecordingShop['groups'] = new Map();
  const refunds: RecordingShop['refunds'] = new Map();
  const credits: RecordingShop['credits'] = new Map();
  const failures: RecordingShop['failures'] = [];
  const act = (work: () => void) => {
    const failure = failures.shift();
    if (failure === undefined || failure.after === true) work();
    if (failure !== undefined) throw failure.error;
  };
  const shop: RecordingShop = {
    key,
    name: 'Test shop',
    codes,
    tags,
    groups,
    refunds,
    credits,
    failures,
    history: () => undefined,
    orders: () => undefined,
    createDiscount: async ({ code, terms }) => {
      act(() => {
        if (codes.has(code))
          throw new VendorError('taken', { vendor: key, status: 409, retryable: false });
        codes.set(code, terms);
      });
      return { kind: 'done', ref: `discount:${code}` };
    },
    findDiscount: async (code) => {
      const terms = codes.get(code);
      return terms === undefined
        ? null
        : {
            ref: `discount:${code}`,
            code,
            worth: worthOf(terms),
            expiresAt: terms.expiresAt,
            uses: terms.uses,
            used: null,
          };
    },
    refundOrder: async ({ key, orderRef, money }) => {
      act(() => refunds.set(key, { orderRef, money }));
      return { kind: 'done', ref: `refund:${key}` };
    },
    findRefund: async ({ key: made }) => (refunds.has(made) ? { ref: `refund:${made}` } : null),
    readLink: () => null,
    giveCredit: async ({ key, ...credit }) => {
      act(() => credits.set(key, credit));
      return { kind: 'done', ref: `credit:${key}` };
    },
    canTag: true,
    withdrawDiscount: async (code) => {
      act(() => codes.delete(code));
      return { kind: 'done', ref: `discount:${code}` };
    },
    setGroup: async (ref, group) => {
      act(() => groups.set(ref, group));
      return { kind: 'done', ref };
    },
    addTag: async (ref, tag) => {
      act(() => tags.set(ref, [...(tags.get(ref) ?? []), tag]));
      return { kind: 'done', ref };
    },
    removeTag: async (ref, tag) => {
      act(() =>
        tags.set(
          ref,
          (tags.get(ref) ?? []).filter((each) => each !== tag),
        ),
      );
      return { kind: 'done', ref };
    },
    fetchOrder: async (ref) => shop.orders(ref),
    fetchCustomer: async (ref) => shop.history(ref),
    ping: async () => {},
  };
  return shop;
}

function recordingMailer(): RecordingMailer {
  const sent: OutgoingMail[] = [];
  const outcomes: MailOutcome[] = [];
  const mailer: RecordingMailer = {
    name: 'mailbox',
    sent,
    outcomes,
    accepted: (messageId) => sent.some((mail) => mail.messageId === messageId),
    send: async (mail) => {
      const outcome = outcomes.shift() ?? { kind: 'accepted' as const };
      if (outcome.kind === 'accepted' || outcome.kind === 'uncertain') sent.push(mail);
      return outcome;
    },
    wasAccepted: async (messageId) => mailer.accepted(messageId),
    ping: async () => {},
  };
  return mailer;
}
