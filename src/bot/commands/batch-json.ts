// Batches as `--json` shows them.
import { type Batch, previewExpiry, undoableUntil } from '#engine/batches/batch.ts';
import { moneyToJson } from '#engine/money.ts';
import { en } from '../words/en.ts';
import type { BatchView } from '../work/batch-view.ts';
import { customerRefJson, customerRefOrNull } from './customer-json.ts';

/** One batch with its counts; `confirm` is the line that lets a preview be carried out. */
export function batchJson(view: BatchView) {
  const { batch, tally, examples, failures, canBeUndone, bulk } = view;
  const isPreview = batch.status === 'previewed';
  return {
    ...batchRowJson(batch),
    ...countsJson(batch),
    members: tally.members,
    shop: tally.shop,
    failures: failures.map(({ profile, reason }) => ({
      customer: customerRefOrNull(profile),
      reason,
    })),
    examples: examples.map(customerRefJson),
    expiresAt: isPreview ? previewExpiry(batch) : null,
    undoableUntil: canBeUndone ? undoableUntil(batch) : null,
    bulk: bulk && {
      gives: bulk.asks.gives.map((one) => en.automations.step(one)),
      exposure: moneyToJson(bulk.asks.exposure),
      needsTwo: bulk.needsTwo,
      hash: bulk.hash,
      expiresAt: bulk.expiresAt,
    },
    decisions: batch.decisions.map(({ by, at, decision }) => ({
      by: by.name,
      at,
      decision,
      from: by.surface,
    })),
    confirm: isPreview ? `batch confirm ${batch.id}` : null,
  };
}

/** A change of nobody: it was not kept, so it has no id. */
export function nothingJson(batch: Batch) {
  return { ...batchRowJson(batch), ...countsJson(batch), id: null, status: 'nothing-to-change' };
}

/** A batch as a row of the list. */
export function batchRowJson(batch: Batch) {
  const { id, change, segment, undoOf, undoneBy, foreseen, requestedBy, confirmedBy } = batch;
  return {
    id,
    status: statusOf(batch),
    change,
    segment: segment.name,
    query: segment.query,
    customers: foreseen.customers,
    undoOf,
    undoneBy,
    requestedBy: requestedBy.name,
    requestedAt: batch.requestedAt,
    confirmedBy: confirmedBy?.name ?? null,
    confirmedAt: batch.confirmedAt,
    endedAt: batch.endedAt,
  };
}

/** The state as people say it: what an undo has taken on is undone. */
export function statusOf({ status, undoneBy }: Batch): Batch['status'] | 'undone' {
  return undoneBy === null ? status : 'undone';
}

function countsJson({ foreseen, membersHash }: Batch) {
  const { change, already, movedOn, gone, shopCalls, leftOut = [] } = foreseen;
  return { wouldChange: change, already, movedOn, gone, leftOut, shopCalls, membersHash };
}
