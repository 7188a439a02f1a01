// case reply, draft: an answer to the customer of a case, written or drafted; a mail that waits for approval.
import { z } from 'zod';
import { replyToCase } from '#engine/flows/reply-to-case.ts';
import { notFound } from '../answers.ts';
import { type Drafted, draftReply, totalOf } from '../assistant/draft.ts';
import { proposeCommand } from '../assistant/propose.ts';
import { note } from '../card.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseId, caseIdPlace, caseRefusal, settleAnswer } from '../work/case.ts';
import { rest } from './parameters.ts';

const ById = z.object({ id: z.string() });
const Reply = ById.extend({ text: z.string().trim().min(1).max(2000) });

/** The commands that answer a case's customer. */
export function caseReplyCommands(words: Words): readonly AnyCommand[] {
  const reply = replyCommand(words);
  return [
    reply,
    defineCommand({
      name: 'case draft',
      summary: words.commandSummaries['case draft'],
      role: 'agent',
      // What it drafts is only proposed.
      effect: 'reads',
      parameters: [caseIdPlace(words)],
      Args: ById,
      examples: ['case draft case_7ZK3QW8XN2AB'],
      run: (context, { id }) => draft(words, context, reply, id),
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

/** The draft as a proposal of the reply, below what it rests on. */
async function draft(
  words: Words,
  context: Context,
  reply: AnyCommand,
  typed: string,
): Promise<Answer> {
  const id = caseId(typed);
  const view = (await loadCase(context.deps, id)) ?? notFound('case', id);
  const { case: item, profile } = view;
  const reason = whyNot(view);
  const refused =
    reason === null
      ? null
      : await caseRefusal(words, context, id, { kind: 'refused', reason, case: item });
  if (refused !== null || profile === null) return refused ?? notFound('case', id);
  const drafted = await draftReply(context, { ...view, profile });
  const answer = await proposeCommand(words, context, reply, { id, text: drafted.text });
  if (answer.kind !== 'card') return answer;
  const { card } = answer;
  return {
    ...answer,
    card: {
      ...card,
      title: words.drafts.title,
      blocks: [...basis(words, drafted), ...card.blocks],
    },
  };
}

function whyNot({ case: item, profile }: NonNullable<Awaited<ReturnType<typeof loadCase>>>) {
  if (item.status === 'resolved') return 'already-resolved';
  if (profile === null) return 'no-customer';
  return profile.email === null ? 'no-email' : null;
}

const BY = { template: 'byTemplate', model: 'byModel', away: 'modelAway' } as const;

function basis({ drafts }: Words, { by, earlier }: Drafted) {
  const ways = earlier.map(({ resolution, count }) => [resolution, count] as const);
  return [
    ...(ways.length === 0 ? [] : [note(drafts.earlier(totalOf(earlier), ways))]),
    note(drafts[BY[by]]),
  ];
}
