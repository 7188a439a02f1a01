// Tasks as `--json` shows them.
import type { TaskView } from '../cards/task.ts';
import { customerRefOrNull } from './customer-json.ts';

/** One task. */
export function taskJson({ task, profile }: TaskView) {
  const { id, title, status, assignee, channel, openedBy, openedAt, dueAt, closedAt, closedBy } =
    task;
  return {
    id,
    title,
    status,
    customer: customerRefOrNull(profile),
    assignee: assignee?.name ?? null,
    dueAt,
    channel,
    openedBy,
    openedAt,
    closedAt,
    closedBy,
  };
}
