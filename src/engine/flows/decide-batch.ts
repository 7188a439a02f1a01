// A person's word on what everybody in a batch of runs would get: one decision instead of one for each of them.
import type { Decider } from '../approvals/approval.ts';
import type { Batch, BulkAsk, BulkDecision } from '../batches/batch.ts';
import { bulkExpiry, bulkHash, needsTwoForAll, whyNotApprove } from '../batches/bulk.ts';
import type { Deps } from '../deps.ts';
import { shortageOf } from '../discounts/budget.ts';
import type { BatchId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { budgetsNow } from './discount-budget.ts';
import { type BatchRefusal, type BatchSettled, begin, inTurn } from './settle-batch.ts';
import { askForAll, auditBatch } from './show-batch.ts';

type DecideDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/**
 * Takes the decision once. Where two must approve, neither of whom asked for it, the first one's word waits for the
 * second. What all of it may cost must fit into what the budgets have left now; each code is asked again when it is made.
 */
export async function decideBatch(
  deps: DecideDeps,
  command: {
    readonly id: BatchId;
    readonly by: Decider;
    readonly decision: BulkDecision['decision'];
  },
): Promise<BatchSettled> {
  return inTurn(deps, command, async (records, batch) => {
    const { asks } = batch.foreseen;
    const { team } = deps.playbook;
    const { decision, by } = command;
    const at = deps.now();
    if (batch.status !== 'waiting-for-approval' || asks === undefined) return 'settled';
    if (bulkExpiry(batch, team.limits, team.timezone) <= at) return 'decision-expired';
    if (decision === 'rejected') return reject(records, batch, { by, at, decision });
    const needsTwo = needsTwoForAll(asks, team.limits);
    const refusal = await whyNot(deps, records, batch, { asks, by, needsTwo });
    if (refusal !== null) return refusal;
    const decisions = [...batch.decisions, { by, at, decision }];
    await audit(records, batch, { by, at, decision });
    if (needsTwo && decisions.length < 2) {
      await askForAll(records, batch);
      return { ...batch, decisions };
    }
    await askForAll(records, batch);
    return begin(records, { ...batch, decisions, status: 'running' });
  });
}

async function whyNot(
  deps: DecideDeps,
  records: Records,
  batch: Batch,
  asked: { readonly asks: BulkAsk; readonly by: Decider; readonly needsTwo: boolean },
): Promise<BatchRefusal | null> {
  const refusal = asked.needsTwo ? whyNotApprove(batch, asked.by) : null;
  if (refusal !== null) return refusal;
  const budgets = await budgetsNow(deps, records);
  return shortageOf(budgets, asked.asks.exposure) === null ? null : 'over-budget';
}

async function reject(records: Records, batch: Batch, made: BulkDecision): Promise<Batch> {
  await audit(records, batch, made);
  await records.batches.drop(batch.id);
  await askForAll(records, batch);
  const decisions = [...batch.decisions, made];
  return { ...batch, decisions, status: 'rejected', endedAt: made.at };
}

/** What was decided on is named by its hash. */
async function audit(records: Records, batch: Batch, { by, at, decision }: BulkDecision) {
  await auditBatch(records, batch, { at, by, action: decision, hash: bulkHash(batch) });
}
