// The JobQueue port on pg-boss: lanes in the same database, so that a job is enqueued with what made it necessary.
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type JobWithMetadata as BossJob,
  fromPglite,
  type JobInsert,
  type JobResult,
  PgBoss,
} from 'pg-boss';
import { v7 as orderedId } from 'uuid';
import { VendorError } from '#engine/errors.ts';
import type { Enqueued, JobQueue, Taken } from '#engine/ports/job-queue.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Database } from '../postgres/database.ts';
import type { Session } from '../postgres/session.ts';
import { atOnceIn, type Lane, laneOf, lanesFor, takenBy } from './lanes.ts';

/** The queue as storage and tests see it. */
export type BossQueue = JobQueue & {
  /** Enqueues inside a transaction: the jobs exist when it commits. */
  readonly enqueue: (session: Session, jobs: readonly Enqueued[]) => Promise<void>;
  /** Wakes the workers of these jobs; to be called after the commit that enqueued them. */
  readonly nudge: (jobs: readonly Enqueued[]) => void;
  /** Runs what is due (`early`: also what is delayed) until nothing is left, and says how many jobs that were. */
  readonly drain: (
    handle: (job: Taken) => Promise<void>,
    options?: { readonly early?: boolean },
  ) => Promise<number>;
};

/** Where jobs go that failed too often; they are told to the team from there. */
const DEAD = 'dead';

const LANE_OPTIONS = {
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  heartbeatSeconds: 30,
  deadLetter: DEAD,
  deleteAfterSeconds: 3_600,
};

const BATCH = 50;

/**
 * How often workers look without being woken, in seconds: for jobs that were delayed or that another process left.
 * pg-boss could have the database notify them, but a transaction that notifies commits alone, whoever waits with it.
 */
const LOOK_AGAIN_SECONDS = 1;

/**
 * Opens pg-boss on a database. `surfaces` are those that show posts; `onDead` hears of every job that failed for the
 * last time. Jobs of an embedded database that the last process held when it died are released at once: its lock proves
 * that it is gone.
 */
export async function openJobQueue(
  database: Database,
  options: {
    readonly surfaces: readonly string[];
    readonly log: Log;
    readonly onDead: (job: Taken, error: string) => Promise<void>;
  },
): Promise<BossQueue> {
  const boss = new PgBoss({
    ...connection(database),
    schedule: false,
    supervise: true,
  });
  boss.on('error', (error: Error) =>
    options.log.warn({ errorClass: error.name }, 'the job queue reports an error'),
  );
  await boss.start();
  const lanes = lanesFor(options.surfaces);
  await createQueues(boss, lanes);
  if (database.pglite !== null) await releaseActive(database);
  const workers = new Map<Lane, string>();
  return {
    enqueue: (session, jobs) => enqueue(boss, session, placed(jobs, options.surfaces)),
    nudge: (jobs) => {
      const due = jobs.filter(({ notBefore }) => notBefore === undefined);
      for (const lane of placed(due, options.surfaces).keys()) {
        const worker = workers.get(lane);
        if (worker !== undefined) boss.notifyWorker(worker);
      }
    },
    start: async (handle) => {
      for (const lane of lanes) {
        const settings = {
          batchSize: BATCH,
          perJobResults: true,
          includeMetadata: true,
          pollingIntervalSeconds: LOOK_AGAIN_SECONDS,
          burstWhenBatchFull: true,
        } as const;
        // The embedded database has one connection: there, one after another.
        const atOnce = database.pglite === null ? atOnceIn(lane) : 1;
        const work = (jobs: readonly BossJob<Taken>[]) =>
          runBatch(boss, jobs, atOnce, handle, options.log);
        workers.set(lane, await boss.work<Taken, void, typeof settings>(lane, settings, work));
      }
      await boss.work<Taken>(DEAD, { pollingIntervalSeconds: 5 }, async (jobs) => {
        for (const job of jobs) await options.onDead(job.data, 'failed too often');
      });
    },
    stop: async () =>
      boss.stop({ graceful: true, timeout: 20_000, close: database.pglite === null }),
    drain: (handle, how = {}) => drain({ boss, lanes, log: options.log }, handle, how.early ?? false),
  };
}

function connection(database: Database) {
  if (database.pglite !== null)
    return { db: fromPglite(database.pglite), backend: 'pglite' as const };
  return { connectionString: database.url ?? '', max: 4 };
}

