// Waits that are over: found by index in batches, each handed on once, however many processes look.
import type { Deps } from '../deps.ts';
import { isPaused } from './pause.ts';

const BATCH = 1_000;

/** Hands on every run whose wait is over. While the hand-brake is on they wait for its release. */
export async function wakeRuns(deps: Pick<Deps, 'storage' | 'now' | 'log'>): Promise<void> {
  if (await isPaused(deps)) return;
  for (let count = BATCH; count === BATCH; ) {
    count = await deps.storage.transaction(async (records) => {
      const ids = await records.runs.wakeDue(deps.now(), BATCH);
      await records.enqueue(ids.map((id) => ({ job: { name: 'advance', runIds: [id] } })));
      return ids.length;
    });
    if (count > 0) deps.log.info({ count }, 'runs were woken');
  }
}
