// The jobs between the flows: every asynchronous step of an event's life, durable and retried.

import type { Due } from '../automations/due.ts';
import type { BatchId, CustomerId, EventId, PlanId, RunId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import type { News, PostSubject, ThreadNote } from './notifier.ts';

/** What is to be done next; `engine/pipeline.ts` says by which flow. */
export type Job =
  | { readonly name: 'project'; readonly eventId: EventId }
  | { readonly name: 'complete'; readonly eventId: EventId; readonly customerId: CustomerId }
  | { readonly name: 'evaluate'; readonly eventId: EventId; readonly customerId: CustomerId }
  /** In this order, one after the other. */
  | { readonly name: 'advance'; readonly runIds: readonly RunId[] }
  | { readonly name: 'execute'; readonly planId: PlanId }
  | PostJob
  | { readonly name: 'forget'; readonly customerId: CustomerId }
  /** `customerId`: of this one only; `among`: of these. */
  | {
      readonly name: 'refresh-segments';
      readonly customerId?: CustomerId;
      readonly among?: readonly CustomerId[];
    }
  | { readonly name: 'change-batch'; readonly batchId: BatchId }
  | {
      readonly name: 'start-due';
      readonly automation: string;
      readonly due: Due;
      /** The last customer of the page before. */
      readonly after?: CustomerId;
    }
  | { readonly name: 'refresh-recommendations' }
  | { readonly name: 'find-duplicates' }
  /** An approval of this automation was decided on. */
  | { readonly name: 'earn-autonomy'; readonly automation: string }
  | { readonly name: 'sweep' };

/** What is done on every surface; each does it for itself, so that one that does not answer holds up no other. */
export type PostJob =
  | { readonly name: 'publish'; readonly subject: PostSubject; readonly channel: Channel }
  | { readonly name: 'redact'; readonly subject: PostSubject }
  | {
      readonly name: 'reply';
      readonly subject: PostSubject;
      readonly key: string;
      readonly note: ThreadNote;
    }
  | { readonly name: 'tell'; readonly channel: Channel; readonly key: string; readonly news: News };

export type JobName = Job['name'];

/** A job as it is taken up: one of posts is a surface's own. */
export type Taken = Exclude<Job, PostJob> | (PostJob & { readonly surface: string });

/** A job on its way; `notBefore` delays it. */
export type Enqueued = { readonly job: Job; readonly notBefore?: Date };

export interface JobQueue {
  /** Takes work until `stop`. A handler that throws is retried with back-off; after the last attempt the job is dead and told. */
  start(handle: (job: Taken) => Promise<void>): Promise<void>;
  /** Ends taking jobs; what runs is finished or handed back. */
  stop(): Promise<void>;
}
