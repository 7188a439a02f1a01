// Buttons about approvals: open, approve, reject, edit, preview.
import { type Worth, worthOf } from '#engine/discounts/discount.ts';
import type { ApprovalChanges } from '#engine/flows/edit-approval.ts';
import { asId } from '#engine/ids.ts';
import { majorUnits } from '#engine/money.ts';
import type { ActionRef } from '../action-id.ts';
import { notFound, shown } from '../answers.ts';
import { type ApprovalView, approvalCard } from '../cards/approval.ts';
import { sentenceCard } from '../cards/list.ts';
import { mailPreviewCard } from '../cards/mail.ts';
import type { Answer, Context } from '../command.ts';
import { approvalJson } from '../commands/approval-json.ts';
import { decideApproval, editForm, lateAnswer, makeEdit, rejectForm } from '../decisions.ts';
import type { Form, FormValues } from '../form.ts';
import { loadApproval } from '../subject-cards.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
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
    },
  ];
}

async function approve(words: Words, context: Context, action: ActionRef): Promise<ActionReply> {
  const outcome = await decideApproval(words, context, {
    id: asId('approval', action.id),
    decision: 'approved',
    seenVersion: seenVersion(action),
  });
  if (outcome.kind === 'refused') return outcome.answer;
  if (outcome.kind === 'settled') return { kind: 'done' };
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
  const outcome = await decideApproval(words, context, {
    id: asId('approval', action.id),
    decision: 'rejected',
    seenVersion: seenVersion(action),
    ...(reason === '' ? {} : { reason }),
  });
  return outcome.kind === 'refused' ? outcome.answer : { kind: 'done' };
}

async function edit(
  words: Words,
  context: Context,
  action: ActionRef,
  values: FormValues,
): Promise<ActionReply> {
  const view = await viewOf(context, action);
  const outcome = await makeEdit(words, context, {
    id: view.approval.id,
    seenVersion: seenVersion(action),
    changes: changesOf(view, values),
  });
  if (outcome.kind !== 'refused') return { kind: 'done' };
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

/** What was changed in the form: an untouched subject is not sent along, so that it is rendered anew with a new discount. */
function changesOf({ plan }: ApprovalView, values: FormValues): ApprovalChanges {
  const discount = plan.effects.find((effect) => effect.kind === 'create-discount');
  const mail = plan.effects.find((effect) => effect.kind === 'send-email');
  const terms = discount?.kind === 'create-discount' ? discount.terms : null;
  const percent = numberOf(values, 'percent');
  const amount = amountOf(values);
  const known = terms === null ? null : worthOf(terms);
  const uses = numberOf(values, 'uses');
  const expires = textOf(values, 'expires').trim();
  const subject = textOf(values, 'subject');
  const newSubject = mail?.kind === 'send-email' && subject !== mail.mail.subject;
  return {
    ...(percent === null || isKnown(known, 'percent', percent) ? {} : { percent }),
    ...(amount === null || isKnown(known, 'amount', amount) ? {} : { amount }),
    ...(uses === null || uses === terms?.uses ? {} : { uses }),
    ...(expires === '' ? {} : { expires }),
    ...('subject' in values && newSubject ? { subject } : {}),
  };
}

/** A number as typed; what is none becomes NaN, which the edit refuses beside its field. */
function numberOf(values: FormValues, name: string): number | null {
  const typed = textOf(values, name).trim();
  if (typed === '') return name in values ? Number.NaN : null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** An amount as typed, in whole units; what is none becomes NaN. */
function amountOf(values: FormValues): number | null {
  const typed = textOf(values, 'amount').trim();
  if (typed === '') return 'amount' in values ? Number.NaN : null;
  return /^\d{1,9}(\.\d{1,4})?$/.test(typed) ? Number(typed) : Number.NaN;
}

function isKnown(worth: Worth | null, kind: 'percent' | 'amount', value: number): boolean {
  if (worth === null) return false;
  if ('percent' in worth) return kind === 'percent' && worth.percent === value;
  return kind === 'amount' && majorUnits(worth.amount) === value;
}

async function viewOf({ deps }: Context, action: ActionRef): Promise<ApprovalView> {
  const id = asId('approval', action.id);
  return (await loadApproval(deps, id)) ?? notFound('approval', action.id);
}

/** A button without a version decides nothing: no approval has version 0. */
function seenVersion(action: ActionRef): number {
  return action.version ?? 0;
}
