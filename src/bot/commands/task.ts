// task list, show, new, take, assign, snooze, done, cancel, reopen.
import { z } from 'zod';
import { findCustomer } from '#engine/flows/look-up.ts';
import {
  assignTask,
  closeTask,
  openTask,
  reopenTask,
  snoozeTask,
  type TaskWorked,
  takeTask,
} from '#engine/flows/work-task.ts';
import { asId, type TaskId } from '#engine/ids.ts';
import { CHANNELS } from '#engine/playbook/team.ts';
import { shown } from '../answers.ts';
import { type Inline, time } from '../card.ts';
import { approvalCustomer } from '../cards/approval.ts';
import { listCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import type { TaskView } from '../cards/task.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { loadTask } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { changedTask, showTask, taskRefusal } from '../work/task.ts';
import {
  flag,
  moreLine,
  Paging,
  pageFlags,
  pageOf,
  place,
  rest,
  toggle,
  whoRest,
} from './parameters.ts';
import { taskJson } from './task-json.ts';

const List = Paging.extend({
  open: z.literal('true').optional(),
  mine: z.literal('true').optional(),
});
const ById = z.object({ id: z.string() });
const Assign = ById.extend({ to: z.string().trim().min(1).max(80) });
const Snooze = ById.extend({ until: z.string().trim().min(1).max(40) });
const New = z.object({
  who: z.string(),
  title: z.string().trim().min(1).max(200),
  due: z.string().trim().max(40).default('1d'),
  assignee: z.string().trim().max(80).optional(),
  channel: z.enum(CHANNELS).default('sales'),
});

/** The commands about tasks. */
export function taskCommands(words: Words): readonly AnyCommand[] {
  return [
    listCommand(words),
    showCommand(words),
    newCommand(words),
    atOnce(words, 'task take', ({ deps, teammate }, id) =>
      takeTask(deps, { id, by: toDecider(teammate) }),
    ),
    assignCommand(words),
    snoozeCommand(words),
    atOnce(words, 'task done', ({ deps, teammate }, id) =>
      closeTask(deps, { id, by: toDecider(teammate), as: 'done' }),
    ),
    atOnce(words, 'task cancel', ({ deps, teammate }, id) =>
      closeTask(deps, { id, by: toDecider(teammate), as: 'cancelled' }),
    ),
    atOnce(words, 'task reopen', ({ deps, teammate }, id) =>
      reopenTask(deps, { id, by: toDecider(teammate) }),
    ),
  ];
}

function listCommand(words: Words): AnyCommand {
  const { open, mine } = words.parameterSummaries;
  return defineCommand({
    name: 'task list',
    summary: words.commandSummaries['task list'],
    role: 'viewer',
    parameters: [toggle('open', open), toggle('mine', mine), ...pageFlags(words)],
    Args: List,
    examples: ['task list --open', 'task list --mine'],
    run: (context, args) => listTasks(words, context, args),
  });
}

async function listTasks(
  words: Words,
  { deps, teammate }: Context,
  args: z.infer<typeof List>,
): Promise<Answer> {
  const page = pageOf(args);
  const mine = args.mine === undefined ? {} : { assignee: teammate.person };
  // Mine are those to do: what somebody has done is looked up in the whole list.
  const open = args.open === undefined && args.mine === undefined ? {} : { open: true };
  const found = await deps.storage.tasks.list({ ...open, ...mine }, page);
  const views = (await Promise.all(found.map(({ id }) => loadTask(deps, id)))).filter(
    (view) => view !== null,
  );
  const card = listCard({
    title: words.tasks.listTitle,
    empty: words.tasks.listEmpty,
    columns: words.tasks.columns,
    rows: views.map((view) => taskRow(words, view)),
    more: moreLine(words, {
      command: 'task list',
      page,
      last: found.at(-1)?.id ?? null,
      rows: found.length,
    }),
  });
  return shown(card, views.map(taskJson));
}

function taskRow(words: Words, { task, profile }: TaskView): readonly Inline[] {
  return [
    task.id,
    oneLine(task.title, 60),
    approvalCustomer(words, profile),
    oneLine(task.assignee?.name ?? words.nobody, 40),
    time(task.dueAt),
    words.tasks.status(task.status),
  ];
}

function showCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'task show',
    summary: words.commandSummaries['task show'],
    role: 'viewer',
    parameters: [idPlace(words)],
    Args: ById,
    examples: ['task show task_7ZK3QW8XN2AB'],
    run: (context, { id }) => showTask(words, context, taskId(id)),
  });
}

