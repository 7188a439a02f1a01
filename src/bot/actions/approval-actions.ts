// Buttons about approvals: open, approve, reject, edit, preview.
import { asId } from '#engine/ids.ts';
import type { ActionRef } from '../action-id.ts';
import { notFound, shown } from '../answers.ts';
import { type ApprovalView, approvalCard } from '../cards/approval.ts';
import { sentenceCard } from '../cards/list.ts';
import { mailPreviewCard } from '../cards/mail.ts';
import type { Answer, Context } from '../command.ts';
import { approvalJson } from '../commands/approval-json.ts';
import type { Form, FormValues } from '../form.ts';
import { loadApproval } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';
import { decideApproval, editForm, lateAnswer, makeEdit, rejectForm } from '../work/decisions.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { changesOf } from './approval-changes.ts';
import { previewDraft } from './approval-preview.ts';
import { textOf } from './form-values.ts';

/** The buttons about approvals. Those that decide name the version on the card that was pressed. */
export function approvalActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'approval.open',
      role: 'viewer',
      press: async (context, action) => {
        const view = await viewOf(context, action);
        return shown(approvalCard(words, view), approvalJson(view));
      },
    },
    {
      name: 'approval.preview',
      role: 'viewer',
      press: async (context, action) => preview(words, await viewOf(context, action)),
    },
    {
      name: 'approval.approve',
      role: 'approver',
      press: (context, action) => approve(words, context, action),
    },
    {
      name: 'approval.reject',
      role: 'approver',
      press: (context, action) =>
        formWhilePending(words, context, action, ({ approval }) =>
          rejectForm(words, approval.id, approval.version),
        ),
      submit: (context, action, values) => reject(words, context, action, values),
    },
    {
      name: 'approval.edit',
      role: 'approver',
      press: (context, action) =>
        formWhilePending(words, context, action, (view) => editForm(words, view)),
      submit: (context, action, values) => edit(words, context, action, values),
      preview: (context, draft, action) => previewDraft(words, context, draft, action),
    },
  ];
}

async function approve(words: Words, context: Context, action: ActionRef): Promise<ActionReply> {
  const id = asId('approval', action.id);
  const outcome = await decideApproval(words, context, {
    id,
    decision: 'approved',
    seenVersion: seenVersion(action),
  });
  if (outcome.kind === 'refused') return outcome.answer;
  if (outcome.kind === 'settled') return { kind: 'done', subject: { kind: 'approval', id } };
  const { needsSecondAnswer, approve: label } = words.approvals;
  return shown(sentenceCard(label, needsSecondAnswer, 'good'), {
    id: action.id,
    needsSecond: true,
  });
}

async function reject(
  words: Words,
  context: Context,
  action: ActionRef,
  values: FormValues,
): Promise<ActionReply> {
  const reason = textOf(values, 'reason').trim();
  const id = asId('approval', action.id);
  const outcome = await decideApproval(words, context, {
    id,
    decision: 'rejected',
    seenVersion: seenVersion(action),
    ...(reason === '' ? {} : { reason }),
  });
  if (outcome.kind === 'refused') return outcome.answer;
  return { kind: 'done', subject: { kind: 'approval', id } };
}

async function edit(
  words: Words,
  context: Context,
  action: ActionRef,
  values: FormValues,
): Promise<ActionReply> {
  const view = await viewOf(context, action);
  const { id } = view.approval;
  const outcome = await makeEdit(words, context, {
    id,
    seenVersion: seenVersion(action),
    changes: changesOf(view, values),
  });
  if (outcome.kind !== 'refused') return { kind: 'done', subject: { kind: 'approval', id } };
  return outcome.fault === null ? outcome.answer : { kind: 'faults', faults: [outcome.fault] };
}

/** A form is only opened on what can still be decided; a late press hears at once how things stand. */
async function formWhilePending(
  words: Words,
  context: Context,
  action: ActionRef,
  makeForm: (view: ApprovalView) => Form,
): Promise<ActionReply> {
  const view = await viewOf(context, action);
  const { approval } = view;
  const { id, status, version } = approval;
  if (status === 'expired') return lateAnswer(words, { id, reason: 'expired', approval });
  if (status !== 'pending') return lateAnswer(words, { id, reason: 'already-settled', approval });
  if (version !== seenVersion(action))
    return lateAnswer(words, { id, reason: 'stale-version', approval });
  return { kind: 'form', form: makeForm(view) };
}

function preview(words: Words, { approval, plan }: ApprovalView): Answer {
  const effect = plan.effects.find((entry) => entry.kind === 'send-email');
  if (effect?.kind !== 'send-email')
    return shown(sentenceCard(words.approvals.preview, words.approvals.noMail), null);
  const { subject, html, text } = effect.mail;
  const card = mailPreviewCard(words, effect.mail, plan.effects);
  return shown(card, { id: approval.id, subject, html, text });
}

async function viewOf({ deps }: Context, action: ActionRef): Promise<ApprovalView> {
  const id = asId('approval', action.id);
  return (await loadApproval(deps, id)) ?? notFound('approval', action.id);
}

/** A button without a version decides nothing: no approval has version 0. */
function seenVersion(action: ActionRef): number {
  return action.version ?? 0;
}
