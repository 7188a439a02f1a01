// Drops the batches that nobody confirmed or decided on in time, with their members.
import { type Batch, previewsExpiredBefore } from '../batches/batch.ts';
import { bulkExpiry } from '../batches/bulk.ts';
import type { Deps } from '../deps.ts';
import { askForAll, auditBatch } from './show-batch.ts';

type ExpireDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** Expires what waits for too long; harmless however often. */
export async function expirePreviews(deps: ExpireDeps): Promise<void> {
  const at = deps.now();
  const { limits, timezone } = deps.playbook.team;
  const { batches } = deps.storage;
  for (const batch of await batches.previewedBefore(previewsExpiredBefore(at)))
    await expire(deps, batch);
  for (const batch of await batches.waitingForApproval())
    if (bulkExpiry(batch, limits, timezone) <= at) await expire(deps, batch);
}

async function expire(deps: ExpireDeps, batch: Batch): Promise<void> {
  const at = deps.now();
  await deps.storage.transaction(async (records) => {
    const expired: Batch = { ...batch, status: 'expired', endedAt: at };
    if (!(await records.batches.update(batch, expired))) return;
    await auditBatch(records, expired, { at, by: null, action: 'expired' });
    await records.batches.drop(batch.id);
    if (batch.status === 'waiting-for-approval') await askForAll(records, batch);
  });
}
