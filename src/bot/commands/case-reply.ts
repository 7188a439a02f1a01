// case reply, draft: an answer to the customer of a case, written or drafted; a mail that waits for approval.
import { z } from 'zod';
import { replyToCase } from '#engine/flows/reply-to-case.ts';
import { notFound } from '../answers.ts';
import { type Drafted, draftReply, totalOf } from '../assistant/draft.ts';
import { proposeCommand } from '../assistant/propose.ts';
import { type Block, buttons, note } from '../card.ts';
import type { CaseView } from '../cards/refund-case.ts';
import { clip, oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseId, caseIdPlace, caseRefusal, settleAnswer } from '../work/case.ts';
import { rest } from './parameters.ts';

const ById = z.object({ id: z.string() });
const Draft = ById.extend({ how: z.string().trim().max(200).optional() });
const Reply = ById.extend({ text: z.string().trim().min(1).max(2000) });

/** The commands that answer a case's customer. */
export function caseReplyCommands(words: Words): readonly AnyCommand[] {
  return [
    replyCommand(words),
    defineCommand({
      name: 'case draft',
      summary: words.commandSummaries['case draft'],
      role: 'agent',
      // What it drafts is only proposed.
      effect: 'reads',
      mayPropose: true,
      parameters: [
        caseIdPlace(words),
        rest('how', words.parameterSummaries.draftHow, { required: false }),
      ],
      Args: Draft,
      examples: ['case draft case_7ZK3QW8XN2AB', 'case draft case_7ZK3QW8XN2AB shorter'],
      run: (context, args) => draftCaseReply(words, context, args),
    }),
  ];
}

function replyCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case reply',
    summary: words.commandSummaries['case reply'],
    role: 'agent',
    parameters: [caseIdPlace(words), rest('text', words.parameterSummaries.replyText)],
    Args: Reply,
    examples: ['case reply case_7ZK3QW8XN2AB Could you send us a photo of the scratch?'],
    run: async (context, { id: typed, text }) => {
      const id = caseId(typed);
      const asked = await replyToCase(context.deps, { id, text, by: toDecider(context.teammate) });
      return settleAnswer(words, context, id, asked, words.cases.reply);
    },
  });
}

/** The draft as a proposal of the reply, below what it rests on; `how` is what it is to be like. */
export async function draftCaseReply(
  words: Words,
  context: Context,
  { id: typed, how }: { readonly id: string; readonly how?: string | undefined },
): Promise<Answer> {
  const id = caseId(typed);
  const view = (await loadCase(context.deps, id)) ?? notFound('case', id);
  const { profile } = view;
  const refused = await refusedReply(words, context, view);
  if (refused !== null || profile === null) return refused ?? notFound('case', id);
  const drafted = await draftReply(words, context, { ...view, profile }, how);
  const reply = replyCommand(words);
  const answer = await proposeCommand(words, context, reply, { id, text: drafted.text });
  if (answer.kind !== 'card') return answer;
  const { card } = answer;
  const reword = { label: words.drafts.reword, action: { name: 'case.reword', id } };
  return {
    ...answer,
    card: {
      ...card,
      title: words.drafts.title,
      blocks: [...basis(words, drafted, how), ...card.blocks, buttons(reword)],
    },
    inPlace: true,
  };
}

/** Why a case cannot be answered, with how it stands; null where it can. */
export async function refusedReply(
  words: Words,
  context: Context,
  view: CaseView,
): Promise<Answer | null> {
  const reason = whyNot(view);
  if (reason === null) return null;
  const { case: item } = view;
  return caseRefusal(words, context, item.id, { kind: 'refused', reason, case: item });
}

function whyNot({ case: item, profile }: CaseView) {
  if (item.status === 'resolved') return 'already-resolved';
  if (profile === null) return 'no-customer';
  return profile.email === null ? 'no-email' : null;
}

const REPLY_MOST = 600;

const BY = {
  template: 'byTemplate',
  model: 'byModel',
  away: 'modelAway',
  stopped: 'stopped',
} as const;

function basis(
  { drafts }: Words,
  { by, earlier, reply }: Drafted,
  how: string | undefined,
): readonly Block[] {
  const ways = earlier.map(({ resolution, count }) => [resolution, count] as const);
  return [
    ...(ways.length === 0 ? [] : [note(drafts.earlier(totalOf(earlier), ways))]),
    ...(reply === null
      ? []
      : [note(drafts.earlierReply), { kind: 'quote', text: clip(reply, REPLY_MOST) } as const]),
    note(drafts[BY[by]]),
    ...(how === undefined || by === 'model' ? [] : [note(drafts.needsModel(oneLine(how, 60)))]),
  ];
}