async function createQueues(boss: PgBoss, lanes: readonly Lane[]): Promise<void> {
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  if (!known.has(DEAD)) await boss.createQueue(DEAD);
  for (const lane of lanes) {
    if (!known.has(lane)) await boss.createQueue(lane, LANE_OPTIONS);
    // Fills pg-boss's cache: inside a transaction its own look-up would wait for the connection that the transaction holds.
    await boss.insert(lane, []);
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Jobs of a process that died are `active` until they expire; nobody else can hold them here. */
async function releaseActive(database: Database): Promise<void> {
  await database.query(
    `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`,
    [],
  );
}

async function enqueue(
  boss: PgBoss,
  session: Session,
  jobs: ReadonlyMap<Lane, readonly JobInsert<Taken>[]>,
): Promise<void> {
  const db = {
    executeSql: async (sql: string, values: unknown[] = []) => ({
      rows: [...(await session.query<Row>(sql, values))],
    }),
  };
  for (const [lane, inserts] of jobs) await boss.insert(lane, [...inserts], { db });
}

/** What goes into which lane. */
function placed(
  jobs: readonly Enqueued[],
  surfaces: readonly string[],
): ReadonlyMap<Lane, readonly JobInsert<Taken>[]> {
  const inserts = jobs.flatMap(({ job, notBefore }) =>
    takenBy(job, surfaces).map((taken) => toInsert(taken, notBefore)),
  );
  return Map.groupBy(inserts, ({ data }) => laneOf(data));
}

/** Jobs of one transaction are created at one time; their ids keep the order they were asked for in. */
function toInsert(data: Taken, notBefore: Date | undefined) {
  return { id: orderedId(), data, ...(notBefore === undefined ? {} : { startAfter: notBefore }) };
}

async function runBatch(
  boss: PgBoss,
  jobs: readonly BossJob<Taken>[],
  atOnce: number,
  handle: (job: Taken) => Promise<void>,
  log: Log,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  const left = inOrder(jobs).values();
  async function runSome(): Promise<void> {
    for (const job of left) {
      results.push(await runOne(boss, job, handle, log));
      // The embedded database answers within the same turn of the loop: without a break no request would be heard.
      await nextTurn();
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runSome));
  return results;
}

/** pg-boss takes the oldest jobs, but hands them over in any order. */
function inOrder(jobs: readonly BossJob<Taken>[]): readonly BossJob<Taken>[] {
  return jobs.toSorted(
    (a, b) => a.createdOn.getTime() - b.createdOn.getTime() || (a.id < b.id ? -1 : 1),
  );
}

/** What somebody asked to be left alone for is asked again then, as often as they ask: it is no failure of the job. */
async function runOne(
  boss: PgBoss,
  job: BossJob<Taken>,
  handle: (job: Taken) => Promise<void>,
  log: Log,
): Promise<JobResult> {
  try {
    await handle(job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const waitMs = error instanceof VendorError && error.retryable ? error.retryAfterMs : null;
    if (waitMs !== null) {
      const notBefore = new Date(Date.now() + waitMs);
      await boss.insert(laneOf(job.data), [toInsert(job.data, notBefore)]);
      log.debug({ job: job.data.name, jobId: job.id, waitMs }, 'a job waits');
      return { id: job.id, status: 'completed' };
    }
    const errorClass = error instanceof Error ? error.name : 'unknown';
    log.warn(
      { job: job.data.name, jobId: job.id, attempt: job.retryCount + 1, errorClass, error },
      'a job failed',
    );
    return { id: job.id, status: 'failed', output: { errorClass } };
  }
}

async function drain(
  { boss, lanes, log }: { readonly boss: PgBoss; readonly lanes: readonly Lane[]; readonly log: Log },
  handle: (job: Taken) => Promise<void>,
  early: boolean,
): Promise<number> {
  let done = 0;
  for (;;) {
    const before = done;
    for (const lane of lanes) {
      const jobs = await boss.fetch<Taken>(lane, {
        batchSize: BATCH,
        ignoreStartAfter: early,
        includeMetadata: true,
      });
      for (const job of inOrder(jobs)) {
        const result = await runOne(boss, job, handle, log);
        if (result.status === 'completed') await boss.complete(lane, job.id);
        else await boss.fail(lane, job.id, result.output ?? {});
      }
      done += jobs.length;
    }
    if (done === before) return done;
  }
}
