// Automations that are, or may be, let run by themselves, and the decisions that speak for it.
import type { Autonomy, AutonomyEnd, AutonomyStatus, Bound } from '#engine/approvals/autonomy.ts';
import { asId } from '#engine/ids.ts';
import type { AutonomyRecords } from '#engine/ports/autonomy-records.ts';
import { type Autonomy as AutonomyRow, Prisma } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import { lockKeys, type Session } from './session.ts';

/**
 * What people decided: what went out by itself says nothing of them, and neither does what nobody decided. A plan that was
 * taken back, and a second version, are no approval of what was proposed.
 */
const PRECEDENTS = `SELECT made.at, made.terms,
    status <> 'rejected' AND approvals.version = 1 AND undo.id IS NULL AS unchanged
  FROM approvals JOIN plans ON plans.id = plan_id
  LEFT JOIN plans AS undo ON undo.undo_of = plans.id
  CROSS JOIN LATERAL (
    SELECT (decisions->-1->'at'->>'$date')::timestamptz AS at,
      (SELECT effect->'terms' FROM steps WHERE steps.plan_id = plans.id AND effect->>'kind' = 'create-discount'
        ORDER BY position LIMIT 1) AS terms) AS made
  WHERE approvals.kind = $1 AND plans.origin->>'kind' = 'run' AND (plans.origin->>'version')::int8 = $2::int8
    AND status NOT IN ('pending', 'expired') AND jsonb_array_length(decisions) > 0
    AND decisions->-1->'autonomy' IS NULL
    AND ($3::timestamptz IS NULL OR made.at > $3::timestamptz)
  ORDER BY made.at DESC LIMIT $4::int8`;

const COUNT = `SELECT count(*)::int AS count FROM approvals
  WHERE created_at > $2::timestamptz AND decisions->0->'autonomy'->>'id' = $1`;

type PrecedentRow = {
  readonly at: Date;
  readonly terms: unknown;
  readonly unchanged: boolean;
};

/** Autonomies. */
export function autonomyRecords({ prisma: client, query }: Session): AutonomyRecords {
  return {
    lock: (automation) => lockKeys(query, [`autonomy|${automation}`]),
    insert: async (autonomy) => {
      await client.autonomy.create({ data: toRow(autonomy) });
    },
    get: async (id) => one(await client.autonomy.findUnique({ where: { id } })),
    latest: async (automation) =>
      one(
        await client.autonomy.findFirst({
          where: { automation },
          orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
        }),
      ),
    update: async ({ id, status }, next) => {
      const { count } = await client.autonomy.updateMany({
        where: { id, status },
        data: toRow(next),
      });
      return count === 1;
    },
    precedents: async ({ automation, version, after }, limit) => {
      const rows = await query<PrecedentRow>(PRECEDENTS, [automation, version, after, limit]);
      return rows.map(({ at, terms, unchanged }) => ({ at, unchanged, worth: worthIn(terms) }));
    },
    countSince: async (id, since) => {
      const [row] = await query<{ readonly count: number }>(COUNT, [id, since]);
      return row?.count ?? 0;
    },
  };
}

function worthIn(terms: unknown): Bound {
  const worth = fromJson<Bound>(terms);
  if (worth === null) return null;
  return 'percent' in worth ? { percent: worth.percent } : { amount: worth.amount };
}

function toRow({ bound, ...plain }: Autonomy) {
  return { ...plain, bound: bound === null ? Prisma.DbNull : toJson(bound) };
}

function one(row: AutonomyRow | null): Autonomy | null {
  if (row === null) return null;
  return {
    ...row,
    id: asId('autonomy', row.id),
    bound: fromJson<Bound>(row.bound),
    status: fromJson<AutonomyStatus>(row.status),
    end: fromJson<AutonomyEnd | null>(row.end),
  };
}
