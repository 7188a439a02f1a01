// automation runs, run show, run stop: whom an automation fired for, how far each has come, and its end by hand.
import { z } from 'zod';
import type { Deps } from '#engine/deps.ts';
import { automationOfRun } from '#engine/flows/automation-of-run.ts';
import { automationNamed } from '#engine/flows/set-mode.ts';
import { stopRunByHand, viewRun } from '#engine/flows/work-run.ts';
import { asId, type RunId } from '#engine/ids.ts';
import { changed, refusedAs, shown } from '../answers.ts';
import { time } from '../card.ts';
import { approvalCustomer } from '../cards/approval.ts';
import { listCard } from '../cards/list.ts';
import { runCard, whereText } from '../cards/run.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { runJson, runViewJson } from './automation-json.ts';
import { moreLine, Paging, pageFlags, pageOf, place } from './parameters.ts';

const Runs = z.object({ name: z.string() }).extend(Paging.shape);
const ById = z.object({ id: z.string().trim() });

/** The commands about runs. */
export function runCommands(words: Words): readonly AnyCommand[] {
  const { automation, runId } = words.parameterSummaries;
  return [
    defineCommand({
      name: 'automation runs',
      summary: words.commandSummaries['automation runs'],
      role: 'viewer',
      parameters: [place('name', automation, 'automation'), ...pageFlags(words)],
      Args: Runs,
      examples: ['automation runs vip-promotion --limit 10'],
      run: (context, args) => listRuns(words, context, args),
    }),
    defineCommand({
      name: 'run show',
      summary: words.commandSummaries['run show'],
      role: 'viewer',
      parameters: [place('id', runId)],
      Args: ById,
      examples: ['run show run_7ZK3QW8XN2AB'],
      run: ({ deps }, { id }) => showRun(words, deps, asId('run', id)),
    }),
    defineCommand({
      name: 'run stop',
      summary: words.commandSummaries['run stop'],
      role: 'agent',
      parameters: [place('id', runId)],
      Args: ById,
      examples: ['run stop run_7ZK3QW8XN2AB'],
      run: (context, { id }) => endRun(words, context, asId('run', id)),
    }),
  ];
}

async function listRuns(
  words: Words,
  { deps }: Context,
  args: z.infer<typeof Runs>,
): Promise<Answer> {
  const { name, title } = await automationNamed(deps, args.name);
  const page = pageOf(args);
  const runs = await deps.storage.runs.list({ automation: name }, page);
  const profiles = await Promise.all(runs.map((run) => deps.storage.customers.get(run.customerId)));
  const followed = await Promise.all(runs.map((run) => automationOfRun(deps, deps.storage, run)));
  const last = runs.at(-1)?.id ?? null;
  const { runsTitle, runsEmpty, runColumns } = words.automations;
  const card = listCard({
    title: runsTitle(oneLine(title, 80)),
    empty: runsEmpty,
    columns: runColumns,
    rows: runs.map((run, index) => [
      run.id,
      approvalCustomer(words, profiles[index] ?? null),
      time(run.startedAt),
      words.automations.run(run.status),
      whereText(words, { run, automation: followed[index] ?? null }),
      run.wakeAt === null ? stateReason(words, run.reason) : time(run.wakeAt),
    ]),
    more: moreLine(words, { command: `automation runs ${name}`, page, last, rows: runs.length }),
  });
  return shown(
    card,
    runs.map((run, index) => runJson(run, profiles[index] ?? null)),
  );
}

function stateReason({ approvals }: Words, reason: string | null): string {
  return reason === null ? '' : approvals.reason(oneLine(reason, 120));
}

/** One run, with what became of each step. */
export async function showRun(words: Words, deps: Deps, id: RunId): Promise<Answer> {
  const view = await viewRun(deps, id);
  return shown(runCard(words, view), runViewJson(view));
}

/** Stops a run, or says that it has ended already. */
export async function endRun(
  words: Words,
  { deps, teammate }: Context,
  id: RunId,
): Promise<Answer> {
  const { stopRefusedTitle: title, stopRefused: message } = words.runs;
  const isDone = await stopRunByHand(deps, { id, by: toDecider(teammate) });
  const view = await viewRun(deps, id);
  const json = runViewJson(view);
  if (!isDone)
    return refusedAs({ title, code: 'settled', message }, { card: runCard(words, view), json });
  return changed(
    { card: runCard(words, view, words.runs.stopped), json },
    {
      kind: 'run',
      id,
      by: teammate.name,
      state: ({ automations }) => automations.run(view.run.status),
    },
  );
}
