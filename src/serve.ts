// What a running server adds: the doors, the workers, the clock, and the sample shop's life.

import { randomBytes } from 'node:crypto';
import { type ScheduledTask, schedule } from 'node-cron';
import { endInterrupted } from '#bot/posts/interrupted-answers.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { ConfigError } from '#engine/errors.ts';
import { refreshSegments } from '#engine/flows/refresh-segments.ts';
import { regroupTiers } from '#engine/flows/regroup-tiers.ts';
import { keepVersions } from '#engine/flows/start-run.ts';
import { runJob } from '#engine/pipeline.ts';
import { createMetrics, type Metrics } from '#integrations/http/metrics.ts';
import { createHttpServer, type HttpServer } from '#integrations/http/server.ts';
import { startStream } from '#integrations/sample-shop/stream.ts';
import type { Regulars } from './compose.ts';
import type { Config } from './config.ts';
import { type Life, listRoutes } from './routes.ts';
import { createSampleSimulator, importSample, playOpening } from './sample.ts';

/** A server that listens. */
export type Server = {
  /** Where it can be reached on this machine. */
  readonly url: string;
  /** What the terminal must name to be let in. */
  readonly token: string;
  /** Stops taking, finishes what runs, closes. */
  readonly stop: () => Promise<void>;
};

/** `onListening` hears where the server is before it is ready; tests leave out the sample shop's opening and stream. */
export type ServeOptions = {
  readonly onListening?: (server: Pick<Server, 'url' | 'token'>) => void;
  readonly stream?: boolean;
  readonly opening?: boolean;
};

/** Listens, then brings everything to life; it is ready when this returns. */
export async function serve(regulars: Regulars, options: ServeOptions = {}): Promise<Server> {
  const { config, deps, queue } = regulars;
  const life: Life = { isReady: false, isStopping: false };
  const token = randomBytes(24).toString('base64url');
  const metrics = createMetrics();
  const simulator = createSampleSimulator(regulars, () => url);
  const routes = await listRoutes(regulars, { life, metrics, token, simulator });
  const server = createHttpServer({ routes, log: deps.log });
  const { port } = await listen(server, config);
  const url = `http://${localName(config.host)}:${port}`;
  options.onListening?.({ url, token });
  for (const surface of regulars.surfaces) await surface.start();
  await deps.storage.transaction((records) =>
    keepVersions(deps, records, deps.playbook.automations),
  );
  await importSample(regulars);
  // Before the first job: a customer whom new bounds have moved must not look like one whose money has.
  if ((await regroupTiers(regulars.deps)) > 0)
    await refreshSegments(regulars.deps, { isSilent: true });
  await queue.start((job) => runCounted(regulars, metrics, job));
  const clocks = startClocks(regulars);
  const stopRefreshing = keepRulesFresh(deps);
  // The embedded database has one process: what the last one did not finish nobody does.
  void endAnswers(regulars, config.databaseUrl === null ? deps.now() : longAgo(deps.now()));
  await tellFaults(regulars);
  await deps.storage.enqueue([
    { job: { name: 'refresh-segments' } },
    { job: { name: 'refresh-recommendations' } },
    { job: { name: 'find-duplicates' } },
  ]);
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
      // Whoever waits for an answer is told now, while there is time to tell them.
      deps.languageModel?.close();
      await stream?.stop();
      for (const clock of clocks) await clock.stop();
      stopRefreshing();
      await server.close();
      for (const surface of regulars.surfaces) await surface.stop();
      await regulars.close();
    },
  };
}

/** Throws ConfigError where the port cannot be had: another one is the operator's to choose. */
async function listen(
  server: HttpServer,
  { host, port }: Config,
): Promise<{ readonly port: number }> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE')
      throw new ConfigError([
        {
          where: 'PORT',
          message: `${port} is in use on ${host}; stop what uses it, or set another PORT`,
        },
      ]);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new ConfigError([
        {
          where: 'HOST',
          message: `${host}:${port} cannot be listened on (${code}); set another HOST or PORT`,
        },
      ]);
    throw error;
  }
}

/** What the clock asks for. */
const TICKS = ['sweep', 'refresh-segments', 'refresh-recommendations', 'find-duplicates'] as const;

/** Time passes every minute for what is due, every hour for segments that count from today, for what people also buy, and for who may be one person. A tick only enqueues. */
function startClocks(regulars: Regulars): readonly ScheduledTask[] {
  const { deps } = regulars;
  const enqueue = (name: (typeof TICKS)[number]) => () => deps.storage.enqueue([{ job: { name } }]);
  return [
    schedule('* * * * *', enqueue('sweep'), { noOverlap: true }),
    schedule('* * * * *', () => endAnswers(regulars, longAgo(deps.now())), { noOverlap: true }),
    schedule('7 * * * *', enqueue('refresh-segments'), { noOverlap: true }),
    schedule('22 * * * *', enqueue('refresh-recommendations'), { noOverlap: true }),
    schedule('37 * * * *', enqueue('find-duplicates'), { noOverlap: true }),
  ];
}

/** No answer is in the making for so long. */
const ANSWER_MS = 5 * 60_000;

function longAgo(now: Date): Date {
  return new Date(now.getTime() - ANSWER_MS);
}

/** Says of answers whose process is gone that they were interrupted; what cannot be said now is said in a minute. */
async function endAnswers({ deps, surfaces }: Regulars, before: Date): Promise<void> {
  try {
    await endInterrupted(deps, surfaces, before);
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    deps.log.warn({ error: name }, 'interrupted answers could not be looked for');
  }
}

/** What another replica saves is in force here after this long. */
const REFRESH_MS = 2000;

/**
 * Asks again and again what is in force; a late tick needs no making up for, so no clock keeps it. Without the database
 * nothing new can be known: what was in force stays.
 */
function keepRulesFresh({ chatRules, log }: Regulars['deps']): () => void {
  let isAsking = false;
  const timer = setInterval(async () => {
    if (isAsking) return;
    isAsking = true;
    await chatRules.refresh().catch((error: unknown) => {
      log.warn({ error }, 'the playbook could not be refreshed');
    });
    isAsking = false;
  }, REFRESH_MS);
  return () => clearInterval(timer);
}

/** What is wrong in the playbook is told where the team looks, once for each fault. */
async function tellFaults({ deps }: Regulars): Promise<void> {
  const jobs = deps.playbook.faults.map((fault) => {
    const key = `playbook:${fault.where}:${wordsIn('en').flaws.playbookFault(fault)}`;
    const news = { kind: 'playbook-fault', ...fault } as const;
    return { job: { name: 'tell', channel: 'reports', key, news } } as const;
  });
  if (jobs.length > 0) await deps.storage.enqueue(jobs);
}

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

/** An address that means "every interface" is no address to call. */
function localName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
