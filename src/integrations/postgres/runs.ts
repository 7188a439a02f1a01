// Runs of automations, and the plans they made with the ledger of their effects.

import type { Before, Effect, StepStatus } from '#engine/actions/effect.ts';
import type { PlanWithSteps } from '#engine/approvals/plan.ts';
import { asId } from '#engine/ids.ts';
import type { PlanRecords, RunRecords } from '#engine/ports/plan-records.ts';
import type { Run, RunStatus } from '#engine/runs/run.ts';
import type { Plan as PlanRow, Run as RunRow, Step as StepRow } from './generated/client.ts';
import { Prisma } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Client } from './session.ts';

/** Firings of automations. */
export function runRecords(client: Client): RunRecords {
  return {
    insert: async (run) => {
      const row = { ...run, trace: run.trace === null ? Prisma.DbNull : toJson(run.trace) };
      const { count } = await client.run.createMany({ data: [row], skipDuplicates: true });
      return count === 1;
    },
    get: async (id) => {
      const row = await client.run.findUnique({ where: { id } });
      return row === null ? null : toRun(row);
    },
    setStatus: async (id, status, reason) => {
      await client.run.update({ where: { id }, data: { status, reason } });
    },
    setCase: async (id, caseId) => {
      await client.run.update({ where: { id }, data: { caseId } });
    },
    lastStart: async (automation, customerId) => {
      const row = await client.run.findFirst({
        where: { automation, customerId, status: { not: 'shadow' } },
        orderBy: { startedAt: 'desc' },
        select: { startedAt: true },
      });
      return row?.startedAt ?? null;
    },
    list: async ({ automation, customerId }, { limit, after }) => {
      const rows = await client.run.findMany({
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
    countByAutomation: async () => {
      const rows = await client.run.groupBy({ by: ['automation'], _count: { _all: true } });
      return new Map(rows.map((row) => [row.automation, row._count._all]));
    },
  };
}

/** Plans, each with one ledger row an effect. */
export function planRecords(client: Client): PlanRecords {
  return {
    insert: async (plan) => {
      const { effects, origin, ...plain } = plan;
      const runId = origin.kind === 'run' ? origin.runId : null;
      const undoOf = origin.kind === 'undo' ? origin.planId : null;
      const steps = { create: waitingSteps(effects) };
      await client.plan.create({
        data: { ...plain, origin: toJson(origin), runId, undoOf, steps },
      });
    },
    replace: async ({ id, hash, createdAt, effects }) => {
      await client.step.deleteMany({ where: { planId: id } });
      await client.plan.update({
        where: { id },
        data: { hash, createdAt, steps: { create: waitingSteps(effects) } },
      });
    },
    get: async (id) => {
      const row = await client.plan.findUnique({ where: { id }, include: WITH_STEPS });
      return row === null ? null : toPlan(row);
    },
    mark: async (planId, position, from, at) => {
      const rows = await client.step.updateManyAndReturn({
        where: { planId, position, status: { in: [...from] } },
        data: { status: 'marked', attempts: { increment: 1 }, changedAt: at, reason: null },
        select: { attempts: true },
      });
      return rows[0]?.attempts ?? null;
    },
    settle: async (planId, position, attempts, { at, before, ...outcome }) => {
      const noted = before === undefined ? {} : { before: toJson(before) };
      const { count } = await client.step.updateMany({
        where: { planId, position, attempts },
        data: { ...outcome, ...noted, changedAt: at },
      });
      return count === 1;
    },
    ofRun: async (runId) => {
      const rows = await client.plan.findMany({
        where: { runId },
        include: WITH_STEPS,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toPlan);
    },
    ofCustomer: async (customerId, { limit, after }) => {
      const rows = await client.plan.findMany({
        where: { customerId },
        include: WITH_STEPS,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toPlan);
    },
    undoOf: async (undoOf) => {
      const row = await client.plan.findUnique({ where: { undoOf }, include: WITH_STEPS });
      return row === null ? null : toPlan(row);
    },
  };
}

function waitingSteps(effects: readonly Effect[]) {
  return effects.map((effect, position) => ({
    position,
    effect: toJson(effect),
    status: 'waiting',
    attempts: 0,
  }));
}

const WITH_STEPS = { steps: { orderBy: { position: 'asc' } } } as const;

function toRun(row: RunRow): Run {
  return {
    ...row,
    id: asId('run', row.id),
    customerId: asId('customer', row.customerId),
    eventId: row.eventId === null ? null : asId('event', row.eventId),
    caseId: row.caseId === null ? null : asId('case', row.caseId),
    status: fromJson<RunStatus>(row.status),
    trace: fromJson(row.trace),
  };
}

function toPlan(row: PlanRow & { readonly steps: readonly StepRow[] }): PlanWithSteps {
  const steps = row.steps.map((step) => ({
    ...step,
    effect: fromJson<Effect>(step.effect),
    status: fromJson<StepStatus>(step.status),
    before: fromJson<Before | null>(step.before),
  }));
  return {
    id: asId('plan', row.id),
    customerId: asId('customer', row.customerId),
    origin: fromJson(row.origin),
    hash: row.hash,
    createdAt: row.createdAt,
    effects: steps.map((step) => step.effect),
    steps,
  };
}
