// A person's word on a batch: confirm it, stop it, let it go on; each is taken once.
import type { Decider } from '../approvals/approval.ts';
import {
  type Batch,
  canGoOn,
  previewExpiry,
  type UndoRefusal,
  whyNotUndone,
} from '../batches/batch.ts';
import type { BulkRefusal } from '../batches/bulk.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { BatchId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { modesOf, switchMode } from './set-mode.ts';
import { askForAll, auditBatch, showBatch } from './show-batch.ts';

type SettleDeps = Pick<Deps, 'storage' | 'now'>;
type ConfirmDeps = SettleDeps & Pick<Deps, 'playbook'>;

type Command = { readonly id: BatchId; readonly by: Decider };

/** `settled`: somebody was faster, or it has ended; an undo is also refused for what it would undo. */
export type BatchRefusal =
  | 'settled'
  | 'expired'
  | 'nothing-left'
  | 'decision-expired'
  | 'over-budget'
  | BulkRefusal
  | UndoRefusal;

export type BatchSettled =
  | { readonly kind: 'done'; readonly batch: Batch }
  | { readonly kind: 'refused'; readonly reason: BatchRefusal; readonly batch: Batch };

/** Lets a preview be carried out. Of two who confirm at once one does; the other hears how it stands. */
export async function confirmBatch(deps: ConfirmDeps, command: Command): Promise<BatchSettled> {
  return inTurn(deps, command, async (records, batch) => {
    const at = deps.now();
    if (batch.status !== 'previewed') return 'settled';
    if (previewExpiry(batch) <= at) return 'expired';
    if (!(await goesLive(deps, records, batch, { at, by: command.by }))) return 'settled';
    const refusal = await claimUndone(records, batch, at);
    if (refusal !== null) return refusal;
    const isAsked = batch.foreseen.asks !== undefined && batch.undoOf === null;
    const status = isAsked ? 'waiting-for-approval' : 'running';
    const next: Batch = { ...batch, status, confirmedBy: command.by, confirmedAt: at };
    await auditBatch(records, next, { at, by: command.by, action: 'confirmed' });
    if (!isAsked) return begin(records, next);
    await askForAll(records, next);
    return next;
  });
}

/** Drops what waits, or ends a batch that runs: what it has changed stays, and can be undone. */
export async function stopBatch(deps: SettleDeps, command: Command): Promise<BatchSettled> {
  return inTurn(deps, command, async (records, batch) => {
    const at = deps.now();
    if (batch.status === 'previewed' || batch.status === 'waiting-for-approval')
      return cancelPreview(records, batch, { at, by: command.by });
    if (batch.status !== 'running') return 'settled';
    const next: Batch = { ...batch, status: 'stopped', endedAt: at };
    await auditBatch(records, next, { at, by: command.by, action: 'stopped' });
    await releaseUndone(records, batch);
    await showBatch(records, next);
    return next;
  });
}

/** Drops a preview inside a transaction that holds it; gives how it is to be stored. */
export async function cancelPreview(
  records: Records,
  batch: Batch,
  { at, by }: Moment,
): Promise<Batch> {
  const next: Batch = { ...batch, status: 'cancelled', endedAt: at };
  await auditBatch(records, next, { at, by, action: 'cancelled' });
  await records.batches.drop(batch.id);
  if (batch.status !== 'previewed') await askForAll(records, batch);
  return next;
}

/** Goes on where a batch was stopped, and asks the shop again where it failed. */
export async function continueBatch(deps: SettleDeps, command: Command): Promise<BatchSettled> {
  return inTurn(deps, command, async (records, batch) => {
    const at = deps.now();
    if (batch.status !== 'stopped' && batch.status !== 'done') return 'settled';
    const tally = (await records.batches.tally([batch.id])).get(batch.id);
    if (tally === undefined || !canGoOn(batch, tally)) return 'nothing-left';
    const refusal = batch.status === 'stopped' ? await claimUndone(records, batch, at) : null;
    if (refusal !== null) return refusal;
    await records.batches.retryShop(batch.id);
    const next: Batch = { ...batch, status: 'running', endedAt: null };
    await auditBatch(records, next, { at, by: command.by, action: 'continued' });
    return begin(records, next);
  });
}

type Moment = { readonly at: Date; readonly by: Decider };

/** Takes the automation live where the batch is to; false when somebody has done so since: these were not meant then. */
async function goesLive(
  { playbook }: Pick<Deps, 'playbook'>,
  records: Records,
  { change, undoOf }: Batch,
  moment: Moment,
): Promise<boolean> {
  if (change.kind !== 'run' || !change.activates || undoOf !== null) return true;
  const automation = playbook.automations.find(({ name }) => name === change.automation);
  if (automation === undefined) return false;
  if ((await modesOf({ storage: records, playbook }))(automation) === 'live') return false;
  await switchMode(records, { automation, mode: 'live', ...moment });
  return true;
}

/** One person's word on a batch, while nobody else has one. */
export async function inTurn(
  deps: Pick<Deps, 'storage'>,
  { id }: Pick<Command, 'id'>,
  work: (records: Records, batch: Batch) => Promise<Batch | BatchRefusal>,
): Promise<BatchSettled> {
  return deps.storage.transaction(async (records): Promise<BatchSettled> => {
    const batch = await records.batches.lock(id);
    if (batch === null) throw new UserError({ code: 'not-found', what: 'batch', who: id });
    const next = await work(records, batch);
    if (typeof next === 'string') return { kind: 'refused', reason: next, batch };
    await records.batches.update(batch, next);
    return { kind: 'done', batch: next };
  });
}

/** Has the first piece taken. Inside a transaction that holds the batch. */
export async function begin(records: Records, batch: Batch): Promise<Batch> {
  await records.enqueue([{ job: { name: 'change-batch', batchId: batch.id } }]);
  await showBatch(records, batch);
  return batch;
}

/** A batch is undone by one undo only; why not by this one, or null when it is claimed. */
async function claimUndone(
  records: Records,
  { id, undoOf }: Batch,
  now: Date,
): Promise<UndoRefusal | null> {
  const undone = undoOf === null ? null : await records.batches.lock(undoOf);
  if (undone === null) return null;
  const refusal = whyNotUndone(undone, now);
  if (refusal === null) await records.batches.update(undone, { ...undone, undoneBy: id });
  return refusal;
}

/** An undo that was stopped leaves the rest to another one. */
async function releaseUndone(records: Records, { undoOf }: Batch): Promise<void> {
  const undone = undoOf === null ? null : await records.batches.lock(undoOf);
  if (undone !== null) await records.batches.update(undone, { ...undone, undoneBy: null });
}
