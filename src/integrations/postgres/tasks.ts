// Tasks: every change is one conditional update that names the revision it saw.
import { asId } from '#engine/ids.ts';
import type { Channel } from '#engine/playbook/team.ts';
import type { TaskFilter, TaskRecords } from '#engine/ports/task-records.ts';
import type { Task, TaskStatus } from '#engine/tasks/task.ts';
import type { Task as TaskRow } from './generated/client.ts';
import { Prisma } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Client } from './session.ts';

/** To-dos of the team. */
export function taskRecords(client: Client): TaskRecords {
  return {
    insert: async (task) => {
      await client.task.create({ data: toRow(task) });
    },
    get: async (id) => {
      const row = await client.task.findUnique({ where: { id } });
      return row === null ? null : toTask(row);
    },
    list: async (filter, { limit, after }) => {
      const rows = await client.task.findMany({
        where: whereOf(filter),
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toTask);
    },
    update: async (seen, next) => {
      // Whose it is may have changed since it was read: a merge moves the row.
      const { customerId, ...data } = toRow(next);
      const owner = customerId === seen.customerId ? {} : { customerId };
      const { count } = await client.task.updateMany({
        where: { id: seen.id, revision: seen.revision },
        data: { ...data, ...owner, revision: seen.revision + 1 },
      });
      return count === 1;
    },
    toRemind: async (at) => {
      const rows = await client.task.findMany({
        where: { status: 'open', remindedAt: null, remindAt: { lte: at } },
        orderBy: { remindAt: 'asc' },
        take: 100,
      });
      return rows.map(toTask);
    },
    eraseOf: async (customerId, at) => {
      const rows = await client.task.findMany({
        where: { customerId },
        select: { id: true, channel: true },
      });
      await client.task.updateMany({
        where: { customerId, status: 'open' },
        data: { status: 'cancelled', closedAt: at },
      });
      await client.task.updateMany({
        where: { customerId },
        data: { title: '', customerId: null, revision: { increment: 1 } },
      });
      return rows.map(({ id, channel }) => ({
        id: asId('task', id),
        channel: fromJson<Channel>(channel),
      }));
    },
  };
}

function whereOf({ open, customerId, assignee }: TaskFilter): Prisma.TaskWhereInput {
  return {
    ...(open === undefined ? {} : { status: open ? 'open' : { not: 'open' } }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(assignee === undefined
      ? {}
      : assignee === null
        ? { assignee: { equals: Prisma.DbNull } }
        : { assignee: { path: ['person'], equals: assignee } }),
  };
}

function toRow(task: Task) {
  const { assignee, ...plain } = task;
  return { ...plain, assignee: assignee === null ? Prisma.DbNull : toJson(assignee) };
}

function toTask(row: TaskRow): Task {
  return {
    ...row,
    id: asId('task', row.id),
    customerId: row.customerId === null ? null : asId('customer', row.customerId),
    runId: row.runId === null ? null : asId('run', row.runId),
    channel: fromJson<Channel>(row.channel),
    status: fromJson<TaskStatus>(row.status),
    assignee: fromJson(row.assignee),
  };
}
