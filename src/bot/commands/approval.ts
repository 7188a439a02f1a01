// approval list, show, approve, reject, edit.
import { z } from 'zod';
import type { Approval, ApprovalStatus, Decision } from '#engine/approvals/approval.ts';
import type { Deps } from '#engine/deps.ts';
import { type ApprovalId, asId } from '#engine/ids.ts';
import { announced, notFound, shown } from '../answers.ts';
import { time } from '../card.ts';
import { type ApprovalView, approvalCard, approvalCustomer } from '../cards/approval.ts';
import { listCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { decideApproval, type Edit, editForm, makeEdit } from '../decisions.ts';
import { loadApproval } from '../subject-cards.ts';
import type { Words } from '../words/en.ts';
import { approvalJson } from './approval-json.ts';
import { flag, moreLine, Paging, pageFlags, pageOf, place, rest } from './parameters.ts';

const STATUSES = [
  'pending',
  'approved',
  'executing',
  'done',
  'rejected',
  'expired',
  'failed',
  'uncertain',
] as const satisfies readonly ApprovalStatus[];

const List = Paging.extend({ status: z.enum(STATUSES).optional() });
const ById = z.object({ id: z.string() });
const Reject = ById.extend({ reason: z.string().max(500).optional() });
const Edits = ById.extend({
  percent: z.coerce.number().int().optional(),
  amount: z.coerce.number().optional(),
  expires: z.string().optional(),
  uses: z.coerce.number().int().optional(),
  subject: z.string().max(200).optional(),
});

/** The commands about approvals. */
export function approvalCommands(words: Words): readonly AnyCommand[] {
  return [
    listCommand(words),
    showCommand(words),
    approveCommand(words),
    rejectCommand(words),
    editCommand(words),
  ];
}

function listCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval list',
    summary: words.commandSummaries['approval list'],
    role: 'viewer',
    parameters: [flag('status', words.parameterSummaries.status, STATUSES), ...pageFlags(words)],
    Args: List,
    examples: ['approval list', 'approval list --status pending'],
    run: (context, args) => listApprovals(words, context, args),
  });
}

async function listApprovals(
  words: Words,
  { deps }: Context,
  args: z.infer<typeof List>,
): Promise<Answer> {
  const page = pageOf(args);
  const filter = args.status === undefined ? {} : { status: args.status };
  const found = await deps.storage.approvals.list(filter, page);
  const rows = await viewAll(deps, found);
  const last = found.at(-1)?.id ?? null;
  const card = listCard({
    title: words.approvals.listTitle,
    empty: words.approvals.listEmpty,
    columns: words.approvals.columns,
    rows: rows.map((view) => approvalRow(words, view)),
    more: moreLine(words, { command: 'approval list', page, last, rows: found.length }),
  });
  return shown(card, rows.map(approvalJson));
}

async function viewAll(deps: Deps, found: readonly Approval[]): Promise<readonly ApprovalView[]> {
  const views = await Promise.all(found.map(({ id }) => loadApproval(deps, id)));
  return views.filter((view) => view !== null);
}

function approvalRow(words: Words, { approval, profile }: ApprovalView) {
  return [
    approval.id,
    approvalCustomer(words, profile),
    oneLine(approval.summary, 60),
    words.approvals.status(approval.status),
    time(approval.expiresAt),
  ];
}

function showCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval show',
    summary: words.commandSummaries['approval show'],
    role: 'viewer',
    parameters: [idPlace(words)],
    Args: ById,
    examples: ['approval show apr_7ZK3QW8XN2AB'],
    run: async ({ deps }, { id }) => {
      const view = await viewOrStop(deps, id);
      return shown(approvalCard(words, view), approvalJson(view));
    },
  });
}

function approveCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval approve',
    summary: words.commandSummaries['approval approve'],
    role: 'approver',
    parameters: [idPlace(words)],
    Args: ById,
    examples: ['approval approve apr_7ZK3QW8XN2AB'],
    run: (context, { id }) => decideByCommand(words, context, { id, decision: 'approved' }),
  });
}

function rejectCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval reject',
    summary: words.commandSummaries['approval reject'],
    role: 'approver',
    parameters: [
      idPlace(words),
      rest('reason', words.parameterSummaries.reason, { required: false }),
    ],
    Args: Reject,
    examples: ['approval reject apr_7ZK3QW8XN2AB', 'approval reject apr_7ZK3QW8XN2AB too generous'],
    run: (context, { id, reason }) =>
      decideByCommand(words, context, {
        id,
        decision: 'rejected',
        ...(reason === undefined ? {} : { reason }),
      }),
  });
}

async function decideByCommand(
  words: Words,
  context: Context,
  command: {
    readonly id: string;
    readonly decision: Decision['decision'];
    readonly reason?: string;
  },
): Promise<Answer> {
  const id = approvalId(command.id);
  const outcome = await decideApproval(words, context, { ...command, id, seenVersion: null });
  if (outcome.kind === 'refused') return outcome.answer;
  const view = await viewOrStop(context.deps, id);
  return announced(approvalCard(words, view), approvalJson(view));
}

function editCommand(words: Words): AnyCommand {
  const { percent, amount, expires, uses, subject } = words.parameterSummaries;
  return defineCommand({
    name: 'approval edit',
    summary: words.commandSummaries['approval edit'],
    role: 'approver',
    parameters: [
      idPlace(words),
      flag('percent', percent),
      flag('amount', amount),
      flag('expires', expires),
      flag('uses', uses),
      flag('subject', subject),
    ],
    Args: Edits,
    examples: ['approval edit apr_7ZK3QW8XN2AB --percent 30 --expires 14d'],
    run: (context, args) => editByCommand(words, context, args),
  });
}

/** Without a change it answers with the form, which a terminal explains instead. */
async function editByCommand(
  words: Words,
  context: Context,
  { id: typed, ...changes }: z.infer<typeof Edits>,
): Promise<Answer> {
  const view = await viewOrStop(context.deps, typed);
  const { id, version } = view.approval;
  if (Object.keys(changes).length === 0) return { kind: 'form', form: editForm(words, view) };
  const edit: Edit = { id, seenVersion: version, changes: withoutAbsent(changes) };
  const outcome = await makeEdit(words, context, edit);
  if (outcome.kind === 'refused') return outcome.answer;
  const edited = await viewOrStop(context.deps, typed);
  return announced(approvalCard(words, edited), approvalJson(edited));
}

function withoutAbsent(changes: Omit<z.infer<typeof Edits>, 'id'>): Edit['changes'] {
  const { percent, amount, expires, uses, subject } = changes;
  return {
    ...(percent === undefined ? {} : { percent }),
    ...(amount === undefined ? {} : { amount }),
    ...(expires === undefined ? {} : { expires }),
    ...(uses === undefined ? {} : { uses }),
    ...(subject === undefined ? {} : { subject }),
  };
}

async function viewOrStop(deps: Deps, typed: string): Promise<ApprovalView> {
  return (await loadApproval(deps, approvalId(typed))) ?? notFound('approval', oneLine(typed, 60));
}

function approvalId(typed: string): ApprovalId {
  return asId('approval', typed.trim());
}

function idPlace(words: Words) {
  return place('id', words.parameterSummaries.approvalId, 'approval');
}
