// Settle: what is done for the customer of a case, asked of who decides.
import { SETTLEMENTS, type Settlement, settleCase } from '#engine/flows/settle-case.ts';
import { asId } from '#engine/ids.ts';
import { parseTypedMoney } from '#engine/money.ts';
import { notFound } from '../answers.ts';
import type { CaseView } from '../cards/refund-case.ts';
import type { Context } from '../command.ts';
import type { FieldFault, FormValues } from '../form.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseRefusal, settleAnswer } from '../work/case.ts';
import type { ActionHandler } from './action-handler.ts';
import { creditCurrency, settleForm } from './case-forms.ts';
import { textOf } from './form-values.ts';

/** The button with its form; a resolved case answers with how it stands instead. */
export function settleAction(words: Words): ActionHandler {
  return {
    name: 'case.settle',
    role: 'agent',
    press: async (context, { id }) => {
      const view = await viewOf(context, id);
      const resolved = { kind: 'refused', reason: 'already-resolved', case: view.case } as const;
      const refusal =
        view.case.status === 'resolved'
          ? await caseRefusal(words, context, view.case.id, resolved)
          : null;
      const form = settleForm(words, view, context.deps.playbook.team);
      return refusal ?? { kind: 'form', form };
    },
    submit: async (context, action, values) => {
      const view = await viewOf(context, action.id);
      const read = readSettlement(words, values, creditCurrency(view, context.deps.playbook.team));
      if ('field' in read) return { kind: 'faults', faults: [read] };
      const { id } = view.case;
      const by = toDecider(context.teammate);
      const asked = await settleCase(context.deps, { id, by, settlement: read });
      return settleAnswer(words, context, id, asked, words.cases.settlement[read.kind]);
    },
  };
}

/** What was filled in, or what is wrong beside its field. */
function readSettlement(
  { problems, cases }: Words,
  values: FormValues,
  currency: string,
): Settlement | FieldFault {
  const kind = SETTLEMENTS.find((way) => way === textOf(values, 'way'));
  const text = textOf(values, 'text').trim();
  switch (kind) {
    case undefined:
      return { field: 'way', message: problems.fieldMissing };
    case 'decline':
      return text === '' ? { field: 'text', message: problems.fieldMissing } : { kind, text };
    case 'exchange':
      return { kind, text };
    case 'refund':
    case 'credit': {
      const read = parseTypedMoney(textOf(values, 'amount'), currency);
      if (!read.ok || read.money.minor <= 0)
        return { field: 'amount', message: cases.form.amountFault(currency) };
      const { money } = read;
      return kind === 'refund' ? { kind, money } : { kind, money, text };
    }
  }
}

async function viewOf({ deps }: Context, id: string): Promise<CaseView> {
  return (await loadCase(deps, asId('case', id))) ?? notFound('case', id);
}
