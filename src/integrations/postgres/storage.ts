// The Storage port on PostgreSQL: the same records outside and inside a transaction.
import type { NewId } from '#engine/ids.ts';
import type { Enqueued } from '#engine/ports/job-queue.ts';
import type { Records, Storage } from '#engine/ports/storage.ts';
import { approvalRecords } from './approvals.ts';
import { assistantRecords } from './assistant.ts';
import { auditRecords } from './audit.ts';
import { autonomyRecords } from './autonomies.ts';
import { batchRecords } from './batches.ts';
import { calendarRecords } from './calendar.ts';
import { caseRecords } from './cases.ts';
import { checkoutRecords } from './checkouts.ts';
import { customerRecords } from './customers.ts';
import type { Database } from './database.ts';
import { digestRecords } from './digests.ts';
import { draftRecords } from './drafts.ts';
import { eventRecords, quarantineRecords } from './events.ts';
import { grantRecords } from './grants.ts';
import { leaseRecords } from './leases.ts';
import { mailRecords } from './mails.ts';
import { mergeRecords } from './merges.ts';
import { newsRecords } from './news.ts';
import { planRecords } from './plans.ts';
import { messageRecords, postRecords } from './posts.ts';
import { viewRecords } from './product-views.ts';
import { purchaseRecords } from './purchases.ts';
import { recommendationRecords } from './recommendations.ts';
import { reportRecords } from './reports.ts';
import { runRecords } from './runs.ts';
import { createPopulation } from './segment-ranks.ts';
import { segmentRecords } from './segments.ts';
import type { Session } from './session.ts';
import { suggestionRecords } from './suggestions.ts';
import { taskRecords } from './tasks.ts';
import { tierRecords } from './tiers.ts';
import { settingRecords, timelineRecords } from './timeline.ts';
import { versionRecords } from './versions.ts';

/** What enqueues jobs on a client, and wakes the workers once they exist. */
export type Enqueue = {
  readonly enqueue: (session: Session, jobs: readonly Enqueued[]) => Promise<void>;
  readonly nudge: (jobs: readonly Enqueued[]) => void;
};

type StorageOptions = {
  readonly newId: NewId;
  readonly tombstoneKey: Uint8Array;
  readonly queue: Enqueue;
};

/** Storage on an open, migrated database. */
export function createStorage(
  database: Pick<Database, 'query' | 'prisma' | 'transaction'>,
  options: StorageOptions,
): Storage {
  const population = createPopulation();
  const records = (session: Session) => recordsOn(session, options, population);
  const outside = records(database);
  return {
    ...outside,
    segments: {
      ...outside.segments,
      refresh: (...asked) =>
        database.transaction((session) => records(session).segments.refresh(...asked)),
    },
    audit: {
      ...outside.audit,
      // Its lock is held to the end of a transaction.
      append: (event) => database.transaction((session) => records(session).audit.append(event)),
    },
    enqueue: async (jobs) => {
      await database.transaction((session) => options.queue.enqueue(session, jobs));
      options.queue.nudge(jobs);
    },
    analyze: async () => {
      await database.query('ANALYZE', []);
    },
    transaction: async (work) => {
      const enqueued: Enqueued[] = [];
      const result = await database.transaction(async (session) => {
        const inside = records(session);
        return work({
          ...inside,
          enqueue: async (jobs) => {
            await inside.enqueue(jobs);
            enqueued.push(...jobs);
          },
        });
      });
      options.queue.nudge(enqueued);
      return result;
    },
  };
}

/** All records over one session; `population` is shared by those of a process. */
function recordsOn(
  session: Session,
  options: StorageOptions,
  population: ReturnType<typeof createPopulation>,
): Records {
  return {
    events: eventRecords(session, options.newId),
    quarantine: quarantineRecords(session.prisma),
    customers: customerRecords(session, options.tombstoneKey),
    tiers: tierRecords(session),
    purchases: purchaseRecords(session),
    recommendations: recommendationRecords(session),
    merges: mergeRecords(session),
    suggestions: suggestionRecords(session),
    checkouts: checkoutRecords(session),
    views: viewRecords(session),
    timeline: timelineRecords(session, options.newId),
    runs: runRecords(session),
    versions: versionRecords(session),
    drafts: draftRecords(session.prisma),
    assistant: assistantRecords(session.prisma),
    calendar: calendarRecords(session.query, population),
    plans: planRecords(session),
    approvals: approvalRecords(session),
    grants: grantRecords(session),
    autonomies: autonomyRecords(session),
    cases: caseRecords(session),
    tasks: taskRecords(session.prisma),
    segments: segmentRecords(session, population),
    reports: reportRecords(session),
    posts: postRecords(session),
    digests: digestRecords(session),
    news: newsRecords(session),
    batches: batchRecords(session, population),
    messages: messageRecords(session.prisma),
    mails: mailRecords(session),
    leases: leaseRecords(session),
    audit: auditRecords(session),
    settings: settingRecords(session),
    enqueue: (jobs) => options.queue.enqueue(session, jobs),
  };
}
