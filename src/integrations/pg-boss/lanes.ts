// What runs beside what: lanes of the queue, so that slow work holds up none that is quick.
import type { Job, JobName, PostJob, Taken } from '#engine/ports/job-queue.ts';

/** A lane has one worker. A shop that does not answer keeps no card from being changed, nor one surface another. */
export type Lane = 'events' | 'effects' | `posts/${string}`;

const LANE = {
  project: 'events',
  complete: 'events',
  evaluate: 'events',
  advance: 'events',
  'start-due': 'events',
  execute: 'effects',
  'change-batch': 'effects',
  forget: 'effects',
  sweep: 'effects',
  'refresh-segments': 'events',
  'refresh-recommendations': 'effects',
  'find-duplicates': 'effects',
  'earn-autonomy': 'events',
} as const satisfies Record<Exclude<JobName, PostJob['name']>, Lane>;

/** How many jobs of a lane run at once: those of an event need no order, and on a server they share their commits. */
export function atOnceIn(lane: Lane): number {
  return lane === 'events' ? 6 : 1;
}

/** The lanes of an installation with these surfaces. */
export function lanesFor(surfaces: readonly string[]): readonly Lane[] {
  return ['events', 'effects', ...surfaces.map(postsOf)];
}

/** The lane in which a surface's posts stand in line. */
export function postsOf(surface: string): Lane {
  return `posts/${surface}`;
}

/** A job as it goes into the lanes: what every surface does, once for each. */
export function takenBy(job: Job, surfaces: readonly string[]): readonly Taken[] {
  return isPost(job) ? surfaces.map((surface) => ({ ...job, surface })) : [job];
}

/** Where a job stands in line. */
export function laneOf(job: Taken): Lane {
  return isOfPosts(job) ? postsOf(job.surface) : LANE[job.name];
}

/** Whether a job is a surface's own. */
export function isOfPosts(job: Taken): job is PostJob & { readonly surface: string } {
  return 'surface' in job;
}

function isPost(job: Job): job is PostJob {
  return !(job.name in LANE);
}