function newCommand(words: Words): AnyCommand {
  const { taskTitle, taskDue, assignee, taskChannel } = words.parameterSummaries;
  return defineCommand({
    name: 'task new',
    summary: words.commandSummaries['task new'],
    role: 'agent',
    parameters: [
      whoRest(words),
      flag('title', taskTitle),
      flag('due', taskDue),
      flag('assignee', assignee),
      flag('channel', taskChannel, CHANNELS),
    ],
    Args: New,
    examples: ['task new maria@example.com --title "Call back" --due 2d --assignee me'],
    run: async (context, { who, assignee: to, ...rest }) => {
      const { deps, teammate } = context;
      const { id: customerId } = await findCustomer(deps, who);
      const by = toDecider(teammate);
      const task = await openTask(deps, { customerId, assignee: to ?? null, by, ...rest });
      return changedTask(words, context, task.id);
    },
  });
}

function assignCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'task assign',
    summary: words.commandSummaries['task assign'],
    role: 'agent',
    parameters: [idPlace(words), rest('to', words.parameterSummaries.assignee)],
    Args: Assign,
    examples: ['task assign task_7ZK3QW8XN2AB Maria', 'task assign task_7ZK3QW8XN2AB me'],
    run: async (context, { id: typed, to }) => {
      const id = taskId(typed);
      const { deps, teammate } = context;
      return worked(
        words,
        context,
        id,
        await assignTask(deps, { id, to, by: toDecider(teammate) }),
      );
    },
  });
}

function snoozeCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'task snooze',
    summary: words.commandSummaries['task snooze'],
    role: 'agent',
    parameters: [idPlace(words), rest('until', words.parameterSummaries.until)],
    Args: Snooze,
    examples: ['task snooze task_7ZK3QW8XN2AB 2d', 'task snooze task_7ZK3QW8XN2AB friday 14:00'],
    run: async (context, { id: typed, until }) => {
      const id = taskId(typed);
      const { deps, teammate } = context;
      const outcome = await snoozeTask(deps, { id, until, by: toDecider(teammate) });
      return worked(words, context, id, outcome);
    },
  });
}

/** A command that needs nothing but the task. */
function atOnce(
  words: Words,
  name: 'task take' | 'task done' | 'task cancel' | 'task reopen',
  work: (context: Context, id: TaskId) => Promise<TaskWorked>,
): AnyCommand {
  return defineCommand({
    name,
    summary: words.commandSummaries[name],
    role: 'agent',
    parameters: [idPlace(words)],
    Args: ById,
    examples: [`${name} task_7ZK3QW8XN2AB`],
    run: async (context, { id: typed }) => {
      const id = taskId(typed);
      return worked(words, context, id, await work(context, id));
    },
  });
}

/** The task as it is now, or why it was not changed. */
async function worked(
  words: Words,
  context: Context,
  id: TaskId,
  outcome: TaskWorked,
): Promise<Answer> {
  const refusal = await taskRefusal(words, context, id, outcome);
  return refusal ?? changedTask(words, context, id);
}

function taskId(typed: string): TaskId {
  return asId('task', typed.trim());
}

function idPlace(words: Words) {
  return place('id', words.parameterSummaries.taskId, 'task');
}
