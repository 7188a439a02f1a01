// case refund, credit, exchange, decline: what ends a case for its customer, asked of who decides.
import { z } from 'zod';
import { UserError } from '#engine/errors.ts';
import { type Settlement, settleCase } from '#engine/flows/settle-case.ts';
import { type Money, parseTypedMoney } from '#engine/money.ts';
import { creditCurrency } from '../actions/case-forms.ts';
import { notFound } from '../answers.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseId, caseIdPlace, settleAnswer } from '../work/case.ts';
import { flag, rest } from './parameters.ts';

const ById = z.object({ id: z.string() });
const Text = z.string().trim().max(2000);
const Refund = ById.extend({ amount: z.string().trim().max(20).optional() });
const Credit = Refund.extend({ text: Text.optional() });
const Exchange = ById.extend({ text: Text.optional() });
const Decline = ById.extend({ text: Text.min(1) });

/** The commands that end a case through an approval. */
export function caseSettleCommands(words: Words): readonly AnyCommand[] {
  const { refundAmount, declineText } = words.parameterSummaries;
  const summaries = words.commandSummaries;
  const amountRest = rest('amount', refundAmount, { required: false });
  return [
    defineCommand({
      name: 'case refund',
      summary: summaries['case refund'],
      role: 'agent',
      parameters: [caseIdPlace(words), amountRest],
      Args: Refund,
      examples: ['case refund case_7ZK3QW8XN2AB', 'case refund case_7ZK3QW8XN2AB 25.00'],
      run: async (context, { id, amount }) => {
        const money = await amountOf(context, id, amount);
        return settle(words, context, id, { kind: 'refund', money });
      },
    }),
    defineCommand({
      name: 'case credit',
      summary: summaries['case credit'],
      role: 'agent',
      parameters: [caseIdPlace(words), amountRest, flag('text', declineText)],
      Args: Credit,
      examples: ['case credit case_7ZK3QW8XN2AB 25.00 --text "With our apologies."'],
      run: async (context, { id, amount, text = '' }) => {
        const money = await amountOf(context, id, amount);
        return settle(words, context, id, { kind: 'credit', money, text });
      },
    }),
    defineCommand({
      name: 'case exchange',
      summary: summaries['case exchange'],
      role: 'agent',
      parameters: [caseIdPlace(words), rest('text', declineText, { required: false })],
      Args: Exchange,
      examples: ['case exchange case_7ZK3QW8XN2AB Size M goes out as soon as yours is here.'],
      run: (context, { id, text = '' }) => settle(words, context, id, { kind: 'exchange', text }),
    }),
    defineCommand({
      name: 'case decline',
      summary: summaries['case decline'],
      role: 'agent',
      parameters: [caseIdPlace(words), rest('text', declineText)],
      Args: Decline,
      examples: ['case decline case_7ZK3QW8XN2AB The return period of 30 days is over.'],
      run: (context, { id, text }) => settle(words, context, id, { kind: 'decline', text }),
    }),
  ];
}

async function settle(
  words: Words,
  context: Context,
  typed: string,
  settlement: Settlement,
): Promise<Answer> {
  const id = caseId(typed);
  const asked = await settleCase(context.deps, { id, settlement, by: toDecider(context.teammate) });
  return settleAnswer(words, context, id, asked, words.cases.settlement[settlement.kind]);
}

/** What was typed, else what the case asks for. Throws UserError for what is no amount. */
async function amountOf({ deps }: Context, id: string, typed: string | undefined): Promise<Money> {
  const view = (await loadCase(deps, caseId(id))) ?? notFound('case', id);
  if (typed === undefined && view.case.amount !== null) return view.case.amount;
  const currency = creditCurrency(view, deps.playbook.team);
  const read = parseTypedMoney(typed ?? '', currency);
  if (read.ok && read.money.minor > 0) return read.money;
  throw new UserError({ code: 'invalid', field: 'amount', reason: 'no-amount', currency });
}
