// How the jobs of a lane are run: in order, what waits put back, what failed given back to pg-boss.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JobWithMetadata as BossJob, JobResult, PgBoss } from 'pg-boss';
import { VendorError } from '#engine/errors.ts';
import type { Taken } from '#engine/ports/job-queue.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Database } from '../postgres/database.ts';
import { atOnceIn, isOfPosts, type Lane } from './lanes.ts';
import { putBack, type Waiting } from './waiting.ts';

/** What running draws on. */
export type Ground = {
  readonly boss: PgBoss;
  readonly database: Database;
  readonly lanes: readonly Lane[];
  readonly wake: (lane: Lane) => void;
  readonly log: Log;
};

/** How often a job that failed is tried again. */
export const ATTEMPTS = 5;

/** How many jobs are taken at a time. */
export const BATCH = 50;

/** How long a post is tried again for: who does not answer for so long is gone. */
const GIVE_UP_MS = 14 * 24 * 3_600_000;

/** Runs jobs that were taken, as many at once as the lane bears; gives pg-boss what came of each. */
export async function runBatch(
  ground: Ground,
  lane: Lane,
  jobs: readonly BossJob<Taken>[],
  handle: (job: Taken) => Promise<void>,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  const waiting: Waiting[] = [];
  const left = inOrder(jobs).values();
  async function runSome(): Promise<void> {
    for (const job of left) {
      const { result, waitMs } = await runOne(job, handle, ground.log);
      results.push(result);
      if (waitMs !== null) waiting.push({ ...job, waitMs });
      // The embedded database answers within the same turn of the loop: without a break no request would be heard.
      await nextTurn();
    }
  }
  // The embedded database has one connection: there, one after another.
  const atOnce = ground.database.pglite === null ? atOnceIn(lane) : 1;
  await Promise.all(Array.from({ length: atOnce }, runSome));
  // What is put back is not this worker's any more, and pg-boss passes it over when it settles the others.
  await putBack(ground.database, lane, waiting);
  if (waiting.some(({ waitMs }) => waitMs === 0)) ground.wake(lane);
  return results;
}

/** pg-boss takes the oldest jobs, but hands them over in any order. */
function inOrder(jobs: readonly BossJob<Taken>[]): readonly BossJob<Taken>[] {
  return jobs.toSorted(
    (a, b) => a.createdOn.getTime() - b.createdOn.getTime() || (a.id < b.id ? -1 : 1),
  );
}

type Ran = { readonly result: JobResult; readonly waitMs: number | null };

/** What somebody asked to be left alone for is asked again then, as often as they ask: it is no failure of the job. */
async function runOne(
  job: BossJob<Taken>,
  handle: (job: Taken) => Promise<void>,
  log: Log,
): Promise<Ran> {
  const done: JobResult = { id: job.id, status: 'completed' };
  try {
    await handle(job.data);
    return { result: done, waitMs: null };
  } catch (error) {
    const waitMs = error instanceof VendorError && error.retryable ? error.retryAfterMs : null;
    const { name } = job.data;
    if (waitMs !== null && !isGivenUp(job)) {
      log.debug({ job: name, jobId: job.id, waitMs }, 'a job waits');
      return { result: done, waitMs };
    }
    const errorClass = error instanceof Error ? error.name : 'unknown';
    const attempt = ATTEMPTS - (job.retryLimit - job.retryCount) + 1;
    log.warn({ job: name, jobId: job.id, attempt, errorClass, error }, 'a job failed');
    const status = waitMs === null ? 'failed' : 'deadletter';
    return { result: { id: job.id, status, output: { errorClass } }, waitMs: null };
  }
}

function isGivenUp({ data, createdOn }: BossJob<Taken>): boolean {
  return isOfPosts(data) && Date.now() - createdOn.getTime() > GIVE_UP_MS;
}

/** Runs what is due, or `early` also what is delayed, until a round brings nothing more than that jobs wait; how many that were. */
export async function drain(
  ground: Ground,
  handle: (job: Taken) => Promise<void>,
  early: boolean,
): Promise<number> {
  const { boss, lanes } = ground;
  let done = 0;
  for (;;) {
    const before = done;
    let comesBack = false;
    for (const lane of lanes) {
      const jobs = await boss.fetch<Taken>(lane, {
        batchSize: BATCH,
        ignoreStartAfter: early,
        includeMetadata: true,
      });
      for (const job of inOrder(jobs)) {
        const { result, waitMs } = await runOne(job, handle, ground.log);
        if (waitMs !== null) await putBack(ground.database, lane, [{ ...job, waitMs }]);
        else if (result.status === 'completed') await boss.complete(lane, job.id);
        else await boss.fail(lane, job.id, result.output ?? {});
        if (waitMs === null) done += 1;
        comesBack ||= waitMs === 0;
      }
    }
    if (done === before && !comesBack) return done;
  }
}
