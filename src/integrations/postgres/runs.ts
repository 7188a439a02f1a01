// Runs of automations: their progress is one conditional update, and who is to be woken is found by index.
import type { Decider } from '#engine/approvals/approval.ts';
import { asId, type RunId } from '#engine/ids.ts';
import type { Page } from '#engine/ports/page.ts';
import type { RunRecords, Shadowed } from '#engine/ports/run-records.ts';
import { type Claim, isOpen, OPEN_STATUSES, type Run, type RunStatus } from '#engine/runs/run.ts';
import type { Run as RunRow } from './generated/client.ts';
import { Prisma } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Query, Session } from './session.ts';
import { describeTable } from './table.ts';

const RUNS = describeTable('runs', Prisma.RunScalarFieldEnum, ['id']);

/** Literal, as the partial index names them. */
const OPEN = OPEN_STATUSES.map((status) => `'${status}'`).join(', ');
const OPEN_OF = `SELECT ${RUNS.columns} FROM runs
  WHERE customer_id = $1 AND status IN (${OPEN}) ORDER BY started_at, id`;

/** The ends of two indexes: all that a tick with nothing to do costs. Asked whether one exists, the planner would look through all. */
const ANY_DUE = `SELECT least((SELECT min(wake_at) FROM runs WHERE status = 'waiting'),
  (SELECT min(not_before) FROM steps WHERE status = 'waiting')) <= $1 AS due`;

/** Whoever else wakes runs at this moment takes others. */
const WAKE = `UPDATE runs SET status = 'running' FROM (
    SELECT id FROM runs WHERE status = 'waiting' AND wake_at <= $1
    ORDER BY wake_at LIMIT $2 FOR UPDATE SKIP LOCKED) AS due
  WHERE runs.id = due.id RETURNING runs.id`;

const ERASE = `UPDATE runs SET trace = NULL, history = '[]',
    status = CASE WHEN status IN (${OPEN}) THEN 'stopped' ELSE status END,
    reason = CASE WHEN status IN (${OPEN}) THEN 'forgotten' ELSE reason END
  WHERE customer_id = $1`;

const LAST_STARTS = `SELECT customer_id AS id, max(started_at) AS at FROM runs
  WHERE automation = $1 AND customer_id = ANY($2::text[]) AND ($3 OR status <> 'shadow') GROUP BY customer_id`;

const SHADOWS = `SELECT customer_id AS "customerId", count(*)::int AS firings, max(started_at) AS "latestAt",
    (array_agg(id ORDER BY started_at DESC, id DESC))[1] AS latest
  FROM runs WHERE automation = $1 AND status = 'shadow' AND started_at >= $2 AND started_at < $3 AND customer_id > $4
  GROUP BY customer_id ORDER BY customer_id LIMIT $5::int8`;

const SHADOW_DAYS = `SELECT to_char(started_at AT TIME ZONE $4, 'YYYY-MM-DD') AS day, count(*)::int AS firings
  FROM runs WHERE automation = $1 AND status = 'shadow' AND started_at >= $2 AND started_at < $3 GROUP BY 1`;

type ShadowDay = { readonly day: string; readonly firings: number };

type ShadowRow = {
  readonly customerId: string;
  readonly firings: number;
  readonly latest: string;
  readonly latestAt: Date;
};

type Started = { readonly id: string; readonly at: Date };

