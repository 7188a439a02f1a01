// Deciding and editing an approval from any face: what the flows answer, as cards, faults and forms.
import type { Approval, Decision } from '#engine/approvals/approval.ts';
import type { Worth } from '#engine/discounts/discount.ts';
import { type ApprovalChanges, editApproval } from '#engine/flows/edit-approval.ts';
import { settleApproval } from '#engine/flows/settle-approval.ts';
import type { ApprovalId } from '#engine/ids.ts';
import { moneyToText } from '#engine/money.ts';
import { refusedAs, refusedFor } from '../answers.ts';
import { buttons, type Card, facts, inlineToText, type Text, text } from '../card.ts';
import { type ApprovalView, decisionBlocks } from '../cards/approval.ts';
import { overBudgetText } from '../cards/exposure.ts';
import type { Answer, Context } from '../command.ts';
import type { Field, FieldFault, Form } from '../form.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { editSentence } from './edit-preview.ts';

/** What became of a decision: taken, taken but a second person is needed, or refused with how things stand. */
export type Outcome =
  | { readonly kind: 'settled' | 'needs-second' }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** An edit of the version that was shown. */
export type Edit = {
  readonly id: ApprovalId;
  readonly seenVersion: number;
  readonly changes: ApprovalChanges;
};

type RefusalReason = Parameters<Words['approvals']['refused']>[0];

/** Decides as this teammate. Null as the version that was seen stands for the newest. */
export async function decideApproval(
  words: Words,
  { deps, teammate }: Context,
  decision: {
    readonly id: ApprovalId;
    readonly decision: Decision['decision'];
    readonly seenVersion: number | null;
    readonly reason?: string;
  },
): Promise<Outcome> {
  const settled = await settleApproval(deps, { ...decision, by: toDecider(teammate) });
  if (settled.kind !== 'refused') return { kind: settled.kind };
  const { reason, approval } = settled;
  const why =
    settled.reason === 'over-budget' && settled.shortage !== null
      ? overBudgetText(words, settled.shortage, deps.playbook.team.people)
      : [words.approvals.refused(reason)];
  return { kind: 'refused', answer: lateAnswer(words, { id: decision.id, reason, approval, why }) };
}

/** Makes a new version with these changes, or says which field is wrong. */
export async function makeEdit(
  words: Words,
  { deps, teammate }: Context,
  edit: Edit,
): Promise<
  | { readonly kind: 'edited' | 'unchanged' }
  | { readonly kind: 'refused'; readonly answer: Answer; readonly fault: FieldFault | null }
> {
  const edited = await editApproval(deps, { ...edit, by: toDecider(teammate) });
  switch (edited.kind) {
    case 'edited':
    case 'unchanged':
      return { kind: edited.kind };
    case 'invalid': {
      const { field, problem, limit } = edited;
      const message = words.approvals.editProblem(problem, limit ?? 0);
      const { title } = words.problems;
      const answer = refusedAs({ title, code: 'invalid', message: `${field}: ${message}` }, null);
      return { kind: 'refused', answer, fault: { field, message } };
    }
    case 'refused': {
      const { reason, approval } = edited;
      const answer = lateAnswer(words, { id: edit.id, reason, approval });
      return { kind: 'refused', answer, fault: null };
    }
  }
}

/** The form that edits an approval: only what its plan has. */
export function editForm(words: Words, { approval, plan, exposure }: ApprovalView): Form {
  const { form } = words.approvals;
  const fields = plan.effects.flatMap((effect): readonly Field[] => {
    if (effect.kind === 'create-discount')
      return [
        worthField(words, effect.terms),
        {
          kind: 'text',
          name: 'expires',
          label: form.expires,
          hint: form.expiresHint,
          required: false,
          multiline: false,
          maxLength: 8,
        },
        numberField('uses', form.uses, { max: 1000, value: effect.terms.uses }),
      ];
    if (effect.kind === 'send-email')
      return [
        {
          kind: 'text',
          name: 'subject',
          label: form.subject,
          required: true,
          multiline: false,
          maxLength: 200,
          value: effect.mail.subject,
        },
      ];
    return [];
  });
  return {
    title: form.editTitle,
    intro: [text(approval.summary)],
    fields,
    preview: {
      of: fields.map(({ name }) => name),
      sentence: editSentence(words, { effects: plan.effects, exposure }),
    },
    submitLabel: form.editSubmit,
    action: { name: 'approval.edit', id: approval.id, version: approval.version },
  };
}

/** The form that rejects, with room for a reason. */
export function rejectForm(words: Words, id: string, version: number): Form {
  const { form } = words.approvals;
  return {
    title: form.rejectTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: form.rejectReason,
        required: false,
        multiline: true,
        maxLength: 500,
      },
    ],
    submitLabel: form.rejectSubmit,
    action: { name: 'approval.reject', id, version },
  };
}

function worthField(words: Words, worth: Worth): Field {
  const { form } = words.approvals;
  if ('percent' in worth)
    return numberField('percent', form.percent, { max: 100, value: worth.percent });
  return {
    kind: 'text',
    name: 'amount',
    label: form.amount(worth.amount.currency),
    required: true,
    multiline: false,
    maxLength: 16,
    value: moneyToText(worth.amount),
  };
}

function numberField(
  name: string,
  label: string,
  range: { readonly max: number; readonly value: number },
): Field {
  return { kind: 'number', name, label, required: true, min: 1, ...range };
}

type Refusal = {
  readonly id: ApprovalId;
  readonly reason: RefusalReason;
  readonly approval: Approval | null;
  /** Unset: the catalogue's sentence for the reason. */
  readonly why?: Text;
};

/** A late or stale click hears who was first and when, and how to see the rest. */
export function lateAnswer(words: Words, { id, reason, approval, ...said }: Refusal): Answer {
  if (approval === null) return refusedFor(words, { code: 'not-found', what: 'approval', who: id });
  const { why = [words.approvals.refused(reason)] } = said;
  const message = why.map((piece) => inlineToText(piece)).join('');
  const { status, version, decisions } = approval;
  return {
    kind: 'card',
    card: refusalCard(words, approval, why),
    json: {
      error: { code: reason, message },
      approval: {
        id,
        status,
        version,
        decisions: decisions.map(({ by, at, decision }) => ({ by: by.name, at, decision })),
      },
    },
    visible: 'asker',
    refused: { code: reason, message },
  };
}

function refusalCard(words: Words, approval: Approval, why: Text): Card {
  return {
    title: words.approvals.refusedTitle,
    tone: 'warning',
    blocks: [
      text(...why),
      ...decisionBlocks(words, approval),
      facts(
        [words.approvals.statusLabel, words.approvals.status(approval.status)],
        [words.approvals.versionLabel, String(approval.version)],
      ),
      buttons({
        label: words.approvals.open,
        action: { name: 'approval.open', id: approval.id },
      }),
    ],
  };
}
