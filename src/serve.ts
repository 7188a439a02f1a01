// What a running server adds: the doors, the workers, the clock, and the sample shop's life.
import { randomBytes } from 'node:crypto';
import { schedule } from 'node-cron';
import type { Refusal } from '#bot/surfaces/slack/interactions.ts';
import { createSlackApp } from '#bot/surfaces/slack/listeners.ts';
import { createSlackPeople } from '#bot/surfaces/slack/people.ts';
import { createDoorRoute } from '#bot/surfaces/terminal/door.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import type { Teammate } from '#bot/teammate.ts';
import { ingestDelivery } from '#engine/flows/ingest-event.ts';
import { projectHistory } from '#engine/flows/project-history.ts';
import { findOffer, recordAnswer } from '#engine/flows/record-answer.ts';
import { unsubscribe } from '#engine/flows/unsubscribe.ts';
import { runJob } from '#engine/pipeline.ts';
import type { Route } from '#engine/ports/http.ts';
import { createHealthRoutes } from '#integrations/http/health.ts';
import { createMetrics, type Metrics } from '#integrations/http/metrics.ts';
import { createPublicPages } from '#integrations/http/public-pages.ts';
import { createHttpServer } from '#integrations/http/server.ts';
import { createWebhookRoutes } from '#integrations/http/webhooks.ts';
import { sampleHistory } from '#integrations/sample-shop/history.ts';
import { createPostToSelf } from '#integrations/sample-shop/post-to-self.ts';
import { createSimulator } from '#integrations/sample-shop/simulator.ts';
import { startStream } from '#integrations/sample-shop/stream.ts';
import { runCommandLine } from './command-line.ts';
import type { Regulars } from './compose.ts';
import { VERSION } from './version.ts';

/** A server that listens. */
export type Server = {
  /** Where it can be reached on this machine. */
  readonly url: string;
  /** What the terminal must name to be let in. */
  readonly token: string;
  /** Stops taking, finishes what runs, closes. */
  readonly stop: () => Promise<void>;
};

/** What may be left out of a server, for tests. */
export type ServeOptions = { readonly stream?: boolean; readonly opening?: boolean };

/** Listens, then brings everything to life; it is ready when this returns. */
export async function serve(regulars: Regulars, options: ServeOptions = {}): Promise<Server> {
  const { config, deps, queue } = regulars;
  const life = { isReady: false, isStopping: false };
  const token = randomBytes(24).toString('base64url');
  const metrics = createMetrics();
  const simulator = createSampleSimulator(regulars, () => url);
  const routes = [
    ...createHealthRoutes({
      version: VERSION,
      metrics,
      isReady: () =>
        life.isReady && !life.isStopping && regulars.surfaces.every((surface) => surface.isReady()),
      surfaces: () =>
        regulars.surfaces.filter((surface) => surface.isReady()).map(({ name }) => name),
      shops: [...deps.shops.keys()],
    }),
    ...createWebhookRoutes({
      sources: regulars.sources,
      ingest: async (delivery) => {
        deps.crashpoint('K2');
        return ingestDelivery(deps, delivery);
      },
      isStopping: () => life.isStopping,
      now: deps.now,
      log: deps.log,
      metrics,
    }),
    ...publicPages(regulars),
    ...createWorkspaceRoutes({
      router: regulars.router,
      surface: regulars.workspace,
      storage: deps.storage,
      simulator,
      codec: regulars.codec,
      teammate: LOCAL_ADMIN,
      password: config.workspacePassword,
      publicOrigin: new URL(config.publicUrl).origin,
      now: deps.now,
      randomBytes: deps.randomBytes,
    }),
    createDoorRoute({ token, run: (call) => runCommandLine(regulars, call) }),
    ...(await slackRoutes(regulars)),
  ];
  const server = createHttpServer({ routes, log: deps.log });
  const { port } = await server.listen({ host: config.host, port: config.port });
  const url = `http://${localName(config.host)}:${port}`;
  for (const surface of regulars.surfaces) await surface.start();
  await importSample(regulars);
  await queue.start((job) => runCounted(regulars, metrics, job));
  const clock = schedule('* * * * *', () => deps.storage.enqueue([{ job: { name: 'sweep' } }]), {
    noOverlap: true,
  });
  life.isReady = true;
  if (simulator !== null && options.opening !== false) await playOpening(regulars, simulator);
  const stream =
    simulator === null || options.stream === false
      ? null
      : startStream({ simulate: simulator.simulate, randomBytes: deps.randomBytes, log: deps.log });
  deps.log.info({ port }, 'listening');
  return {
    url,
    token,
    stop: async () => {
      life.isStopping = true;
      await stream?.stop();
      await clock.stop();
      await server.close();
      for (const surface of regulars.surfaces) await surface.stop();
      await regulars.close();
    },
  };
}

