// Carries out a batch piece by piece: its members here, and then those whom a shop knows there as well.
import type { Batch, FactChange } from '../batches/batch.ts';
import { changeMember, type Member, type MemberChange } from '../batches/change-member.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import type { BatchId, CustomerId } from '../ids.ts';
import { measuresOf } from '../playbook/tiers.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';
import { isPaused, PAUSE_CHECK_MS } from './pause.ts';
import { runMembers, undoRunsOf } from './run-members.ts';
import { auditBatch, showBatch, showProgress } from './show-batch.ts';
import { tellShop } from './tell-shop.ts';

type ChangeDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId' | 'log' | 'crashpoint'>;

/** How many members are changed in one transaction: enough to be quick, few enough that others get their turn. */
const PIECE = 200;

/** A run renders mails and asks shops: fewer at a time, so that events get their turn. */
const RUNS_PIECE = 25;

/**
 * Takes a running batch one piece further, in one transaction with the job for the next piece. Repeating it, after a
 * crash too, changes nobody twice: whose turn was is no longer waiting.
 */
export async function changeBatch(deps: ChangeDeps, id: BatchId): Promise<void> {
  await deps.storage.transaction(async (records) => {
    const batch = await records.batches.lock(id);
    if (batch === null || batch.status !== 'running') return;
    const next = await takePiece(deps, records, batch);
    if (next === null) return end(deps, records, batch);
    await records.enqueue([next]);
    await showProgress(records, id, deps.now());
    deps.crashpoint('K31');
  });
}

/** The job for what comes next; null when nothing is left. */
async function takePiece(
  deps: ChangeDeps,
  records: Records,
  batch: Batch,
): Promise<Enqueued | null> {
  const job = { name: 'change-batch', batchId: batch.id } as const;
  if (await isPaused({ storage: records }))
    return { job, notBefore: new Date(deps.now().getTime() + PAUSE_CHECK_MS) };
  const { change } = batch;
  const limit = change.kind === 'run' ? RUNS_PIECE : PIECE;
  const members = await records.batches.waiting(batch, { limit });
  if (members.length === 0) return tellShop(deps, records, batch);
  if (change.kind !== 'run') await changeMembers(deps, records, { ...batch, change }, members);
  else if (batch.undoOf === null) await runMembers(deps, records, { ...batch, change }, members);
  else await undoRunsOf(deps, records, batch, members);
  return { job };
}

/** A batch that changes what we know of its members. */
type FactBatch = Omit<Batch, 'change'> & { readonly change: FactChange };

type Changed = { readonly customerId: CustomerId } & Extract<MemberChange, { outcome: 'changed' }>;

async function changeMembers(
  deps: ChangeDeps,
  records: Records,
  batch: FactBatch,
  members: readonly Member[],
): Promise<void> {
  const at = deps.now();
  const measures = measuresOf(deps.playbook.team);
  const ids = members.map(({ customerId }) => customerId);
  const profiles = new Map(
    (await records.customers.lockMany(ids)).map((profile) => [profile.id, profile]),
  );
  const outcomes = members.map((member) => ({
    customerId: member.customerId,
    ...changeMember(batch.change, member, profiles.get(member.customerId) ?? null, {
      at,
      measures,
    }),
  }));
  const changed = outcomes.filter((one): one is Changed => one.outcome === 'changed');
  await records.batches.settle(
    batch.id,
    at,
    outcomes.map((one) => ({
      customerId: one.customerId,
      outcome: one.outcome,
      reason: null,
      before: one.outcome === 'changed' ? one.before : null,
      after: one.outcome === 'changed' ? one.after : null,
    })),
  );
  if (changed.length === 0) return;
  const profilesAfter = changed.map(({ profile }) => profile);
  await records.customers.saveMany(profilesAfter, new Map());
  await records.timeline.add(changed.map((one) => toEntry(batch, one, at)));
  const among = changed.map(({ customerId }) => customerId);
  await records.enqueue([{ job: { name: 'refresh-segments', among } }]);
}

function toEntry(
  batch: FactBatch,
  { customerId, before, after }: Changed,
  at: Date,
): NewTimelineEntry {
  const by = (batch.confirmedBy ?? batch.requestedBy).name;
  const said = { by, batchId: batch.id };
  const entry = { customerId, key: `batch:${batch.id}`, at };
  switch (batch.change.kind) {
    case 'tag':
    case 'untag':
      return after === null
        ? { ...entry, kind: 'untagged', data: { ...said, tag: before } }
        : { ...entry, kind: 'tagged', data: { ...said, tag: after } };
    case 'tier':
      return after === null
        ? { ...entry, kind: 'tier-released', data: said }
        : { ...entry, kind: 'tier-set', data: { ...said, tier: after } };
    case 'set':
      return {
        ...entry,
        kind: 'attribute-set',
        data: { ...said, name: batch.change.name, value: after },
      };
  }
}

async function end(deps: ChangeDeps, records: Records, batch: Batch): Promise<void> {
  const at = deps.now();
  const ended: Batch = { ...batch, status: 'done', endedAt: at };
  await records.batches.update(batch, ended);
  await auditBatch(records, ended, { at, by: null, action: 'done' });
  await showBatch(records, ended);
}
