// Batches: every change of one is a conditional update that names the revision it saw.
import type { Batch, BatchStatus } from '#engine/batches/batch.ts';
import { asId, type BatchId } from '#engine/ids.ts';
import type { BatchRecords } from '#engine/ports/batch-records.ts';
import { batchMemberRecords } from './batch-members.ts';
import { Prisma, type Batch as Row } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Population } from './segment-ranks.ts';
import type { Session } from './session.ts';

/** How many previews one look at the expired ones takes. */
const EXPIRED_AT_ONCE = 100;

/** Batches and their members; `population` is shared by all records of a process. */
export function batchRecords(session: Session, population: Population): BatchRecords {
  const { prisma, query } = session;
  const get = async (id: BatchId) => {
    const row = await prisma.batch.findUnique({ where: { id } });
    return row === null ? null : toBatch(row);
  };
  return {
    ...batchMemberRecords(session, population),
    get,
    insert: async (batch) => {
      await prisma.batch.create({ data: toRow(batch) });
    },
    lock: async (id) => {
      await query('SELECT 1 FROM batches WHERE id = $1 FOR UPDATE', [id]);
      return get(id);
    },
    list: async ({ limit, after }) => {
      const rows = await prisma.batch.findMany({
        orderBy: [{ requestedAt: 'desc' }, { id: 'asc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toBatch);
    },
    update: async (seen, next) => {
      const { count } = await prisma.batch.updateMany({
        where: { id: seen.id, revision: seen.revision },
        data: { ...toRow(next), revision: seen.revision + 1 },
      });
      return count === 1;
    },
    previewedBefore: async (at) => {
      const rows = await prisma.batch.findMany({
        where: { status: 'previewed', requestedAt: { lt: at } },
        take: EXPIRED_AT_ONCE,
      });
      return rows.map(toBatch);
    },
    waitingForApproval: async () => {
      const rows = await prisma.batch.findMany({
        where: { status: 'waiting-for-approval' },
        orderBy: { requestedAt: 'asc' },
        take: EXPIRED_AT_ONCE,
      });
      return rows.map(toBatch);
    },
    claimShowing: async (id, now, until) => {
      const { count } = await prisma.batch.updateMany({
        where: { id, OR: [{ shownUntil: null }, { shownUntil: { lte: now } }] },
        data: { shownUntil: until },
      });
      return count === 1;
    },
  };
}

function toRow({
  segment,
  change,
  foreseen,
  requestedBy,
  confirmedBy,
  decisions,
  ...plain
}: Batch) {
  return {
    ...plain,
    segment: segment.name,
    query: segment.query,
    change: toJson(change),
    foreseen: toJson(foreseen),
    decisions: toJson(decisions),
    requestedBy: toJson(requestedBy),
    confirmedBy: confirmedBy === null ? Prisma.DbNull : toJson(confirmedBy),
  };
}

function toBatch({ segment, query, shownUntil: _shownUntil, ...row }: Row): Batch {
  return {
    ...row,
    id: asId('batch', row.id),
    segment: { name: segment, query },
    undoOf: row.undoOf === null ? null : asId('batch', row.undoOf),
    undoneBy: row.undoneBy === null ? null : asId('batch', row.undoneBy),
    status: fromJson<BatchStatus>(row.status),
    change: fromJson(row.change),
    foreseen: fromJson(row.foreseen),
    decisions: fromJson(row.decisions),
    requestedBy: fromJson(row.requestedBy),
    confirmedBy: fromJson(row.confirmedBy),
  };
}
