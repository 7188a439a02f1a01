// A teammate's work on a refund case: take, hand over, note, resolve; each change is made once and shown everywhere.
import type { Decider } from '../approvals/approval.ts';
import { newCase, woken } from '../cases/case.ts';
import type { Resolution } from '../cases/resolution.ts';
import { caseDueOf } from '../cases/work-clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CaseId, CustomerId } from '../ids.ts';
import { changeCase, noteChange, publish, type Worked } from './change-case.ts';
import { routeCase } from './route-card.ts';
import { teammateNamed } from './teammate-named.ts';

type CaseDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'playbook'>;

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
    await noteChange(deps, records, item, command.by, 'case.opened', {
      kind: 'case-opened',
      data: { caseId: item.id, number: item.orderNumber, reason: item.reason },
    });
    await records.enqueue([publish(item)]);
  });
  return { kind: 'done', case: item };
}
