// Where the team sees a batch: its card, brought up to date at a bearable rate, and the audit log.
import type { Decider } from '../approvals/approval.ts';
import type { Batch } from '../batches/batch.ts';
import type { BatchId } from '../ids.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';

/** The channel that cards of batches stand in. */
const CHANNEL = 'reports';

/** How often a card is changed while a batch runs. */
const SHOW_EVERY_MS = 3_000;

/** A change this long before a card is shown anew is on it for certain. */
const SURELY_SHOWN_MS = 1_000;

/** Shows a batch as it stands now, and the one that it undoes. */
export async function showBatch(
  records: Records,
  { id, undoOf }: Pick<Batch, 'id' | 'undoOf'>,
): Promise<void> {
  const ids = undoOf === null ? [id] : [id, undoOf];
  await records.enqueue(ids.map((one) => publishing(one)));
}

/** Shows a batch where decisions are asked for, or brings its card there up to date. */
export async function askForAll(records: Records, { id }: Pick<Batch, 'id'>): Promise<void> {
  const subject = { kind: 'batch', id } as const;
  await records.enqueue([{ job: { name: 'publish', subject, channel: 'approvals' } }]);
}

/** Shows how far a batch has come, unless that is about to be shown anyway. */
export async function showProgress(records: Records, id: BatchId, now: Date): Promise<void> {
  const notBefore = new Date(now.getTime() + SHOW_EVERY_MS);
  const surely = new Date(notBefore.getTime() - SURELY_SHOWN_MS);
  if (await records.batches.claimShowing(id, now, surely))
    await records.enqueue([{ ...publishing(id), notBefore }]);
}

/** The job that shows a batch. */
function publishing(id: BatchId): Enqueued {
  return { job: { name: 'publish', subject: { kind: 'batch', id }, channel: CHANNEL } };
}

/** Notes in the audit log what became of a batch, with how far it had come and a hash over whom it had changed. */
export async function auditBatch(
  records: Records,
  { id, undoOf, membersHash }: Batch,
  event: {
    readonly at: Date;
    readonly by: Decider | null;
    readonly action: string;
    /** Over what was decided on. */
    readonly hash?: string;
  },
): Promise<void> {
  const tally = (await records.batches.tally([id])).get(id) ?? null;
  const changedHash = await records.batches.hashOfChanged(id);
  await records.audit.append({
    at: event.at,
    actor: event.by?.person ?? 'regulars',
    action: `batch.${event.action}`,
    subject: id,
    details: {
      ...{ undoOf, membersHash, changedHash, tally, surface: event.by?.surface ?? null },
      ...(event.hash === undefined ? {} : { hash: event.hash }),
    },
  });
}
