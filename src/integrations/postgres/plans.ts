// The plans that runs, cases and teammates made, with the ledger of their effects.
import type { Before, Effect, StepStatus } from '#engine/actions/effect.ts';
import type { PlanWithSteps } from '#engine/approvals/plan.ts';
import { asId, type PlanId } from '#engine/ids.ts';
import type { PlanRecords } from '#engine/ports/plan-records.ts';
import type { Plan as PlanRow, Step as StepRow } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Session } from './session.ts';
import { countUnusedCodes } from './unused-codes.ts';

/** Whoever else looks at this moment takes others. */
const TAKE_DUE = `UPDATE steps SET not_before = NULL FROM (
    SELECT plan_id, position FROM steps WHERE status = 'waiting' AND not_before <= $1
    ORDER BY not_before LIMIT $2 FOR UPDATE SKIP LOCKED) AS due
  WHERE steps.plan_id = due.plan_id AND steps.position = due.position RETURNING steps.plan_id AS "planId"`;

/** Mails are erased where mails are kept. */
const ERASE = `UPDATE steps SET before = NULL, effect = CASE effect->>'kind'
    WHEN 'write-note' THEN jsonb_set(effect, '{text}', '""')
    WHEN 'post-notice' THEN jsonb_set(effect, '{text}', 'null')
    WHEN 'send-request' THEN jsonb_set(effect, '{body}', '""')
    WHEN 'open-task' THEN jsonb_set(effect, '{title}', '""')
    WHEN 'set-attribute' THEN jsonb_set(effect, '{value}', 'null')
    ELSE effect END
  WHERE plan_id IN (SELECT id FROM plans WHERE customer_id = $1)`;

/** Plans, each with one ledger row an effect. */
export function planRecords({ prisma: client, query }: Session): PlanRecords {
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
    ...ledger({ prisma: client, query }),
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
    eraseOf: async (customerId) => {
      await query(ERASE, [customerId]);
    },
    countUnusedCodes: (customerId, at) => countUnusedCodes(query, customerId, at),
    undoOf: async (undoOf) => {
      const row = await client.plan.findUnique({ where: { undoOf }, include: WITH_STEPS });
      return row === null ? null : toPlan(row);
    },
  };
}

type Ledger = Pick<PlanRecords, 'mark' | 'settle' | 'putOff' | 'takeDue'>;

/** How far each effect has come. */
function ledger({ prisma: client, query }: Session): Ledger {
  return {
    mark: async (planId, position, from, at) => {
      const rows = await client.step.updateManyAndReturn({
        where: { planId, position, status: { in: [...from] } },
        data: {
          status: 'marked',
          attempts: { increment: 1 },
          changedAt: at,
          reason: null,
          notBefore: null,
        },
        select: { attempts: true },
      });
      return rows[0]?.attempts ?? null;
    },
    putOff: async (planId, position, { reason, until, at }) => {
      await client.step.updateMany({
        where: { planId, position, status: 'waiting' },
        data: { reason, changedAt: at, notBefore: until },
      });
    },
    takeDue: async (now, limit) => {
      const rows = await query<{ readonly planId: PlanId }>(TAKE_DUE, [now, limit]);
      return [...new Set(rows.map(({ planId }) => planId))];
    },
    settle: async (planId, position, attempts, { at, before, ...outcome }) => {
      const noted = before === undefined ? {} : { before: toJson(before) };
      const { count } = await client.step.updateMany({
        where: { planId, position, attempts },
        data: { ...outcome, ...noted, changedAt: at },
      });
      return count === 1;
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
