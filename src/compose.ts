// Builds every adapter and hands out Deps.
import { randomBytes as cryptoRandomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ActionCodec, createActionCodec } from '#bot/action-id.ts';
import { createActions } from '#bot/actions/registry.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { createRouterOfLanguages } from '#bot/languages.ts';
import { surfacesFor } from '#bot/masking.ts';
import { createNotifier } from '#bot/posts/notifier.ts';
import { createRouter, type Router } from '#bot/router.ts';
import type { Surface } from '#bot/surface.ts';
import { createWorkspaceSurface, type WorkspaceSurface } from '#bot/surfaces/workspace/surface.ts';
import type { Words } from '#bot/words/en.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { createMailWords } from '#bot/work/mail-words.ts';
import type { Deps } from '#engine/deps.ts';
import { openLivePlaybook } from '#engine/flows/live-playbook.ts';
import { createIdSource } from '#engine/ids.ts';
import { buryJob } from '#engine/pipeline.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Storage } from '#engine/ports/storage.ts';
import type { WebhookSource } from '#engine/ports/webhook-source.ts';
import { createChartRenderer } from '#integrations/echarts/chart-renderer.ts';
import { createHttpClient } from '#integrations/http-client.ts';
import { createMailboxMailer } from '#integrations/mailbox/mailer.ts';
import { createMailRenderer, type MjmlMailRenderer } from '#integrations/mjml/mail-renderer.ts';
import { type BossQueue, openJobQueue } from '#integrations/pg-boss/job-queue.ts';
import { createAutomationTexts } from '#integrations/playbook/automation-text.ts';
import { playbookOf, readFolder } from '#integrations/playbook/load.ts';
import type { Database } from '#integrations/postgres/database.ts';
import { openInstallation } from '#integrations/postgres/installation.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { createRequestSender } from '#integrations/requests/sender.ts';
import { createSmtpMailer } from '#integrations/smtp/mailer.ts';
import { type Chat, chatNames, chatSurfaces, connectChat } from './chat.ts';
import type { Config } from './config.ts';
import { connectModel } from './model.ts';
import { connectShops, isSampleOn, listSources, parseAgain, sampleSecretFrom } from './shops.ts';

/** What differs between production and tests: the database that was opened, the clock, chance, the log. */
export type Foundation = {
  readonly database: Database;
  readonly log: Log;
  readonly now?: () => Date;
  readonly crashpoint?: (name: string) => void;
  /** How long a chat platform's first answer waits for what comes of it; a busy test machine is slow without being wrong. */
  readonly patienceMs?: number;
};

/** Everything that stands before anything runs. */
export type Regulars = Pick<Foundation, 'patienceMs'> & {
  readonly config: Config;
  readonly deps: Deps;
  readonly queue: BossQueue;
  readonly router: Router;
  /** The team's own language. */
  readonly words: Words;
  readonly codec: ActionCodec;
  readonly surfaces: readonly Surface[];
  readonly workspace: WorkspaceSurface;
  readonly chat: Chat;
  readonly sources: readonly WebhookSource[];
  /** The sample shop's own secret; null while it is off. */
  readonly sampleSecret: string | null;
  readonly mailRenderer: MjmlMailRenderer;
  readonly close: () => Promise<void>;
};

