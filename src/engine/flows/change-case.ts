// How every change of a case is made: written once, audited, put onto the timeline, and shown.
import type { Decider } from '../approvals/approval.ts';
import { type Case, isResolved } from '../cases/case.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import type { CaseId } from '../ids.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';

export type CaseRefusal =
  | 'not-found'
  | 'already-resolved'
  | 'already-taken'
  | 'already-open'
  | 'not-taken'
  | 'no-answer'
  | 'no-email'
  | 'no-consent'
  | 'changed'
  | 'no-customer'
  | 'no-order'
  | 'other-currency'
  | 'too-much'
  | 'already-asked';

export type Worked =
  | { readonly kind: 'done'; readonly case: Case }
  | { readonly kind: 'refused'; readonly reason: CaseRefusal; readonly case: Case | null };

type Change = {
  readonly next: Case;
  readonly kind: NewTimelineEntry['kind'] | null;
  readonly data: NewTimelineEntry['data'];
};

/** What else is written with a change, and the jobs that follow it. */
type More = (next: Case, records: Records) => readonly Enqueued[] | Promise<readonly Enqueued[]>;

/** One change of an unresolved case: transformed, written if nobody was quicker, audited, shown. */
export async function changeCase(
  deps: Pick<Deps, 'storage' | 'now'>,
  id: CaseId,
  by: Decider,
  action: string,
  change: (item: Case) => Change | CaseRefusal,
  more: More = () => [],
): Promise<Worked> {
  const unresolved = (item: Case) => (isResolved(item) ? 'already-resolved' : change(item));
  return changeAnyCase(deps, id, by, action, unresolved, more);
}

/** The same for a case that may be resolved. */
export async function changeAnyCase(
  deps: Pick<Deps, 'storage' | 'now'>,
  id: CaseId,
  by: Decider,
  action: string,
  change: (item: Case) => Change | CaseRefusal,
  more: More = () => [],
): Promise<Worked> {
  return deps.storage.transaction(async (records): Promise<Worked> => {
    const item = await records.cases.get(id);
    if (item === null) return { kind: 'refused', reason: 'not-found', case: null };
    const changed = change(item);
    if (typeof changed === 'string') return { kind: 'refused', reason: changed, case: item };
    if (!(await records.cases.update(item, changed.next)))
      return { kind: 'refused', reason: 'changed', case: await records.cases.get(id) };
    const next = { ...changed.next, revision: item.revision + 1 };
    await noteChange(
      deps,
      records,
      next,
      by,
      action,
      changed.kind === null ? null : { kind: changed.kind, data: { ...changed.data, caseId: id } },
    );
    await records.enqueue([publish(next), ...(await more(next, records))]);
    return { kind: 'done', case: next };
  });
}

/** Keeps who did it, and on the customer's timeline what. */
export async function noteChange(
  deps: Pick<Deps, 'now'>,
  records: Records,
  item: Case,
  by: Decider,
  action: string,
  entry: Pick<NewTimelineEntry, 'kind' | 'data'> | null,
): Promise<void> {
  const at = deps.now();
  await records.audit.append({
    at,
    actor: by.person,
    action,
    subject: item.id,
    details: { surface: by.surface, revision: item.revision },
  });
  if (entry === null || item.customerId === null) return;
  await records.timeline.add([
    {
      customerId: item.customerId,
      key: `case:${item.id}:${item.revision}:${entry.kind}`,
      at,
      ...entry,
    },
  ]);
}

/** Brings its card up to date. */
export function publish({ id, channel }: Pick<Case, 'id' | 'channel'>): Enqueued {
  return { job: { name: 'publish', subject: { kind: 'case', id }, channel } };
}
