// Cases that were put off until now: each wakes once, with a line in its thread that calls who has it.
import type { Deps } from '../deps.ts';
import { publish } from './change-case.ts';

/** Wakes what has slept long enough; called by the clock. */
export async function wakeCases(deps: Pick<Deps, 'storage' | 'now'>): Promise<void> {
  const now = deps.now();
  for (const item of await deps.storage.cases.toWake(now)) {
    await deps.storage.transaction(async (records) => {
      // What is due as it wakes is said with that, and not a second time as a reminder.
      const remindedAt = item.dueAt <= now ? now : item.remindedAt;
      const next = { ...item, snoozedUntil: null, remindedAt };
      if (!(await records.cases.update(item, next))) return;
      await records.enqueue([
        {
          job: {
            name: 'reply',
            subject: { kind: 'case', id: item.id },
            key: `awake:${item.id}:${item.snoozedUntil?.getTime() ?? 0}`,
            note: {
              kind: 'case-awake',
              assignee: item.assignee?.name ?? null,
              dueAt: item.dueAt.toISOString(),
            },
          },
        },
        publish(next),
      ]);
    });
  }
}
