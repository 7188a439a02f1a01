// Approvals: every change is one conditional update that names the state it saw.

import type { Approval, ApprovalStatus } from '#engine/approvals/approval.ts';
import { asId } from '#engine/ids.ts';
import type { Channel } from '#engine/playbook/team.ts';
import type { ApprovalRecords, Call } from '#engine/ports/plan-records.ts';
import type { Approval as ApprovalRow } from './generated/client.ts';
import { Prisma } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Query, Session } from './session.ts';

/** Plans that wait, or waited, for a decision. */
export function approvalRecords({ prisma: client, query }: Session): ApprovalRecords {
  return {
    insert: async (approval) => {
      await client.approval.create({ data: toRow(approval) });
    },
    get: async (id) => one(await client.approval.findUnique({ where: { id } })),
    byPlan: async (planId) => one(await client.approval.findUnique({ where: { planId } })),
    list: async ({ status, customerId }, { limit, after }) => {
      const rows = await client.approval.findMany({
        where: {
          ...(status === undefined ? {} : { status }),
          ...(customerId === undefined ? {} : { customerId }),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toApproval);
    },
    decide: async (seen, next, now) => {
      const { id, revision, version, hash } = seen;
      const { count } = await client.approval.updateMany({
        where: { id, revision, version, hash, status: 'pending', expiresAt: { gt: now } },
        data: { ...toRow(next), revision: revision + 1 },
      });
      return count === 1;
    },
    update: async (seen, next) => {
      // Whose it is may have changed since it was read: a merge moves the row.
      const { customerId: _customerId, ...data } = toRow(next);
      const { count } = await client.approval.updateMany({
        where: { id: seen.id, revision: seen.revision },
        data: { ...data, revision: seen.revision + 1 },
      });
      return count === 1;
    },
    queue: async (asked, from) => {
      const place = await placeInQueue(query, asked, from);
      return {
        ...place,
        approval: one(
          place.id === null ? null : await client.approval.findUnique({ where: { id: place.id } }),
        ),
      };
    },
    expiredBefore: async (now) => {
      const rows = await client.approval.findMany({
        where: { status: 'pending', expiresAt: { lte: now } },
        take: 100,
      });
      return rows.map(toApproval);
    },
    uncalled: async (call, createdBy, take) => {
      const rows = await client.approval.findMany({
        where: { ...open(call), createdAt: { lte: createdBy } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take,
      });
      return rows.map(toApproval);
    },
    call: async (id, call, at) => {
      const { count } = await client.approval.updateMany({
        where: { id, ...open(call) },
        data: call === 'reminded' ? { remindedAt: at } : { remindedAt: at, escalatedAt: at },
      });
      return count === 1;
    },
  };
}

const QUEUE = `WITH waiting AS (
    SELECT id, expires_at, row_number() OVER (ORDER BY expires_at, id)::int AS position FROM approvals
    WHERE status = 'pending' AND expires_at > $2::timestamptz AND NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(decisions) AS made
      WHERE made->'by'->>'person' = $1 AND (made->>'version')::int = version)),
  counted AS (SELECT count(*)::int AS total FROM waiting),
  next AS (SELECT id, position FROM waiting
    WHERE $4::text IS NULL OR (expires_at, id) > ($3::timestamptz, $4::text) OR ($5::bool AND id = $4::text)
    ORDER BY position LIMIT 1)
SELECT id, total, coalesce(position, total + 1) AS position FROM counted LEFT JOIN next ON TRUE`;

type Place = { readonly id: string | null; readonly position: number; readonly total: number };

async function placeInQueue(
  query: Query,
  { person, now }: Parameters<ApprovalRecords['queue']>[0],
  from: Parameters<ApprovalRecords['queue']>[1],
): Promise<Place> {
  const values = [person, now, from?.approval.expiresAt ?? null, from?.approval.id ?? null];
  const [place] = await query<Place>(QUEUE, [...values, from?.inclusive ?? false]);
  return place ?? { id: null, position: 1, total: 0 };
}

function open(call: Call) {
  return {
    status: 'pending',
    ...(call === 'reminded' ? { remindedAt: null } : { escalatedAt: null }),
  };
}

/** Calls are left out: they are noted beside whatever else changes. */
function toRow({ remindedAt: _reminded, escalatedAt: _escalated, ...approval }: Approval) {
  const { requestedBy, editedBy, decisions, ...plain } = approval;
  return {
    ...plain,
    requestedBy: requestedBy === null ? Prisma.DbNull : toJson(requestedBy),
    editedBy: editedBy === null ? Prisma.DbNull : toJson(editedBy),
    decisions: toJson(decisions),
  };
}

function one(row: ApprovalRow | null): Approval | null {
  return row === null ? null : toApproval(row);
}

function toApproval(row: ApprovalRow): Approval {
  return {
    ...row,
    id: asId('approval', row.id),
    planId: asId('plan', row.planId),
    customerId: asId('customer', row.customerId),
    status: fromJson<ApprovalStatus>(row.status),
    channel: fromJson<Channel>(row.channel),
    requestedBy: fromJson(row.requestedBy),
    editedBy: fromJson(row.editedBy),
    decisions: fromJson(row.decisions),
  };
}
