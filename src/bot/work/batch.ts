// Batches from any face: what the flows answer, as the batch's card or as why not.
import type { Batch, BulkDecision } from '#engine/batches/batch.ts';
import { decideBatch } from '#engine/flows/decide-batch.ts';
import { type Previewed, previewBatchUndo } from '#engine/flows/preview-batch.ts';
import {
  type BatchRefusal,
  type BatchSettled,
  confirmBatch,
  continueBatch,
  stopBatch,
} from '#engine/flows/settle-batch.ts';
import type { BatchId } from '#engine/ids.ts';
import { notFound, refusedAs, shown } from '../answers.ts';
import { batchCard, nothingCard } from '../cards/batch.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer, Context } from '../command.ts';
import { batchJson, nothingJson } from '../commands/batch-json.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { loadBatch } from './batch-view.ts';

/** The batch as it stands now; `said` is a line about what was just done with it. */
export async function showBatch(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: BatchId,
  said: string | null = null,
): Promise<Answer> {
  const view = (await loadBatch(deps, id)) ?? notFound('batch', oneLine(id, 60));
  return shown(batchCard(words, view, said), batchJson(view));
}

/** A preview as an answer; with `yes` it is confirmed at once. */
export async function showPreview(
  words: Words,
  context: Context,
  { kind, batch }: Previewed,
  yes: boolean,
): Promise<Answer> {
  if (kind === 'nothing') return shown(nothingCard(words, batch), nothingJson(batch));
  return yes ? confirm(words, context, batch.id) : showBatch(words, context, batch.id);
}

/** Confirms a preview and says where it can be followed. */
export async function confirm(words: Words, context: Context, id: BatchId): Promise<Answer> {
  const { deps, teammate } = context;
  const settled = await confirmBatch(deps, { id, by: toDecider(teammate) });
  const { confirmed, bulk } = words.batches;
  return answerSettled(words, context, settled, (batch) =>
    batch.status === 'waiting-for-approval' ? bulk.asked : confirmed,
  );
}

/** Decides on what everybody in a batch would get, and says what came of it. */
export async function decide(
  words: Words,
  context: Context,
  id: BatchId,
  decision: BulkDecision['decision'],
): Promise<Answer> {
  const { deps, teammate } = context;
  const settled = await decideBatch(deps, { id, decision, by: toDecider(teammate) });
  const { bulk } = words.batches;
  return answerSettled(words, context, settled, ({ status }) => {
    if (status === 'waiting-for-approval') return bulk.waitsForSecond;
    return status === 'rejected' ? bulk.rejected : bulk.approved;
  });
}

/** Drops a preview, or ends a batch that runs. */
export async function stop(words: Words, context: Context, id: BatchId): Promise<Answer> {
  const { deps, teammate } = context;
  return answerSettled(words, context, await stopBatch(deps, { id, by: toDecider(teammate) }));
}

/** Lets a batch go on that was stopped, or that the shop failed for some. */
export async function goOn(words: Words, context: Context, id: BatchId): Promise<Answer> {
  const { deps, teammate } = context;
  return answerSettled(words, context, await continueBatch(deps, { id, by: toDecider(teammate) }));
}

/** How a batch stands after a person's word on it, or why that was not taken. */
async function answerSettled(
  words: Words,
  context: Pick<Context, 'deps'>,
  settled: BatchSettled,
  say: (batch: Batch) => string | null = () => null,
): Promise<Answer> {
  if (settled.kind === 'done')
    return showBatch(words, context, settled.batch.id, say(settled.batch));
  return refuse(words, context, settled.batch.id, settled.reason);
}

/** What undoing a batch would put back, or why it cannot be undone; with `yes` it is undone at once. */
export async function undoBatch(
  words: Words,
  context: Context,
  batchId: BatchId,
  yes = false,
): Promise<Answer> {
  const { deps, teammate } = context;
  const preview = await previewBatchUndo(deps, { batchId, by: toDecider(teammate) });
  return preview.kind === 'refused'
    ? refuse(words, context, batchId, preview.reason)
    : showPreview(words, context, preview, yes);
}

async function refuse(
  words: Words,
  context: Pick<Context, 'deps'>,
  id: BatchId,
  reason: BatchRefusal,
): Promise<Answer> {
  const { refusedTitle: title, refused } = words.batches;
  const present = await showBatch(words, context, id);
  const refusal = { title, code: reason, message: refused(reason) };
  return refusedAs(refusal, present.kind === 'card' ? present : null);
}
