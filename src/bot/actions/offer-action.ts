// The button that offers alternatives to a refund: a form, then a mail that waits for approval.
import type { OfferOption } from '#engine/actions/effect.ts';
import type { CaseRefusal } from '#engine/flows/change-case.ts';
import { offerAlternatives } from '#engine/flows/offer-alternatives.ts';
import { asId } from '#engine/ids.ts';
import { parseTypedMoney } from '#engine/money.ts';
import { notFound, shown } from '../answers.ts';
import { askedCard } from '../cards/asked.ts';
import type { CaseView } from '../cards/refund-case.ts';
import type { Answer, Context } from '../command.ts';
import type { FieldFault, FormValues } from '../form.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseRefusal } from '../work/case.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { creditCurrency, offerForm } from './case-forms.ts';
import { choicesOf, textOf } from './form-values.ts';

/** Offer alternatives. */
export function offerAction(words: Words): ActionHandler {
  return {
    name: 'case.offer',
    role: 'agent',
    press: async (context, action) => {
      const view = await viewOf(context, action.id);
      const reason = whyNot(view);
      if (reason !== null) return refuse(words, context, view, reason);
      return { kind: 'form', form: offerForm(words, view, context.deps.playbook.team) };
    },
    submit: (context, action, values) => offer(words, context, action.id, values),
  };
}

async function offer(
  words: Words,
  context: Context,
  caseId: string,
  values: FormValues,
): Promise<ActionReply> {
  const { deps, teammate } = context;
  const view = await viewOf(context, caseId);
  const read = readOptions(words, values, {
    currency: creditCurrency(view, deps.playbook.team),
    mostPercent: deps.playbook.team.limits.discount_percent_max,
  });
  if (read.faults.length > 0) return { kind: 'faults', faults: read.faults };
  const { id } = view.case;
  const line = textOf(values, 'line').trim();
  const offered = await offerAlternatives(deps, {
    id,
    options: read.options,
    line,
    by: toDecider(teammate),
  });
  if (offered.kind === 'refused') return refuse(words, context, view, offered.reason);
  return shown(askedCard(words, offered.approval.id), { case: id, approval: offered.approval.id });
}

/** The chosen alternatives with their amounts, or what is wrong beside each field. */
function readOptions(
  words: Words,
  values: FormValues,
  limits: { readonly currency: string; readonly mostPercent: number },
): { readonly options: readonly OfferOption[]; readonly faults: readonly FieldFault[] } {
  const { form } = words.cases;
  const chosen = choicesOf(values, 'options');
  const options: OfferOption[] = [];
  const faults: FieldFault[] = [];
  if (chosen.includes('exchange')) options.push({ kind: 'exchange' });
  if (chosen.includes('store-credit')) {
    const money = parseTypedMoney(textOf(values, 'amount'), limits.currency);
    if (money.ok && money.money.minor > 0) options.push({ kind: 'store-credit', ...money.money });
    else faults.push({ field: 'amount', message: form.amountFault(limits.currency) });
  }
  if (chosen.includes('code')) {
    const typed = textOf(values, 'percent').trim();
    const percent = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    if (percent >= 1 && percent <= limits.mostPercent) options.push({ kind: 'code', percent });
    else faults.push({ field: 'percent', message: form.percentFault(limits.mostPercent) });
  }
  if (options.length === 0 && faults.length === 0)
    faults.push({ field: 'options', message: form.noOption });
  return { options, faults };
}

function whyNot({ case: item, profile }: CaseView): CaseRefusal | null {
  if (item.status === 'resolved') return 'already-resolved';
  if (profile === null) return 'no-customer';
  return profile.email === null ? 'no-email' : null;
}

async function refuse(
  words: Words,
  context: Context,
  view: CaseView,
  reason: CaseRefusal,
): Promise<Answer> {
  const refused = { kind: 'refused', reason, case: view.case } as const;
  const answer = await caseRefusal(words, context, view.case.id, refused);
  return answer ?? notFound('case', view.case.id);
}

async function viewOf({ deps }: Context, id: string): Promise<CaseView> {
  return (await loadCase(deps, asId('case', id))) ?? notFound('case', id);
}
