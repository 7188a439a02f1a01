// The JobQueue port on pg-boss: lanes in the same database, so that a job is enqueued with what made it necessary.
import { type JobWithMetadata as BossJob, fromPglite, type JobInsert, PgBoss } from 'pg-boss';
import { v7 as orderedId } from 'uuid';
import type { Enqueued, JobQueue, Taken } from '#engine/ports/job-queue.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Database } from '../postgres/database.ts';
import type { Session } from '../postgres/session.ts';
import { type Lane, laneOf, lanesFor, postsOf, takenBy } from './lanes.ts';
import { bringForward } from './waiting.ts';
import { ATTEMPTS, BATCH, drain, runBatch } from './work.ts';

/** The queue as storage and tests see it. */
export type BossQueue = JobQueue & {
  /** Enqueues inside a transaction: the jobs exist when it commits. */
  readonly enqueue: (session: Session, jobs: readonly Enqueued[]) => Promise<void>;
  /** Wakes the workers of these jobs; to be called after the commit that enqueued them. */
  readonly nudge: (jobs: readonly Enqueued[]) => void;
  /** Has the posts that wait for a surface tried now, the oldest first: all of them, or so many. */
  readonly hurry: (surface: string, most?: number) => Promise<void>;
  /** Runs what is due (`early`: also what is delayed) until nothing is left, and says how many jobs that were. */
  readonly drain: (
    handle: (job: Taken) => Promise<void>,
    options?: { readonly early?: boolean },
  ) => Promise<number>;
};

/** Where jobs go that failed too often; they are told to the team from there. */
const DEAD = 'dead';

const LANE_OPTIONS = {
  retryLimit: ATTEMPTS,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  heartbeatSeconds: 30,
  deadLetter: DEAD,
  deleteAfterSeconds: 3_600,
};

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
  const wake = (lane: Lane): void => {
    const worker = workers.get(lane);
    if (worker !== undefined) boss.notifyWorker(worker);
  };
  const ground = { boss, database, lanes, wake, log: options.log };
  return {
    enqueue: (session, jobs) => enqueue(boss, session, placed(jobs, options.surfaces)),
    nudge: (jobs) => {
      const due = jobs.filter(({ notBefore }) => notBefore === undefined);
      for (const lane of placed(due, options.surfaces).keys()) wake(lane);
    },
    hurry: async (surface, most = ALL) => {
      await bringForward(database, postsOf(surface), most);
      wake(postsOf(surface));
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
        const work = (jobs: readonly BossJob<Taken>[]) => runBatch(ground, lane, jobs, handle);
        workers.set(lane, await boss.work<Taken, void, typeof settings>(lane, settings, work));
      }
      await boss.work<Taken>(DEAD, { pollingIntervalSeconds: 5 }, async (jobs) => {
        for (const job of jobs) await options.onDead(job.data, 'failed too often');
      });
    },
    stop: async () =>
      boss.stop({ graceful: true, timeout: 20_000, close: database.pglite === null }),
    drain: (handle, how = {}) => drain(ground, handle, how.early ?? false),
  };
}

/** More than ever wait. */
const ALL = 1_000_000;

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
