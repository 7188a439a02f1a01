// The Storage port on PostgreSQL: the same records outside and inside a transaction.
import type { NewId } from '#engine/ids.ts';
import type { Enqueued } from '#engine/ports/job-queue.ts';
import type { Records, Storage } from '#engine/ports/storage.ts';
import { approvalRecords } from './approvals.ts';
import { auditRecords } from './audit.ts';
import { caseRecords } from './cases.ts';
import { customerRecords } from './customers.ts';
import type { Client, Database } from './database.ts';
import { eventRecords, quarantineRecords } from './events.ts';
import { mailRecords } from './mails.ts';
import { messageRecords, postRecords } from './posts.ts';
import { purchaseRecords } from './purchases.ts';
import { planRecords, runRecords } from './runs.ts';
import { settingRecords, timelineRecords } from './timeline.ts';

/** What enqueues jobs on a client, and wakes the workers once they exist. */
export type Enqueue = {
  readonly enqueue: (client: Client, jobs: readonly Enqueued[]) => Promise<void>;
  readonly nudge: () => void;
};

/** How long a transaction may wait for the connection, and how long it may run: imports write thousands of rows. */
const TRANSACTION = { maxWait: 20_000, timeout: 120_000 } as const;

/** Storage on an open, migrated database. */
export function createStorage(
  database: Pick<Database, 'prisma'>,
  options: { readonly newId: NewId; readonly tombstoneKey: Uint8Array; readonly queue: Enqueue },
): Storage {
  const records = (client: Client): Records => ({
    events: eventRecords(client, options.newId),
    quarantine: quarantineRecords(client),
    customers: customerRecords(client, options.tombstoneKey),
    purchases: purchaseRecords(client),
    timeline: timelineRecords(client, options.newId),
    runs: runRecords(client),
    plans: planRecords(client),
    approvals: approvalRecords(client),
    cases: caseRecords(client),
    posts: postRecords(client),
    messages: messageRecords(client),
    mails: mailRecords(client),
    audit: auditRecords(client),
    settings: settingRecords(client),
    enqueue: (jobs) => options.queue.enqueue(client, jobs),
  });
  return {
    ...records(database.prisma),
    enqueue: async (jobs) => {
      await database.prisma.$transaction(
        (client) => options.queue.enqueue(client, jobs),
        TRANSACTION,
      );
      options.queue.nudge();
    },
    transaction: async (work) => {
      let enqueued = false;
      const result = await database.prisma.$transaction(async (client) => {
        const inside = records(client);
        return work({
          ...inside,
          enqueue: async (jobs) => {
            enqueued ||= jobs.length > 0;
            await inside.enqueue(jobs);
          },
        });
      }, TRANSACTION);
      if (enqueued) options.queue.nudge();
      return result;
    },
  };
}
