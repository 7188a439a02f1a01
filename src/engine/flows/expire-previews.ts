// Drops the previews of batches that nobody confirmed in time, with their members.
import { type Batch, previewsExpiredBefore } from '../batches/batch.ts';
import type { Deps } from '../deps.ts';
import { auditBatch } from './show-batch.ts';

/** Expires what waits for too long; harmless however often. */
export async function expirePreviews(deps: Pick<Deps, 'storage' | 'now'>): Promise<void> {
  const at = deps.now();
  for (const batch of await deps.storage.batches.previewedBefore(previewsExpiredBefore(at))) {
    await deps.storage.transaction(async (records) => {
      const expired: Batch = { ...batch, status: 'expired', endedAt: at };
      if (!(await records.batches.update(batch, expired))) return;
      await auditBatch(records, expired, { at, by: null, action: 'expired' });
      await records.batches.drop(batch.id);
    });
  }
}
