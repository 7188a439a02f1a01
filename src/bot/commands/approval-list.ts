// approval list, and what a button that leads back to it shows.
import { z } from 'zod';
import type { Approval, ApprovalStatus } from '#engine/approvals/approval.ts';
import type { Deps } from '#engine/deps.ts';
import { shown } from '../answers.ts';
import { time } from '../card.ts';
import { type ApprovalView, approvalCustomer } from '../cards/approval.ts';
import { listCard } from '../cards/list.ts';
import { reviewButton } from '../cards/review.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, defineCommand } from '../command.ts';
import { loadApproval } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';
import { approvalJson } from './approval-json.ts';
import { flag, moreLine, Paging, pageFlags, pageOf } from './parameters.ts';

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

/** The command. */
export function approvalListCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'approval list',
    summary: words.commandSummaries['approval list'],
    role: 'viewer',
    parameters: [flag('status', words.parameterSummaries.status, STATUSES), ...pageFlags(words)],
    Args: List,
    examples: ['approval list', 'approval list --status pending'],
    run: ({ deps }, args) => listApprovals(words, deps, args),
  });
}

/** The newest of those that wait. */
export function listPending(words: Words, deps: Deps): Promise<Answer> {
  return listApprovals(words, deps, { status: 'pending', ...Paging.parse({}) });
}

async function listApprovals(
  words: Words,
  deps: Deps,
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
    buttons: [found.some(({ status }) => status === 'pending') ? reviewButton(words) : null],
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
