// Refund and Decline: what ends a case for its customer, asked of who decides.
import { declineCase, refundCase } from '#engine/flows/settle-case.ts';
import { asId } from '#engine/ids.ts';
import { parseMoney } from '#engine/money.ts';
import { notFound } from '../answers.ts';
import type { CaseView } from '../cards/refund-case.ts';
import { caseRefusal, settleAnswer } from '../case-work.ts';
import type { Context } from '../command.ts';
import type { Form } from '../form.ts';
import { loadCase } from '../subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';
import { creditCurrency, declineForm, refundForm } from './case-forms.ts';
import { textOf } from './form-values.ts';

/** The two buttons. */
export function settleCaseActions(words: Words): readonly ActionHandler[] {
  return [refundAction(words), declineAction(words)];
}

function refundAction(words: Words): ActionHandler {
  return {
    name: 'case.refund',
    role: 'agent',
    press: (context, { id }) =>
      openForm(words, context, id, (view) => refundForm(words, view, context.deps.playbook.team)),
    submit: async (context, action, values) => {
      const view = await viewOf(context, action.id);
      const currency = creditCurrency(view, context.deps.playbook.team);
      const read = parseMoney(textOf(values, 'amount').trim(), currency);
      if (!read.ok || read.money.minor <= 0) {
        const message = words.cases.form.amountFault(currency);
        return { kind: 'faults', faults: [{ field: 'amount', message }] };
      }
      const by = toDecider(context.teammate);
      const asked = await refundCase(context.deps, { id: view.case.id, money: read.money, by });
      return settleAnswer(words, context, view.case.id, asked, words.cases.form.refundTitle);
    },
  };
}

function declineAction(words: Words): ActionHandler {
  return {
    name: 'case.decline',
    role: 'agent',
    press: (context, { id }) => openForm(words, context, id, (view) => declineForm(words, view)),
    submit: async (context, action, values) => {
      const id = asId('case', action.id);
      const text = textOf(values, 'text').trim();
      if (text === '') {
        const message = words.problems.fieldMissing;
        return { kind: 'faults', faults: [{ field: 'text', message }] };
      }
      const asked = await declineCase(context.deps, { id, text, by: toDecider(context.teammate) });
      return settleAnswer(words, context, id, asked, words.cases.form.declineTitle);
    },
  };
}

/** A resolved case answers with how it stands instead of a form. */
async function openForm(
  words: Words,
  context: Context,
  id: string,
  formOf: (view: CaseView) => Form,
) {
  const view = await viewOf(context, id);
  const resolved = { kind: 'refused', reason: 'already-resolved', case: view.case } as const;
  const refusal =
    view.case.status === 'resolved'
      ? await caseRefusal(words, context, view.case.id, resolved)
      : null;
  return refusal ?? ({ kind: 'form', form: formOf(view) } as const);
}

async function viewOf({ deps }: Context, id: string): Promise<CaseView> {
  return (await loadCase(deps, asId('case', id))) ?? notFound('case', id);
}
