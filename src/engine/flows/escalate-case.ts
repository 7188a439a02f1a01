// A case that needs somebody with more say: marked as pressing, and they are called in its thread.
import type { Decider } from '../approvals/approval.ts';
import { type Case, woken } from '../cases/case.ts';
import { caseDueOf } from '../cases/work-clock.ts';
import type { Deps } from '../deps.ts';
import type { CaseId } from '../ids.ts';
import { whoIsCalled } from '../playbook/escalation.ts';
import type { Team } from '../playbook/team.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import { changeCase, type Worked } from './change-case.ts';

/** Escalates a case; again with another word calls again. It wakes if it sleeps. */
export async function escalateCase(
  deps: Pick<Deps, 'storage' | 'now' | 'playbook'>,
  command: { readonly id: CaseId; readonly note?: string; readonly by: Decider },
): Promise<Worked> {
  const { id, by } = command;
  const text = command.note?.trim() || null;
  return changeCase(
    deps,
    id,
    by,
    'case.escalated',
    (item) => {
      const at = deps.now();
      const notes = text === null ? item.notes : [...item.notes, { at, by: by.name, text }];
      return {
        next: {
          ...woken(item, at, caseDueOf(deps.playbook.team)),
          notes,
          escalatedAt: at,
          escalatedBy: by.name,
        },
        kind: 'case-escalated',
        data: { by: by.name, text },
      };
    },
    (next) => [escalationLine(deps.playbook.team, next, { by: by.name, text })],
  );
}

/** The line in the thread that calls whom team.yml names. */
export function escalationLine(
  { cases, people }: Pick<Team, 'cases' | 'people'>,
  item: Case,
  said: { readonly by: string | null; readonly text: string | null },
): Enqueued {
  const note = {
    kind: 'case-escalated',
    ...said,
    assignee: item.assignee?.name ?? null,
    dueAt: item.dueAt.toISOString(),
    to: whoIsCalled(cases.escalate_to, people),
  } as const;
  const key = `escalated:${item.id}:${item.escalatedAt?.getTime() ?? 0}`;
  return { job: { name: 'reply', subject: { kind: 'case', id: item.id }, key, note } };
}
