// Takes down who a change would be made to, and what it would do, before anybody confirms it; the same for an undo.
import type { Decider } from '../approvals/approval.ts';
import { type Batch, type FactChange, type UndoRefusal, whyNotUndone } from '../batches/batch.ts';
import { readAttributeName, readTag, readTier } from '../customers/typed-facts.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { BatchId } from '../ids.ts';
import { tierNames } from '../playbook/tiers.ts';
import type { Frozen } from '../ports/batch-records.ts';
import type { Records } from '../ports/storage.ts';
import { settingNow } from './load-subject.ts';
import { findSegment } from './segments.ts';

type PreviewDeps = Pick<Deps, 'storage' | 'playbook' | 'shops' | 'now' | 'newId'>;

/** `nothing`: nobody would be changed; this batch was not kept. */
export type Previewed = { readonly kind: 'previewed' | 'nothing'; readonly batch: Batch };

/**
 * Takes down who is in a segment, or fits a query, now: exactly these customers are changed when it is confirmed.
 * Throws UserError for what is neither, and for a change that cannot be made.
 */
export async function previewBatch(
  deps: PreviewDeps,
  command: { readonly nameOrQuery: string; readonly change: FactChange; readonly by: Decider },
): Promise<Previewed> {
  const { name, query, condition } = await findSegment(deps, command.nameOrQuery);
  const change = readChange(deps, command.change);
  const shops = [...deps.shops.values()].filter((shop) => shop.canTag).map(({ key }) => key);
  return deps.storage.transaction(async (records) => {
    const id = deps.newId('batch');
    const from = { condition, setting: settingNow(deps) };
    const frozen = await records.batches.freeze({ id, change }, from, shops);
    const asked = { id, change, segment: { name, query }, undoOf: null, by: command.by };
    return keepPreview(deps, records, asked, frozen);
  });
}

export type UndoPreviewed =
  | Previewed
  | { readonly kind: 'refused'; readonly reason: UndoRefusal; readonly batch: Batch };

/** Takes down whom a batch has changed and who still stands as it left them. Throws UserError when there is no such batch. */
export async function previewBatchUndo(
  deps: Pick<Deps, 'storage' | 'now' | 'newId'>,
  command: { readonly batchId: BatchId; readonly by: Decider },
): Promise<UndoPreviewed> {
  return deps.storage.transaction(async (records): Promise<UndoPreviewed> => {
    const batch = await records.batches.get(command.batchId);
    if (batch === null)
      throw new UserError({ code: 'not-found', what: 'batch', who: command.batchId });
    const reason = whyNotUndone(batch, deps.now());
    if (reason !== null) return { kind: 'refused', reason, batch };
    const { change, segment } = batch;
    const undo = { id: deps.newId('batch'), change, undoOf: batch.id };
    const frozen = await records.batches.freezeUndo(undo);
    return keepPreview(deps, records, { ...undo, segment, by: command.by }, frozen);
  });
}

type Asked = Pick<Batch, 'id' | 'change' | 'segment' | 'undoOf'> & { readonly by: Decider };

/** Keeps what was taken down as a batch that waits to be confirmed, audited; where nobody would be changed it is dropped. */
export async function keepPreview(
  deps: Pick<Deps, 'now'>,
  records: Records,
  { by, ...asked }: Asked,
  frozen: Frozen,
): Promise<Previewed> {
  const batch: Batch = {
    ...asked,
    ...frozen,
    undoneBy: null,
    status: 'previewed',
    requestedBy: by,
    requestedAt: deps.now(),
    confirmedBy: null,
    confirmedAt: null,
    endedAt: null,
    decisions: [],
    revision: 0,
  };
  if (frozen.foreseen.change === 0) {
    await records.batches.drop(batch.id);
    return { kind: 'nothing', batch };
  }
  await records.batches.insert(batch);
  const { change, segment, undoOf, foreseen, membersHash } = batch;
  await records.audit.append({
    at: batch.requestedAt,
    actor: by.person,
    action: 'batch.requested',
    subject: batch.id,
    details: { change, segment, undoOf, foreseen, membersHash, surface: by.surface },
  });
  return { kind: 'previewed', batch };
}

/** The change as it will be made: a tag trimmed, a tier as the list writes it. */
function readChange({ playbook }: Pick<Deps, 'playbook'>, change: FactChange): FactChange {
  switch (change.kind) {
    case 'tag':
    case 'untag':
      return { ...change, tag: readTag(change.tag) };
    case 'tier':
      return change.tier === null
        ? change
        : { ...change, tier: readTier(tierNames(playbook.team), change.tier) };
    case 'set':
      return { ...change, name: readAttributeName(change.name) };
  }
}
