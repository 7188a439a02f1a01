// Waits of runs and of mails that are over: found by index in batches, each handed on once, however many processes look.
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';
import { isPaused } from './pause.ts';

const BATCH = 1_000;

/** Hands on every run and plan whose wait is over. While the hand-brake is on they wait for its release. */
export async function wakeRuns(deps: Pick<Deps, 'storage' | 'now' | 'log'>): Promise<void> {
  if (!(await deps.storage.runs.isAnyDue(deps.now())) || (await isPaused(deps))) return;
  await inBatches(deps, async (records) => {
    const ids = await records.runs.wakeDue(deps.now(), BATCH);
    await records.enqueue(ids.map((id) => ({ job: { name: 'advance', runIds: [id] } })));
    return ids.length;
  });
  await inBatches(deps, async (records) => {
    const ids = await records.plans.takeDue(deps.now(), BATCH);
    await records.enqueue(ids.map((planId) => ({ job: { name: 'execute', planId } })));
    return ids.length;
  });
}

async function inBatches(
  deps: Pick<Deps, 'storage' | 'log'>,
  takeBatch: (records: Records) => Promise<number>,
): Promise<void> {
  for (let count = BATCH; count === BATCH; ) {
    count = await deps.storage.transaction(takeBatch);
    if (count > 0) deps.log.info({ count }, 'waits are over');
  }
}
