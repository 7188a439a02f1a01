// Buttons about refund cases: show, take, give back, note, resolve, snooze, escalate, reopen, reassign, confirm a choice.
import { RESOLUTIONS } from '#engine/cases/resolution.ts';
import type { Worked } from '#engine/flows/change-case.ts';
import { confirmChoice } from '#engine/flows/confirm-choice.ts';
import { escalateCase } from '#engine/flows/escalate-case.ts';
import { releaseCase, reopenCase, snoozeCase } from '#engine/flows/put-off-case.ts';
import { noteCase, reassignCase, resolveCase, takeCase } from '#engine/flows/work-case.ts';
import { asId, type CaseId } from '#engine/ids.ts';
import type { ActionRef } from '../action-id.ts';
import { notFound } from '../answers.ts';
import type { CaseView } from '../cards/refund-case.ts';
import type { Context } from '../command.ts';
import type { Form, FormValues } from '../form.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseRefusal, showCase } from '../work/case.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import {
  escalateForm,
  noteForm,
  reassignForm,
  reopenForm,
  resolveForm,
  snoozeCaseForm,
} from './case-forms.ts';
import { textOf } from './form-values.ts';
import { handOverAction } from './hand-over-action.ts';
import { offerAction } from './offer-action.ts';
import { replyActions } from './reply-actions.ts';
import { settleAction } from './settle-action.ts';

type Work = (
  context: Context,
  id: CaseId,
  values: FormValues,
) => Promise<
  Worked | { readonly kind: 'faults'; readonly field: string; readonly message: string }
>;

/** The buttons about cases. */
export function caseActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'case.show',
      role: 'viewer',
      press: (context, { id }) => showCase(words, context, asId('case', id)),
    },
    atOnce(words, 'case.take', ({ deps, teammate }, id) =>
      takeCase(deps, { id, by: toDecider(teammate) }),
    ),
    atOnce(words, 'case.release', ({ deps, teammate }, id) =>
      releaseCase(deps, { id, by: toDecider(teammate) }),
    ),
    atOnce(words, 'case.confirm', ({ deps, teammate }, id) =>
      confirmChoice(deps, { id, by: toDecider(teammate) }),
    ),
    offerAction(words),
    handOverAction(words),
    settleAction(words),
    ...replyActions(words),
    withForm(words, 'case.note', (view) => noteForm(words, view), noteWork(words)),
    withForm(words, 'case.resolve', (view) => resolveForm(words, view), resolveWork(words)),
    withForm(words, 'case.snooze', (view) => snoozeCaseForm(words, view), snoozeWork(words)),
    withForm(words, 'case.escalate', (view) => escalateForm(words, view), escalate),
    withForm(words, 'case.reopen', (view) => reopenForm(words, view), reopenWork(words)),
    withForm(
      words,
      'case.reassign',
      (view, { deps }) => reassignForm(words, view, deps.playbook.team),
      reassignWork(words),
    ),
  ];
}

/** A button that acts when pressed. */
function atOnce(
  words: Words,
  name: string,
  work: (context: Context, id: CaseId) => Promise<Worked>,
): ActionHandler {
  return {
    name,
    role: 'agent',
    press: async (context, action) => {
      const id = asId('case', action.id);
      const refusal = await caseRefusal(words, context, id, await work(context, id));
      return refusal ?? { kind: 'done', subject: { kind: 'case', id } };
    },
  };
}

/** A button that asks something first; a case that is not in the state for it answers with how it stands instead of a form. */
function withForm(
  words: Words,
  name: string,
  makeForm: (view: CaseView, context: Context) => Form,
  work: Work,
): ActionHandler {
  return {
    name,
    role: 'agent',
    press: async (context, action) => {
      const view = await viewOf(context, action);
      const isResolved = view.case.status === 'resolved';
      const reason = isResolved ? 'already-resolved' : 'already-open';
      const otherwise = { kind: 'refused', reason, case: view.case } as const;
      const refusal =
        isResolved === (name === 'case.reopen')
          ? null
          : await caseRefusal(words, context, view.case.id, otherwise);
      return refusal ?? { kind: 'form', form: makeForm(view, context) };
    },
    submit: async (context, action, values): Promise<ActionReply> => {
      const id = asId('case', action.id);
      const outcome = await work(context, id, values);
      if (outcome.kind === 'faults') {
        const { field, message } = outcome;
        return { kind: 'faults', faults: [{ field, message }] };
      }
      const refusal = await caseRefusal(words, context, id, outcome);
      return refusal ?? { kind: 'done', subject: { kind: 'case', id } };
    },
  };
}

function noteWork(words: Words): Work {
  return async ({ deps, teammate }, id, values) => {
    const text = textOf(values, 'text').trim();
    if (text === '') return missing(words, 'text');
    return noteCase(deps, { id, text, by: toDecider(teammate) });
  };
}

function resolveWork(words: Words): Work {
  return async ({ deps, teammate }, id, values) => {
    const resolution = RESOLUTIONS.find((value) => value === textOf(values, 'resolution'));
    if (resolution === undefined) return missing(words, 'resolution');
    const note = textOf(values, 'note');
    return resolveCase(deps, { id, resolution, note, by: toDecider(teammate) });
  };
}

function snoozeWork(words: Words): Work {
  return async ({ deps, teammate }, id, values) => {
    const until = textOf(values, 'until').trim();
    if (until === '') return missing(words, 'until');
    return snoozeCase(deps, { id, until, by: toDecider(teammate) });
  };
}

const escalate: Work = ({ deps, teammate }, id, values) =>
  escalateCase(deps, { id, note: textOf(values, 'note'), by: toDecider(teammate) });

function reopenWork(words: Words): Work {
  return async ({ deps, teammate }, id, values) => {
    const reason = textOf(values, 'reason').trim();
    if (reason === '') return missing(words, 'reason');
    return reopenCase(deps, { id, reason, by: toDecider(teammate) });
  };
}

function reassignWork(words: Words): Work {
  return async ({ deps, teammate }, id, values) => {
    const to = textOf(values, 'to').trim();
    if (to === '') return missing(words, 'to');
    return reassignCase(deps, { id, to, by: toDecider(teammate) });
  };
}

function missing(words: Words, field: string) {
  return { kind: 'faults', field, message: words.problems.fieldMissing } as const;
}

async function viewOf({ deps }: Context, action: ActionRef): Promise<CaseView> {
  return (await loadCase(deps, asId('case', action.id))) ?? notFound('case', action.id);
}
