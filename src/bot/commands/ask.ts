// ask, proposal confirm, proposal cancel: the assistant, and a person's word on what it proposes.
import { z } from 'zod';
import { answerSaid } from '../assistant/answer.ts';
import { talkIn } from '../assistant/conversation.ts';
import { proposeLine } from '../assistant/propose.ts';
import { cancelProposal, confirmTyped } from '../assistant/settle-proposal.ts';
import { type AnyCommand, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { flag, place, rest } from './parameters.ts';

const Ask = z.object({
  text: z.string().trim().default(''),
  thread: z.string().max(200).optional(),
});
const Line = z.object({ line: z.string().trim().min(1) });
const ById = z.object({ id: z.string() });

/** The assistant over the other commands. */
export function askCommands(words: Words, commands: readonly AnyCommand[]): readonly AnyCommand[] {
  const registry = { words, commands };
  return [
    defineCommand({
      name: 'ask',
      summary: words.commandSummaries.ask,
      role: 'viewer',
      mayPropose: true,
      parameters: [
        {
          ...rest('text', words.parameterSummaries.plainWords, { required: false }),
          verbatim: true,
        },
        flag('thread', words.parameterSummaries.thread),
      ],
      Args: Ask,
      examples: [
        'ask',
        'ask what happened with order #1054?',
        'ask customers who spent more than 500 and have not ordered for 90 days',
        'ask tag maria@example.com wholesale',
      ],
      run: async (context, { text, thread }) => {
        const named = thread === undefined ? context : { ...context, thread: { key: thread } };
        return answerSaid(registry, context, { text, talk: await talkIn(named) });
      },
    }),
    defineCommand({
      name: 'proposal make',
      summary: words.commandSummaries['proposal make'],
      role: 'viewer',
      effect: 'reserved',
      parameters: [{ ...rest('line', words.parameterSummaries.commandLine), verbatim: true }],
      Args: Line,
      examples: ['proposal make customer tag maria@example.com wholesale'],
      run: (context, { line }) => proposeLine(registry, context, line),
    }),
    defineCommand({
      name: 'proposal confirm',
      summary: words.commandSummaries['proposal confirm'],
      role: 'agent',
      effect: 'reserved',
      parameters: [place('id', words.parameterSummaries.proposalId)],
      Args: ById,
      examples: ['proposal confirm pro_7ZK3QW8XN2AB'],
      run: (context, { id }) => confirmTyped(registry, context, id),
    }),
    defineCommand({
      name: 'proposal cancel',
      summary: words.commandSummaries['proposal cancel'],
      role: 'agent',
      effect: 'reserved',
      parameters: [place('id', words.parameterSummaries.proposalId)],
      Args: ById,
      examples: ['proposal cancel pro_7ZK3QW8XN2AB'],
      run: (context, { id }) => cancelProposal(registry, context, id),
    }),
  ];
}