/** Builds Regulars on an open database. The database is migrated; nothing runs yet. */
export async function compose(config: Config, foundation: Foundation): Promise<Regulars> {
  const { database, log, patienceMs, now = () => new Date(), crashpoint = () => {} } = foundation;
  const { storage, queue, keys, newId } = await openStorage(config, { ...foundation, now });
  const rules = await readPlaybook(config, storage);
  const sampleSecret = (await isSampleOn(config, storage)) ? sampleSecretFrom(keys) : null;
  const http = createHttpClient({ allowedOrigins: namedOrigins(config) });
  const sources = listSources(config, { sampleSecret, now });
  const codec = createActionCodec(keys('actions'));
  const workspace = createWorkspaceSurface({ messages: storage.messages, now });
  const chat = await connectChat(config, { log, now, charts: createChartRenderer({ log }) });
  const { playbook } = rules;
  const words = wordsIn(playbook.team.language);
  const surfaces = [workspace, ...chatSurfaces(chat, { team: playbook.team, codec, log, now })];
  const mailRenderer = createMailRenderer({
    publicUrl: config.publicUrl,
    timezone: playbook.team.timezone,
    locale: words.language,
  });
  const deps: Deps = {
    storage,
    shops: connectShops(config, { storage, http, now, isSampleOn: sampleSecret !== null }),
    mailer: connectMailer(config, now),
    requests: createRequestSender({ secrets: config.requests.secrets, http, now }),
    languageModel: await connectModel(config),
    mailRenderer,
    textRenderer: mailRenderer,
    mailWords: createMailWords(),
    notifier: createNotifier({
      storage,
      surfaces: surfacesFor(playbook.team, surfaces),
      playbook,
      newId,
      now,
      log,
      hurry: queue.hurry,
      crashpoint,
    }),
    ...rules,
    publicUrl: config.publicUrl,
    mailFrom: config.mailFrom.address,
    now,
    newId,
    randomBytes: cryptoRandomBytes,
    log,
    parseQuarantined: (entry) => parseAgain(sources, entry),
    crashpoint,
  };
  const router = createRouterOfLanguages(deps, (language) => routerIn(deps, wordsIn(language)));
  const parts = [queue.stop, mailRenderer.close, chat.charts.close, http.close, database.close];
  const close = async () => {
    for (const part of parts) await part();
  };
  const waiting = patienceMs === undefined ? {} : { patienceMs };
  const connected = { sources, sampleSecret, surfaces, workspace, chat, ...waiting };
  return { config, deps, queue, router, words, codec, mailRenderer, ...connected, close };
}

/** The commands and buttons of one language. */
function routerIn(deps: Deps, words: Words): Router {
  const [commands, actions] = [createCommands(words), createActions(words)];
  return createRouter({ deps, words, commands, actions });
}

/** The playbook as its folder says now, with what was saved in chat before it. */
export async function readPlaybook(config: Config, storage: Storage) {
  const folder = await readFolder(config.playbookDir);
  const texts = createAutomationTexts();
  const base = (savedSegments: readonly string[]) => playbookOf(folder, savedSegments);
  const live = await openLivePlaybook({ base, storage, texts });
  return { ...live, automationTexts: texts };
}

/** The database brought up to date, with its queue: what fails for the last time there is told, not lost. */
async function openStorage(
  config: Config,
  { database, log, now }: Pick<Foundation, 'database' | 'log'> & Pick<Deps, 'now'>,
) {
  await migrate(database);
  const keys = await openInstallation(database, cryptoRandomBytes);
  const newId = createIdSource(cryptoRandomBytes);
  const late: { storage: Storage | null } = { storage: null };
  const queue = await openJobQueue(database, {
    surfaces: ['workspace', ...chatNames(config)],
    log,
    onDead: async (job, error) => {
      if (late.storage !== null)
        await buryJob({ storage: late.storage, newId, now, log }, job, error);
    },
  });
  const storage = createStorage(database, { newId, tombstoneKey: keys('tombstones'), queue });
  late.storage = storage;
  // The embedded database has one process: turns that the last one held ended with it.
  if (database.pglite !== null) {
    await storage.posts.releaseAll();
    await storage.leases.releaseAll();
  }
  return { storage, queue, keys, newId };
}

function connectMailer(config: Config, now: () => Date) {
  if (config.smtpUrl !== null) return createSmtpMailer({ url: config.smtpUrl, now });
  return createMailboxMailer({ directory: join(config.dataDir, 'mailbox'), now });
}

/** The origins that the operator named: only these may be plain http or on this machine. */
function namedOrigins(config: Config): readonly string[] {
  const { requests, shopify, events } = config;
  return [...requests.origins, shopify?.apiUrl, events?.actionsUrl].flatMap((url) =>
    url == null ? [] : [new URL(url).origin],
  );
}
