// The end of a shift: what is left of the refund cases is told once, and a teammate hands theirs over.
import type { Decider } from '../approvals/approval.ts';
import type { Case } from '../cases/case.ts';
import { workClockOf } from '../cases/work-clock.ts';
import type { Deps } from '../deps.ts';
import { endOfLastShift } from '../office-hours.ts';
import type { HandOver } from '../ports/notifier.ts';
import type { Records } from '../ports/storage.ts';
import { releaseCase } from './put-off-case.ts';
import { teammateNamed } from './teammate-named.ts';
import { reassignCase } from './work-case.ts';

const KEY = 'cases/handed-over';

/** More than anybody reads; what is beyond is counted. */
const LISTED = 100;

/**
 * Tells of what is left when the office hours end: once a shift, however many processes ask, and later where nothing ran at
 * that time. A team without office hours has no shifts. The first time it only takes note of where it begins.
 */
export async function tellHandOver(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
): Promise<void> {
  const { hours } = workClockOf(deps.playbook.team);
  const end = hours === null ? null : endOfLastShift(deps.now(), hours);
  if (end === null || isTold(await deps.storage.settings.get(KEY), end)) return;
  await deps.storage.transaction(async (records) => {
    await records.settings.lock(KEY);
    const told = await records.settings.get(KEY);
    if (isTold(told, end)) return;
    await records.settings.set(KEY, end.toISOString());
    const left = typeof told === 'string' ? await whatIsLeft(records, deps.now()) : null;
    if (left === null || left.count === 0) return;
    const news = { kind: 'hand-over', ...left } as const;
    const key = `hand-over:${end.toISOString()}`;
    await records.enqueue([{ job: { name: 'tell', channel: 'refunds', key, news } }]);
  });
}

/** Hours that were moved since may seem to have ended before what was told last. */
function isTold(told: unknown, end: Date): boolean {
  return typeof told === 'string' && told >= end.toISOString();
}

/** The cases that are not resolved, the oldest first. Their customers are not named: what is told cannot be taken back. */
export async function whatIsLeft({ cases }: Pick<Records, 'cases'>, now: Date): Promise<HandOver> {
  const { shown, count } = await cases.waiting(LISTED);
  return { count, cases: shown.map((item) => leftCase(item, now)) };
}

function leftCase(item: Case, now: Date): HandOver['cases'][number] {
  return {
    id: item.id,
    order: item.orderNumber,
    assignee: item.assignee?.name ?? null,
    dueAt: item.dueAt.toISOString(),
    snoozedUntil: item.snoozedUntil?.toISOString() ?? null,
    isOverdue: item.dueAt <= now,
    isEscalated: item.escalatedAt !== null,
  };
}

/**
 * Gives all unresolved cases of a teammate to somebody else, or back where `to` is null, and says how many. One that changes at
 * that moment stays as it is. Throws UserError when the team knows nobody of that name.
 */
export async function handOverCases(
  deps: Pick<Deps, 'storage' | 'now' | 'newId' | 'playbook'>,
  { by, to }: { readonly by: Decider; readonly to: string | null },
): Promise<number> {
  if (to !== null) teammateNamed(deps, to, by);
  const filter = { open: true, assignee: by.person };
  let given = 0;
  for (const { id } of await deps.storage.cases.list(filter, { limit: LISTED })) {
    const worked =
      to === null ? await releaseCase(deps, { id, by }) : await reassignCase(deps, { id, to, by });
    if (worked.kind === 'done') given += 1;
  }
  return given;
}