/** Who acts in the workspace on this machine. */
const LOCAL_ADMIN: Teammate = { person: 'You', name: 'You', role: 'admin', surface: 'workspace' };

async function runCounted(
  regulars: Regulars,
  metrics: Metrics,
  job: Parameters<typeof runJob>[1],
): Promise<void> {
  regulars.deps.crashpoint(`K6:${job.name}`);
  try {
    await runJob(regulars.deps, job);
    metrics.countJob(job.name, 'done');
  } catch (error) {
    metrics.countJob(job.name, 'failed');
    throw error;
  }
}

function publicPages({ deps, words }: Regulars): readonly Route[] {
  return createPublicPages({
    isKnown: async (token) => (await deps.storage.customers.findByUnsubscribeToken(token)) !== null,
    unsubscribe: (token) => unsubscribe(deps, token),
    offer: async (token) => {
      const offer = await findOffer(deps, token);
      if (offer === null) return null;
      const options = offer.options.map((option) => ({
        kind: option.kind,
        label: deps.mailWords.offerOption(option),
      }));
      return {
        firstName: offer.firstName,
        orderNumber: offer.orderNumber,
        options,
        answered: offer.answered !== null,
      };
    },
    answer: (token, answer) => recordAnswer(deps, token, answer),
    shopName: deps.playbook.team.shop_name,
    language: words.language,
  });
}

/** Slack's connection in Socket Mode, or its route in HTTP mode. */
async function slackRoutes(regulars: Regulars): Promise<readonly Route[]> {
  const { slack, config, deps, router, codec } = regulars;
  if (slack === null || config.slack === null) return [];
  const people = createSlackPeople({
    client: slack.client,
    team: deps.playbook.team,
    ttlMs: 60_000,
    now: deps.now,
    log: deps.log,
  });
  const app = await createSlackApp({
    config: config.slack,
    client: slack.client,
    people,
    router,
    codec,
    log: deps.log,
    now: deps.now,
    shared: (key) => deps.storage.posts.once(key, deps.now()),
    onRefused: (refusal) => noteRefusal(deps, refusal),
  });
  slack.connection = app.connection;
  return app.route === null ? [] : [app.route];
}

/** Who is not answered at all stands in the audit log, by the account's id. */
function noteRefusal(deps: Regulars['deps'], { actor, reason, action }: Refusal): Promise<void> {
  return deps.storage.transaction((records) =>
    records.audit.append({
      at: deps.now(),
      actor: `slack:${actor.userId}`,
      action: 'access.refused',
      subject: action?.id ?? 'command',
      details: { reason, team: actor.teamId, button: action?.name ?? null },
    }),
  );
}

function createSampleSimulator({ sampleSecret, deps, words }: Regulars, url: () => string) {
  if (sampleSecret === null) return null;
  return createSimulator({
    secret: sampleSecret,
    currency: deps.playbook.team.currency,
    words: words.simulator,
    lookup: deps.storage,
    now: deps.now,
    randomBytes: deps.randomBytes,
    post: (body, headers) => createPostToSelf(`${url()}/webhooks/events`)(body, headers),
  });
}

const IMPORTED = 'sample-shop:imported';
const OPENED = 'sample-shop:opened';

/** The sample shop's past, imported as any shop's is. */
async function importSample({ sampleSecret, deps }: Regulars): Promise<void> {
  if (sampleSecret === null || (await deps.storage.settings.get(IMPORTED)) === true) return;
  const { currency, timezone } = deps.playbook.team;
  const history = await projectHistory(deps, sampleHistory(deps.now(), currency, timezone));
  await deps.storage.settings.set(IMPORTED, true);
  deps.log.info(
    { customers: history.customers, orders: history.orders },
    'the sample shop was imported',
  );
}

/** What has just happened when the workspace is opened for the first time. */
async function playOpening(
  { deps }: Regulars,
  simulator: NonNullable<ReturnType<typeof createSampleSimulator>>,
): Promise<void> {
  if ((await deps.storage.settings.get(OPENED)) === true) return;
  await simulator.openingScene();
  await deps.storage.settings.set(OPENED, true);
}

/** An address that means "every interface" is no address to call. */
function localName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
