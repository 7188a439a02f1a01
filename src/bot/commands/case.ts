// case list, show, take, resolve, reassign, note, open.
import { z } from 'zod';
import { RESOLUTIONS } from '#engine/cases/resolution.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import {
  noteCase,
  openCase,
  reassignCase,
  resolveCase,
  takeCase,
} from '#engine/flows/work-case.ts';
import { refusedFor, shown } from '../answers.ts';
import { type Inline, time } from '../card.ts';
import { approvalCustomer } from '../cards/approval.ts';
import { caseStateText, standingOf } from '../cards/case-state.ts';
import { listCard } from '../cards/list.ts';
import { type CaseView, orderName } from '../cards/refund-case.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseId, caseIdPlace, changedCase, showCase, workedCase } from '../work/case.ts';
import { caseJson } from './case-json.ts';
import { caseOnCallCommands } from './case-on-call.ts';
import { caseReplyCommands } from './case-reply.ts';
import { caseSettleCommands } from './case-settle.ts';
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

const List = Paging.extend({
  open: z.literal('true').optional(),
  mine: z.literal('true').optional(),
  free: z.literal('true').optional(),
});
const ById = z.object({ id: z.string() });
const Resolve = ById.extend({
  resolution: z.enum(RESOLUTIONS),
  note: z.string().max(2000).optional(),
});
const Reassign = ById.extend({ to: z.string().trim().min(1).max(80) });
const Note = ById.extend({ text: z.string().trim().min(1).max(2000) });
const Open = z.object({
  who: z.string(),
  order: z.string().max(60).optional(),
  reason: z.string().max(500).optional(),
});

/** The commands about refund cases. */
export function caseCommands(words: Words): readonly AnyCommand[] {
  return [
    listCommand(words),
    showCommand(words),
    takeCommand(words),
    resolveCommand(words),
    reassignCommand(words),
    ...caseSettleCommands(words),
    ...caseReplyCommands(words),
    ...caseOnCallCommands(words),
    noteCommand(words),
    openCommand(words),
  ];
}

function listCommand(words: Words): AnyCommand {
  const { open, mine, free } = words.parameterSummaries;
  return defineCommand({
    name: 'case list',
    summary: words.commandSummaries['case list'],
    role: 'viewer',
    parameters: [
      toggle('open', open),
      toggle('mine', mine),
      toggle('free', free),
      ...pageFlags(words),
    ],
    Args: List,
    examples: ['case list --open', 'case list --mine', 'case list --free'],
    run: (context, args) => listCases(words, context, args),
  });
}

async function listCases(
  words: Words,
  { deps, teammate }: Context,
  args: z.infer<typeof List>,
): Promise<Answer> {
  const page = pageOf(args);
  const found = await deps.storage.cases.list(filterOf(args, teammate.person), page);
  const views = await Promise.all(found.map(({ id }) => loadCase(deps, id)));
  const rows = views.filter((view) => view !== null);
  const last = found.at(-1)?.id ?? null;
  const card = listCard({
    title: words.cases.listTitle,
    empty: words.cases.listEmpty,
    columns: words.cases.columns,
    rows: rows.map((view) => caseRow(words, view)),
    more: moreLine(words, { command: 'case list', page, last, rows: found.length }),
  });
  return shown(card, rows.map(caseJson));
}

/** Mine and those of nobody are those to do: what is resolved is looked up in the whole list. */
function filterOf({ open, mine, free }: z.infer<typeof List>, person: string) {
  if (mine !== undefined) return { open: true, assignee: person };
  if (free !== undefined) return { open: true, assignee: null };
  return open === undefined ? {} : { open: true };
}

function caseRow(words: Words, view: CaseView): readonly Inline[] {
  const { case: item, profile, order } = view;
  return [
    item.id,
    approvalCustomer(words, profile),
    oneLine(orderName(item, order) ?? '', 30),
    caseStateText(words, standingOf(item, view.now)),
    oneLine(item.assignee?.name ?? words.nobody, 40),
    time(item.dueAt),
  ];
}

function showCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case show',
    summary: words.commandSummaries['case show'],
    role: 'viewer',
    parameters: [caseIdPlace(words)],
    Args: ById,
    examples: ['case show case_7ZK3QW8XN2AB'],
    run: (context, { id }) => showCase(words, context, caseId(id)),
  });
}

function takeCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case take',
    summary: words.commandSummaries['case take'],
    role: 'agent',
    parameters: [caseIdPlace(words)],
    Args: ById,
    examples: ['case take case_7ZK3QW8XN2AB'],
    run: async (context, { id }) =>
      workedCase(
        words,
        context,
        caseId(id),
        await takeCase(context.deps, { id: caseId(id), by: toDecider(context.teammate) }),
      ),
  });
}

function resolveCommand(words: Words): AnyCommand {
  const { resolution, text } = words.parameterSummaries;
  return defineCommand({
    name: 'case resolve',
    summary: words.commandSummaries['case resolve'],
    role: 'agent',
    parameters: [
      caseIdPlace(words),
      { ...place('resolution', resolution), values: RESOLUTIONS },
      rest('note', text, { required: false }),
    ],
    Args: Resolve,
    examples: [
      'case resolve case_7ZK3QW8XN2AB refunded',
      'case resolve case_7ZK3QW8XN2AB credited 25 dollars',
    ],
    run: async (context, { id: typed, resolution, note }) => {
      const id = caseId(typed);
      const by = toDecider(context.teammate);
      const more = note === undefined ? {} : { note };
      const outcome = await resolveCase(context.deps, { id, resolution, by, ...more });
      return workedCase(words, context, id, outcome);
    },
  });
}

function reassignCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case reassign',
    summary: words.commandSummaries['case reassign'],
    role: 'agent',
    parameters: [caseIdPlace(words), rest('to', words.parameterSummaries.teammate)],
    Args: Reassign,
    examples: ['case reassign case_7ZK3QW8XN2AB Maria'],
    run: async (context, { id: typed, to }) => {
      const id = caseId(typed);
      const outcome = await reassignCase(context.deps, { id, to, by: toDecider(context.teammate) });
      return workedCase(words, context, id, outcome);
    },
  });
}

function noteCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case note',
    summary: words.commandSummaries['case note'],
    role: 'agent',
    parameters: [caseIdPlace(words), rest('text', words.parameterSummaries.text)],
    Args: Note,
    examples: ['case note case_7ZK3QW8XN2AB asked for a photo of the seam'],
    run: async (context, { id: typed, text }) => {
      const id = caseId(typed);
      const outcome = await noteCase(context.deps, { id, text, by: toDecider(context.teammate) });
      return workedCase(words, context, id, outcome);
    },
  });
}

function openCommand(words: Words): AnyCommand {
  const { order, reason } = words.parameterSummaries;
  return defineCommand({
    name: 'case open',
    summary: words.commandSummaries['case open'],
    role: 'agent',
    parameters: [whoRest(words), flag('order', order), flag('reason', reason)],
    Args: Open,
    examples: ['case open maria@example.com --order "#1054" --reason "too small"'],
    run: (context, args) => openForCustomer(words, context, args),
  });
}

async function openForCustomer(
  words: Words,
  context: Context,
  { who, order, reason }: z.infer<typeof Open>,
): Promise<Answer> {
  const { deps, teammate } = context;
  const { id: customerId } = await findCustomer(deps, who);
  const outcome = await openCase(deps, {
    customerId,
    orderNumber: order ?? null,
    reason: reason ?? null,
    by: toDecider(teammate),
  });
  if (outcome.kind === 'done') return changedCase(words, context, outcome.case.id);
  return refusedFor(words, { code: 'not-found', what: 'customer', who });
}
