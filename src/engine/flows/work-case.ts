// A teammate's work on a refund case: take, hand over, note, resolve; each change is made once and shown everywhere.
import type { Decider } from '../approvals/approval.ts';
import { type Case, isResolved, newCase, woken } from '../cases/case.ts';
import type { Resolution } from '../cases/resolution.ts';
import { caseDueOf } from '../cases/work-clock.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CaseId, CustomerId } from '../ids.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';
import { routeCase } from './route-card.ts';
import { teammateNamed } from './teammate-named.ts';

type CaseDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'playbook'>;

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

/** Takes a case; one that somebody else has taken stays theirs. */
export async function takeCase(
  deps: CaseDeps,
  command: { readonly id: CaseId; readonly by: Decider },
): Promise<Worked> {
  return changeCase(deps, command.id, command.by, 'case.taken', (item) => {
    if (item.assignee !== null && item.assignee.person !== command.by.person)
      return 'already-taken';
    return {
      next: {
        ...woken(item, deps.now(), caseDueOf(deps.playbook.team)),
        status: 'taken',
        assignee: command.by,
      },
      kind: 'case-taken',
      data: { by: command.by.name },
    };
  });
}

/** Hands a case to somebody else of the team, by name. Throws UserError when the team knows nobody of that name. */
export async function reassignCase(
  deps: CaseDeps,
  command: { readonly id: CaseId; readonly to: string; readonly by: Decider },
): Promise<Worked> {
  const assignee = teammateNamed(deps, command.to, command.by);
  return changeCase(deps, command.id, command.by, 'case.reassigned', (item) => ({
    next: { ...item, status: 'taken', assignee },
    kind: 'case-taken',
    data: { by: assignee.name },
  }));
}

/** Writes a note, which also stands in the thread. */
export async function noteCase(
  deps: CaseDeps,
  command: { readonly id: CaseId; readonly text: string; readonly by: Decider },
): Promise<Worked> {
  const text = command.text.trim();
  if (text === '') throw new UserError({ code: 'invalid', field: 'text', reason: 'note-empty' });
  return changeCase(
    deps,
    command.id,
    command.by,
    'case.noted',
    (item) => ({
      next: { ...item, notes: [...item.notes, { at: deps.now(), by: command.by.name, text }] },
      kind: null,
      data: {},
    }),
    (item) => [
      {
        job: {
          name: 'reply',
          subject: { kind: 'case', id: item.id },
          key: `note:${item.id}:${item.notes.length}`,
          note: { kind: 'note', by: command.by.name, text },
        },
      },
    ],
  );
}

/** Ends a case. */
export async function resolveCase(
  deps: CaseDeps,
  command: {
    readonly id: CaseId;
    readonly resolution: Resolution;
    readonly note?: string;
    readonly by: Decider;
  },
): Promise<Worked> {
  const { resolution, by } = command;
  const note = command.note?.trim() ?? '';
  return changeCase(deps, command.id, by, 'case.resolved', (item) => {
    const at = deps.now();
    const notes = note === '' ? item.notes : [...item.notes, { at, by: by.name, text: note }];
    return {
      next: {
        ...item,
        status: 'resolved',
        resolution,
        resolvedAt: at,
        snoozedUntil: null,
        assignee: item.assignee ?? by,
        notes,
      },
      kind: 'case-resolved',
      data: { resolution, by: by.name, text: note || null },
    };
  });
}

/** Opens a case by hand, for shops that have no event for it. */
export async function openCase(
  deps: CaseDeps,
  command: {
    readonly customerId: CustomerId;
    readonly orderNumber: string | null;
    readonly reason: string | null;
    readonly by: Decider;
  },
): Promise<Worked> {
  const order =
    command.orderNumber === null
      ? null
      : await deps.storage.purchases.orderByNumber(command.orderNumber);
  if (command.orderNumber !== null && order?.customerId !== command.customerId) {
    throw new UserError({
      code: 'invalid',
      field: 'order',
      reason: 'no-such-order',
    });
  }
  const profile = await deps.storage.customers.get(command.customerId);
  const item = newCase({
    id: deps.newId('case'),
    about: 'refund',
    shop: order?.shop ?? 'team',
    returnRef: null,
    orderRef: order?.ref ?? null,
    orderNumber: order?.number ?? command.orderNumber,
    customerId: command.customerId,
    amount: order?.total ?? null,
    reason: command.reason,
    note: null,
    items: order?.items.map(({ title, quantity }) => ({ title, quantity })) ?? [],
    openedAt: deps.now(),
    ...caseDueOf(deps.playbook.team),
    ...routeCase(deps.playbook.team, profile, {
      value: order?.total ?? null,
      shop: order?.shop ?? 'team',
    }),
  });
  await deps.storage.transaction(async (records) => {
    await records.cases.insert(item);
    await note(deps, records, item, command.by, 'case.opened', {
      kind: 'case-opened',
      data: { caseId: item.id, number: item.orderNumber, reason: item.reason },
    });
    await records.enqueue([publish(item)]);
  });
  return { kind: 'done', case: item };
}

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
    await note(
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

async function note(
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
