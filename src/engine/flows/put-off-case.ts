// A case put off, given back, or opened again: who works on it and when, changed by a teammate.
import type { Decider } from '../approvals/approval.ts';
import { asleep, dueAfter, isResolved, reopened } from '../cases/case.ts';
import { workClockOf } from '../cases/work-clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CaseId } from '../ids.ts';
import { changeAnyCase, changeCase, type Worked } from './change-case.ts';
import { timeIn } from './work-task.ts';

type PutOffDeps = Pick<Deps, 'storage' | 'now' | 'playbook'>;
type Command = { readonly id: CaseId; readonly by: Decider };

/** Puts a case off: nobody is reminded until it wakes by itself. Throws UserError for what is no time to come. */
export async function snoozeCase(
  deps: PutOffDeps,
  { id, by, until }: Command & { readonly until: string },
): Promise<Worked> {
  const at = timeIn(deps, 'until', until);
  return changeCase(deps, id, by, 'case.snoozed', (item) => ({
    next: asleep(item, at),
    kind: null,
    data: {},
  }));
}

/** Gives a case back: nobody has it, and whoever is there may take it. */
export async function releaseCase(
  deps: Pick<Deps, 'storage' | 'now'>,
  { id, by }: Command,
): Promise<Worked> {
  return changeCase(deps, id, by, 'case.released', (item) => {
    if (item.assignee === null) return 'not-taken';
    return { next: { ...item, status: 'open', assignee: null }, kind: null, data: {} };
  });
}

/** Takes back that a case is resolved, with the reason; it is due anew. What was done for the customer stays done. */
export async function reopenCase(
  deps: PutOffDeps,
  command: Command & { readonly reason: string },
): Promise<Worked> {
  const { id, by } = command;
  const text = command.reason.trim();
  if (text === '')
    throw new UserError({ code: 'invalid', field: 'reason', reason: 'reason-empty' });
  const { team } = deps.playbook;
  return changeAnyCase(
    deps,
    id,
    by,
    'case.reopened',
    (item) => {
      if (!isResolved(item)) return 'already-open';
      const at = deps.now();
      const dueAt = dueAfter(at, team.limits.case_due, workClockOf(team));
      const notes = [...item.notes, { at, by: by.name, text }];
      return {
        next: { ...reopened(item, dueAt), notes },
        kind: 'case-reopened',
        data: { by: by.name, text },
      };
    },
    (next) => [
      {
        job: {
          name: 'reply',
          subject: { kind: 'case', id },
          key: `reopened:${id}:${next.revision}`,
          note: { kind: 'case-reopened', by: by.name, text },
        },
      },
    ],
  );
}
