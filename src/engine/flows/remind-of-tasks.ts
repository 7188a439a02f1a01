// Reminds of tasks that are due or will be soon: once under the card, calling who has it.
import type { Deps } from '../deps.ts';

/** Reminds of each task once; called by the clock. */
export async function remindOfTasks(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
): Promise<void> {
  for (const task of await deps.storage.tasks.toRemind(deps.now())) {
    const { id, channel, assignee, dueAt } = task;
    await deps.storage.transaction(async (records) => {
      if (!(await records.tasks.update(task, { ...task, remindedAt: deps.now() }))) return;
      const subject = { kind: 'task', id } as const;
      const note = { kind: 'task-due', assignee: assignee?.person ?? null, dueAt } as const;
      await records.enqueue([
        // Put off and due again it is another reminder.
        { job: { name: 'reply', subject, key: `due:${id}:${dueAt.getTime()}`, note } },
        { job: { name: 'publish', subject, channel } },
      ]);
    });
  }
}
