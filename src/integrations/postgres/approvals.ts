// Approvals: every change is one conditional update that names the state it saw.

import type { Approval, ApprovalStatus } from '#engine/approvals/approval.ts';
import { asId } from '#engine/ids.ts';
import type { ApprovalRecords, Call } from '#engine/ports/plan-records.ts';
import type { Approval as ApprovalRow } from './generated/client.ts';
import { Prisma } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Client } from './session.ts';

/** Plans that wait, or waited, for a decision. */
export function approvalRecords(client: Client): ApprovalRecords {
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
    requestedBy: fromJson(row.requestedBy),
    editedBy: fromJson(row.editedBy),
    decisions: fromJson(row.decisions),
  };
}