/** Firings of automations. */
export function runRecords({ prisma, query }: Session): RunRecords {
  return {
    insert: async (run) => {
      const { claim: _claim, ...data } = toRow(run);
      const { count } = await prisma.run.createMany({ data: [data], skipDuplicates: true });
      return count === 1;
    },
    get: async (id) => {
      const row = await prisma.run.findUnique({ where: { id } });
      return row === null ? null : toRun(row);
    },
    update: async ({ id, status, position, wakeAt }, next) => {
      // Whose it is may have changed since it was read: a merge moves the row.
      const { caseId: _caseId, customerId: _customerId, claim: _claim, ...data } = toRow(next);
      const { count } = await prisma.run.updateMany({
        where: { id, status, position, wakeAt },
        data,
      });
      return count === 1;
    },
    setCase: async (id, caseId) => {
      await prisma.run.update({ where: { id }, data: { caseId } });
    },
    setClaim: (id, claim) => setClaim(prisma, id, claim),
    openOf: async (customerId) => {
      const rows = await query<RunRow>(OPEN_OF, [customerId]);
      return rows.map(toRun).filter(isOpen);
    },
    isAnyDue: async (now) => {
      const [row] = await query<{ readonly due: boolean }>(ANY_DUE, [now]);
      return row?.due === true;
    },
    wakeDue: async (now, limit) => {
      const rows = await query<{ readonly id: RunId }>(WAKE, [now, limit]);
      return rows.map(({ id }) => id);
    },
    lastStart: async ({ automation, mode }, customerId) => {
      const counts = mode === 'shadow' ? {} : { status: { not: 'shadow' } };
      const row = await prisma.run.findFirst({
        where: { automation, customerId, ...counts },
        orderBy: { startedAt: 'desc' },
        select: { startedAt: true },
      });
      return row?.startedAt ?? null;
    },
    lastStarts: async ({ automation, mode }, ids) => {
      const rows = await query<Started>(LAST_STARTS, [automation, [...ids], mode === 'shadow']);
      return new Map(rows.map(({ id, at }) => [asId('customer', id), at]));
    },
    list: async ({ automation, customerId }, { limit, after }) => {
      const rows = await prisma.run.findMany({
        where: {
          ...(automation === undefined ? {} : { automation }),
          ...(customerId === undefined ? {} : { customerId }),
        },
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toRun);
    },
    shadows: (automation, span, page) => shadows(query, automation, span, page),
    shadowDays: (automation, span, zone) => shadowDays(query, automation, span, zone),
    countByAutomation: () => countByAutomation(prisma),
    eraseOf: async (customerId) => {
      await query(ERASE, [customerId]);
    },
  };
}

async function shadows(
  query: Query,
  automation: string,
  { from, until }: { readonly from: Date; readonly until: Date },
  { limit, after = '' }: Page,
): Promise<readonly Shadowed[]> {
  const rows = await query<ShadowRow>(SHADOWS, [automation, from, until, after, limit]);
  return rows.map((row) => ({
    ...row,
    customerId: asId('customer', row.customerId),
    latest: asId('run', row.latest),
  }));
}

async function shadowDays(
  query: Query,
  automation: string,
  { from, until }: { readonly from: Date; readonly until: Date },
  zone: string,
): Promise<ReadonlyMap<string, number>> {
  const days = await query<ShadowDay>(SHADOW_DAYS, [automation, from, until, zone]);
  return new Map(days.map(({ day, firings }) => [day, firings]));
}

async function countByAutomation(prisma: Session['prisma']): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.run.groupBy({ by: ['automation'], _count: { _all: true } });
  return new Map(rows.map((row) => [row.automation, row._count._all]));
}

/** Of two who claim at once the second finds it taken. */
async function setClaim(
  prisma: Session['prisma'],
  id: RunId,
  claim: Claim | null,
): Promise<boolean> {
  const { count } = await prisma.run.updateMany({
    where: { id, claimedAt: claim === null ? { not: null } : null },
    data: {
      claimedBy: claim === null ? Prisma.DbNull : toJson(claim.by),
      claimedAt: claim?.at ?? null,
    },
  });
  return count === 1;
}

function toRow(run: Run) {
  return {
    ...run,
    waitingFor: [...run.waitingFor],
    history: toJson(run.history),
    trace: run.trace === null ? Prisma.DbNull : toJson(run.trace),
    begunBy: run.begunBy === null ? Prisma.DbNull : toJson(run.begunBy),
  };
}

function toRun({ claimedBy, claimedAt, ...row }: RunRow): Run {
  return {
    ...row,
    id: asId('run', row.id),
    customerId: asId('customer', row.customerId),
    eventId: row.eventId === null ? null : asId('event', row.eventId),
    caseId: row.caseId === null ? null : asId('case', row.caseId),
    wokenBy: row.wokenBy === null ? null : asId('event', row.wokenBy),
    status: fromJson<RunStatus>(row.status),
    waitingFor: fromJson(row.waitingFor),
    history: fromJson(row.history),
    trace: fromJson(row.trace),
    begunBy: fromJson(row.begunBy),
    claim: claimedAt === null ? null : { by: fromJson<Decider>(claimedBy), at: claimedAt },
  };
}
