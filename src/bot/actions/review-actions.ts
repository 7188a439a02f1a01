// Buttons of a review: decide and go on, skip, edit, back to the list.
import { asId } from '#engine/ids.ts';
import type { ActionRef } from '../action-id.ts';
import { notFound } from '../answers.ts';
import type { Context } from '../command.ts';
import { listPending } from '../commands/approval-list.ts';
import type { FormValues } from '../form.ts';
import { loadApproval } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';
import { editForm, makeEdit } from '../work/decisions.ts';
import { decideAndGoOn, reviewAfter, reviewAt } from '../work/review.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { changesOf } from './approval-changes.ts';
import { previewDraft } from './approval-preview.ts';

/** The buttons of a review. */
export function reviewActions(words: Words): readonly ActionHandler[] {
  const decide =
    (decision: 'approved' | 'rejected') =>
    (context: Context, { id, version }: ActionRef) =>
      decideAndGoOn(words, context, {
        id: asId('approval', id),
        decision,
        // A button without a version decides nothing: no approval has version 0.
        seenVersion: version ?? 0,
      });
  return [
    {
      name: 'approval.list',
      role: 'viewer',
      press: ({ deps }) => listPending(words, deps),
    },
    {
      name: 'approval.next',
      role: 'approver',
      press: (context, { id }) =>
        reviewAfter(words, context, id === '' ? null : asId('approval', id)),
    },
    { name: 'approval.next-approve', role: 'approver', press: decide('approved') },
    { name: 'approval.next-reject', role: 'approver', press: decide('rejected') },
    {
      name: 'approval.next-edit',
      role: 'approver',
      press: (context, action) => openEdit(words, context, action),
      submit: (context, action, values) => submitEdit(words, context, action, values),
      preview: (context, draft, action) => previewDraft(words, context, draft, action),
    },
  ];
}

/** The form, unless what was shown has changed since: then it is shown as it is now. */
async function openEdit(words: Words, context: Context, action: ActionRef): Promise<ActionReply> {
  const view = await viewOf(context, action);
  const { id, status, version } = view.approval;
  if (status !== 'pending' || version !== action.version)
    return reviewAt(words, context, id, words.approvals.refused('stale-version'));
  const form = editForm(words, view);
  return { kind: 'form', form: { ...form, action: { ...form.action, name: action.name } } };
}

async function submitEdit(
  words: Words,
  context: Context,
  action: ActionRef,
  values: FormValues,
): Promise<ActionReply> {
  const view = await viewOf(context, action);
  const { id } = view.approval;
  const changes = changesOf(view, values);
  const outcome = await makeEdit(words, context, { id, seenVersion: action.version ?? 0, changes });
  if (outcome.kind !== 'refused') return reviewAt(words, context, id, words.reviews[outcome.kind]);
  return outcome.fault === null
    ? reviewAt(words, context, id, words.approvals.refused('stale-version'))
    : { kind: 'faults', faults: [outcome.fault] };
}

async function viewOf({ deps }: Context, { id }: ActionRef) {
  return (await loadApproval(deps, asId('approval', id))) ?? notFound('approval', id);
}
