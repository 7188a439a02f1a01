// approval show, next, approve, reject, edit.
import { z } from 'zod';
import type { Decision } from '#engine/approvals/approval.ts';
import type { Deps } from '#engine/deps.ts';
import { type ApprovalId, asId } from '#engine/ids.ts';
import { changed, notFound, shown } from '../answers.ts';
import { type ApprovalView, approvalCard } from '../cards/approval.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { loadApproval } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';
import { decideApproval, type Edit, editForm, makeEdit } from '../work/decisions.ts';
import { decideAndGoOn, reviewAfter } from '../work/review.ts';
import { approvalJson } from './approval-json.ts';
import { approvalListCommand } from './approval-list.ts';
import { flag, place, rest, toggle } from './parameters.ts';

const ById = z.object({ id: z.string() });
const Next = z.object({ after: z.string().optional() });
const Approve = ById.extend({ next: z.string().optional() });
const Reject = Approve.extend({ reason: z.string().max(500).optional() });
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
    approvalListCommand(words),
    showCommand(words),
    nextCommand(words),
    approveCommand(words),
    rejectCommand(words),
    editCommand(words),
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

function nextCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval next',
    summary: words.commandSummaries['approval next'],
    role: 'approver',
    effect: 'reserved',
    parameters: [flag('after', words.parameterSummaries.nextAfter)],
    Args: Next,
    examples: ['approval next', 'approval next --after apr_7ZK3QW8XN2AB'],
    run: async (context, { after }) => {
      if (after === undefined) return reviewAfter(words, context, null);
      const { approval } = await viewOrStop(context.deps, after);
      return reviewAfter(words, context, approval.id);
    },
  });
}

function approveCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval approve',
    summary: words.commandSummaries['approval approve'],
    role: 'approver',
    effect: 'reserved',
    parameters: [idPlace(words), toggle('next', words.parameterSummaries.thenNext)],
    Args: Approve,
    examples: ['approval approve apr_7ZK3QW8XN2AB', 'approval approve apr_7ZK3QW8XN2AB --next'],
    run: (context, { id, next }) =>
      decideByCommand(words, context, { id, decision: 'approved', goesOn: next !== undefined }),
  });
}

function rejectCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval reject',
    summary: words.commandSummaries['approval reject'],
    role: 'approver',
    effect: 'reserved',
    parameters: [
      idPlace(words),
      toggle('next', words.parameterSummaries.thenNext),
      rest('reason', words.parameterSummaries.reason, { required: false }),
    ],
    Args: Reject,
    examples: ['approval reject apr_7ZK3QW8XN2AB', 'approval reject apr_7ZK3QW8XN2AB too generous'],
    run: (context, { id, next, reason }) =>
      decideByCommand(words, context, {
        id,
        decision: 'rejected',
        goesOn: next !== undefined,
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
    readonly goesOn: boolean;
  },
): Promise<Answer> {
  const { goesOn, ...said } = command;
  const id = approvalId(command.id);
  const decision = { ...said, id, seenVersion: null };
  if (goesOn) return decideAndGoOn(words, context, decision);
  const outcome = await decideApproval(words, context, decision);
  if (outcome.kind === 'refused') return outcome.answer;
  return changedApproval(words, context, id);
}

/** The approval as a command has just changed it. */
async function changedApproval(
  words: Words,
  { deps, teammate }: Context,
  id: ApprovalId,
): Promise<Answer> {
  const view = await viewOrStop(deps, id);
  const { approval } = view;
  const { status, version, hash } = approval;
  const said = { card: approvalCard(words, view), json: approvalJson(view) };
  return changed(said, {
    ...{ kind: 'approval', id, by: teammate.name },
    state: ({ approvals, separator }) =>
      [approvals.status(status), approvals.version(version, hash)].join(separator),
  });
}

function editCommand(words: Words): AnyCommand {
  const { percent, amount, expires, uses, subject } = words.parameterSummaries;
  return defineCommand({
    name: 'approval edit',
    summary: words.commandSummaries['approval edit'],
    role: 'approver',
    effect: 'reserved',
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
  return changedApproval(words, context, id);
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
