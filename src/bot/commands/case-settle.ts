// case refund, case decline: what ends a case for its customer, asked of who decides.
import { z } from 'zod';
import { UserError } from '#engine/errors.ts';
import { declineCase, refundCase } from '#engine/flows/settle-case.ts';
import { type Money, parseMoney } from '#engine/money.ts';
import { creditCurrency } from '../actions/case-forms.ts';
import { notFound } from '../answers.ts';
import type { CaseView } from '../cards/refund-case.ts';
import { caseId, caseIdPlace, settleAnswer } from '../case-work.ts';
import { type AnyCommand, type Context, defineCommand } from '../command.ts';
import { loadCase } from '../subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { rest } from './parameters.ts';

const Refund = z.object({ id: z.string(), amount: z.string().trim().max(20).optional() });
const Decline = z.object({ id: z.string(), text: z.string().trim().min(1).max(2000) });

/** The commands that end a case through an approval. */
export function caseSettleCommands(words: Words): readonly AnyCommand[] {
  const { refundTitle, declineTitle } = words.cases.form;
  return [
    defineCommand({
      name: 'case refund',
      summary: words.commandSummaries['case refund'],
      role: 'agent',
      parameters: [
        caseIdPlace(words),
        rest('amount', words.parameterSummaries.refundAmount, { required: false }),
      ],
      Args: Refund,
      examples: ['case refund case_7ZK3QW8XN2AB', 'case refund case_7ZK3QW8XN2AB 25.00'],
      run: async (context, { id: typed, amount }) => {
        const id = caseId(typed);
        const view = (await loadCase(context.deps, id)) ?? notFound('case', id);
        const money = amountOf(context, view, amount);
        const by = toDecider(context.teammate);
        const asked = await refundCase(context.deps, { id, money, by });
        return settleAnswer(words, context, id, asked, refundTitle);
      },
    }),
    defineCommand({
      name: 'case decline',
      summary: words.commandSummaries['case decline'],
      role: 'agent',
      parameters: [caseIdPlace(words), rest('text', words.parameterSummaries.declineText)],
      Args: Decline,
      examples: ['case decline case_7ZK3QW8XN2AB The return period of 30 days is over.'],
      run: async (context, { id: typed, text }) => {
        const id = caseId(typed);
        const by = toDecider(context.teammate);
        const asked = await declineCase(context.deps, { id, text, by });
        return settleAnswer(words, context, id, asked, declineTitle);
      },
    }),
  ];
}

/** What was typed, else what the case asks for. Throws UserError for what is no amount. */
function amountOf({ deps }: Context, view: CaseView, typed: string | undefined): Money {
  if (typed === undefined && view.case.amount !== null) return view.case.amount;
  const currency = creditCurrency(view, deps.playbook.team);
  const read = parseMoney(typed ?? '', currency);
  if (read.ok && read.money.minor > 0) return read.money;
  throw new UserError({ code: 'invalid', field: 'amount', reason: 'no-amount', currency });
}
