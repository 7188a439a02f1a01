// Tells the shop what a batch has changed here: a plan for each customer, a few at a time, and what came of it.
import type { Effect } from '../actions/effect.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Batch, ShopOutcome } from '../batches/batch.ts';
import type { Deps } from '../deps.ts';
import type { TagChange } from '../ports/batch-records.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';
import { makePlan } from './make-plan.ts';
import { showProgress } from './show-batch.ts';

/** How many plans are made at a time: what else is to be done outside gets its turn between them. */
const AT_ONCE = 20;

/** With so many that have no answer the shop is left alone for a while. */
const OPEN = 60;
const LOOK_AGAIN_MS = 5_000;

/** Asks the shop for the next members; gives the job for those after them, or null when the last one was asked. */
export async function tellShop(
  deps: Pick<Deps, 'now' | 'newId'>,
  records: Records,
  batch: Batch,
): Promise<Enqueued | null> {
  const job = { name: 'change-batch', batchId: batch.id } as const;
  const changes = await records.batches.askShop(batch.id, { atOnce: AT_ONCE, open: OPEN });
  for (const change of changes) await askFor(deps, records, batch, change);
  if (!(await records.batches.waitsForShop(batch.id))) return null;
  return changes.length > 0
    ? { job }
    : { job, notBefore: new Date(deps.now().getTime() + LOOK_AGAIN_MS) };
}

async function askFor(
  deps: Pick<Deps, 'now' | 'newId'>,
  records: Records,
  { id, confirmedBy, requestedBy }: Batch,
  { customerId, before, after }: TagChange,
): Promise<void> {
  const { person } = confirmedBy ?? requestedBy;
  const effect: Effect | null =
    after !== null
      ? { kind: 'add-tag', tag: after }
      : before === null
        ? null
        : { kind: 'remove-tag', tag: before };
  if (effect === null) return;
  const origin = { kind: 'batch', batchId: id, person } as const;
  const plan = makePlan(deps, { customerId, origin, effects: [effect] });
  await records.plans.insert(plan);
  await records.enqueue([{ job: { name: 'execute', planId: plan.id } }]);
}

/** Notes on the batch how the shop answered for a customer. */
export async function noteShopAnswer(
  deps: Pick<Deps, 'now'>,
  records: Records,
  { customerId, origin, steps }: PlanWithSteps,
): Promise<void> {
  const step = steps[0];
  if (origin.kind !== 'batch' || step === undefined) return;
  const outcome = OUTCOME[step.status];
  if (outcome === null) return;
  await showProgress(records, origin.batchId, deps.now());
  await records.batches.setShop(origin.batchId, customerId, outcome, step.reason);
}

/** Asking for a tag twice leaves the shop as once, so a step without a last word has failed and may be asked again. */
const OUTCOME: Record<PlanWithSteps['steps'][number]['status'], ShopOutcome | null> = {
  waiting: null,
  marked: null,
  done: 'done',
  skipped: 'skipped',
  failed: 'failed',
  uncertain: 'failed',
};
