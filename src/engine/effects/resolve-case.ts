// The end of a case by what was done for the customer.
import type { Effect } from '../actions/effect.ts';
import { isResolved } from '../cases/case.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

type Resolve = Extract<Effect, { kind: 'resolve-case' }>;

/** Resolves the case, if everything that comes before in the plan was done: else it is left to a teammate. */
export async function resolveCase(
  deps: PerformDeps,
  effect: Resolve,
  attempt: Attempt,
): Promise<Performed> {
  const plan = await deps.storage.plans.get(attempt.plan.id);
  const before = plan?.steps.filter(({ position }) => position < attempt.position) ?? [];
  if (before.some(({ status }) => status !== 'done'))
    return { kind: 'skipped', reason: 'not-carried-out' };
  return { kind: 'done', ref: null, record: (records) => resolve(deps, records, effect, attempt) };
}

async function resolve(
  deps: PerformDeps,
  records: Records,
  { caseId, resolution }: Resolve,
  attempt: Attempt,
): Promise<void> {
  const at = deps.now();
  const end = { status: 'resolved', resolution, resolvedAt: at, snoozedUntil: null } as const;
  let item = await records.cases.get(caseId);
  // What somebody else changes at this moment is kept; that it is done for the customer stands all the same.
  while (
    item !== null &&
    !isResolved(item) &&
    !(await records.cases.update(item, { ...item, ...end }))
  )
    item = await records.cases.get(caseId);
  if (item === null || isResolved(item)) return;
  const by = attempt.approval?.requestedBy ?? null;
  await records.audit.append({
    at,
    actor: by?.person ?? 'regulars',
    action: 'case.resolved',
    subject: caseId,
    details: { revision: item.revision + 1, resolution },
  });
  const data = { caseId, resolution, by: by?.name ?? null, text: null };
  await records.timeline.add([stepEntry(deps, attempt, 'case-resolved', data)]);
}
