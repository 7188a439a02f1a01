// Refund cases that are due soon or overdue: in office hours each is reminded of once, and somebody is called once.
import type { Case } from '../cases/case.ts';
import { addWorkTime, workClockOf } from '../cases/work-clock.ts';
import type { Deps } from '../deps.ts';
import { addOfficeTime, isOfficeTime } from '../office-hours.ts';
import { officeMilliseconds } from '../playbook/office-hours.ts';
import { parseDuration } from '../time.ts';
import { publish } from './change-case.ts';
import { escalationLine } from './escalate-case.ts';

type RemindDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** How many are looked at in one go; the clock comes back every minute. */
const PAGE = 100;

/** Says what is due, while somebody is there to hear it; each line once, however often this runs. */
export async function remindOfCases(deps: RemindDeps): Promise<void> {
  if (!isOfficeTime(deps.now(), workClockOf(deps.playbook.team).hours)) return;
  await escalateOverdue(deps);
  await remindOfDue(deps);
}

async function remindOfDue(deps: RemindDeps): Promise<void> {
  const { limits } = deps.playbook.team;
  const ahead = parseDuration(limits.case_reminder);
  if (ahead === null) return;
  const now = deps.now();
  const dueBy = addWorkTime(now, ahead, workClockOf(deps.playbook.team));
  for (const item of await deps.storage.cases.dueBefore(dueBy)) {
    await deps.storage.transaction(async (records) => {
      if (!(await records.cases.update(item, { ...item, remindedAt: now }))) return;
      await records.enqueue([
        {
          job: {
            name: 'reply',
            subject: { kind: 'case', id: item.id },
            // Put off or opened again and due once more it is another reminder.
            key: `due:${item.id}:${item.dueAt.getTime()}`,
            note: {
              kind: 'case-due',
              assignee: item.assignee?.name ?? null,
              dueAt: item.dueAt.toISOString(),
            },
          },
        },
        publish(item),
      ]);
    });
  }
}

async function escalateOverdue(deps: RemindDeps): Promise<void> {
  const { hours } = workClockOf(deps.playbook.team);
  const after = officeMilliseconds(deps.playbook.team.cases.escalate_after);
  if (after === null) return;
  const now = deps.now();
  // Office time never passes faster than time: what was due later cannot have waited so long.
  const dueBy = new Date(now.getTime() - after);
  for (const item of await deps.storage.cases.unescalated(dueBy, PAGE)) {
    if (addOfficeTime(item.dueAt, after, hours) > now) return;
    await callFor(deps, item);
  }
}

/** Whom the call reaches need not be reminded beside it. */
async function callFor(deps: RemindDeps, item: Case): Promise<void> {
  const at = deps.now();
  await deps.storage.transaction(async (records) => {
    const next = { ...item, escalatedAt: at, remindedAt: item.remindedAt ?? at };
    if (!(await records.cases.update(item, next))) return;
    await records.audit.append({
      at,
      actor: 'regulars',
      action: 'case.escalated',
      subject: item.id,
      details: {},
    });
    const said = { by: null, text: null };
    await records.enqueue([escalationLine(deps.playbook.team, next, said), publish(next)]);
  });
}
