// Refund cases: every change is one conditional update that names the revision it saw.

import type { Case, CaseStatus } from '#engine/cases/case.ts';
import type { CaseKind } from '#engine/cases/case-kind.ts';
import type { Resolution } from '#engine/cases/resolution.ts';
import { asId } from '#engine/ids.ts';
import type { Channel } from '#engine/playbook/team.ts';
import type { CaseRecords } from '#engine/ports/plan-records.ts';
import type { Case as CaseRow } from './generated/client.ts';
import { Prisma } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Session } from './session.ts';

const UNRESOLVED = ['open', 'taken'];
const AWAKE = { status: { in: UNRESOLVED }, snoozedUntil: null };
const SOONEST: Prisma.CaseOrderByWithRelationInput[] = [{ dueAt: 'asc' }, { id: 'asc' }];

/** Asked at every event. */
const COUNT_OPEN = `SELECT count(*)::int AS open FROM cases
  WHERE customer_id = $1 AND status = ANY($2::text[])`;

const RESOLUTIONS_FOR = `SELECT resolution, count(*)::int AS count FROM cases
  WHERE status = 'resolved' AND resolution IS NOT NULL AND about = $1 AND lower(reason) = lower($2)
  GROUP BY resolution ORDER BY count DESC, resolution`;

const REPLY_FOR = `SELECT steps.effect #>> '{mail,values,reply,text}' AS text, cases.customer_id AS "customerId"
  FROM cases
  JOIN plans ON plans.customer_id = cases.customer_id AND plans.origin ->> 'caseId' = cases.id
  JOIN steps ON steps.plan_id = plans.id
  WHERE cases.status = 'resolved' AND cases.about = $1 AND lower(cases.reason) = lower($2) AND cases.customer_id <> $3
    AND steps.status = 'done' AND steps.effect ->> 'kind' = 'send-email'
    AND steps.effect #>> '{mail,values,reply,text}' IS NOT NULL
  ORDER BY plans.created_at DESC, plans.id DESC LIMIT 1`;

/** Cases; every change is one conditional update that names the revision it saw. */
export function caseRecords({ prisma: client, query }: Session): CaseRecords {
  return {
    insert: async (item) => {
      const { count } = await client.case.createMany({ data: [toRow(item)], skipDuplicates: true });
      return count === 1;
    },
    get: async (id) => one(await client.case.findUnique({ where: { id } })),
    byReturn: async (shop, returnRef) =>
      one(await client.case.findUnique({ where: { shop_returnRef: { shop, returnRef } } })),
    byOfferToken: async (offerToken) =>
      one(await client.case.findUnique({ where: { offerToken } })),
    list: async ({ open, customerId, assignee }, { limit, after }) => {
      const rows = await client.case.findMany({
        where: {
          ...(open === undefined ? {} : { status: open ? { in: UNRESOLVED } : 'resolved' }),
          ...(customerId === undefined ? {} : { customerId }),
          ...(assignee === undefined ? {} : { assignee: assignedTo(assignee) }),
        },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toCase);
    },
    update: async (seen, next) => {
      // Whose it is may have changed since it was read: a merge moves the row.
      const { customerId, ...data } = toRow(next);
      const owner = customerId === seen.customerId ? {} : { customerId };
      const { count } = await client.case.updateMany({
        where: { id: seen.id, revision: seen.revision },
        data: { ...data, ...owner, revision: seen.revision + 1 },
      });
      return count === 1;
    },
    countOpen: async (customerId) => {
      const [row] = await query<{ open: number }>(COUNT_OPEN, [customerId, UNRESOLVED]);
      return row?.open ?? 0;
    },
    resolutionsFor: ({ about, reason }) => query(RESOLUTIONS_FOR, [about, reason]),
    replyFor: async ({ about, reason, customerId }) => {
      const rows: readonly { readonly text: string; readonly customerId: string }[] = await query(
        REPLY_FOR,
        [about, reason, customerId],
      );
      const [found] = rows;
      return found === undefined
        ? null
        : { text: found.text, customerId: asId('customer', found.customerId) };
    },
    ...waitingCases(client),
    eraseOf: async (customerId) => {
      await client.case.updateMany({
        where: { customerId },
        data: {
          reason: null,
          note: null,
          items: [],
          notes: [],
          offer: Prisma.DbNull,
          revision: { increment: 1 },
        },
      });
    },
  };
}

/** What the clock asks of those that are not resolved. */
function waitingCases(
  client: Session['prisma'],
): Pick<CaseRecords, 'dueBefore' | 'unescalated' | 'toWake' | 'waiting'> {
  return {
    dueBefore: async (at) => {
      const rows = await client.case.findMany({
        where: { ...AWAKE, remindedAt: null, dueAt: { lte: at } },
        orderBy: SOONEST,
        take: 100,
      });
      return rows.map(toCase);
    },
    unescalated: async (dueBy, limit) => {
      const rows = await client.case.findMany({
        where: { ...AWAKE, escalatedAt: null, dueAt: { lte: dueBy } },
        orderBy: SOONEST,
        take: limit,
      });
      return rows.map(toCase);
    },
    toWake: async (at) => {
      const rows = await client.case.findMany({
        where: { status: { in: UNRESOLVED }, snoozedUntil: { lte: at } },
        orderBy: [{ snoozedUntil: 'asc' }, { id: 'asc' }],
        take: 100,
      });
      return rows.map(toCase);
    },
    waiting: async (limit) => {
      const where = { status: { in: UNRESOLVED } };
      const rows = await client.case.findMany({
        where,
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return { shown: rows.map(toCase), count: await client.case.count({ where }) };
    },
  };
}

function toRow(item: Case) {
  const { amount, assignee, notes, items, offer, ...plain } = item;
  return {
    ...plain,
    currency: amount?.currency ?? null,
    amountMinor: amount === null ? null : BigInt(amount.minor),
    items: toJson(items),
    notes: toJson(notes),
    assignee: assignee === null ? Prisma.DbNull : toJson(assignee),
    offer: offer === null ? Prisma.DbNull : toJson(offer),
    offerToken: offer?.token ?? null,
  };
}

function one(row: CaseRow | null): Case | null {
  return row === null ? null : toCase(row);
}

function assignedTo(person: string | null) {
  return person === null ? { equals: Prisma.AnyNull } : { path: ['person'], equals: person };
}

function toCase(row: CaseRow): Case {
  const { currency, amountMinor, offerToken: _token, ...plain } = row;
  return {
    ...plain,
    id: asId('case', row.id),
    customerId: row.customerId === null ? null : asId('customer', row.customerId),
    status: fromJson<CaseStatus>(row.status),
    about: fromJson<CaseKind>(row.about),
    resolution: fromJson<Resolution | null>(row.resolution),
    amount:
      currency === null || amountMinor === null ? null : { minor: Number(amountMinor), currency },
    channel: fromJson<Channel>(row.channel),
    items: fromJson(row.items),
    notes: fromJson(row.notes),
    assignee: fromJson(row.assignee),
    offer: fromJson(row.offer),
  };
}
